import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { count } from './counted.ts'
import { openMusts } from './fix-musts.ts'
import { existingMeasures, lift } from './lifts.ts'
import { whatIf } from './plan.ts'
import { answers, arbitraryCase, checklist, choice, evidence, measure, questionnaire } from './test-questionnaire.ts'
import type { Questionnaire } from './questionnaire.ts'
import type { Evidence } from './result.ts'

const all = questionnaire({
  questions: [
    choice('plan', undefined, { must: true }),
    choice('bellen', undefined, { must: true, theme: 'b' }),
    checklist('kist', { lamp: 1, radio: 1, water: 2 }, { theme: 'b', must: true }),
    choice('nooit', undefined, { must: true, theme: 'c' }),
  ],
  measures: [
    measure('plan-maken', 4, [{ question: 'plan', option: 'ja' }]),
    measure('bellijst', 1, [{ question: 'bellen', option: 'ja' }]),
    measure('alles', 4.5, [{ question: 'plan', option: 'ja' }, { question: 'bellen', option: 'ja' }]),
    measure('lamp', 0.5, [{ question: 'kist', items: ['lamp'] }]),
    measure('radio', 1, [{ question: 'kist', items: ['radio'] }]),
    measure('water', 2, [{ question: 'kist', items: ['water'] }]),
  ],
})
const weak = evidence(answers({ plan: 'nee', bellen: 'nee', kist: [], nooit: 'nee' }))

describe('musts that stay open', () => {
  it('say what each takes, and all of them together', () => {
    expect(openMusts(all, weak, [])).toEqual({
      musts: [
        { id: 'plan', fix: { measures: ['plan-maken'], effort: 4 } },
        { id: 'bellen', fix: { measures: ['bellijst'], effort: 1 } },
        { id: 'kist', fix: { measures: ['lamp', 'radio'], effort: 1.5 } },
        { id: 'nooit', fix: null },
      ],
      together: { measures: ['alles', 'lamp', 'radio'], effort: 6 },
    })
  })
  it('count what is chosen already', () => {
    expect(openMusts(all, weak, ['plan-maken', 'lamp'])).toMatchObject({
      musts: [{ id: 'bellen' }, { id: 'kist', fix: { measures: ['radio'], effort: 1 } }, { id: 'nooit' }],
      together: { measures: ['bellijst', 'radio'], effort: 2 },
    })
  })
  it('take as little effort as the best of all sets of measures', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.nat(7), ({ questionnaire: some, evidence: given }, bits) => {
        const existing = existingMeasures(count(some, given)).map(({ id }) => id)
        const chosen = existing.filter((_, position) => (bits >> position) & 1)
        const open = openMusts(some, given, chosen)
        expect(open.musts.map(({ id }) => id)).toEqual(whatIf(some, given, chosen).unmetMusts)
        for (const must of open.musts) expect(must.fix?.effort ?? null).toBe(exhaustive(some, given, chosen, [must.id]))
        const fixable = open.musts.flatMap(({ id, fix }) => (fix === null ? [] : [id]))
        expect(open.together.effort).toBe(exhaustive(some, given, chosen, fixable))
      }),
      { numRuns: 300 },
    )
  })
})

function exhaustive(some: Questionnaire, given: Evidence, chosen: readonly string[], musts: readonly string[]): number | null {
  const counted = count(some, given)
  const measures = existingMeasures(counted)
  const done = measures.filter(({ id }) => chosen.includes(id))
  const rest = measures.filter(({ id }) => !chosen.includes(id))
  let best: number | null = null
  for (let set = 0; set < 1 << rest.length; set++) {
    const more = rest.filter((_, position) => (set >> position) & 1)
    const effort = more.reduce((sum, one) => sum + one.effort, 0)
    const lifted = lift(counted, [...done, ...more])
    const met = musts.every((id) => lifted.s[counted.prepared.indexOf.get(id)!]! >= 0.5)
    if (met && (best === null || effort < best)) best = effort
  }
  return best
}
