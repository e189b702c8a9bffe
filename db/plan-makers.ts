/** Makes rows of what comes after a report, for tests and for the seed; as makers.ts does. */
import { makeAssessment, makeHash, makeId, makeOrganisation, makersTime } from './makers.ts'
import type { Writer } from './open.server.ts'
import * as plan from './plan-tables.ts'

async function companyOf(writer: Writer, given: { readonly organisationId?: string }): Promise<string> {
  return given.organisationId ?? (await makeOrganisation(writer)).id
}

/** A company and a scan of it, as far as they are not given. */
async function scanOf(writer: Writer, given: { readonly organisationId?: string; readonly assessmentId?: string }) {
  const organisationId = await companyOf(writer, given)
  return { organisationId, assessmentId: given.assessmentId ?? (await makeAssessment(writer, { organisationId })).id }
}

const made = () => ({ id: makeId(), onceKey: makeId(), createdBy: null, createdAt: makersTime })

/** An own action, open, without a date. */
export async function makeAction(writer: Writer, given: Partial<plan.Action> = {}): Promise<plan.Action> {
  const row: plan.Action = {
    ...made(),
    organisationId: await companyOf(writer, given),
    site: null,
    measureId: null,
    questionnaireHash: null,
    title: given.measureId === undefined ? 'Aggregaat testen' : null,
    drillId: null,
    ownerId: null,
    ownerName: null,
    dueOn: null,
    note: null,
    state: 'open',
    reason: null,
    stateAt: makersTime,
    answersAfter: null,
    sequence: 0,
    version: 1,
    updatedAt: makersTime,
    removedAt: null,
    ...given,
  }
  await writer.insert(plan.actions).values(row)
  return row
}

/** A guest's diary address. */
export async function makeCalendarFeed(writer: Writer, given: Partial<plan.CalendarFeed> = {}): Promise<plan.CalendarFeed> {
  const { createdBy: _, ...ids } = made()
  const row: plan.CalendarFeed = { ...ids, hash: makeHash(), organisationId: await companyOf(writer, given), site: null, userId: null, readAt: null, ...given }
  await writer.insert(plan.calendarFeeds).values(row)
  return row
}

/** A link that shows no part yet, for 30 days. */
export async function makeShareLink(writer: Writer, given: Partial<plan.ShareLink> = {}): Promise<plan.ShareLink> {
  const row: plan.ShareLink = {
    ...made(),
    ...(await scanOf(writer, given)),
    hash: makeHash(),
    parts: [],
    label: null,
    expiresAt: makersTime + 30 * 86_400_000,
    openedAt: null,
    ...given,
  }
  await writer.insert(plan.shareLinks).values(row)
  return row
}

/** A drill about power that is not held yet. */
export async function makeDrill(writer: Writer, given: Partial<plan.Drill> = {}): Promise<plan.Drill> {
  const row: plan.Drill = { ...made(), ...(await scanOf(writer, given)), scenario: 'stroom', notes: {}, exercised: [], version: 1, heldAt: null, removedAt: null, ...given }
  await writer.insert(plan.drills).values(row)
  return row
}

/** A trial hour on 12 January 2026 at 9.30. */
export async function makeTrialHour(writer: Writer, given: Partial<plan.TrialHour> = {}): Promise<plan.TrialHour> {
  const row: plan.TrialHour = {
    ...made(),
    ...(await scanOf(writer, given)),
    day: '2026-01-12',
    time: '09:30',
    ticked: [],
    tell: null,
    keepOn: null,
    outcome: null,
    note: null,
    sequence: 0,
    version: 1,
    heldAt: null,
    cancelledAt: null,
    ...given,
  }
  await writer.insert(plan.trialHours).values(row)
  return row
}

/** A link for a supplier, for 90 days. */
export async function makeSupplierLink(writer: Writer, given: Partial<plan.SupplierLink> = {}): Promise<plan.SupplierLink> {
  const row: plan.SupplierLink = {
    ...made(),
    hash: makeHash(),
    organisationId: await companyOf(writer, given),
    site: null,
    label: 'De meelfabriek',
    asker: 'Bakkerij De Korenaar',
    expiresAt: makersTime + 90 * 86_400_000,
    ...given,
  }
  await writer.insert(plan.supplierLinks).values(row)
  return row
}

/** A supplier's scan that sent nothing yet. */
export async function makeSupplierScan(writer: Writer, given: Partial<plan.SupplierScan> = {}): Promise<plan.SupplierScan> {
  const row: plan.SupplierScan = {
    linkId: given.linkId ?? (await makeSupplierLink(writer)).id,
    assessmentId: given.assessmentId ?? (await makeAssessment(writer)).id,
    createdAt: makersTime,
    hours: null,
    sentAt: null,
    ...given,
  }
  await writer.insert(plan.supplierScans).values(row)
  return row
}
