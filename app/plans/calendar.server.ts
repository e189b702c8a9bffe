/** Secret addresses at which a diary reads a plan: made, listed, ended, read. Who has the address reads the plan's dates, and nothing else. */
import { and, asc, eq, exists, gt, isNotNull, isNull, lt, notExists, or, sql } from 'drizzle-orm'
import type { Reader, World, Writer } from '#db/open.server.ts'
import { memberships } from '#db/people-tables.ts'
import { actions, calendarFeeds, type Action, type CalendarFeed } from '#db/plan-tables.ts'
import { organisations } from '#db/schema.ts'
import type { Assessment } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { audit } from '#app/auth/audit.server.ts'
import { hashSecret } from '#app/auth/secret.server.ts'
import { newestFinished } from '#app/assessments/line.server.ts'
import type { Scan } from '#app/assessments/scan.server.ts'
import { may } from '#app/core/permissions.ts'

const day = 24 * 60 * 60 * 1000
/** So many addresses one person has for one plan. */
export const mostFeeds = 10
/** How long an action that was taken out is told to be cancelled, in milliseconds. */
export const cancelledKept = 30 * day

/** The addresses of who asks: a member's own, or those of a guest's company. */
function ownFeeds({ assessment: { organisationId, site }, user }: Scan) {
  const whose = user === null ? isNull(calendarFeeds.userId) : eq(calendarFeeds.userId, user.id)
  return and(eq(calendarFeeds.organisationId, organisationId), sql`${calendarFeeds.site} is ${site}`, whose)
}

export type MadeFeed = { readonly ok: true } | { readonly ok: false; readonly reason: 'tooMany' | 'taken' }

/**
 * Makes an address for the plan of this scan. `token`: 256 random bits that came with the form, so that a repeated form has one effect and
 * one answer; only the hash is stored.
 */
export async function makeFeed(world: World, scan: Scan, token: string): Promise<MadeFeed> {
  const now = world.now()
  const hash = hashSecret(token)
  const { organisationId, site } = scan.assessment
  const userId = scan.user?.id ?? null
  return await transact(world.database, async (writer): Promise<MadeFeed> => {
    const [known] = await writer.select().from(calendarFeeds).where(eq(calendarFeeds.hash, hash))
    if (known !== undefined) {
      const mine = known.organisationId === organisationId && known.site === site && known.userId === userId
      return mine ? { ok: true } : { ok: false, reason: 'taken' }
    }
    if ((await writer.$count(calendarFeeds, ownFeeds(scan))) >= mostFeeds) return { ok: false, reason: 'tooMany' }
    const id = crypto.randomUUID()
    await writer.insert(calendarFeeds).values({ id, hash, organisationId, site, userId, onceKey: hash, createdAt: now })
    await audit(writer, now, { event: 'calendarMade', userId, organisationId, subjectId: id })
    return { ok: true }
  })
}

/** The addresses of who asks, the oldest first. */
export async function feedsOf(world: World, scan: Scan): Promise<CalendarFeed[]> {
  return await world.database.reader.select().from(calendarFeeds).where(ownFeeds(scan)).orderBy(asc(calendarFeeds.createdAt), asc(calendarFeeds.id))
}

/** Ends an address of who asks, for good; one that is gone already is no failure. */
export async function endFeed(world: World, scan: Scan, id: string): Promise<void> {
  await transact(world.database, async writer => {
    const gone = await writer.delete(calendarFeeds).where(and(eq(calendarFeeds.id, id), ownFeeds(scan))).returning({ id: calendarFeeds.id })
    if (gone.length === 0) return
    await audit(writer, world.now(), { event: 'calendarEnded', userId: scan.user?.id ?? null, organisationId: scan.assessment.organisationId, subjectId: id })
  })
}

export type ReadFeed = {
  readonly company: string | null
  /** the scan of which the plan is, the newest finished one; null where none is left */
  readonly newest: Assessment | null
  /** with a date, and not taken out longer than 30 days ago */
  readonly actions: readonly Action[]
}

/**
 * What a diary reads at this address, or null where it is unknown, ended, or no longer its reader's: a member reads while the plan is to be
 * seen, a guest while the company has no members. Notes, once a day, that it was read.
 */
export async function readFeed(world: World, token: string): Promise<ReadFeed | null> {
  const { reader } = world.database
  const now = world.now()
  const [row] = await reader
    .select({ feed: calendarFeeds, company: organisations.name, role: memberships.role, themes: memberships.themes })
    .from(calendarFeeds)
    .innerJoin(organisations, eq(organisations.id, calendarFeeds.organisationId))
    .leftJoin(memberships, and(eq(memberships.organisationId, calendarFeeds.organisationId), eq(memberships.userId, calendarFeeds.userId)))
    .where(eq(calendarFeeds.hash, hashSecret(token)))
  if (row === undefined) return null
  const { feed, company, role, themes } = row
  const open = feed.userId === null ? (await reader.$count(memberships, eq(memberships.organisationId, feed.organisationId))) === 0 : role !== null && may({ role, themes: themes ?? [] }, 'plan.see')
  if (!open) return null
  await noteRead(world, feed)
  const rows = await reader
    .select()
    .from(actions)
    .where(
      and(
        eq(actions.organisationId, feed.organisationId),
        sql`${actions.site} is ${feed.site}`,
        isNotNull(actions.dueOn),
        or(isNull(actions.removedAt), gt(actions.removedAt, now - cancelledKept)),
      ),
    )
    .orderBy(asc(actions.dueOn), asc(actions.createdAt), asc(actions.id))
  return { company, newest: await newestFinished(reader, feed), actions: rows }
}

async function noteRead(world: World, { id, readAt }: CalendarFeed): Promise<void> {
  const now = world.now()
  const today = now - (now % day)
  if (readAt !== null && readAt >= today) return
  const notToday = or(isNull(calendarFeeds.readAt), lt(calendarFeeds.readAt, today))
  await transact(world.database, async writer => void (await writer.update(calendarFeeds).set({ readAt: today }).where(and(eq(calendarFeeds.id, id), notToday))))
}

/** Deletes, in the caller's transaction, addresses that open nothing any more: of who is no member now, and a guest's of a company that has members. Says how many. */
export async function endOrphanFeeds(writer: Writer): Promise<number> {
  const members = (connection: Reader | Writer) => connection.select({ one: sql`1` }).from(memberships)
  const hasMembers = exists(members(writer).where(eq(memberships.organisationId, calendarFeeds.organisationId)))
  const isNoMember = notExists(members(writer).where(and(eq(memberships.organisationId, calendarFeeds.organisationId), eq(memberships.userId, calendarFeeds.userId))))
  const orphan = or(and(isNull(calendarFeeds.userId), hasMembers), and(isNotNull(calendarFeeds.userId), isNoMember))
  return (await writer.delete(calendarFeeds).where(orphan).returning({ id: calendarFeeds.id })).length
}
