/** What a drill puts into a plan: once, and nothing twice. */
import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { makeAction, makeDrill } from '#db/plan-makers.ts'
import { transact } from '#db/transact.server.ts'
import { begin, testWorld } from '#app/assessments/test-scan.ts'
import { addDrillActions } from './from-drill.server.ts'
import { mostActions } from './change-plan.server.ts'
import { actionsOf } from './plan.server.ts'

const { world, database, ready } = testWorld()
beforeAll(ready)

async function withDrill() {
  const { scan } = await begin(world)
  const { id, organisationId } = scan.assessment
  const drill = await transact(database, writer => makeDrill(writer, { organisationId, assessmentId: id, onceKey: randomUUID() }))
  const add = (titles: string[], measures: string[]) => transact(database, writer => addDrillActions(writer, scan, { drillId: drill.id, titles, measures }, world.now()))
  return { scan, drill, add, organisationId, measure: scan.questionnaire.measures[0]!.id }
}

it('adds each line and each measure once, with the drill that it came from', async () => {
  const { scan, drill, add, measure } = await withDrill()
  expect(await add(['Sleutel bij de buren', 'Lamp kopen'], [measure])).toEqual({ ok: true, added: 3 })
  expect(await add(['Sleutel bij de buren', 'Lamp kopen'], [measure])).toEqual({ ok: true, added: 0 })
  const rows = await actionsOf(database.reader, scan.assessment)
  expect(rows.map(({ title, measureId }) => title ?? measureId).toSorted()).toEqual(['Lamp kopen', 'Sleutel bij de buren', measure].toSorted())
  expect(rows.every(row => row.drillId === drill.id && row.state === 'open')).toBe(true)
})
it('leaves a measure that the plan has as it is, and puts one back that was taken out', async () => {
  const { scan, add, organisationId, measure } = await withDrill()
  const questionnaireHash = scan.assessment.questionnaireHash
  await transact(database, writer => makeAction(writer, { organisationId, measureId: measure, title: null, questionnaireHash, removedAt: world.now() }))
  expect(await add([], [measure])).toEqual({ ok: true, added: 1 })
  expect(await add([], [measure])).toEqual({ ok: true, added: 0 })
  expect(await actionsOf(database.reader, scan.assessment)).toMatchObject([{ measureId: measure, removedAt: null, version: 2, sequence: 1 }])
})
it('adds nothing where not all of it fits in the plan, and says how much does', async () => {
  const { scan, add, organisationId } = await withDrill()
  await transact(database, async writer => {
    for (let n = 1; n < mostActions; n++) await makeAction(writer, { organisationId })
  })
  expect(await add(['Een', 'Twee'], [])).toEqual({ ok: false, reason: 'full', room: 1 })
  expect(await actionsOf(database.reader, scan.assessment)).toHaveLength(mostActions - 1)
  expect(await add(['Een'], [])).toEqual({ ok: true, added: 1 })
  expect(await actionsOf(database.reader, scan.assessment)).toHaveLength(mostActions)
})
