/** Read-only links to chosen parts of a report: made, listed, deleted, opened. Who has the link reads those parts, and nothing else. */
import { and, asc, eq, gt, isNull, lt, or } from 'drizzle-orm'
import type { World } from '#db/open.server.ts'
import { shareLinks } from '#db/plan-tables.ts'
import type { ShareLink } from '#db/plan-tables.ts'
import { assessments } from '#db/schema.ts'
import type { Assessment } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { audit } from '#app/auth/audit.server.ts'
import { hashSecret } from '#app/auth/secret.server.ts'
import type { Scan } from '#app/assessments/scan.server.ts'
import { isSharePart, type SharePart } from './parts.ts'

const day = 24 * 60 * 60 * 1000
/** How many links to one report can work at the same time. */
export const mostLinks = 20

export type NewShare = {
  /** 256 random bits that came with the form, so that a repeated form has one effect and one answer; only the hash is stored */
  readonly token: string
  readonly parts: readonly SharePart[]
  readonly label: string | null
  readonly days: number
}
export type Shared = { readonly ok: true } | { readonly ok: false; readonly reason: 'tooMany' | 'taken' }

/** Makes a link to parts of a finished scan; a repeat of the same form makes no second one. */
export async function makeShareLink(world: World, scan: Scan, { token, parts, label, days }: NewShare): Promise<Shared> {
  const now = world.now()
  const hash = hashSecret(token)
  const { id: assessmentId, organisationId } = scan.assessment
  return await transact(world.database, async (writer): Promise<Shared> => {
    const [known] = await writer.select().from(shareLinks).where(eq(shareLinks.hash, hash))
    if (known !== undefined) return known.assessmentId === assessmentId ? { ok: true } : { ok: false, reason: 'taken' }
    if ((await writer.$count(shareLinks, and(eq(shareLinks.assessmentId, assessmentId), gt(shareLinks.expiresAt, now)))) >= mostLinks) return { ok: false, reason: 'tooMany' }
    const id = crypto.randomUUID()
    const createdBy = scan.user?.id ?? null
    await writer.insert(shareLinks).values({ id, hash, organisationId, assessmentId, parts: [...parts], label, createdBy, onceKey: hash, createdAt: now, expiresAt: now + days * day })
    await audit(writer, now, { event: 'reportShared', userId: createdBy, organisationId, subjectId: id })
    return { ok: true }
  })
}

/** The links to a scan's report that work now, the oldest first. */
export async function shareLinksOf(world: World, assessmentId: string): Promise<ShareLink[]> {
  return await world.database.reader
    .select()
    .from(shareLinks)
    .where(and(eq(shareLinks.assessmentId, assessmentId), gt(shareLinks.expiresAt, world.now())))
    .orderBy(asc(shareLinks.createdAt), asc(shareLinks.id))
}

/** Deletes a link of this scan, for good; one that is gone already is no failure. */
export async function endShareLink(world: World, scan: Scan, id: string): Promise<void> {
  await transact(world.database, async writer => {
    const gone = await writer
      .delete(shareLinks)
      .where(and(eq(shareLinks.id, id), eq(shareLinks.assessmentId, scan.assessment.id)))
      .returning({ id: shareLinks.id })
    if (gone.length === 0) return
    await audit(writer, world.now(), { event: 'shareEnded', userId: scan.user?.id ?? null, organisationId: scan.assessment.organisationId, subjectId: id })
  })
}

export type OpenedShare = { readonly assessment: Assessment; readonly parts: readonly SharePart[]; readonly expiresAt: number }

/** What a link shows, or null where it is unknown, deleted or expired, or its scan was deleted. Notes, once a day, that it was opened. */
export async function openShareLink(world: World, token: string): Promise<OpenedShare | null> {
  const now = world.now()
  const [row] = await world.database.reader
    .select({ link: shareLinks, assessment: assessments })
    .from(shareLinks)
    .innerJoin(assessments, eq(assessments.id, shareLinks.assessmentId))
    .where(and(eq(shareLinks.hash, hashSecret(token)), gt(shareLinks.expiresAt, now), isNull(assessments.removedAt)))
  if (row === undefined) return null
  const { link, assessment } = row
  const today = now - (now % day)
  if (link.openedAt === null || link.openedAt < today) {
    const notToday = or(isNull(shareLinks.openedAt), lt(shareLinks.openedAt, today))
    await transact(world.database, async writer => void (await writer.update(shareLinks).set({ openedAt: today }).where(and(eq(shareLinks.id, link.id), notToday))))
  }
  return { assessment, parts: link.parts.filter(isSharePart), expiresAt: link.expiresAt }
}
