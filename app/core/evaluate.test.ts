import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate } from './evaluate.ts'
import { scores } from './score.ts'
import { answers, arbitraryCase, checklist, choice, endurance, evidence, measure, questionnaire, scenario, tolerance } from './test-questionnaire.ts'
import type { Answer } from './answers.ts'

const all = questionnaire({
  hash: 'abc',
  questions: [
    tolerance(),
    choice('plan', undefined, { must: true, weight: 3, scenarios: ['stroom'] }),
    checklist('kist', { lamp: 1, radio: 1 }, { theme: 'b' }),
    endurance('power', 'power', { theme: 'b', allowNotApplicable: false }),
    choice('lang', undefined, { theme: 'c', quick: false }),
  ],
  scenarios: [scenario('stroom', 72, [[0, 'power']])],
  measures: [
    measure('accu', 10, [{ question: 'power', option: 'h48' }]),
    measure('plan-maken', 2, [{ question: 'plan', option: 'ja' }]),
    measure('lijst', 1, [{ question: 'lang', option: 'ja' }]),
    measure('groot', 1, [{ question: 'plan', option: 'ja' }], { profile: { field: 'size', in: ['250+'] } }),
  ],
})

describe('the result', () => {
  it('is the whole of what the interface answers', () => {
    const given = evidence(answers({ stilstand: 'h24', plan: '?', kist: ['lamp'], power: 'h24', lang: 'ja' }))
    expect(evaluate(all, given)).toEqual({
      scoringVersion: 1,
      questionnaire: 'abc',
      tolerance: 24,
      overall: { score: 50, level: 3, capped: false, unmetMusts: 1, musts: 1 },
      themes: [
        { id: 'a', score: 0, level: 1, capped: false, unmetMusts: ['plan'], weight: 1 },
        { id: 'b', score: 50, level: 3, capped: false, unmetMusts: [], weight: 1 },
        { id: 'c', score: 100, level: 5, capped: false, unmetMusts: [], weight: 1 },
      ],
      completeness: 1,
      certainty: 0.75,
      unknownCount: 1,
      scenarios: [{ id: 'stroom', endurance: 24, weakest: 'power', known: true, open: [], needed: 48, coverage: 0.5, short: 24, readiness: 0 }],
      measures: [
        { id: 'plan-maken', open: true, fixesMust: true, gain: 250 / 3 - 50, effort: 2, after: [] },
        { id: 'accu', open: true, fixesMust: false, gain: (0 + 75 + 100) / 3 - 50, effort: 10, after: [{ scenario: 'stroom', endurance: 48 }] },
        { id: 'lijst', open: false, fixesMust: false, gain: 0, effort: 1, after: [] },
      ],
      first: ['plan-maken', 'accu'],
    })
  })
  it('of a quick scan leaves the other questions out, answered or not', () => {
    const result = evaluate(all, evidence(answers({ plan: 'ja', kist: [], power: 'h0', lang: 'nee' }), 'quick'))
    expect(result.themes[2]).toMatchObject({ score: null, level: null })
    expect(result).toMatchObject({ completeness: 1, overall: { score: 50 } })
    expect(result.measures.find(({ id }) => id === 'lijst')).toMatchObject({ open: false })
  })
  it('of nothing at all has nulls and no first measures', () => {
    expect(evaluate(all, evidence({}))).toMatchObject({
      overall: { score: null, level: null, capped: false, unmetMusts: 0, musts: 0 }, completeness: 0, certainty: 1, first: [],
      scenarios: [{ endurance: null, coverage: null, short: null, readiness: null, known: true, open: ['power'] }],
    })
  })
  it('can be sent as JSON without losing anything', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ questionnaire: some, evidence: given }) => {
        const result = evaluate(some, given)
        expect(JSON.parse(JSON.stringify(result)) as unknown).toEqual(result)
      }),
      { numRuns: 200 },
    )
  })
  it('does not depend on the order of the answers or of the checked items', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ questionnaire: some, evidence: given }) => {
        const turned = Object.entries(given.answers)
          .reverse()
          .map(([id, answer]): [string, Answer] => [id, 'items' in answer ? { items: [...answer.items].reverse() } : answer])
        expect(evaluate(some, { ...given, answers: Object.fromEntries(turned) })).toEqual(evaluate(some, given))
      }),
      { numRuns: 300 },
    )
  })
  it('does not depend on answers to hidden questions', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ questionnaire: some, evidence: given }) => {
        const hidden = { ...choice('q-verborgen', undefined, { showIf: { any: [] } }), weight: 9, must: true }
        const more = { ...some, questions: [hidden, ...some.questions] }
        const answered = { ...given, answers: { ...given.answers, 'q-verborgen': { option: 'nee' } } }
        expect(evaluate(more, answered)).toEqual(evaluate(some, given))
      }),
      { numRuns: 200 },
    )
  })
  it('holds the same scores as those that are computed alone, and only gains that are not negative', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ questionnaire: some, evidence: given }) => {
        const { overall, themes, measures, first } = evaluate(some, given)
        expect({ overall, themes }).toEqual(scores(some, given))
        for (const { gain, open, fixesMust, after } of measures) {
          expect(gain).toBeGreaterThanOrEqual(-1e-9)
          if (!open) expect([gain, fixesMust, after]).toEqual([0, false, []])
        }
        expect(first.length).toBe(Math.min(5, measures.filter((one) => one.open).length))
      }),
      { numRuns: 300 },
    )
  })
})
