/** What is due on the page of a company. */
import { beforeAll, expect, it } from 'vitest'
import { makeAction } from '#db/plan-makers.ts'
import { makeOrganisation, makeUser } from '#db/makers.ts'
import { transact } from '#db/transact.server.ts'
import { testWorld } from '#app/assessments/test-scan.ts'
import { actionsDoneSince, dueActions, plannedCount } from './due.server.ts'

const { world, database, clock, ready } = testWorld()
beforeAll(ready)

it('is what is still to be done until that day, the earliest first, of this company alone', async () => {
  const { id } = await transact(database, async writer => {
    const company = await makeOrganisation(writer)
    const owner = await makeUser(writer, { name: 'Fatima' })
    const of = { organisationId: company.id }
    await makeAction(writer, { ...of, title: 'later', dueOn: '2026-01-10', ownerId: owner.id })
    await makeAction(writer, { ...of, title: 'late', dueOn: '2026-01-02', state: 'busy' })
    await makeAction(writer, { ...of, title: 'too far', dueOn: '2026-01-21' })
    await makeAction(writer, { ...of, title: 'no date' })
    await makeAction(writer, { ...of, title: 'done', dueOn: '2026-01-01', state: 'done', stateAt: clock.at })
    await makeAction(writer, { ...of, title: 'taken out', dueOn: '2026-01-01', removedAt: clock.at })
    await makeAction(writer, { title: 'theirs', dueOn: '2026-01-01' })
    return company
  })
  const due = await dueActions(world, id, undefined, '2026-01-20')
  expect(due.map(one => [one.title.nl, one.dueOn, one.owner])).toEqual([['late', '2026-01-02', null], ['later', '2026-01-10', 'Fatima']])
  expect(await plannedCount(world, id)).toBe(5)
  expect((await actionsDoneSince(world, id, undefined, clock.at)).map(one => one.title.en)).toEqual(['done'])
  expect(await actionsDoneSince(world, id, undefined, clock.at + 1)).toEqual([])
})
