import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { count } from './counted.ts'
import { evaluate } from './evaluate.ts'
import { existingMeasures, lift } from './lifts.ts'
import { round9 } from './numbers.ts'
import { planFor, whatIf } from './plan.ts'
import { overallScore } from './score.ts'
import { answers, arbitraryCase, checklist, choice, endurance, evidence, measure, questionnaire, scenario, tolerance } from './test-questionnaire.ts'
import type { Questionnaire } from './questionnaire.ts'
import type { Evidence } from './result.ts'

const all = questionnaire({
  questions: [
    tolerance(),
    choice('plan', undefined, { must: true, weight: 2 }),
    checklist('kist', { lamp: 1, radio: 1, water: 2 }, { theme: 'b' }),
    endurance('power', 'power', { theme: 'c' }),
  ],
  scenarios: [scenario('stroom', 72, [[0, 'power']])],
  measures: [
    measure('accu', 8, [{ question: 'power', option: 'h24' }]),
    measure('aggregaat', 24, [{ question: 'power', option: 'unlimited' }]),
    measure('kist-half', 1, [{ question: 'kist', items: ['lamp', 'radio'] }]),
    measure('kist-heel', 1.5, [{ question: 'kist', items: ['lamp', 'radio', 'water'] }]),
    measure('plan-maken', 4, [{ question: 'plan', option: 'ja' }]),
    measure('niet-voor-jou', 0.5, [{ question: 'plan', option: 'ja' }], { profile: { field: 'size', in: ['250+'] } }),
  ],
})
const weak = evidence(answers({ plan: 'nee', kist: [], power: 'h0' }))

describe('a plan', () => {
  it('holds the measures in order of advice, their effort, and where they lead', () => {
    const plan = planFor(all, weak, 8)
    expect(plan).toEqual({
      measures: ['plan-maken', 'kist-heel'],
      effort: 5.5,
      overall: { score: 200 / 3, level: 4, capped: false, unmetMusts: 0, musts: 1 },
      unmetMusts: [],
      scenarios: evaluate(all, weak).scenarios,
    })
  })
  it('says which must it leaves open', () => {
    expect(planFor(all, weak, 3)).toMatchObject({ measures: ['kist-heel'], unmetMusts: ['plan'], overall: { unmetMusts: 1 } })
  })
  it('tells the new endurance', () => {
    expect(planFor(all, weak, 40)).toMatchObject({ effort: 29.5, scenarios: [{ endurance: 'unlimited' }], overall: { score: 100 } })
  })
  it('rounds the budget down to half hours', () => {
    expect(planFor(all, weak, 1.49).measures).toEqual(['kist-half'])
    expect(planFor(all, weak, 1.5).measures).toEqual(['kist-heel'])
    expect(planFor(all, weak, 0.49).measures).toEqual([])
  })
  it('is empty for no hours, and where there is no score', () => {
    expect(planFor(all, weak, 0)).toMatchObject({ measures: [], effort: 0 })
    expect(planFor(all, evidence({}), 40)).toMatchObject({ measures: [], overall: { score: null } })
  })
  it.each([-0.5, 40.5, Number.NaN, Infinity])('is refused for a budget of %d hours', (budget) => {
    expect(() => planFor(all, weak, budget)).toThrow(RangeError)
  })

  it('is as good, and as little effort, as the best of all sets of measures', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.nat(40), ({ questionnaire: some, evidence: given }, halves) => {
        const plan = planFor(some, given, halves / 2)
        const best = exhaustive(some, given, halves / 2)
        expect(plan.overall.score === null ? null : round9(plan.overall.score)).toBe(best.score)
        expect(plan.effort).toBe(best.effort)
        expect(planFor(some, given, halves / 2)).toEqual(plan)
        const order = evaluate(some, given).measures.filter(({ open }) => open).map(({ id }) => id)
        expect(plan.measures).toEqual(order.filter((id) => plan.measures.includes(id)))
      }),
      { numRuns: 300 },
    )
  })
  it('is the best of the measures that are allowed, and holds no other', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.nat(40), fc.nat(7), ({ questionnaire: some, evidence: given }, halves, bits) => {
        const allowed = (id: string) => ((bits >> some.measures.findIndex((one) => one.id === id)) & 1) === 0
        const plan = planFor(some, given, halves / 2, allowed)
        const best = exhaustive(some, given, halves / 2, allowed)
        expect(plan.overall.score === null ? null : round9(plan.overall.score)).toBe(best.score)
        expect(plan.effort).toBe(best.effort)
        expect(plan.measures.every(allowed)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

function exhaustive(
  some: Questionnaire,
  given: Evidence,
  budget: number,
  allowed: (measure: string) => boolean = () => true,
): { score: number | null; effort: number } {
  const counted = count(some, given)
  const measures = existingMeasures(counted).filter(({ id }) => allowed(id))
  let best: { score: number | null; effort: number } = { score: null, effort: 0 }
  for (let set = 0; set < 1 << measures.length; set++) {
    const chosen = measures.filter((_, position) => (set >> position) & 1)
    const effort = chosen.reduce((sum, one) => sum + one.effort, 0)
    const score = overallScore(lift(counted, chosen))
    if (effort > budget || score === null) continue
    const rounded = round9(score)
    if (best.score === null || rounded > best.score || (rounded === best.score && effort < best.effort)) best = { score: rounded, effort }
  }
  return best
}

describe('what if', () => {
  it('gives scores, levels and scenarios with the measures done', () => {
    expect(whatIf(all, weak, ['accu', 'plan-maken'])).toMatchObject({
      measures: ['plan-maken', 'accu'],
      effort: 12,
      overall: { unmetMusts: 0 },
      themes: [{ score: 100 }, { score: 0 }, { score: 100 * (24 / 72) }],
      scenarios: [{ endurance: 24, short: 48 }],
    })
  })
  it('changes nothing without measures, and by one that does not exist for this company', () => {
    const { overall, themes, scenarios } = evaluate(all, weak)
    expect(whatIf(all, weak, [])).toEqual({ measures: [], effort: 0, overall, themes, scenarios, unmetMusts: ['plan'] })
    expect(whatIf(all, weak, ['niet-voor-jou', 'nooit'])).toEqual(whatIf(all, weak, []))
  })
})
