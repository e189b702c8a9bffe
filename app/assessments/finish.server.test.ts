/** Finishing a scan: not before every question has an answer, once, and for good. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import { results } from '#db/schema.ts'
import { makeQuestionnaire } from '#db/makers.ts'
import { transact } from '#db/transact.server.ts'
import { contentFolder, loadCatalogue } from '#app/catalogue/catalogue.server.ts'
import { evidenceOf as evidenceOfGolden, readGolden } from '#app/catalogue/golden.server.ts'
import { evaluate } from '#app/core/evaluate.ts'
import { choice, questionnaire } from '#app/core/test-questionnaire.ts'
import { finishScan } from './finish.server.ts'
import { openQuestions } from './flow.ts'
import { removeScan } from './remove.server.ts'
import { saveAnswers } from './save.server.ts'
import { evidenceOf, storedAnswers, storedResult, type Scan } from './scan.server.ts'
import { answerAll, assessmentRow, begin, saveOf, testWorld } from './test-scan.ts'

const { world, clock, ready } = testWorld()
const { reader } = world.database
let scan: Scan
const evidenceNow = async () => evidenceOf(scan.assessment, await storedAnswers(world, scan.assessment.id))
const everything = async () => [await assessmentRow(reader, scan.assessment.id), await storedAnswers(world, scan.assessment.id), await storedResult(world, scan.assessment.id)]

beforeAll(ready)
beforeEach(async () => {
  scan = (await begin(world, { mode: 'quick' })).scan
})

describe('A scan with open questions', () => {
  it('is not finished: they are named, and nothing is written', async () => {
    await saveAnswers(world, scan, [saveOf('noodplan', { unknown: true })])
    const before = await everything()
    const open = openQuestions(scan.questionnaire, await evidenceNow()).map(({ id }) => id)
    expect(open.length).toBeGreaterThan(5)
    expect(await finishScan(world, scan, false)).toEqual({ ok: false, reason: 'open', questions: open })
    expect(await everything()).toEqual(before)
  })

  it('is finished with the rest on "weet ik niet", and keeps the answers and notes that were given', async () => {
    await saveAnswers(world, scan, [saveOf('eerst-dit', { option: 'papier' }), saveOf('noodplan', null, 0, { note: 'zoek het op' })])
    expect(await finishScan(world, scan, true)).toEqual({ ok: true })
    const rows = new Map((await storedAnswers(world, scan.assessment.id)).map(row => [row.questionId, row]))
    expect(rows.get('eerst-dit')).toMatchObject({ answer: { option: 'papier' }, version: 1 })
    expect(rows.get('noodplan')).toMatchObject({ answer: { unknown: true }, note: 'zoek het op', version: 2 })
    expect(await storedResult(world, scan.assessment.id)).toMatchObject({ completeness: 1, unknownCount: rows.size - 1 })
  })

  it('gets "weet ik niet" on what is visible, conditions with "not" included, and on nothing that stays hidden', async () => {
    const content = questionnaire({
      hash: 'appearing',
      questions: [
        choice('plan'),
        choice('zonder-plan', undefined, { showIf: { not: { answer: { question: 'plan', in: ['ja'] } } } }),
        choice('geoefend', undefined, { showIf: { answer: { question: 'plan', in: ['ja'] } } }),
        choice('ook-niet', undefined, { showIf: { not: { answer: { question: 'zonder-plan', in: ['ja', 'nee', 'half'] } } } }),
      ],
    })
    await transact(world.database, async writer => void (await makeQuestionnaire(writer, { content })))
    scan = (await begin(world, { questionnaire: content })).scan
    expect(await finishScan(world, scan, true)).toEqual({ ok: true })
    expect((await storedAnswers(world, scan.assessment.id)).map(row => row.questionId).sort()).toEqual(['ook-niet', 'plan', 'zonder-plan'])
    expect(await storedResult(world, scan.assessment.id)).toMatchObject({ completeness: 1, unknownCount: 3 })
  })
})

describe('The result', () => {
  it.each(readGolden(contentFolder()).map(({ content }) => [content.name, content] as const))('of %s is what core says of the same answers', async (_, company) => {
    const given = evidenceOfGolden(company)
    const content = loadCatalogue().questionnaire(company.sector)
    scan = (await begin(world, { questionnaire: content, mode: given.mode, size: given.profile.size!, region: given.profile.region ?? null })).scan
    await saveAnswers(world, scan, Object.entries(given.answers).map(([question, answer]) => saveOf(question, answer)))
    expect(await finishScan(world, scan, false)).toEqual({ ok: true })
    expect(await storedResult(world, scan.assessment.id)).toEqual(evaluate(content, given))
  })

  it('is stored once, when the button is pressed 20 times at once', async () => {
    const finished = await Promise.all(Array.from({ length: 20 }, () => finishScan(world, scan, true)))
    expect(finished.every(({ ok }) => ok)).toBe(true)
    expect(await reader.$count(results, eq(results.assessmentId, scan.assessment.id))).toBe(1)
  })

  it('never changes: finishing again and saving afterwards leave every row as it is', async () => {
    await answerAll(world, scan)
    await finishScan(world, scan, false)
    const before = await everything()
    clock.at += 60_000
    expect(await finishScan(world, scan, true)).toEqual({ ok: true })
    expect(await saveAnswers(world, scan, [saveOf('noodplan', { unknown: true }, 1)])).toEqual({ ok: false, reason: 'finished' })
    expect(await everything()).toEqual(before)
  })

  it('stands beside the moment of finishing and the questionnaire it rests on', async () => {
    await finishScan(world, scan, true)
    expect(await assessmentRow(reader, scan.assessment.id)).toMatchObject({ finishedAt: clock.at, openedAt: clock.at, version: 2 })
    const [row] = await reader.select().from(results).where(eq(results.assessmentId, scan.assessment.id))
    expect(row).toMatchObject({ scoringVersion: 1, questionnaireHash: scan.questionnaire.hash, createdAt: clock.at })
  })
})

it('A scan that was deleted meanwhile cannot be finished', async () => {
  await removeScan(world, scan)
  expect(await finishScan(world, scan, true)).toEqual({ ok: false, reason: 'gone' })
})
