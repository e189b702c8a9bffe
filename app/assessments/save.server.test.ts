/** What "opgeslagen" means: the answer that was given is stored, nobody's is written over unseen, and nothing is half-written. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { longestNote, longestOwnWords } from '#app/core/answers.ts'
import type { Save } from './answer-content.ts'
import { finishScan } from './finish.server.ts'
import { removeScan } from './remove.server.ts'
import { saveAnswers } from './save.server.ts'
import { saveRequest } from './save-request.ts'
import { storedAnswers, type Scan } from './scan.server.ts'
import { answerAll, begin, rowOf, saveOf, testWorld } from './test-scan.ts'

const { world, clock, ready } = testWorld()
let scan: Scan
const save = (...saves: Save[]) => saveAnswers(world, scan, saves)
const row = (question: string) => rowOf(world.database.reader, scan, question)

beforeAll(ready)
beforeEach(async () => {
  scan = (await begin(world)).scan
})

describe('An answer', () => {
  it('is stored with how firm it is and where it can be seen, in the name of nobody for a guest', async () => {
    const beside = { firmness: 'exercised', evidence: 'https://bedrijf.example/oefening' } as const
    expect(await save(saveOf('noodplan', { unknown: true }, 0, beside))).toMatchObject({ saves: [{ ok: true }] })
    expect(await row('noodplan')).toMatchObject({ ...beside, savedBy: null })
    expect(await save(saveOf('noodplan', { unknown: true }, 1))).toMatchObject({ saves: [{ ok: true, version: 2 }] })
    expect(await row('noodplan')).toMatchObject({ firmness: null, evidence: null })
  })

  it('is stored with its own words, its note and the time', async () => {
    clock.at += 1000
    expect(await save(saveOf('wat-door', { option: 'anders' }, 0, { ownWords: 'Lekkages', note: 'vraag Piet' }))).toEqual({
      ok: true,
      at: clock.at,
      saves: [{ ok: true, question: 'wat-door', version: 1 }],
    })
    expect(await row('wat-door')).toMatchObject({ answer: { option: 'anders' }, ownWords: 'Lekkages', note: 'vraag Piet', version: 1, updatedAt: clock.at })
  })

  it('can be changed, and cleared while its note stays', async () => {
    await save(saveOf('noodplan', { option: 'ja' }, 0, { note: 'in de kast' }))
    await save(saveOf('noodplan', { unknown: true }, 1, { note: 'in de kast' }))
    await save(saveOf('noodplan', null, 2, { note: 'in de kast' }))
    expect(await row('noodplan')).toMatchObject({ answer: null, note: 'in de kast', version: 3 })
  })

  it('has one effect when the same save is sent again', async () => {
    const once = saveOf('noodplan', { unknown: true })
    const [first, second] = [await save(once), await save(once)]
    expect(second).toMatchObject({ ok: true, saves: [{ ok: true, version: 1 }] })
    expect(first.ok && second.ok && first.saves).toEqual(second.ok && second.saves)
    expect((await row('noodplan'))?.version).toBe(1)
  })

  it('has one effect when 50 copies arrive at once', async () => {
    const results = await Promise.all(Array.from({ length: 50 }, () => save(saveOf('noodplan', { unknown: true }))))
    expect(results.every(result => result.ok && result.saves[0]?.ok && result.saves[0].version === 1)).toBe(true)
    expect((await storedAnswers(world, scan.assessment.id)).map(({ version }) => version)).toEqual([1])
  })

  it('is not stored for a question of which nothing was said', async () => {
    expect(await save(saveOf('noodplan', null))).toMatchObject({ ok: true, saves: [{ version: 0 }] })
    expect(await row('noodplan')).toBeUndefined()
  })
})

describe('Two windows on one scan', () => {
  it('do not overwrite each other: the second is shown what stands', async () => {
    await save(saveOf('noodplan', { unknown: true }, 0, { note: 'van haar' }))
    const second = await save(saveOf('noodplan', { option: 'nee' }))
    const theirs = { answer: { unknown: true }, ownWords: null, note: 'van haar' }
    expect(second).toMatchObject({ ok: true, saves: [{ ok: false, reason: 'changed', question: 'noodplan', version: 1, theirs }] })
    expect(await row('noodplan')).toMatchObject({ answer: { unknown: true }, version: 1 })
  })

  it('can go on from what stands, with the version that came along', async () => {
    await save(saveOf('noodplan', { unknown: true }))
    expect(await save(saveOf('noodplan', { option: 'nee' }, 1))).toMatchObject({ ok: true, saves: [{ ok: true, version: 2 }] })
  })

  it('keep the other answers of a save of which one was changed elsewhere', async () => {
    await save(saveOf('noodplan', { unknown: true }))
    const both = await save(saveOf('noodplan', { option: 'nee' }), saveOf('eerst-dit', { unknown: true }))
    expect(both.ok && both.saves.map(one => one.ok)).toEqual([false, true])
    expect(await row('eerst-dit')).toMatchObject({ version: 1 })
  })

  it('agree when both gave the same answer', async () => {
    await save(saveOf('noodplan', { unknown: true }))
    await save(saveOf('noodplan', null, 1))
    await save(saveOf('noodplan', { unknown: true }, 2))
    expect(await save(saveOf('noodplan', { unknown: true }))).toMatchObject({ ok: true, saves: [{ ok: true, version: 3 }] })
  })

  it('let exactly one of 20 different answers at once be the first', async () => {
    const answer = (n: number) => saveOf('noodplan', { unknown: true }, 0, { note: `venster ${n}` })
    const results = await Promise.all(Array.from({ length: 20 }, (_, n) => save(answer(n))))
    expect(results.filter(result => result.ok && result.saves[0]?.ok)).toHaveLength(1)
    expect((await row('noodplan'))?.version).toBe(1)
  })
})

describe('A save that cannot be', () => {
  const good = saveOf('eerst-dit', { unknown: true })
  it.each<[string, Save, string]>([
    ['a question that does not exist', saveOf('verzonnen', { unknown: true }), 'unknownQuestion'],
    ['a question of another sector', saveOf('bakker-oven', { unknown: true }), 'unknownQuestion'],
    ['an option that does not exist', saveOf('noodplan', { option: 'verzonnen' }), 'unknownOption'],
    ['an option of another question', saveOf('noodplan', { option: 'h24' }), 'unknownOption'],
    ['an item that does not exist', saveOf('eerste-hulp', { items: ['verzonnen'] }), 'unknownItem'],
    ['an item twice', saveOf('eerste-hulp', { items: ['hulp', 'hulp'] }), 'repeatedItem'],
    ['an option on a checklist', saveOf('eerste-hulp', { option: 'hulp' }), 'optionNotAllowed'],
    ['items on a choice', saveOf('noodplan', { items: [] }), 'itemsNotAllowed'],
    ['"niet van toepassing" where that is no answer', saveOf('noodplan', { notApplicable: true }), 'notApplicableNotAllowed'],
    ['own words where nobody asked for them', saveOf('noodplan', null, 0, { ownWords: 'x' }), 'ownWordsNotAsked'],
    ['own words that are too long', saveOf('wat-door', { option: 'anders' }, 0, { ownWords: 'x'.repeat(longestOwnWords + 1) }), 'tooLong'],
    ['a link that is not https', saveOf('noodplan', null, 0, { evidence: 'http://bedrijf.example/plan' }), 'notALink'],
    ['a note that is too long', saveOf('noodplan', null, 0, { note: 'x'.repeat(longestNote + 1) }), 'tooLong'],
  ])('writes nothing, not even the good answers beside it: %s', async (_, bad, problem) => {
    expect(await save(good, bad)).toEqual({ ok: false, reason: 'badInput', question: bad.question, problem })
    expect(await storedAnswers(world, scan.assessment.id)).toEqual([])
  })

  it('is not one with text of exactly the longest length', async () => {
    const fits = saveOf('wat-door', { option: 'anders' }, 0, { ownWords: 'é'.repeat(longestOwnWords), note: '€'.repeat(longestNote) })
    expect(await save(fits)).toMatchObject({ ok: true })
  })

  it('says so for a scan that is finished, and the answers stay as they were', async () => {
    await answerAll(world, scan)
    await finishScan(world, scan, false)
    const before = await storedAnswers(world, scan.assessment.id)
    expect(await save(saveOf('noodplan', { unknown: true }, 1))).toEqual({ ok: false, reason: 'finished' })
    expect(await storedAnswers(world, scan.assessment.id)).toEqual(before)
  })

  it('says so for a scan that was deleted', async () => {
    await removeScan(world, scan)
    expect(await save(good)).toEqual({ ok: false, reason: 'gone' })
  })
})

describe('What autosave sends', () => {
  const sent = { question: 'noodplan', version: 0, answer: { unknown: true }, ownWords: null, note: ' x ' }
  const parse = (save: unknown) => saveRequest.safeParse({ saves: [save] })

  it('is trimmed, and blanks are no text', () => {
    expect(parse(sent).data?.saves[0]?.note).toBe('x')
    expect(parse({ ...sent, note: ' \n ' }).data?.saves[0]?.note).toBeNull()
  })

  it.each<[string, unknown]>([
    ['a field more', { ...sent, assessmentId: 'x' }],
    ['a field less', { question: 'noodplan', version: 0 }],
    ['a version that is no number', { ...sent, version: '0' }],
    ['a negative version', { ...sent, version: -1 }],
    ['a broken version', { ...sent, version: 0.5 }],
    ['an answer with two keys', { ...sent, answer: { unknown: true, option: 'ja' } }],
    ['an answer that is a text', { ...sent, answer: 'ja' }],
    ['unknown that is not true', { ...sent, answer: { unknown: 1 } }],
    ['items that are no list', { ...sent, answer: { items: 'lamp' } }],
    ['a firmness that does not exist', { ...sent, firmness: 'zeker' }],
    ['a link that is too long', { ...sent, evidence: `https://${'x'.repeat(500)}` }],
    ['a note that is no text', { ...sent, note: 5 }],
    ['a note that is too long', { ...sent, note: 'x'.repeat(longestNote + 1) }],
    ['an id of a thousand characters', { ...sent, question: 'x'.repeat(1000) }],
  ])('is refused with %s', (_, bad) => {
    expect(parse(bad).success).toBe(false)
  })

  it('is refused without saves and with a hundred and one', () => {
    expect(saveRequest.safeParse({ saves: [] }).success).toBe(false)
    expect(saveRequest.safeParse({ saves: Array.from({ length: 101 }, () => sent) }).success).toBe(false)
    expect(saveRequest.safeParse(null).success).toBe(false)
  })
})
