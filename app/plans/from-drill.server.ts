/** What comes out of a drill goes into the plan: own actions, and measures that put right what failed. */
import { randomUUID } from 'node:crypto'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Writer } from '#db/open.server.ts'
import { actions } from '#db/plan-tables.ts'
import type { Scan } from '#app/assessments/scan.server.ts'
import { mostActions } from './change-plan.server.ts'

export type FromDrill = {
  readonly drillId: string
  /** own actions; titles of at most 200 characters */
  readonly titles: readonly string[]
  /** ids of measures of the scan's questionnaire */
  readonly measures: readonly string[]
}

/** `full`: the plan has room for `room` more, and nothing was added. */
export type DrillActions = { readonly ok: true; readonly added: number } | { readonly ok: false; readonly reason: 'full'; readonly room: number }

/**
 * Adds actions to the plan of this scan's line, each once for a drill. A measure that the plan has stays as it is; one that was taken out
 * is put back. Where not all of it fits in the plan, nothing is added.
 */
export async function addDrillActions(writer: Writer, scan: Scan, { drillId, titles, measures }: FromDrill, now: number): Promise<DrillActions> {
  const { organisationId, site, questionnaireHash } = scan.assessment
  const ofPlan = and(eq(actions.organisationId, organisationId), sql`${actions.site} is ${site}`)
  const taken = await writer.select().from(actions).where(and(ofPlan, inArray(actions.measureId, [...measures])))
  const room = Math.max(0, mostActions - (await writer.$count(actions, and(ofPlan, isNull(actions.removedAt)))))
  const asked = [
    ...titles.map((title, n) => ({ title, measureId: null, questionnaireHash: null, onceKey: `${drillId}:${n + 1}` })),
    ...measures.map(measureId => ({ title: null, measureId, questionnaireHash, onceKey: `${drillId}:${measureId}` })),
  ]
  const here = (measureId: string | null) => measureId !== null && taken.some(row => row.measureId === measureId && row.removedAt === null)
  if (asked.filter(one => !here(one.measureId)).length > room) return { ok: false, reason: 'full', room }
  let added = 0
  for (const one of asked) {
    const known = one.measureId === null ? undefined : (taken.find(row => row.measureId === one.measureId && row.removedAt === null) ?? taken.find(row => row.measureId === one.measureId))
    if (known?.removedAt === null) continue
    if (known === undefined) {
      const made = { stateAt: now, createdBy: scan.user?.id ?? null, createdAt: now, updatedAt: now }
      const rows = await writer.insert(actions).values({ id: randomUUID(), organisationId, site, drillId, ...one, ...made }).onConflictDoNothing().returning({ id: actions.id })
      added += rows.length
    } else {
      await writer.update(actions).set({ removedAt: null, sequence: known.sequence + 1, version: known.version + 1, updatedAt: now }).where(eq(actions.id, known.id))
      added += 1
    }
  }
  return { ok: true, added }
}
