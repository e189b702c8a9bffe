/** Deletes what has outlived its time: scans of guests that nobody opens, browsers that do not come back, codes that have expired. */
import { and, eq, isNotNull, isNull, lte, notExists, or } from 'drizzle-orm'
import type { World } from '#db/open.server.ts'
import { invitations, mailCodes, memberships, sessions } from '#db/people-tables.ts'
import { reminderLinks, shareLinks } from '#db/plan-tables.ts'
import { assessments, browserKeys, organisations, passOnCodes } from '#db/schema.ts'
import { emptyLogSoon, transact } from '#db/transact.server.ts'
import { setupCodes } from '#db/work-tables.ts'
import { deleteScan } from '#app/assessments/remove.server.ts'
import { removeExpiredSessions } from '#app/auth/session.server.ts'
import { endOrphanFeeds } from '#app/plans/calendar.server.ts'
import { removeEndedLinks } from '#app/suppliers/ask.server.ts'

const day = 24 * 60 * 60 * 1000

/** How long after it was last opened a guest's scan goes, in milliseconds. */
export const unfinishedKept = 90 * day
/** The same of a finished one, in months. */
export const finishedKeptMonths = 24
/** How long the key of a browser is kept that is not seen. */
export const browserKept = 400 * day
/** Used and expired links stay a while, so that they can say that they have expired. */
export const expiredKept = 30 * day
/** How many scans go in one transaction, so that nobody waits for long. */
const batch = 50

/** Says how many scans and how many other rows went. */
export async function endLifetimes(world: World): Promise<Record<string, number>> {
  const scans = await endScans(world)
  const others = await endOthers(world)
  if (scans + others > 0) await emptyLogSoon(world.database)
  return { scans, others }
}

async function endScans(world: World): Promise<number> {
  const now = world.now()
  const members = world.database.reader.select({ id: memberships.userId }).from(memberships).where(eq(memberships.organisationId, organisations.id))
  const old = or(
    and(isNull(assessments.finishedAt), lte(assessments.openedAt, now - unfinishedKept)),
    and(isNotNull(assessments.finishedAt), lte(assessments.openedAt, monthsBefore(now, finishedKeptMonths))),
  )
  for (let count = 0; ; ) {
    const gone = await transact(world.database, async writer => {
      const due = await writer
        .select({ id: assessments.id, organisationId: assessments.organisationId })
        .from(assessments)
        .innerJoin(organisations, eq(organisations.id, assessments.organisationId))
        .where(and(eq(organisations.example, false), notExists(members), old))
        .limit(batch)
      for (const scan of due) await deleteScan(writer, scan)
      return due.length
    })
    count += gone
    if (gone < batch) return count
  }
}

/** The same day and hour so many months before, in epoch milliseconds. */
function monthsBefore(now: number, months: number): number {
  const then = new Date(now)
  return then.setUTCMonth(then.getUTCMonth() - months)
}

async function endOthers(world: World): Promise<number> {
  const now = world.now()
  const over = now - expiredKept
  const before = await world.database.reader.$count(sessions, lte(sessions.expiresAt, now))
  await removeExpiredSessions(world)
  const gone = await transact(world.database, async writer => [
    ...(await writer.delete(browserKeys).where(lte(browserKeys.seenAt, now - browserKept)).returning({ id: browserKeys.hash })),
    ...(await writer.delete(mailCodes).where(lte(mailCodes.expiresAt, over)).returning({ id: mailCodes.hash })),
    ...(await writer.delete(invitations).where(lte(invitations.expiresAt, over)).returning({ id: invitations.id })),
    ...(await writer.delete(passOnCodes).where(lte(passOnCodes.expiresAt, over)).returning({ id: passOnCodes.hash })),
    ...(await writer.delete(shareLinks).where(lte(shareLinks.expiresAt, now)).returning({ id: shareLinks.id })),
    ...(await writer.delete(reminderLinks).where(lte(reminderLinks.expiresAt, now)).returning({ id: reminderLinks.hash })),
    ...(await writer.delete(setupCodes).where(lte(setupCodes.expiresAt, now)).returning({ id: setupCodes.hash })),
  ])
  const feeds = await transact(world.database, endOrphanFeeds)
  const suppliers = await transact(world.database, writer => removeEndedLinks(writer, now))
  return before + gone.length + feeds + suppliers
}
