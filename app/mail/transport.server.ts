/** Takes letters out of the house: by SMTP where a mail server is set, else as .eml files in the data folder. */
import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import nodemailer from 'nodemailer'
import type { SendMailOptions } from 'nodemailer'
import type { Letter } from './letter.ts'

/** A letter on its way; the id is the same at every try, so that a mail reader can tell a repeat. `unsubscribe`: turns such letters off. */
export type OutgoingLetter = Letter & { readonly id: string; readonly recipient: string; readonly unsubscribe?: string | null }

export type Transport = {
  /** Resolves when the letter was handed over; rejects when it was not. */
  send(letter: OutgoingLetter): Promise<void>
  close(): void
}

export type TransportSettings = {
  /** smtp://user:password@host:port or smtps://…; none: letters land as files */
  readonly smtpUrl?: string | undefined
  /** "Paraat <paraat@example.nl>" */
  readonly from: string
  /** where the folder `mail` is made when letters land as files */
  readonly dataFolder: string
}

/** Longest silence of a mail server, in milliseconds. */
const patience = 20_000

/** By SMTP when there is an address for it, else by file; says through `log` (one line, no addresses) that letters land as files. */
export function openTransport(settings: TransportSettings, log: (message: string) => void): Transport {
  return settings.smtpUrl === undefined ? fileTransport(settings, log) : smtpTransport(settings.smtpUrl, settings.from)
}

/** The message as nodemailer takes it: one recipient, never a list, and nothing read from disk or network. */
export function asMessage(letter: OutgoingLetter, from: string): SendMailOptions {
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost'
  return {
    from,
    to: { name: '', address: letter.recipient },
    messageId: `<${letter.id}@${domain}>`,
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    headers: { 'Content-Language': letter.language, 'Auto-Submitted': 'auto-generated', ...unsubscribeHeaders(letter) },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** With these a mail reader shows a button of its own, and posts to the address without asking anything (RFC 8058). */
function unsubscribeHeaders({ unsubscribe }: OutgoingLetter): Record<string, string> {
  if (unsubscribe === undefined || unsubscribe === null) return {}
  return { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

function smtpTransport(url: string, from: string): Transport {
  const mailer = nodemailer.createTransport({
    url,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
  })
  return {
    async send(letter) {
      await mailer.sendMail(asMessage(letter, from))
    },
    close: () => mailer.close(),
  }
}

function fileTransport({ from, dataFolder }: TransportSettings, log: (message: string) => void): Transport {
  const folder = path.resolve(dataFolder, 'mail')
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  log(`No SMTP_URL is set: letters are not sent, they land as files in ${folder}.`)
  return {
    async send(letter) {
      const { message } = await composer.sendMail(asMessage(letter, from))
      await mkdir(folder, { recursive: true })
      const file = path.join(folder, `${letter.id}.eml`)
      await writeFile(`${file}.part`, message as Buffer, { mode: 0o600 })
      await rename(`${file}.part`, file)
      log(`A letter landed in ${file}.`)
    },
    close: () => composer.close(),
  }
}
