import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { count } from './counted.ts'
import { certaintyOf, scores } from './score.ts'
import { answers, arbitraryCase, checklist, choice, endurance, evidence, info, questionnaire, theme, tolerance } from './test-questionnaire.ts'
import type { Question } from './questionnaire.ts'
import type { Evidence } from './result.ts'

const in_ = (id: string, of: string, rest: Partial<Question> = {}) => choice(id, undefined, { theme: of, ...rest })
const must = (id: string, of = 'a') => in_(id, of, { must: true })
const short = (questions: Question[], given: Parameters<typeof answers>[0]) =>
  scores(questionnaire({ questions }), evidence(answers(given)))

describe('a theme score', () => {
  it('weighs its applicable answered questions', () => {
    const { themes } = short([in_('x', 'a', { weight: 2 }), in_('y', 'a')], { x: 'ja', y: 'nee' })
    expect(themes[0]).toEqual({ id: 'a', score: 200 / 3, level: 4, capped: false, unmetMusts: [], weight: 1 })
  })
  it('counts unknown as 0, and leaves out not applicable and no answer', () => {
    expect(short([in_('x', 'a'), in_('y', 'a')], { x: 'ja', y: '?' }).themes[0]!.score).toBe(50)
    expect(short([in_('x', 'a'), in_('y', 'a')], { x: 'ja', y: '-' }).themes[0]!.score).toBe(100)
    expect(short([in_('x', 'a'), in_('y', 'a')], { x: 'ja' }).themes[0]!.score).toBe(100)
  })
  it('is null, without a level, when nothing in it is applicable and answered', () => {
    expect(short([in_('x', 'a')], { x: '-' }).themes[0]).toMatchObject({ score: null, level: null, capped: false })
  })
  it('does not count tolerance and info questions, and not hidden ones', () => {
    const { themes } = short(
      [in_('x', 'a'), tolerance(), info('i', ['z']), in_('h', 'a', { showIf: { any: [] } })],
      { x: 'ja', stilstand: '?', i: '?', h: 'nee' },
    )
    expect(themes[0]!.score).toBe(100)
  })
})

describe('the overall score', () => {
  it('weighs the themes that have a score', () => {
    const all = questionnaire({ themes: [theme('a', 3), theme('b'), theme('c', 5)], questions: [in_('x', 'a'), in_('y', 'b'), in_('z', 'c')] })
    const { overall, themes } = scores(all, evidence(answers({ x: 'ja', y: 'nee' })))
    expect(overall.score).toBe(75)
    expect(themes.map(({ id, weight, score }) => [id, weight, score])).toEqual([['a', 3, 100], ['b', 1, 0], ['c', 5, null]])
  })
  it('is null when no theme has one', () => {
    expect(short([in_('x', 'a')], {}).overall).toEqual({ score: null, level: null, capped: false, unmetMusts: 0, musts: 0 })
  })
  it('stays unrounded and follows the order of the questionnaire to the last digit', () => {
    const { overall } = short([in_('x', 'a', { weight: 0.1 }), in_('y', 'a', { weight: 0.2 }), in_('z', 'a', { weight: 0.3 })], {
      z: 'nee', y: 'ja', x: 'ja',
    })
    expect(overall.score).toBe((100 * (0.1 + 0.2)) / (0.1 + 0.2 + 0.3))
  })
})

