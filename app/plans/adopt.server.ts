/** Puts measures into the plan of a company: each at most once, one that was taken out put back. */
import { randomUUID } from 'node:crypto'
import { eq, inArray } from 'drizzle-orm'
import type { World } from '#db/open.server.ts'
import { actions, type Action } from '#db/plan-tables.ts'
import { transact } from '#db/transact.server.ts'
import { evidenceOf, storedAnswers, type Scan } from '#app/assessments/scan.server.ts'
import { diaryShows, isToDo } from '#app/core/actions.ts'
import { count } from '#app/core/counted.ts'
import { existingMeasures } from '#app/core/lifts.ts'
import { mostActions } from './change-plan.server.ts'
import { actionsOf } from './plan.server.ts'

/** `adopted`: the asked measures that stand in the plan now, in the order of the questionnaire. `full`: nothing was written. */
export type Adopted = { readonly ok: true; readonly adopted: readonly string[] } | { readonly ok: false; readonly reason: 'full' }

/**
 * One action for each of these measures that exists for the company and is not in its plan yet; one that was taken out is put back, open
 * where it was dealt with. `scan`: the newest finished one. Rows carry `${once}:${measure}`, so that a repeat of the same once-key
 * changes nothing, not even what was taken out since. Throws a 404 where the key is another plan's.
 */
export async function adoptMeasures(world: World, scan: Scan, measureIds: readonly string[], once: string): Promise<Adopted> {
  const { assessment, questionnaire } = scan
  const { organisationId, site, questionnaireHash } = assessment
  const evidence = evidenceOf(assessment, await storedAnswers(world, assessment.id))
  const asked = existingMeasures(count(questionnaire, evidence)).flatMap(({ id }) => (measureIds.includes(id) ? [id] : []))
  if (asked.length === 0) return { ok: true, adopted: [] }
  const keyOf = (measure: string) => `${once}:${measure}`
  const now = world.now()
  return await transact(world.database, async (writer): Promise<Adopted> => {
    const repeated = await writer.select().from(actions).where(inArray(actions.onceKey, asked.map(keyOf)))
    if (repeated.some(row => row.organisationId !== organisationId || row.site !== site)) throw new Response(null, { status: 404 })
    const plan = await actionsOf(writer, assessment)
    const known = new Map<string, Action>()
    for (const row of plan) if (row.measureId !== null && (row.removedAt === null || !known.has(row.measureId))) known.set(row.measureId, row)
    const taken = new Set(repeated.map(row => row.onceKey))
    const missing = asked.filter(id => known.get(id) === undefined)
    const back = asked.flatMap(id => {
      const row = known.get(id)
      return row === undefined || row.removedAt === null || taken.has(keyOf(id)) ? [] : [row]
    })
    const held = plan.filter(row => row.removedAt === null).length
    if (held + missing.length + back.length > mostActions) return { ok: false, reason: 'full' }
    for (const row of back) {
      const next = { removedAt: null, ...(isToDo(row.state) ? {} : { state: 'open' as const, stateAt: now, answersAfter: null }) }
      const sequence = row.sequence + (diaryShows(row, { ...row, ...next }) ? 1 : 0)
      const onceKey = keyOf(row.measureId ?? '')
      await writer.update(actions).set({ ...next, onceKey, sequence, version: row.version + 1, updatedAt: now }).where(eq(actions.id, row.id))
    }
    for (const measureId of missing) {
      await writer.insert(actions).values({
        id: randomUUID(),
        organisationId,
        site,
        measureId,
        questionnaireHash,
        stateAt: now,
        createdBy: scan.user?.id ?? null,
        onceKey: keyOf(measureId),
        createdAt: now,
        updatedAt: now,
      })
    }
    return { ok: true, adopted: asked }
  })
}
