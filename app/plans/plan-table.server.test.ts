/** The plan in a document: what is in it, in whose hands, and in order. */
import { beforeAll, expect, it } from 'vitest'
import { makeMembership, makeUser } from '#db/makers.ts'
import { makeAction } from '#db/plan-makers.ts'
import { transact } from '#db/transact.server.ts'
import { begin, testWorld } from '#app/assessments/test-scan.ts'
import { planTable } from './plan-table.server.ts'

const { world, database, ready } = testWorld()
beforeAll(ready)

it('names each action with who does it and when, what is left to do first, without what was taken out or belongs to a site', async () => {
  const { scan } = await begin(world)
  const { organisationId, questionnaireHash } = scan.assessment
  const measure = scan.questionnaire.measures[0]!
  await transact(database, async writer => {
    const { id } = await makeUser(writer, { name: 'Sanne' })
    await makeMembership(writer, { organisationId, userId: id })
    await makeAction(writer, { organisationId, title: 'Klaar', state: 'done', dueOn: '2026-01-01' })
    await makeAction(writer, { organisationId, title: 'Ooit', ownerName: 'De buurman' })
    await makeAction(writer, { organisationId, title: null, measureId: measure.id, questionnaireHash, dueOn: '2026-12-01', ownerId: id, state: 'busy' })
    await makeAction(writer, { organisationId, title: 'Eruit', removedAt: 1 })
    await makeAction(writer, { organisationId, title: 'Elders', site: 'loods' })
  })
  expect(await planTable(database, scan.assessment, '10-49')).toEqual([
    { title: measure.title.nl, owner: 'Sanne', dueOn: '2026-12-01', state: 'busy' },
    { title: 'Ooit', owner: 'De buurman', dueOn: null, state: 'open' },
    { title: 'Klaar', owner: null, dueOn: '2026-01-01', state: 'done' },
  ])
})

it('is empty where nothing was taken up', async () => {
  const { scan } = await begin(world)
  expect(await planTable(database, scan.assessment, '10-49')).toEqual([])
})
