/** Reads what came after a company's reports, for `paraat.json`: its plan, what it shared and practised, what it asked of suppliers and sent to others. */
import { asc, eq, inArray } from 'drizzle-orm'
import type { Reader, Writer } from '#db/open.server.ts'
import { actionReminders, actions, calendarFeeds, drills, shareLinks, supplierLinks, supplierScans, trialHours } from '#db/plan-tables.ts'
import { assessments } from '#db/schema.ts'

const instant = (at: number) => new Date(at).toISOString()
const instantOrNull = (at: number | null) => (at === null ? null : instant(at))

/** No hash and no once-key: what opens something stays behind. */
export async function afterData(connection: Reader | Writer, organisationId: string) {
  const own = connection.select({ id: assessments.id }).from(assessments).where(eq(assessments.organisationId, organisationId))
  const plan = await connection.select().from(actions).where(eq(actions.organisationId, organisationId)).orderBy(asc(actions.createdAt), asc(actions.id))
  const reminders = plan.length === 0 ? [] : await connection.select().from(actionReminders).where(inArray(actionReminders.actionId, plan.map(one => one.id)))
  const feeds = await connection.select().from(calendarFeeds).where(eq(calendarFeeds.organisationId, organisationId)).orderBy(asc(calendarFeeds.createdAt))
  const shares = await connection.select().from(shareLinks).where(eq(shareLinks.organisationId, organisationId)).orderBy(asc(shareLinks.createdAt))
  const held = await connection.select().from(drills).where(eq(drills.organisationId, organisationId)).orderBy(asc(drills.createdAt))
  const trials = await connection.select().from(trialHours).where(eq(trialHours.organisationId, organisationId)).orderBy(asc(trialHours.createdAt))
  const asked = await connection.select().from(supplierLinks).where(eq(supplierLinks.organisationId, organisationId)).orderBy(asc(supplierLinks.createdAt))
  const received = asked.length === 0 ? [] : await connection.select().from(supplierScans).where(inArray(supplierScans.linkId, asked.map(one => one.id)))
  const sent = await connection.select().from(supplierScans).where(inArray(supplierScans.assessmentId, own)).orderBy(asc(supplierScans.createdAt))
  return {
    plan: plan.map(({ onceKey: _, organisationId: __, ...row }) => ({
      ...row,
      stateAt: instant(row.stateAt),
      createdAt: instant(row.createdAt),
      updatedAt: instant(row.updatedAt),
      removedAt: instantOrNull(row.removedAt),
      reminders: reminders.filter(one => one.actionId === row.id).map(({ kind, dueOn, writtenAt }) => ({ kind, dueOn, writtenAt: instant(writtenAt) })),
    })),
    calendars: feeds.map(({ id, site, userId, createdAt, readAt }) => ({ id, site, userId, createdAt: instant(createdAt), readAt: instantOrNull(readAt) })),
    shareLinks: shares.map(({ id, assessmentId, parts, label, createdBy, createdAt, expiresAt, openedAt }) => ({
      id,
      scan: assessmentId,
      parts,
      label,
      createdBy,
      createdAt: instant(createdAt),
      expiresAt: instant(expiresAt),
      openedAt: instantOrNull(openedAt),
    })),
    drills: held.map(({ onceKey: _, organisationId: __, assessmentId, ...row }) => ({ ...row, scan: assessmentId, createdAt: instant(row.createdAt), heldAt: instantOrNull(row.heldAt), removedAt: instantOrNull(row.removedAt) })),
    trialHours: trials.map(({ onceKey: _, organisationId: __, assessmentId, ...row }) => ({
      ...row,
      scan: assessmentId,
      createdAt: instant(row.createdAt),
      heldAt: instantOrNull(row.heldAt),
      cancelledAt: instantOrNull(row.cancelledAt),
    })),
    suppliersAsked: asked.map(({ id, site, label, asker, createdBy, createdAt, expiresAt }) => ({
      id,
      site,
      label,
      asker,
      createdBy,
      createdAt: instant(createdAt),
      expiresAt: instant(expiresAt),
      received: received.filter(one => one.linkId === id && one.hours !== null).map(({ hours, sentAt }) => ({ hours, sentAt: instantOrNull(sentAt) })),
    })),
    sentToCustomers: sent.map(({ assessmentId, hours, createdAt, sentAt }) => ({ scan: assessmentId, hours, createdAt: instant(createdAt), sentAt: instantOrNull(sentAt) })),
  }
}
