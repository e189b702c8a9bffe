/**
 * Letters wait in the database, queued together with what they tell of, and are sent afterwards: tried again when the mail server
 * is away, never taken by two processes at once, and at most three a day to one address.
 */
import { and, asc, eq, gt, isNotNull, isNull, lt, lte, ne, or } from 'drizzle-orm'
import type { Database, Reader, Writer } from '#db/open.server.ts'
import { outbox } from '#db/work-tables.ts'
import type { StoredLetter } from '#db/work-tables.ts'
import { transact } from '#db/transact.server.ts'
import type { Letter } from './letter.ts'
import type { Transport } from './transport.server.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const lettersPerDay = 3
/** How long to wait after the first failed try, the second, and so on; when they are used up the letter is given up. */
const waits = [minute, 5 * minute, 30 * minute, 2 * hour, 6 * hour, 12 * hour]
/** A letter that is being sent is nobody else's for so long: longer than a mail server can keep one sending. */
const lease = 15 * minute
/** Letters that one call sends at most. */
const batch = 50
/** How long it stays known to whom a letter went, so that the letters of a day can be counted. */
const remembered = 2 * day

export type QueuedLetter = { ok: true; id: string } | { ok: false; reason: 'bad-address' | 'too-many-letters' }

/**
 * Puts a letter into the outbox, inside the caller's transaction; `now` in epoch milliseconds. `unsubscribe`: the absolute address that turns
 * such letters off with one click.
 * Refuses what is not one address, and the fourth letter to one address within 24 hours. A notice (what was changed about one's own account,
 * by who knew the password or the mailed link) always goes and is not counted: else three letters that anybody can ask for would silence it.
 */
export async function queueLetter(
  writer: Writer,
  letter: Letter & { readonly recipient: string; readonly unsubscribe?: string },
  now: number,
  { notice = false }: { readonly notice?: boolean } = {},
): Promise<QueuedLetter> {
  const recipient = letter.recipient.trim().toLowerCase()
  if (!isOneAddress(recipient)) return { ok: false, reason: 'bad-address' }
  const today = await writer.$count(outbox, and(eq(outbox.recipient, recipient), eq(outbox.notice, false), gt(outbox.createdAt, now - day)))
  if (!notice && today >= lettersPerDay) return { ok: false, reason: 'too-many-letters' }
  const id = crypto.randomUUID()
  const { subject, text, html, language, unsubscribe = null } = letter
  await writer.insert(outbox).values({ id, recipient, subject, text, html, language, notice, unsubscribe, createdAt: now, nextTryAt: now })
  return { ok: true, id }
}

export type SendingReport = {
  readonly sent: number
  /** could not be sent now, will be tried again */
  readonly later: number
  /** given up */
  readonly failed: number
  /** what went wrong, one line each, with the letter's id and never an address */
  readonly errors: readonly string[]
}

/**
 * Sends what is due, one letter after the other, at most 50, and forgets what was sent two days ago. Several processes may call it.
 * A letter whose process dies between handing over and noting it is sent once more, under the same Message-ID.
 */
export async function sendDue(database: Database, transport: Transport, now: () => number): Promise<SendingReport> {
  const report = { sent: 0, later: 0, failed: 0, errors: [] as string[] }
  await forgetOld(database, now())
  for (let count = 0; count < batch; count += 1) {
    const letter = await claim(database, now())
    if (!letter) break
    const error = await transport.send(letter).then(() => undefined, asError)
    const outcome = outcomeOf(letter.tries, error, now())
    await transact(database, async writer => {
      await writer
        .update(outbox)
        .set(outcome.row)
        .where(and(eq(outbox.id, letter.id), eq(outbox.tries, letter.tries)))
    })
    report[outcome.kind] += 1
    if (error) report.errors.push(`${letter.id}: ${withoutAddresses(error.message)}`)
  }
  return report
}

