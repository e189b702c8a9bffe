/** What may be known of the outbox without reading anybody's letters: how many, and why those wait that wait. */
import { and, desc, isNotNull, isNull, or } from 'drizzle-orm'
import type { Reader } from '#db/open.server.ts'
import { outbox } from '#db/work-tables.ts'
import type { StoredLetter } from '#db/work-tables.ts'

export type OutboxView = {
  /** sent in the last two days: older ones are forgotten */
  readonly sent: number
  readonly waiting: number
  readonly failed: number
  /** waiting or given up, newest first, without address or words */
  readonly letters: readonly Pick<StoredLetter, 'id' | 'createdAt' | 'tries' | 'nextTryAt' | 'failedAt' | 'lastError'>[]
}

/** At most `limit` letters. */
export async function outboxView(reader: Reader, limit: number): Promise<OutboxView> {
  const waiting = and(isNull(outbox.sentAt), isNull(outbox.failedAt))
  const { id, createdAt, tries, nextTryAt, failedAt, lastError } = outbox
  const [sent, waits, failed, letters] = await Promise.all([
    reader.$count(outbox, isNotNull(outbox.sentAt)),
    reader.$count(outbox, waiting),
    reader.$count(outbox, isNotNull(outbox.failedAt)),
    reader.select({ id, createdAt, tries, nextTryAt, failedAt, lastError }).from(outbox).where(or(waiting, isNotNull(outbox.failedAt))).orderBy(desc(createdAt)).limit(limit),
  ])
  return { sent, waiting: waits, failed, letters }
}
