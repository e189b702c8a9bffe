/** Measures come into a plan: each once, however often and by however many they are asked for. */
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeAction } from '#db/plan-makers.ts'
import { transact } from '#db/transact.server.ts'
import { begin, testWorld } from '#app/assessments/test-scan.ts'
import { evidenceOf, storedAnswers, type Scan } from '#app/assessments/scan.server.ts'
import { count } from '#app/core/counted.ts'
import { existingMeasures } from '#app/core/lifts.ts'
import { adoptMeasures } from './adopt.server.ts'
import { mostActions, removeAction, setActionState } from './change-plan.server.ts'
import { actionsOf } from './plan.server.ts'

const { world, database, ready } = testWorld()
beforeAll(ready)

async function withMeasures() {
  const { scan } = await begin(world)
  const evidence = evidenceOf(scan.assessment, await storedAnswers(world, scan.assessment.id))
  const [a, b, c] = existingMeasures(count(scan.questionnaire, evidence)).map(measure => measure.id)
  return { scan, measures: [a!, b!, c!] as const }
}
const planOf = async (scan: Scan) => await actionsOf(database.reader, scan.assessment)

describe('choosing measures', () => {
  it('puts each into the plan once, however often the form is sent at the same time', async () => {
    const { scan, measures } = await withMeasures()
    const once = randomUUID()
    const all = await Promise.all(Array.from({ length: 50 }, () => adoptMeasures(world, scan, measures, once)))
    for (const one of all) expect(one).toEqual({ ok: true, adopted: measures })
    const plan = await planOf(scan)
    expect(plan.map(action => action.measureId).sort()).toEqual([...measures].sort())
    expect(plan[0]).toMatchObject({ state: 'open', title: null, questionnaireHash: scan.assessment.questionnaireHash, createdBy: null })
  })
  it('puts each into the plan once when two choose the same at the same time', async () => {
    const { scan, measures } = await withMeasures()
    await Promise.all(Array.from({ length: 20 }, () => adoptMeasures(world, scan, measures, randomUUID())))
    expect(await planOf(scan)).toHaveLength(3)
  })
  it('leaves what is in the plan as it is, and leaves out what does not exist', async () => {
    const { scan, measures } = await withMeasures()
    await adoptMeasures(world, scan, [measures[0]], randomUUID())
    const [first] = await planOf(scan)
    await setActionState(world, scan, first!.id, 1, 'busy', null)
    expect(await adoptMeasures(world, scan, [measures[0], measures[1], 'nooit'], randomUUID())).toEqual({ ok: true, adopted: [measures[0], measures[1]] })
    expect((await planOf(scan)).map(({ measureId, state }) => [measureId, state])).toEqual(
      expect.arrayContaining([[measures[0], 'busy'], [measures[1], 'open']]),
    )
    expect(await planOf(scan)).toHaveLength(2)
  })
  it('puts back what was taken out, and tells a diary', async () => {
    const { scan, measures } = await withMeasures()
    await adoptMeasures(world, scan, [measures[0]], randomUUID())
    const [first] = await planOf(scan)
    await setActionState(world, scan, first!.id, 1, 'declined', 'te duur')
    await removeAction(world, scan, first!.id, 2)
    await adoptMeasures(world, scan, [measures[0]], randomUUID())
    expect(await planOf(scan)).toMatchObject([{ id: first!.id, removedAt: null, state: 'open', version: 4 }])
  })
  it('does not put back what was taken out since, when the same form comes again', async () => {
    const { scan, measures } = await withMeasures()
    const once = randomUUID()
    await adoptMeasures(world, scan, [measures[0]], once)
    const [first] = await planOf(scan)
    await removeAction(world, scan, first!.id, 1)
    await adoptMeasures(world, scan, [measures[0]], once)
    expect((await planOf(scan))[0]?.removedAt).not.toBeNull()
    const other = randomUUID()
    await adoptMeasures(world, scan, [measures[0]], other)
    await removeAction(world, scan, first!.id, 3)
    await adoptMeasures(world, scan, [measures[0]], other)
    expect((await planOf(scan))[0]?.removedAt).not.toBeNull()
  })
  it('is not found by the form of another company', async () => {
    const { scan, measures } = await withMeasures()
    const once = randomUUID()
    await adoptMeasures(world, scan, measures, once)
    const other = await withMeasures()
    await expect(adoptMeasures(world, other.scan, measures, once)).rejects.toMatchObject({ status: 404 })
    expect(await planOf(other.scan)).toEqual([])
  })
  it('is refused whole where the plan would become too full', async () => {
    const { scan, measures } = await withMeasures()
    await transact(database, async writer => {
      for (let n = 0; n < mostActions - 1; n++) await makeAction(writer, { organisationId: scan.assessment.organisationId })
    })
    expect(await adoptMeasures(world, scan, [measures[0], measures[1]], randomUUID())).toEqual({ ok: false, reason: 'full' })
    expect(await adoptMeasures(world, scan, [measures[0]], randomUUID())).toMatchObject({ ok: true })
  })
})
