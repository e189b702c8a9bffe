/** What becomes of a finished scan afterwards: it stays, corrections gather in one new scan, marks stand beside answers. */
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { answers, assessments } from '#db/schema.ts'
import { confirmAnswers, correctAnswers } from './correct.server.ts'
import { finishScan } from './finish.server.ts'
import { finishedScansOf } from './line.server.ts'
import { answerAll, begin, day, rowOf, scanFor, testWorld } from './test-scan.ts'
import { storedResult } from './scan.server.ts'

const { world, database, clock, ready } = testWorld()
beforeAll(ready)

async function finished() {
  const { key, scan } = await begin(world)
  await answerAll(world, scan)
  await finishScan(world, scan, true)
  return { key, scan: await scanFor(world, key, scan.assessment.id) }
}

describe('a finished scan', () => {
  it('stays as it is when an answer is corrected: ten corrections at once end in one new scan, which its browser opens', async () => {
    const { key, scan } = await finished()
    const [question] = scan.questionnaire.questions.filter(one => one.type === 'endurance')
    const option = question!.options!.at(-1)!.id
    const before = await rowOf(database.reader, scan, question!.id)
    const result = await storedResult(world, scan.assessment.id)
    const done = await Promise.all(Array.from({ length: 10 }, () => correctAnswers(world, key, scan, scan.questionnaire, [{ question: question!.id, answer: { option } }])))
    const ids = new Set(done.map(one => (one.ok ? one.assessmentId : one.reason)))
    expect(ids.size).toBe(1)
    expect(await database.reader.$count(assessments, eq(assessments.organisationId, scan.assessment.organisationId))).toBe(2)
    const next = await scanFor(world, key, [...ids][0]!)
    expect((await rowOf(database.reader, next, question!.id))?.answer).toEqual({ option })
    expect(await rowOf(database.reader, scan, question!.id)).toEqual(before)
    expect(await storedResult(world, scan.assessment.id)).toEqual(result)
  })

  it('takes no correction that its questions do not know, and begins nothing for it', async () => {
    const { key, scan } = await finished()
    expect(await correctAnswers(world, key, scan, scan.questionnaire, [{ question: 'bestaat-niet', answer: { unknown: true } }])).toMatchObject({ ok: false, reason: 'badInput' })
    expect(await database.reader.$count(assessments, eq(assessments.organisationId, scan.assessment.organisationId))).toBe(1)
  })

  it('notes beside an answer that it still is so, here and in the open new scan, without touching the result', async () => {
    const { key, scan } = await finished()
    const [first, second] = scan.questionnaire.questions.filter(one => one.type === 'choice')
    const corrected = await correctAnswers(world, key, scan, scan.questionnaire, [{ question: second!.id, answer: { unknown: true } }])
    const result = await storedResult(world, scan.assessment.id)
    clock.at += 400 * day
    await confirmAnswers(world, scan, [first!.id, second!.id], true)
    expect(await rowOf(database.reader, scan, first!.id)).toMatchObject({ confirmedAt: clock.at, firmness: 'exercised' })
    if (!corrected.ok) throw new Error(corrected.reason)
    const rows = await database.reader.select().from(answers).where(eq(answers.assessmentId, corrected.assessmentId))
    expect(rows.find(row => row.questionId === first!.id)).toMatchObject({ confirmedAt: clock.at, firmness: 'exercised' })
    expect(rows.find(row => row.questionId === second!.id)?.confirmedAt).toBe(clock.at - 400 * day)
    expect(await storedResult(world, scan.assessment.id)).toEqual(result)
  })
})

describe('a line of scans', () => {
  it('holds the scans about one site apart from those of the whole company and of other sites', async () => {
    const { scan } = await begin(world, { scope: 'site' })
    await answerAll(world, scan)
    await finishScan(world, scan, true)
    expect(scan.assessment.site).toBe(scan.assessment.id)
    expect(await finishedScansOf(database.reader, scan.assessment)).toHaveLength(1)
    expect(await finishedScansOf(database.reader, { ...scan.assessment, site: null })).toHaveLength(0)
  })
})
