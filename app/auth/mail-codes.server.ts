/** Links that are mailed to make an account, to set a new password or to confirm an address. Each works once; looking does not use it up. */
import { and, eq, gt, isNull } from 'drizzle-orm'
import type { World, Writer } from '#db/open.server.ts'
import { mailCodes } from '#db/people-tables.ts'
import type { MailCode } from '#db/people-tables.ts'
import { transact } from '#db/transact.server.ts'
import type { Letter } from '#app/mail/letter.ts'
import { queueLetter, type QueuedLetter } from '#app/mail/outbox.server.ts'
import { audit, type Happened } from './audit.server.ts'
import { hashSecret, newSecret } from './secret.server.ts'

const hour = 60 * 60 * 1000

/** How long each kind of link works, in hours. */
export const codeHours = { signUp: 24, reset: 1, email: 24 } as const satisfies Record<MailCode['kind'], number>

/** What a link is for, and to whom it goes. The once-key comes with the form. */
export type WantedCode = Pick<MailCode, 'kind' | 'email' | 'onceKey'> & Partial<Pick<MailCode, 'userId' | 'organisationId'>>

/**
 * Stores a link and the letter that carries it, or neither: a fourth letter in a day is refused, a repeat with the same once-key mails nothing
 * more. `write` makes the letter of the link's secret; `happened` goes into the audit log.
 */
export async function mailCode(world: World, wanted: WantedCode, write: (token: string) => Letter, happened?: Happened): Promise<QueuedLetter> {
  const token = newSecret()
  const letter = write(token)
  const now = world.now()
  return await transact(world.database, async (writer): Promise<QueuedLetter> => {
    const [repeated] = await writer.select({ hash: mailCodes.hash }).from(mailCodes).where(eq(mailCodes.onceKey, wanted.onceKey))
    if (repeated !== undefined) return { ok: true, id: wanted.onceKey }
    const queued = await queueLetter(writer, { ...letter, recipient: wanted.email }, now)
    if (!queued.ok) return queued
    const expiresAt = now + codeHours[wanted.kind] * hour
    await writer.insert(mailCodes).values({ ...wanted, hash: hashSecret(token), createdAt: now, expiresAt })
    if (happened !== undefined) await audit(writer, now, happened)
    return queued
  })
}

/** What a link of this kind is about now; `expired` also when it was used. */
export async function lookUpCode(world: World, kind: MailCode['kind'], token: string): Promise<MailCode | 'unknown' | 'expired'> {
  const [code] = await world.database.reader
    .select()
    .from(mailCodes)
    .where(and(eq(mailCodes.hash, hashSecret(token)), eq(mailCodes.kind, kind)))
  if (code === undefined) return 'unknown'
  return code.usedAt !== null || code.expiresAt <= world.now() ? 'expired' : code
}

/** Uses a link up in the caller's transaction. Null where it was used before, or is too old. */
export async function useCode(writer: Writer, kind: MailCode['kind'], token: string, now: number): Promise<MailCode | null> {
  const alive = and(eq(mailCodes.hash, hashSecret(token)), eq(mailCodes.kind, kind), isNull(mailCodes.usedAt), gt(mailCodes.expiresAt, now))
  const [used] = await writer.update(mailCodes).set({ usedAt: now }).where(alive).returning()
  return used ?? null
}

/** Ends what other links of this kind were mailed to this address. */
export async function endCodes(writer: Writer, kind: MailCode['kind'], email: string, now: number): Promise<void> {
  await writer
    .update(mailCodes)
    .set({ usedAt: now })
    .where(and(eq(mailCodes.kind, kind), eq(mailCodes.email, email), isNull(mailCodes.usedAt)))
}
