/** How letters leave the house. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { simpleParser } from 'mailparser'
import { afterAll, describe, expect, it } from 'vitest'
import { writeLetter } from './letter.ts'
import { openTransport } from './transport.server.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'paraat-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const letter = {
  ...writeLetter({ language: 'nl', subject: 'Verder met je scan', parts: ['Hallo,', { label: 'Verder:', link: 'https://paraat.example/v' }] }),
  id: 'letter-1',
  recipient: 'bakker@example.nl',
}
const from = 'Paraat <paraat@example.org>'

/** A mail server that speaks enough SMTP to take letters, and knows nobody whose address begins with "weg". */
async function startMailServer() {
  const letters: { recipients: string[]; message: string }[] = []
  const server = createServer(socket => {
    let recipients: string[] = []
    let message: string[] | undefined
    const say = (line: string) => socket.write(`${line}\r\n`)
    say('220 mail.test ESMTP')
    createInterface({ input: socket }).on('line', line => {
      if (message) {
        if (line !== '.') return void message.push(line.replace(/^\.\./, '.'))
        letters.push({ recipients, message: message.join('\r\n') })
        message = undefined
        return say('250 taken')
      }
      if (line.startsWith('RCPT')) {
        if (line.includes('<weg')) return say('550 no such user')
        recipients = [...recipients, /<(.*?)>/.exec(line)?.[1] ?? '']
      }
      if (line.startsWith('MAIL')) recipients = []
      if (line === 'DATA') message = []
      if (line === 'QUIT') return socket.end('221 bye\r\n')
      say(line === 'DATA' ? '354 go on' : '250 ok')
    })
    socket.on('error', () => undefined)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return { letters, url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => new Promise(resolve => server.close(resolve)) }
}

describe('a letter that one click turns off', () => {
  const unsubscribe = `https://paraat.example/en/herinneringen-uit/${'Zx9_-'.repeat(8)}abc`

  it('tells mail readers the address to post to, and that nothing else is needed (RFC 8058)', async () => {
    const transport = openTransport({ from, dataFolder: folder }, () => undefined)
    await transport.send({ ...letter, id: 'letter-off', unsubscribe })
    transport.close()
    const file = readFileSync(path.join(folder, 'mail', 'letter-off.eml'))
    const { headers, headerLines } = await simpleParser(file)
    expect(headers.get('list')).toMatchObject({ unsubscribe: { url: unsubscribe } })
    const raw = headerLines.filter(({ key }) => key.startsWith('list-')).map(({ line }) => line.replace(/\r?\n\s+/g, ' '))
    expect(raw.toSorted()).toEqual(['List-Unsubscribe-Post: List-Unsubscribe=One-Click', `List-Unsubscribe: <${unsubscribe}>`])
    rmSync(path.join(folder, 'mail', 'letter-off.eml'))
  })

  it('is the only kind that has such headers', async () => {
    const transport = openTransport({ from, dataFolder: folder }, () => undefined)
    await transport.send({ ...letter, id: 'letter-on', unsubscribe: null })
    transport.close()
    expect(readFileSync(path.join(folder, 'mail', 'letter-on.eml'), 'utf8')).not.toMatch(/^List-/im)
    rmSync(path.join(folder, 'mail', 'letter-on.eml'))
  })
})

describe('without a mail server', () => {
  it('letters land as files in the data folder, and the log says so without naming anybody', async () => {
    const log: string[] = []
    const transport = openTransport({ from, dataFolder: folder }, message => log.push(message))
    await transport.send(letter)
    transport.close()
    expect(readdirSync(path.join(folder, 'mail'))).toEqual(['letter-1.eml'])
    const file = path.join(folder, 'mail', 'letter-1.eml')
    expect(statSync(file).mode & 0o077).toBe(0)
    const mail = await simpleParser(readFileSync(file))
    expect(mail.subject).toBe('Verder met je scan')
    expect(mail.text).toContain('https://paraat.example/v')
    expect(log).toEqual([expect.stringContaining('SMTP_URL'), expect.stringContaining('letter-1.eml')])
    expect(log.join()).not.toContain('bakker')
  })
})

describe('with a mail server', () => {
  it('hands the letter over to the one recipient', async () => {
    const server = await startMailServer()
    const log: string[] = []
    const transport = openTransport({ smtpUrl: server.url, from, dataFolder: folder }, message => log.push(message))
    await transport.send(letter)
    expect(server.letters.map(taken => taken.recipients)).toEqual([['bakker@example.nl']])
    const mail = await simpleParser(server.letters[0]!.message)
    expect(mail.subject).toBe('Verder met je scan')
    expect(mail.text?.trim()).toBe(letter.text.trim())
    expect(log).toEqual([])
    transport.close()
    await server.stop()
  })

  it('never makes two recipients of one address', async () => {
    const server = await startMailServer()
    const transport = openTransport({ smtpUrl: server.url, from, dataFolder: folder }, () => undefined)
    await transport.send({ ...letter, recipient: 'bakker@example.nl, slager@example.nl' }).catch(() => undefined)
    expect(server.letters.flatMap(taken => taken.recipients).filter(recipient => recipient === 'slager@example.nl')).toEqual([])
    transport.close()
    await server.stop()
  })

  it('says so when the server knows no such address, and when there is no server', async () => {
    const server = await startMailServer()
    const transport = openTransport({ smtpUrl: server.url, from, dataFolder: folder }, () => undefined)
    await expect(transport.send({ ...letter, recipient: 'weg@example.nl' })).rejects.toMatchObject({ code: 'EENVELOPE', responseCode: 550 })
    await server.stop()
    await expect(transport.send(letter)).rejects.toThrow(/ECONNREFUSED/)
    transport.close()
  })
})
