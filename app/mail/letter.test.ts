/** Letters as they are written. */
import { simpleParser } from 'mailparser'
import nodemailer from 'nodemailer'
import { describe, expect, it } from 'vitest'
import { writeLetter } from './letter.ts'
import type { LetterWords } from './letter.ts'
import { asMessage } from './transport.server.ts'

const dutch: LetterWords = {
  language: 'nl',
  subject: 'Verder met je scan',
  parts: [
    'Hallo,',
    'Je bent op een ander apparaat begonnen. Met één tik ga je verder.',
    { label: 'Ga verder met je scan:', link: 'https://paraat.example/verder?code=ABCD&taal=nl' },
    'Of typ deze code over:',
    { code: 'K7QW-3F9X' },
    'De link werkt 14 dagen & één keer. "Niet gevraagd?" Dan hoef je <niets> te doen.',
  ],
}
const english: LetterWords = {
  language: 'en',
  subject: 'Go on with your scan',
  parts: ['Hello,', { label: 'Go on with your scan:', link: 'https://paraat.example/en/verder?code=ABCD' }, 'The link works once.'],
}

/** What a reader of the HTML sees: tags gone, characters as they are shown. */
function seen(html: string): string {
  return html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, ' ')
    .trim()
}

describe('writeLetter', () => {
  it.each([dutch, english])('says the same in plain text and in HTML ($language)', words => {
    const letter = writeLetter(words)
    expect(seen(letter.html)).toBe(letter.text.replace(/\s+/g, ' ').trim())
    expect(letter.html).toContain(`<html lang="${words.language}">`)
  })

  it('lets no word become markup', () => {
    const { html } = writeLetter({ language: 'nl', subject: '</title><script>', parts: ['<img src=x onerror=alert(1)>', { code: '<b>' }] })
    expect(html).not.toMatch(/<script|<img|<b>/)
  })

  it('keeps a subject on one line', () => {
    expect(writeLetter({ ...dutch, subject: 'Verder\r\nBcc: iedereen@example.nl' }).subject).toBe('Verder Bcc: iedereen@example.nl')
  })

  it('refuses a link that is no web address', () => {
    expect(() => writeLetter({ ...dutch, parts: [{ label: 'Klik', link: 'javascript:alert(1)' }] })).toThrow(/cannot link/)
    expect(() => writeLetter({ ...dutch, parts: [{ label: 'Klik', link: '/verder' }] })).toThrow()
  })

  it('arrives whole through the post', async () => {
    const letter = { ...writeLetter(dutch), id: 'letter-1', recipient: 'bakker@example.nl' }
    const post = nodemailer.createTransport({ streamTransport: true, buffer: true })
    const { message } = await post.sendMail(asMessage(letter, 'Paraat <paraat@example.org>'))
    const mail = await simpleParser(message)
    expect(mail.subject).toBe('Verder met je scan')
    expect(mail.text?.trim()).toBe(letter.text.trim())
    expect(String(mail.html).trim()).toBe(letter.html)
    expect(mail.messageId).toBe('<letter-1@example.org>')
    expect(mail.from?.value).toEqual([{ name: 'Paraat', address: 'paraat@example.org' }])
    expect(mail.headers.get('content-language')).toBe('nl')
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
  })
})
