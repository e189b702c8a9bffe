import { describe, expect, it } from 'vitest'
import { checkAnswer, checkAnswers, checkEvidence, readableAnswers } from './answers.ts'
import { choice, checklist, endurance, info, questionnaire, tolerance } from './test-questionnaire.ts'

const strict = { allowNotApplicable: false }
const plan = choice('noodplan', { nee: 0, ja: 1 }, strict)
const kit = checklist('noodvoorraad', { zaklamp: 1, radio: 1 })
const all = questionnaire({
  questions: [tolerance(), info('wat-door', ['kassa']), plan, kit, endurance('stroom-uren', 'power')],
})

describe('an answer', () => {
  it.each([
    ['a chosen option', plan, { option: 'ja' }],
    ['unknown', plan, { unknown: true }],
    ['unknown on a tolerance question', tolerance(), { unknown: true }],
    ['unknown on an info question', info('wat', ['x']), { unknown: true }],
    ['an option of an info question', info('wat', ['x']), { option: 'x' }],
    ['an option of an endurance question', endurance('e', 'power'), { option: 'unlimited' }],
    ['not applicable where the question allows it', kit, { notApplicable: true }],
    ['checked items', kit, { items: ['radio', 'zaklamp'] }],
    ['no items, which says none of these', kit, { items: [] }],
  ])('is good as %s', (_, question, answer) => {
    expect(checkAnswer(question, answer)).toBeNull()
  })

  it.each([
    ['nothing', plan, null, { reason: 'notAnObject', field: '' }],
    ['a text', plan, 'ja', { reason: 'notAnObject', field: '' }],
    ['a list', kit, ['radio'], { reason: 'notAnObject', field: '' }],
    ['no key', plan, {}, { reason: 'notOneKey', field: '' }],
    ['two keys', plan, { option: 'ja', unknown: true }, { reason: 'notOneKey', field: '' }],
    ['a key of another kind', plan, { choice: 'ja' }, { reason: 'unknownKey', field: 'choice' }],
    ['unknown that is not true', plan, { unknown: 1 }, { reason: 'notTrue', field: 'unknown' }],
    ['notApplicable that is not true', kit, { notApplicable: false }, { reason: 'notTrue', field: 'notApplicable' }],
    ['notApplicable where it is not allowed', plan, { notApplicable: true }, { reason: 'notApplicableNotAllowed', field: 'notApplicable' }],
    ['an option that does not exist', plan, { option: 'misschien' }, { reason: 'unknownOption', field: 'option', option: 'misschien' }],
    ['an option that is no text', plan, { option: 1 }, { reason: 'notText', field: 'option' }],
    ['an option on a checklist', kit, { option: 'radio' }, { reason: 'optionNotAllowed', field: 'option' }],
    ['items on a choice', plan, { items: ['ja'] }, { reason: 'itemsNotAllowed', field: 'items' }],
    ['items that are no list', kit, { items: 'radio' }, { reason: 'notAList', field: 'items' }],
    ['an item that does not exist', kit, { items: ['radio', 'tv'] }, { reason: 'unknownItem', field: 'items.1', item: 'tv' }],
    ['an item that is no text', kit, { items: [null] }, { reason: 'notText', field: 'items.0' }],
    ['an item twice', kit, { items: ['radio', 'radio'] }, { reason: 'repeatedItem', field: 'items.1', item: 'radio' }],
  ])('is bad input as %s', (_, question, answer, problem) => {
    expect(checkAnswer(question, answer)).toEqual(problem)
  })
})

describe('answers and evidence', () => {
  it('name the question and the field of the first problem', () => {
    expect(checkAnswers(all, { noodplan: { option: 'ja' }, noodvoorraad: { items: ['x'] } })).toEqual({
      reason: 'unknownItem', field: 'answers.noodvoorraad.items.0', item: 'x', question: 'noodvoorraad',
    })
    expect(checkAnswers(all, { noodplan: {} })).toEqual({ reason: 'notOneKey', field: 'answers.noodplan', question: 'noodplan' })
  })

  it('are bad input with a question that does not exist, also under a name that objects have of their own', () => {
    expect(checkAnswers(all, { nooit: { option: 'ja' } })).toMatchObject({ reason: 'unknownQuestion', field: 'answers.nooit' })
    expect(checkAnswers(all, { constructor: { option: 'ja' } })).toMatchObject({ reason: 'unknownQuestion' })
    expect(checkAnswers(all, JSON.parse('{"__proto__":{"option":"ja"}}'))).toMatchObject({ reason: 'unknownQuestion' })
  })

  it('are good with an answer to a hidden question', () => {
    const hidden = choice('verborgen', { nee: 0, ja: 1 }, { showIf: { any: [] } })
    expect(checkAnswers(questionnaire({ questions: [hidden] }), { verborgen: { option: 'ja' } })).toBeNull()
  })

  it.each([
    [{}, null],
    [{ mode: 'quick', profile: { sector: 'bouw', size: '2-9', region: 'zeeland' }, answers: {} }, null],
    [null, { reason: 'notAnObject', field: '' }],
    [{ mode: 'half' }, { reason: 'unknownValue', field: 'mode' }],
    [{ profile: 'bouw' }, { reason: 'notAnObject', field: 'profile' }],
    [{ profile: { size: '3' } }, { reason: 'unknownValue', field: 'profile.size' }],
    [{ profile: { region: 'Zeeland' } }, { reason: 'unknownValue', field: 'profile.region' }],
    [{ profile: { sector: 'voeding' } }, { reason: 'unknownValue', field: 'profile.sector' }],
    [{ profile: { name: 'Jan' } }, { reason: 'unknownField', field: 'profile.name' }],
    [{ profile: { constructor: 1 } }, { reason: 'unknownField', field: 'profile.constructor' }],
    [{ answers: [] }, { reason: 'notAnObject', field: 'answers' }],
    [{ colour: 'blue' }, { reason: 'unknownField', field: 'colour' }],
  ])('check as a whole: %j', (input, problem) => {
    expect(checkEvidence(all, input)).toEqual(problem)
  })
})

describe('going on with answers to another questionnaire', () => {
  it('keeps what it can read and drops the rest', () => {
    expect(
      readableAnswers(all, {
        noodplan: { option: 'ja' },
        weg: { option: 'ja' },
        noodvoorraad: { items: ['tv', 'radio'] },
        'stroom-uren': { option: 'h12' },
        'wat-door': { unknown: true },
      }),
    ).toEqual({ noodplan: { option: 'ja' }, noodvoorraad: { items: ['radio'] }, 'wat-door': { unknown: true } })
  })

  it('does not turn checked items that are gone into "none of these"', () => {
    expect(readableAnswers(all, { noodvoorraad: { items: ['tv'] } })).toEqual({})
    expect(readableAnswers(all, { noodvoorraad: { items: [] } })).toEqual({ noodvoorraad: { items: [] } })
  })
})
