import { describe, expect, it } from 'vitest'
import { prepare } from './prepared.ts'
import { choice, checklist, endurance, info, measure, questionnaire, scenario } from './test-questionnaire.ts'

describe('a prepared questionnaire', () => {
  it('is made once', () => {
    const all = questionnaire({ questions: [choice('a')] })
    expect(prepare(all)).toBe(prepare(all))
  })

  it('knows which endurance questions a step is about, whatever the order', () => {
    const all = questionnaire({
      questions: [endurance('p1', 'power'), choice('x'), endurance('s', 'staff'), endurance('p2', 'power')],
      scenarios: [scenario('stroom', 72, [[0, 'power'], [2, 'heat']])],
    })
    expect(prepare(all).scenarios[0]!.steps.map(({ questions }) => questions)).toEqual([[0, 3], []])
  })

  it.each([
    ['a theme', questionnaire({ questions: [choice('x', undefined, { theme: 'zzz' })] }), /theme zzz/],
    ['a lifted question', questionnaire({ measures: [measure('m', 1, [{ question: 'x', option: 'ja' }])] }), /question x/],
    ['a lifted option', questionnaire({ questions: [choice('x')], measures: [measure('m', 1, [{ question: 'x', option: 'z' }])] }), /option/],
    ['a lifted item', questionnaire({ questions: [checklist('x', { a: 1 })], measures: [measure('m', 1, [{ question: 'x', items: ['z'] }])] }), /item/],
    ['a scored question to lift', questionnaire({ questions: [info('x', ['a'])], measures: [measure('m', 1, [{ question: 'x', option: 'a' }])] }), /not scored/],
  ])('is refused where %s does not exist', (_, all, message) => {
    expect(() => prepare(all)).toThrow(message)
  })
})