describe('an unmet must', () => {
  it('holds its theme at level 2 and the overall at level 4, and changes no score', () => {
    const { overall, themes } = short([must('m'), in_('x', 'a', { weight: 9 })], { m: 'nee', x: 'ja' })
    expect(themes[0]).toMatchObject({ score: 90, level: 2, capped: true, unmetMusts: ['m'] })
    expect(overall).toEqual({ score: 90, level: 4, capped: true, unmetMusts: 1, musts: 1 })
  })
  it('holds the overall at level 3 when there are two or more', () => {
    const { overall } = short([must('m'), must('n', 'b'), in_('x', 'a', { weight: 9 }), in_('y', 'b', { weight: 9 })], {
      m: 'nee', n: '?', x: 'ja', y: 'ja',
    })
    expect(overall).toEqual({ score: 90, level: 3, capped: true, unmetMusts: 2, musts: 2 })
  })
  it('caps nothing that is not above', () => {
    const { overall, themes } = short([must('m'), in_('x', 'a', { weight: 0.5 })], { m: 'nee', x: 'ja' })
    expect(overall).toMatchObject({ level: 2, capped: false })
    expect(themes[0]).toMatchObject({ level: 2, capped: false, unmetMusts: ['m'] })
  })
  it.each([
    ['nee', 1, 1], ['?', 1, 1], ['half', 0, 1], ['ja', 0, 1], ['-', 0, 0],
  ])('is one answered %s: unmet %d of %d', (given, unmet, all) => {
    expect(short([must('m')], { m: given }).overall).toMatchObject({ unmetMusts: unmet, musts: all })
  })
  it('is not one that is open or hidden', () => {
    expect(short([must('m')], {}).overall).toMatchObject({ unmetMusts: 0, musts: 0 })
    const hidden = { ...must('m'), showIf: { any: [] } }
    expect(short([hidden], { m: 'nee' }).overall).toMatchObject({ unmetMusts: 0, musts: 0 })
  })
  it('compares with a half after rounding to 1e-9', () => {
    const list = checklist('m', { a: 0.1, b: 0.2, c: 0.3 }, { must: true })
    expect(short([list], { m: ['a', 'b'] }).overall.unmetMusts).toBe(0)
    const almost = choice('m', { nee: 0, bijna: 0.4999999, ja: 1 }, { must: true })
    expect(short([almost], { m: 'bijna' }).overall.unmetMusts).toBe(1)
  })
  it('stands in questionnaire order under its theme', () => {
    expect(short([must('z'), must('y', 'b'), must('b')], { b: 'nee', z: 'nee', y: 'nee' }).themes.map((one) => one.unmetMusts)).toEqual([
      ['z', 'b'], ['y'], [],
    ])
  })
})

describe('completeness and certainty', () => {
  const of = (questions: Question[], given: Parameters<typeof answers>[0], mode: Evidence['mode'] = 'full') =>
    certaintyOf(count(questionnaire({ questions }), evidence(answers(given), mode)))
  const four = [in_('w', 'a'), in_('x', 'a'), in_('y', 'b'), endurance('z', 'power')]

  it('count unknown and not applicable as answers', () => {
    expect(of(four, { w: '?', x: '-', y: 'ja' })).toEqual({ completeness: 0.75, certainty: 0.5, unknownCount: 1 })
  })
  it('are 1 when there is nothing to ask', () => {
    expect(of([tolerance(), info('i', ['x'])], { stilstand: '?' })).toEqual({ completeness: 1, certainty: 1, unknownCount: 0 })
  })
  it('have certainty 1 when nothing is answered or applicable', () => {
    expect(of(four, {})).toEqual({ completeness: 0, certainty: 1, unknownCount: 0 })
    expect(of(four, { w: '-' })).toEqual({ completeness: 0.25, certainty: 1, unknownCount: 0 })
  })
  it('look at visible questions only', () => {
    const some = [in_('w', 'a'), in_('x', 'a', { quick: false })]
    expect(of(some, { w: 'ja', x: '?' }, 'quick')).toEqual({ completeness: 1, certainty: 1, unknownCount: 0 })
    expect(of(some, { w: 'ja', x: '?' })).toEqual({ completeness: 1, certainty: 0.5, unknownCount: 1 })
  })
})

describe('scores always', () => {
  it('lie between 0 and 100 or are null, and a null score has no level', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ questionnaire: all, evidence: given }) => {
        const { overall, themes } = scores(all, given)
        for (const { score, level, capped } of [overall, ...themes]) {
          expect(score === null || (score >= 0 && score <= 100 + 1e-9)).toBe(true)
          expect(level === null).toBe(score === null)
          if (score === null) expect(capped).toBe(false)
        }
      }),
      { numRuns: 300 },
    )
  })
})
