/** Invented companies: the same each run, spread as meant, and answering what they see and nothing else. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkEvidence } from '#app/core/answers.ts'
import type { Answer } from '#app/core/answers.ts'
import { sizes } from '#app/core/questionnaire.ts'
import { arbitraryCase, checklist, choice, endurance, info, questionnaire, tolerance } from '#app/core/test-questionnaire.ts'
import { visibleQuestions } from '#app/core/visibility.ts'
import { companies, fillings, leaningPosition, randomShare } from './filling.ts'
import type { Filling } from './filling.ts'
import { pick, seeded } from './random.ts'

const draws = (seed: string, number: number) => {
  const random = seeded(seed)
  return Array.from({ length: number }, () => random())
}
/** How many of the values, all 0 ≤ x < 1, lie in each tenth. */
const tenths = (values: readonly number[]) => {
  const bins = new Array<number>(10).fill(0)
  for (const value of values) bins[Math.floor(value * 10)]!++
  return bins
}

describe('chance', () => {
  it('is the same for the same seed and another for another', () => {
    expect(draws('bouw 1 leaning', 50)).toEqual(draws('bouw 1 leaning', 50))
    expect(draws('bouw 1 leaning', 50)).not.toEqual(draws('bouw 1 random', 50))
  })

  it('is spread evenly from 0 to 1', () => {
    for (const bin of tenths(draws('spread', 20_000))) expect(Math.abs(bin - 2000)).toBeLessThan(200)
  })

  it('picks each of a list about as often, and nothing from nothing', () => {
    const random = seeded('pick')
    const picked = Array.from({ length: 3000 }, () => pick(random, ['a', 'b', 'c']))
    for (const one of ['a', 'b', 'c']) expect(Math.abs(picked.filter((id) => id === one).length - 1000)).toBeLessThan(120)
    expect(() => pick(random, [])).toThrow()
  })
})

const asked = questionnaire({
  questions: [
    info('werk', ['dak', 'weg', 'anders']),
    tolerance(),
    endurance('zonder-stroom', 'power'),
    choice('plan', { ja: 1, nee: 0, half: 0.5, bijna: 0.8 }),
    checklist('spullen', { lamp: 1, radio: 2, water: 1, deken: 1 }, { allowNotApplicable: false }),
    choice('geoefend', { nee: 0, ja: 1 }, { showIf: { answer: { question: 'plan', in: ['ja', 'bijna'] } } }),
  ],
})
const filled = (filling: Filling, number = 1000) => [...companies(asked, '2-9', number)].filter((one) => one.filling === filling)
const told = (filling: Filling, question: string): (Answer | undefined)[] =>
  filled(filling).map(({ evidence }) => evidence.answers[question])

describe('an invented company', () => {
  it('is the same each run', () => {
    expect([...companies(asked, '10-49', 20)]).toEqual([...companies(asked, '10-49', 20)])
  })

  it('comes as often in each filling, from many regions', () => {
    const all = [...companies(asked, '1', 200)]
    expect(fillings.map((filling) => all.filter((one) => one.filling === filling).length)).toEqual([200, 200, 200, 200, 200])
    expect(new Set(all.map(({ evidence }) => evidence.profile.region)).size).toBe(25)
    expect(all.every(({ evidence }) => evidence.profile.size === '1')).toBe(true)
  })

  it('answers every question that it sees and no other, with good input, whatever the questionnaire', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.constantFrom(...sizes), ({ questionnaire: any }, size) => {
        const free = { ...any, questions: any.questions.map((one) => ({ ...one, allowNotApplicable: one.id.length % 2 === 0 })) }
        for (const { evidence } of companies(free, size, 3)) {
          expect(Object.keys(evidence.answers)).toEqual(visibleQuestions(free, evidence).map(({ id }) => id))
          expect(checkEvidence(free, evidence)).toBe(null)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('answers the best, the worst or nothing but "I do not know" where it is told to', () => {
    for (const { evidence } of filled('best', 20)) {
      expect(evidence.answers).toMatchObject({
        'zonder-stroom': { option: 'unlimited' },
        plan: { option: 'ja' },
        spullen: { items: ['lamp', 'radio', 'water', 'deken'] },
        geoefend: { option: 'ja' },
      })
    }
    for (const { evidence } of filled('worst', 20)) {
      expect(evidence.answers).toMatchObject({
        'zonder-stroom': { option: 'h0' },
        plan: { option: 'nee' },
        spullen: { items: [] },
      })
    }
    for (const { evidence } of filled('unknown', 20)) {
      const unknown = { unknown: true }
      expect(evidence.answers).toMatchObject({ 'zonder-stroom': unknown, plan: unknown, spullen: unknown })
    }
  })

  it('works at anything and may lie still for any time, in every filling', () => {
    for (const filling of fillings) {
      const options = (question: string) => new Set(told(filling, question).map((answer) => JSON.stringify(answer)))
      expect(options('werk').size).toBe(3)
      expect(options('stilstand').size).toBe(7)
    }
  })

  it('at random says now and then that it does not know, or that it does not apply where it may say so', () => {
    const share = (question: string, key: string) =>
      told('random', question).filter((answer) => answer !== undefined && key in answer).length / 1000
    for (const question of ['plan', 'spullen']) expect(Math.abs(share(question, 'unknown') - randomShare.unknown)).toBeLessThan(0.03)
    expect(Math.abs(share('plan', 'notApplicable') - randomShare.notApplicable)).toBeLessThan(0.03)
    expect(share('spullen', 'notApplicable')).toBe(0)
    expect(share('werk', 'unknown')).toBe(0)
  })

  it('is as often weak as strong', () => {
    const strengths = filled('leaning', 10_000).map(({ strength }) => strength)
    for (const bin of tenths(strengths)) expect(Math.abs(bin - 1000)).toBeLessThan(120)
  })

  it('leans: it chooses within a quarter of its strength, and never beyond the options', () => {
    const random = seeded('lean')
    const chosen = (strength: number, k: number) =>
      [...new Set(Array.from({ length: 500 }, () => leaningPosition(strength, k, random)))].sort((a, b) => a - b)
    expect(chosen(0, 4)).toEqual([0])
    expect(chosen(1, 4)).toEqual([3])
    expect(chosen(0.5, 4)).toEqual([1, 2])
    expect(chosen(0.9, 8)).toEqual([5, 6, 7])
    expect(chosen(0.4, 2)).toEqual([0, 1])
    expect(chosen(0.1, 2)).toEqual([0])
  })

  it('leans: it has each item with a chance of its strength', () => {
    const leaning = filled('leaning', 4000)
    for (const [low, high] of [[0, 0.2], [0.4, 0.6], [0.8, 1]] as const) {
      const some = leaning.filter(({ strength }) => strength >= low && strength < high)
      const items = some.flatMap(({ evidence: { answers } }) => ('items' in answers.spullen! ? answers.spullen.items : []))
      expect(items.length / some.length / 4).toBeCloseTo((low + high) / 2, 1)
    }
  })
})
