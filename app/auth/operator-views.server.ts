/** What who runs this site sees of people: who has an account, and the audit log. Never what anybody filled in. */
import { and, asc, count, desc, eq, gt, lt, max } from 'drizzle-orm'
import type { AuditEvent } from '#db/audit-events.ts'
import type { Reader } from '#db/open.server.ts'
import { memberships, users } from '#db/people-tables.ts'
import { auditLog } from '#db/work-tables.ts'
import type { AuditEntry } from '#db/work-tables.ts'

/** `companies`: how many this user belongs to; times in epoch milliseconds. */
export type UserRow = {
  readonly id: string
  readonly email: string
  readonly createdAt: number
  readonly secondFactor: boolean
  readonly operator: boolean
  readonly deletionAt: number | null
  readonly companies: number
  readonly lastSignIn: number | null
}

/** Users by address, `size` of them after the user with the id `after`; `next`: the id to go on after, null at the end. */
export async function userRows(reader: Reader, after: string, size: number): Promise<{ readonly rows: UserRow[]; readonly next: string | null }> {
  const [start] = await reader.select({ email: users.email }).from(users).where(eq(users.id, after))
  const found = await reader.select().from(users).where(gt(users.email, start?.email ?? '')).orderBy(asc(users.email)).limit(size + 1)
  const rows = await Promise.all(
    found.slice(0, size).map(async ({ id, email, createdAt, totpSecret, operator, deletionAt }): Promise<UserRow> => {
      const [[belongs], [signedIn]] = await Promise.all([
        reader.select({ companies: count() }).from(memberships).where(eq(memberships.userId, id)),
        reader.select({ at: max(auditLog.at) }).from(auditLog).where(and(eq(auditLog.userId, id), eq(auditLog.event, 'signedIn'))),
      ])
      return { id, email, createdAt, operator, deletionAt, secondFactor: totpSecret !== null, companies: belongs?.companies ?? 0, lastSignIn: signedIn?.at ?? null }
    }),
  )
  return { rows, next: found.length > size ? (rows.at(-1)?.id ?? null) : null }
}

/** The log, newest first, `size` entries older than the entry `before`; `event`: of this kind only. `next`: the entry to go on from, null at the end. */
export async function logEntries(
  reader: Reader,
  { event, before, size }: { readonly event: AuditEvent | null; readonly before: number | null; readonly size: number },
): Promise<{ readonly entries: AuditEntry[]; readonly next: number | null }> {
  const wanted = and(event === null ? undefined : eq(auditLog.event, event), before === null ? undefined : lt(auditLog.id, before))
  const found = await reader.select().from(auditLog).where(wanted).orderBy(desc(auditLog.id)).limit(size + 1)
  const entries = found.slice(0, size)
  return { entries, next: found.length > size ? (entries.at(-1)?.id ?? null) : null }
}
