/** An action that is done lifts its answers into the one open new scan, after they were shown; a finished scan never changes. */
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeAction } from '#db/plan-makers.ts'
import { assessments } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { finishScan } from '#app/assessments/finish.server.ts'
import { storedAnswers, storedResult, type Scan } from '#app/assessments/scan.server.ts'
import { answerAll, begin, rowOf, scanFor, testWorld } from '#app/assessments/test-scan.ts'
import { answersNow, changesBy, liftAnswers, markOf } from './answers-after.server.ts'
import { actionOf } from './plan.server.ts'

const { world, database, ready } = testWorld()
beforeAll(ready)

/** A finished scan with an action that is done, from the first measure that is open in its result. */
async function withDone(state: 'done' | 'open' = 'done') {
  const { key, scan: begun } = await begin(world)
  await answerAll(world, begun)
  await finishScan(world, begun, true)
  const scan = await scanFor(world, key, begun.assessment.id)
  const result = await storedResult(world, scan.assessment.id)
  const { organisationId, questionnaireHash } = scan.assessment
  const action = await transact(database, writer => makeAction(writer, { organisationId, measureId: result!.first[0]!, questionnaireHash, state }))
  const now = await answersNow(world, scan, scan.questionnaire)
  return { key, scan, result, action, changes: changesBy(now, action) }
}
const scansOf = (scan: Scan) => database.reader.select().from(assessments).where(eq(assessments.organisationId, scan.assessment.organisationId))

describe('an action that is done', () => {
  it('lifts what was shown into one new scan, however often it is confirmed; the finished one stays as it was', async () => {
    const { key, scan, result, action, changes } = await withDone()
    expect(changes.length).toBeGreaterThan(0)
    const before = await storedAnswers(world, scan.assessment.id)
    const asked = { version: 1, shown: markOf(changes) }
    const all = await Promise.all(Array.from({ length: 10 }, () => liftAnswers(world, key, scan, scan.questionnaire, action, asked)))
    expect(all.every(one => one.ok)).toBe(true)
    const rows = await scansOf(scan)
    expect(rows).toHaveLength(2)
    const next = await scanFor(world, key, rows.find(row => row.id !== scan.assessment.id)!.id)
    for (const { question, after } of changes) expect((await rowOf(database.reader, next, question))?.answer).toEqual(after)
    expect(await storedAnswers(world, scan.assessment.id)).toEqual(before)
    expect(await storedResult(world, scan.assessment.id)).toEqual(result)
    expect(await actionOf(database.reader, scan.assessment, action.id)).toMatchObject({ answersAfter: 'lifted', version: 2, sequence: 0 })
    const now = await answersNow(world, scan, scan.questionnaire)
    expect(changesBy(now, action)).toEqual([])
    expect(now.next).toMatchObject({ id: next.assessment.id })
    expect(now.next!.score!).toBeGreaterThan(result!.overall.score!)
  })
  it('changes nothing where other answers were shown than there are now', async () => {
    const { key, scan, action } = await withDone()
    expect(await liftAnswers(world, key, scan, scan.questionnaire, action, { version: 1, shown: 'iets anders' })).toEqual({ ok: false, reason: 'otherAnswers' })
    expect(await scansOf(scan)).toHaveLength(1)
  })
  it('lifts nothing before it is done', async () => {
    const { key, scan, action, changes } = await withDone('open')
    expect(await liftAnswers(world, key, scan, scan.questionnaire, action, { version: 1, shown: markOf(changes) })).toEqual({ ok: false, reason: 'notDone' })
    expect(await scansOf(scan)).toHaveLength(1)
  })
  it('of one’s own raises no answer', async () => {
    const { scan } = await withDone()
    expect(changesBy(await answersNow(world, scan, scan.questionnaire), { measureId: null })).toEqual([])
  })
})
