/** What members do with a scan of their company: name it, archive it, let it count, delete it and put it back. */
import { and, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Writer } from '#db/open.server.ts'
import { assessments, organisations } from '#db/schema.ts'
import type { Assessment } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import type { AuditEvent } from '#db/audit-events.ts'
import { audit } from '#app/auth/audit.server.ts'
import type { Member } from '#app/auth/guards.server.ts'
import type { Permission } from '#app/core/permissions.ts'
import { canCount } from './counting-scan.ts'

/** How long a deleted scan can be put back, in milliseconds. */
export const putBackTime = 30 * 24 * 60 * 60 * 1000

/** What may be done with a scan, and what one has to be allowed for it. */
export const acts = {
  rename: 'scan.manage',
  archive: 'scan.manage',
  unarchive: 'scan.manage',
  choose: 'scan.manage',
  unchoose: 'scan.manage',
  remove: 'scan.remove',
  putBack: 'scan.remove',
} as const satisfies Record<string, Permission>
export type Act = keyof typeof acts

/** `unknown`: not a scan of this company, or gone for good; `cannotCount`: it is not finished, or it is archived. */
export type Managed = { readonly ok: true } | { readonly ok: false; readonly reason: 'unknown' | 'cannotCount' }

type Where = { readonly writer: Writer; readonly member: Member; readonly scan: Assessment; readonly now: number }

async function note({ writer, member, scan, now }: Where, event: AuditEvent): Promise<void> {
  await audit(writer, now, { event, userId: member.user.id, organisationId: member.organisation.id, subjectId: scan.id })
}

/**
 * Does it once: a repeat finds it done, changes nothing and is as much a success. The caller has checked the member's permission (`acts`).
 * A deleted scan can only be put back, and only for 30 days.
 */
export async function manageScan(member: Member, assessmentId: string, act: Exclude<Act, 'rename'>): Promise<Managed> {
  return await onScan(member, assessmentId, async where => {
    const { writer, member, scan, now } = where
    if (scan.removedAt !== null && act !== 'remove' && act !== 'putBack') return { ok: false, reason: 'unknown' }
    const mine = eq(assessments.id, scan.id)
    const id = { id: assessments.id }
    switch (act) {
      case 'archive': {
        const done = await writer.update(assessments).set({ archivedAt: now }).where(and(mine, isNull(assessments.archivedAt))).returning(id)
        if (done.length > 0) await note(where, 'scanArchived')
        return { ok: true }
      }
      case 'unarchive': {
        const done = await writer.update(assessments).set({ archivedAt: null }).where(and(mine, isNotNull(assessments.archivedAt))).returning(id)
        if (done.length > 0) await note(where, 'scanRestored')
        return { ok: true }
      }
      case 'remove': {
        const done = await writer.update(assessments).set({ removedAt: now }).where(and(mine, isNull(assessments.removedAt))).returning(id)
        if (done.length > 0) await note(where, 'scanRemoved')
        return { ok: true }
      }
      case 'putBack': {
        const done = await writer.update(assessments).set({ removedAt: null }).where(and(mine, isNotNull(assessments.removedAt))).returning(id)
        if (done.length > 0) await note(where, 'scanRestored')
        return { ok: true }
      }
      case 'choose': {
        if (!canCount(scan)) return { ok: false, reason: 'cannotCount' }
        const other = sql`${organisations.chosenAssessmentId} is not ${scan.id}`
        if (await setChosen(writer, member, scan.id, other)) await note(where, 'scanChosen')
        return { ok: true }
      }
      case 'unchoose': {
        if (await setChosen(writer, member, null, eq(organisations.chosenAssessmentId, scan.id))) await note(where, 'scanChosen')
        return { ok: true }
      }
    }
  })
}

async function setChosen(writer: Writer, member: Member, chosen: string | null, unless: ReturnType<typeof eq>): Promise<boolean> {
  const mine = and(eq(organisations.id, member.organisation.id), unless)
  const done = await writer.update(organisations).set({ chosenAssessmentId: chosen }).where(mine).returning({ id: organisations.id })
  return done.length > 0
}

/** Gives the scan this name of at most 80 characters; null takes it away. A repeat changes nothing. */
export async function renameScan(member: Member, assessmentId: string, name: string | null): Promise<Managed> {
  return await onScan(member, assessmentId, async where => {
    const { writer, scan } = where
    if (scan.removedAt !== null) return { ok: false, reason: 'unknown' }
    if (scan.name === name) return { ok: true }
    await writer.update(assessments).set({ name }).where(eq(assessments.id, scan.id))
    await note(where, 'scanRenamed')
    return { ok: true }
  })
}

async function onScan(member: Member, assessmentId: string, work: (where: Where) => Promise<Managed>): Promise<Managed> {
  const now = member.now()
  return await transact(member.database, async writer => {
    const [scan] = await writer.select().from(assessments).where(ownScan(member, assessmentId, now))
    return scan === undefined ? { ok: false, reason: 'unknown' } : await work({ writer, member, scan, now })
  })
}

/** A scan of the member's own organisation that is not beyond putting back. */
function ownScan(member: Pick<Member, 'organisation'>, assessmentId: string, now: number) {
  return and(
    eq(assessments.id, assessmentId),
    eq(assessments.organisationId, member.organisation.id),
    sql`(${isNull(assessments.removedAt)} or ${gt(assessments.removedAt, now - putBackTime)})`,
  )
}
