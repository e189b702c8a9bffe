import { describe, expect, it } from 'vitest'
import { count, needed } from './counted.ts'
import { answers, checklist, choice, endurance, evidence, questionnaire, tolerance } from './test-questionnaire.ts'
import type { Question } from './questionnaire.ts'

const s = (question: Question, given: string | string[], still?: string) => {
  const all = questionnaire({ questions: [question, tolerance()] })
  const pairs = { [question.id]: given, ...(still === undefined ? {} : { stilstand: still }) }
  return count(all, evidence(answers(pairs))).s[0]
}

describe('how long a company has to last', () => {
  it.each([
    [72, 0, 72], [72, 24, 48], [72, 64, 8], [72, 65, 8], [72, 168, 8], [4, 0, 4], [4, 24, 4], [8, 4, 8], [336, 72, 264],
  ])('in a disruption of %d hours with a tolerance of %d is %d hours', (target, still, hours) => {
    expect(needed(target, still)).toBe(hours)
  })
})

describe('the tolerance', () => {
  const hours = (given: string | undefined, rest: Partial<Question> = {}, mode: 'full' | 'quick' = 'full') => {
    const all = questionnaire({ questions: [endurance('e', 'power'), tolerance('stilstand', rest)] })
    return count(all, evidence(answers(given === undefined ? {} : { stilstand: given }), mode)).tolerance
  }
  it('is the answer in hours', () => expect(hours('h24')).toBe(24))
  it('is 0 when unanswered, unknown, not applicable, hidden or left out of a quick scan', () => {
    expect(hours(undefined)).toBe(0)
    expect(hours('?')).toBe(0)
    expect(hours('-')).toBe(0)
    expect(hours('h24', { showIf: { any: [] } })).toBe(0)
    expect(hours('h24', { quick: false }, 'quick')).toBe(0)
  })
  it('is 0 where nobody asks', () => expect(count(questionnaire({ questions: [choice('x')] }), evidence({})).tolerance).toBe(0))
})

describe('an answer counts', () => {
  it('as the score of the chosen option', () => {
    expect(s(choice('x'), 'half')).toBe(0.5)
    expect(s(choice('x'), 'ja')).toBe(1)
  })
  it('as the checked weight over all weight, whatever the order of checking', () => {
    const list = checklist('x', { a: 0.1, b: 0.2, c: 0.7 })
    expect(s(list, ['a', 'b'])).toBe((0.1 + 0.2) / (0.1 + 0.2 + 0.7))
    expect(s(list, ['c', 'a', 'b'])).toBe(s(list, ['a', 'b', 'c']))
    expect(s(list, ['a', 'b', 'c'])).toBe(1)
  })
  it('as 0 for none of these and for unknown', () => {
    expect(s(checklist('x', { a: 1 }), [])).toBe(0)
    expect(s(checklist('x', { a: 1 }), '?')).toBe(0)
    expect(s(choice('x'), '?')).toBe(0)
    expect(s(endurance('x', 'power'), '?')).toBe(0)
  })
  it.each([
    ['h0', undefined, 0], ['h24', undefined, 24 / 72], ['h24', 'h24', 0.5], ['h48', 'h24', 1], ['h72', undefined, 1],
    ['h168', undefined, 1], ['unlimited', undefined, 1], ['h4', 'h168', 0.5],
  ])('as %s of power with a tolerance of %s', (hours, still, score) => {
    expect(s(endurance('x', 'power'), hours, still)).toBe(score)
  })
  it('against the target of its own question', () => {
    expect(s(endurance('x', 'power', { target: 24 }), 'h8')).toBe(8 / 24)
    expect(s(endurance('x', 'power', { target: 168 }), 'h72', 'h24')).toBe(0.5)
  })
  it('also when the tolerance is asked later on', () => {
    const all = questionnaire({ questions: [endurance('e', 'power'), tolerance()] })
    expect(count(all, evidence(answers({ e: 'h24', stilstand: 'h48' }))).s[0]).toBe(1)
  })
  it('only when the questionnaire can read it; else the mistake is not hidden', () => {
    expect(() => s(choice('x'), 'misschien')).toThrow(/x/)
    expect(() => s(choice('x'), ['ja'])).toThrow(/x/)
    expect(() => s(checklist('x', { a: 1 }), ['b'])).toThrow(/x/)
    expect(() => s(checklist('x', { a: 1 }), 'a')).toThrow(/x/)
  })
})