/** Takes the letter that has waited longest, so that no other process does; nothing when none is due. */
async function claim(database: Database, now: number): Promise<StoredLetter | undefined> {
  if (!(await nextDue(database.reader, now))) return undefined
  return transact(database, async writer => {
    for (;;) {
      const letter = await nextDue(writer, now)
      if (!letter) return undefined
      const mine = eq(outbox.id, letter.id)
      if (letter.tries > waits.length) {
        await writer.update(outbox).set({ failedAt: now, ...noWords }).where(mine)
      } else if (!letter.notice && (await lettersOfTheDay(writer, letter, now)) >= lettersPerDay) {
        await writer.update(outbox).set({ nextTryAt: now + hour }).where(mine)
      } else {
        const taken = { tries: letter.tries + 1, nextTryAt: now + lease }
        await writer.update(outbox).set(taken).where(mine)
        return { ...letter, ...taken }
      }
    }
  })
}

async function nextDue(reader: Reader, now: number): Promise<StoredLetter | undefined> {
  const due = and(isNull(outbox.sentAt), isNull(outbox.failedAt), lte(outbox.nextTryAt, now))
  const [letter] = await reader.select().from(outbox).where(due).orderBy(asc(outbox.nextTryAt), asc(outbox.createdAt)).limit(1)
  return letter
}

/** Other letters to this address that went in the last 24 hours, or may be on their way. */
async function lettersOfTheDay(reader: Reader, letter: StoredLetter, now: number): Promise<number> {
  const mayBeOnItsWay = and(isNull(outbox.sentAt), isNull(outbox.failedAt), gt(outbox.tries, 0))
  return reader.$count(
    outbox,
    and(eq(outbox.recipient, letter.recipient), eq(outbox.notice, false), ne(outbox.id, letter.id), or(gt(outbox.sentAt, now - day), mayBeOnItsWay)),
  )
}

/** What is left of a letter that needs no words any more: they hold links that open a scan, or change what comes by mail. */
const noWords = { text: '', html: '', unsubscribe: null }

type Outcome = { kind: 'sent' | 'later' | 'failed'; row: Partial<StoredLetter> }

/** What becomes of a letter after its `tries`-th try. */
function outcomeOf(tries: number, error: Error | undefined, now: number): Outcome {
  if (!error) return { kind: 'sent', row: { sentAt: now, lastError: null, ...noWords } }
  const lastError = withoutAddresses(error.message)
  const wait = waits[tries - 1]
  if (wait === undefined || isRefusal(error)) return { kind: 'failed', row: { failedAt: now, lastError, ...noWords } }
  return { kind: 'later', row: { nextTryAt: now + wait, lastError } }
}

/** The mail server will not have this letter or this recipient, today or tomorrow. */
function isRefusal(error: Error): boolean {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && typeof responseCode === 'number' && responseCode >= 500
}

/** Longer than this no letter waits where mail works, in milliseconds. */
const longestWait = 6 * hour

/** How many letters have waited for longer than six hours, those left out that wait for the next day of their reader. */
export async function overdueLetters(reader: Reader, now: number): Promise<number> {
  const tried = or(gt(outbox.tries, 0), lt(outbox.nextTryAt, now - lease))
  return await reader.$count(outbox, and(isNull(outbox.sentAt), isNull(outbox.failedAt), lt(outbox.createdAt, now - longestWait), tried))
}

async function forgetOld(database: Database, now: number): Promise<void> {
  const over = now - remembered
  const old = or(and(isNotNull(outbox.sentAt), lt(outbox.sentAt, over)), and(isNotNull(outbox.failedAt), lt(outbox.failedAt, over)))
  if ((await database.reader.$count(outbox, old)) === 0) return
  await transact(database, async writer => void (await writer.delete(outbox).where(old)))
}

function isOneAddress(address: string): boolean {
  return address.length <= 254 && /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:".]{2,}$/.test(address)
}

/** An error's message as it may be stored and shown. */
export function withoutAddresses(message: string): string {
  return message.replace(/[^\s<>@]+@[^\s<>@]+/g, '(address)').slice(0, 300)
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown))
}
