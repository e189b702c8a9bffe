/** Reads the letters that a server without a mail server leaves as files in its data folder. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { simpleParser } from 'mailparser'

export type Received = {
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly language: string
  /** every link in it, in order, without the site it is on: `/account-maken/…` */
  readonly links: readonly string[]
}

/** The letters to this address, oldest first. `dataFolder`: the server's, `process.env.E2E_DATA_DIR` unless a spec has its own. */
export async function lettersTo(address: string, dataFolder = process.env.E2E_DATA_DIR ?? ''): Promise<Received[]> {
  const folder = path.join(dataFolder, 'mail')
  const names = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.eml')) : []
  const dated = names.map(name => path.join(folder, name)).map(file => ({ file, at: statSync(file).mtimeMs }))
  const received: Received[] = []
  for (const { file } of dated.sort((one, other) => one.at - other.at)) {
    const source = readFileSync(file)
    if (!source.includes(address.toLowerCase())) continue
    const mail = await simpleParser(source)
    const to = [mail.to ?? []].flat().flatMap(list => list.value.map(entry => entry.address))
    if (!to.includes(address.toLowerCase())) continue
    const text = mail.text ?? ''
    const language = mail.headers.get('content-language')
    received.push({
      subject: mail.subject ?? '',
      text,
      html: mail.html || '',
      language: typeof language === 'string' ? language : '',
      links: [...text.matchAll(/https?:\/\/[^/\s]+(\/\S*)/g)].map(match => match[1] ?? ''),
    })
  }
  return received
}

/** Waits until so many letters have come to this address. Resolves with the last of them; throws after ten seconds. */
export async function letterTo(address: string, count = 1, dataFolder?: string): Promise<Received> {
  for (let tries = 0; tries < 100; tries += 1) {
    const received = await lettersTo(address, dataFolder)
    const last = received[count - 1]
    if (last !== undefined) return received.at(-1) ?? last
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error(`Letter ${count} to ${address} did not come.`)
}
