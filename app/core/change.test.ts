import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { change, weighedAsBefore } from './change.ts'
import { answers, arbitraryCase, checklist, choice, endurance, evidence, questionnaire, theme } from './test-questionnaire.ts'
import type { Question, Questionnaire } from './questionnaire.ts'

const one = (questions: Question[], parts: Partial<Questionnaire> = {}) => questionnaire({ questions, ...parts })
const scan = (all: Questionnaire, given: Parameters<typeof answers>[0]) => ({ questionnaire: all, evidence: evidence(answers(given)) })
const x = (weight = 1) => choice('x', undefined, { weight })
const y = (weight = 1) => choice('y', undefined, { weight })

describe('a change between two scans', () => {
  it('comes from own answers alone when the questionnaire is the same', () => {
    expect(change(scan(one([x(), y()]), { x: 'nee', y: 'nee' }), scan(one([x(), y()]), { x: 'ja', y: 'nee' }))).toEqual({
      before: 0, after: 50, answers: 50, questions: 0, weights: 0,
    })
  })
  it('comes from questions alone when one is new', () => {
    expect(change(scan(one([x()]), { x: 'ja' }), scan(one([x(), y()]), { x: 'ja', y: 'nee' }))).toMatchObject({
      answers: 0, questions: -50, weights: 0,
    })
  })
  it('comes from questions alone when one is gone, which keeps its old answer until then', () => {
    expect(change(scan(one([x(), y()]), { x: 'ja', y: 'nee' }), scan(one([x()]), { x: 'ja' }))).toEqual({
      before: 50, after: 100, answers: 0, questions: 50, weights: 0,
    })
  })
  it('comes from weights alone when a question, an option, an item, a target or a theme weighs otherwise', () => {
    const onlyWeights = (old: Questionnaire, now: Questionnaire, given: Parameters<typeof answers>[0]) => {
      const found = change(scan(old, given), scan(now, given))!
      expect([found.answers, found.questions]).toEqual([0, 0])
      expect(found.weights).not.toBe(0)
    }
    onlyWeights(one([x(), y()]), one([x(3), y()]), { x: 'ja', y: 'nee' })
    onlyWeights(one([choice('x', { nee: 0, half: 0.5, ja: 1 })]), one([choice('x', { nee: 0, half: 0.7, ja: 1 })]), { x: 'half' })
    onlyWeights(one([checklist('x', { a: 1, b: 1 })]), one([checklist('x', { a: 1, b: 3 })]), { x: ['a'] })
    onlyWeights(one([endurance('x', 'power')]), one([endurance('x', 'power', { target: 168 })]), { x: 'h24' })
    const b = choice('y', undefined, { theme: 'b' })
    onlyWeights(one([x(), b]), one([x(), b], { themes: [theme('a', 2), theme('b'), theme('c')] }), { x: 'ja', y: 'nee' })
  })
  it('keeps the old answer where the old questionnaire cannot read the new one', () => {
    const old = choice('x', { nee: 0, ja: 1 })
    const now = choice('x', { nee: 0, bijna: 0.8, ja: 1 })
    const found = change(scan(one([old]), { x: 'nee' }), scan(one([now]), { x: 'bijna' }))
    expect(found).toMatchObject({ answers: 0, questions: 80, weights: 0 })
  })
  it('is not told apart when a score is null', () => {
    expect(change(scan(one([x()]), {}), scan(one([x()]), { x: 'ja' }))).toBeNull()
    expect(change(scan(one([x()]), { x: 'ja' }), scan(one([x()]), { x: '-' }))).toBeNull()
    expect(change(scan(one([x()]), { x: 'ja' }), scan(one([y()]), { y: 'ja' }))).toMatchObject({ answers: 0, questions: 0 })
  })
  it('leaves the new questionnaire alone', () => {
    const now = one([x(3)])
    expect(weighedAsBefore(one([x()]), now).questions[0]!.weight).toBe(1)
    expect(now.questions[0]!.weight).toBe(3)
  })
  it('adds up', () => {
    fc.assert(
      fc.property(arbitraryCase, arbitraryCase, (old, now) => {
        const found = change(old, now)
        if (found !== null) expect(found.before + found.answers + found.questions + found.weights).toBeCloseTo(found.after, 9)
      }),
      { numRuns: 200 },
    )
  })
})
