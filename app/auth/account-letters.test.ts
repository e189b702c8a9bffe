/** The letters about an account, each in both languages. */
import { describe, expect, it } from 'vitest'
import type { Language } from '#app/core/questionnaire.ts'
import type { Letter } from '#app/mail/letter.ts'
import {
  emailChangedLetter,
  emailLetter,
  emailTakenLetter,
  knownLetter,
  passwordChangedLetter,
  resetLetter,
  signUpLetter,
  unknownLetter,
} from './account-letters.ts'

const link = 'https://paraat.example/account-maken/abc'
const letters: Record<string, (language: Language) => Letter> = {
  'a new account': language => signUpLetter(language, link, 24),
  'an account that is there already': language => knownLetter(language, { signIn: link, reset: link }),
  'a new password': language => resetLetter(language, link),
  'no account': language => unknownLetter(language, link, 24),
  'a changed password': language => passwordChangedLetter(language, link),
  'a new address': language => emailLetter(language, link, 24),
  'an address that is taken': language => emailTakenLetter(language, link),
}

describe.each(Object.entries(letters))('The letter about %s', (_, write) => {
  it('carries its link in text and HTML, and is whole in both languages', () => {
    const [nl, en] = [write('nl'), write('en')]
    for (const { text, html, subject } of [nl, en]) {
      expect(text).toContain(link)
      expect(html).toContain(`href="${link}"`)
      expect(text + subject).not.toMatch(/[{}]|auth_/)
      for (const sentence of text.split(/[.?:]\s/)) expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(20)
    }
    expect([nl.language, en.language]).toEqual(['nl', 'en'])
    expect(nl.text).toMatch(/^Hallo,/)
    expect(en.text).toMatch(/^Hello,/)
    expect(nl.subject).not.toBe(en.subject)
  })
})

describe('The letter to an old address', () => {
  it('names the new one and holds no link that could be followed', () => {
    const { text, html } = emailChangedLetter('nl', 'nieuw@example.nl')
    expect(text).toContain('nieuw@example.nl')
    expect(text + html).not.toMatch(/https?:|href/)
  })
})
