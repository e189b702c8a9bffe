/** A page of questions as a form: what is shown comes back as the same answer, and what makes no sense is not guessed at. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer } from '#app/core/answers.ts'
import { checklist, choice, endurance, info, tolerance } from '#app/core/test-questionnaire.ts'
import { noContent } from './answer-content.ts'
import { answerFrom, contentFrom, fieldNames, questionsIn, savesFrom, special, valuesOf, type Asked } from './page-form.ts'

const plan = choice('noodplan')
const supplies = checklist('voorraad', { lamp: 1, radio: 2, water: 1 })
const power = endurance('zonder-stroom', 'power')
const still = tolerance('stilstand')
const goesOn: Asked = { ...info('wat-door', ['werk']), options: [{ id: 'werk' }, { id: 'anders', ownWords: true }] }

/** The form as the browser sends it: what is checked, and the fields beside it. */
function formOf(question: Asked, values: readonly string[], more: { version?: string; words?: string; note?: string } = {}): FormData {
  const form = new FormData()
  for (const value of values) form.append(fieldNames.answer(question.id), value)
  form.append(fieldNames.version(question.id), more.version ?? '0')
  if (more.words !== undefined) form.append(fieldNames.ownWords(question.id), more.words)
  if (more.note !== undefined) form.append(fieldNames.note(question.id), more.note)
  return form
}

describe('An answer in a form', () => {
  it.each<[string, Asked, Answer | null]>([
    ['no answer', plan, null],
    ['an option', plan, { option: 'half' }],
    ['an hour mark', power, { option: 'h24' }],
    ['two weeks or longer', power, { option: 'unlimited' }],
    ['how long it may lie still', still, { option: 'h8' }],
    ['what must go on', goesOn, { option: 'werk' }],
    ['some items', supplies, { items: ['lamp', 'water'] }],
    ['none of these items', supplies, { items: [] }],
    ['"weet ik niet" on a choice', plan, { unknown: true }],
    ['"weet ik niet" on a checklist', supplies, { unknown: true }],
    ['"niet van toepassing"', plan, { notApplicable: true }],
    ['"hebben we niet nodig"', power, { notApplicable: true }],
  ])('comes back as it was shown: %s', (_, question, answer) => {
    expect(answerFrom(question, valuesOf(answer))).toEqual(answer)
    expect(contentFrom(formOf(question, valuesOf(answer)), question)).toEqual({ ...noContent, answer })
  })

  it('comes back for every set of items', () => {
    fc.assert(
      fc.property(fc.subarray(['lamp', 'radio', 'water']), items => {
        expect(answerFrom(supplies, valuesOf({ items }))).toEqual({ items })
      }),
    )
  })

  it.each<[string, Asked, string[]]>([
    ['two options of a choice', plan, ['nee', 'ja']],
    ['an option and "weet ik niet"', plan, ['ja', special.unknown]],
    ['"weet ik niet" and "niet van toepassing"', plan, [special.unknown, special.notApplicable]],
    ['two hour marks', power, ['h4', 'h8']],
    ['an item and "geen van deze"', supplies, ['lamp', special.none]],
    ['an item and "weet ik niet"', supplies, ['lamp', special.unknown]],
    ['"geen van deze" and "weet ik niet"', supplies, [special.none, special.unknown]],
  ])('is unclear, and asked again, with %s', (_, question, values) => {
    expect(answerFrom(question, values)).toBe('unclear')
    expect(savesFrom(formOf(question, values), [question])).toEqual({ saves: [], unclear: [question.id] })
  })

  it('is one answer when the browser sends the same value twice', () => {
    expect(answerFrom(plan, ['ja', 'ja'])).toEqual({ option: 'ja' })
    expect(answerFrom(supplies, ['lamp', 'lamp'])).toEqual({ items: ['lamp'] })
  })

  it('does not take "geen van deze" for an answer to anything but a checklist', () => {
    expect(answerFrom(plan, [special.none])).toEqual({ option: special.none })
  })

  it('ignores a file in the place of an answer', () => {
    const form = formOf(plan, [])
    form.append(fieldNames.answer(plan.id), new File(['x'], 'x.txt'))
    expect(contentFrom(form, plan)).toEqual(noContent)
  })
})

describe('Text beside an answer', () => {
  it('keeps own words only while their option is chosen', () => {
    expect(contentFrom(formOf(goesOn, ['anders'], { words: ' Brood voor het ziekenhuis ' }), goesOn)).toMatchObject({ ownWords: 'Brood voor het ziekenhuis' })
    expect(contentFrom(formOf(goesOn, ['werk'], { words: 'Brood' }), goesOn)).toMatchObject({ ownWords: null })
    expect(contentFrom(formOf(goesOn, [special.unknown], { words: 'Brood' }), goesOn)).toMatchObject({ ownWords: null })
  })

  it('keeps a note beside any answer and beside none', () => {
    expect(contentFrom(formOf(plan, [], { note: 'Vraag het Piet\r\nmaandag' }), plan)).toEqual({ ...noContent, note: 'Vraag het Piet\nmaandag' })
    expect(contentFrom(formOf(plan, [special.unknown], { note: 'x' }), plan)).toEqual({ ...noContent, answer: { unknown: true }, note: 'x' })
  })

  it('comes with how firm it is and where to see it, and a word that is none of ours counts for nothing', () => {
    const form = formOf(plan, ['ja'])
    form.append(fieldNames.firmness('noodplan'), 'paper')
    form.append(fieldNames.evidence('noodplan'), ' https://bedrijf.example/plan ')
    expect(contentFrom(form, plan)).toEqual({ ...noContent, answer: { option: 'ja' }, firmness: 'paper', evidence: 'https://bedrijf.example/plan' })
    form.set(fieldNames.firmness('noodplan'), 'zeker')
    expect(contentFrom(form, plan)).toMatchObject({ firmness: null })
  })

  it('takes blanks alone for no text', () => {
    expect(contentFrom(formOf(goesOn, ['anders'], { words: '  ', note: '\r\n ' }), goesOn)).toEqual({ ...noContent, answer: { option: 'anders' } })
  })
})

describe('A page that is posted', () => {
  it('saves the questions that were on it, and no others', () => {
    const form = formOf(plan, ['ja'], { version: '3' })
    expect(questionsIn(form, [plan, supplies])).toEqual([plan])
    expect(savesFrom(form, [plan, supplies])).toEqual({ saves: [{ ...noContent, question: 'noodplan', answer: { option: 'ja' }, version: 3 }], unclear: [] })
  })

  it('clears an answer whose question was there with nothing chosen', () => {
    expect(savesFrom(formOf(plan, [], { version: '2' }), [plan]).saves).toMatchObject([{ answer: null, version: 2 }])
  })

  it.each(['', '-1', '1.5', 'x', '1e999', 'NaN'])('takes version %j for that of an empty row, so that it overwrites nothing', version => {
    expect(savesFrom(formOf(plan, ['ja'], { version }), [plan]).saves).toMatchObject([{ version: 0 }])
  })

  it('saves what is clear beside what is not', () => {
    const form = formOf(plan, ['ja', 'nee'])
    for (const [name, value] of formOf(supplies, ['lamp'])) form.append(name, value)
    const { saves, unclear } = savesFrom(form, [plan, supplies])
    expect(unclear).toEqual(['noodplan'])
    expect(saves.map(save => save.question)).toEqual(['voorraad'])
  })
})
