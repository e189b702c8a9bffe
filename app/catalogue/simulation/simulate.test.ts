/** The dry run: every rule is seen to catch a questionnaire that breaks it, and our own content breaks none. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { whatMustsTake } from '#app/core/advice.ts'
import { evaluate } from '#app/core/evaluate.ts'
import type { Measure, Question, Questionnaire, Scenario } from '#app/core/questionnaire.ts'
import { sizes } from '#app/core/questionnaire.ts'
import { arbitraryCase, checklist, choice, endurance, info } from '#app/core/test-questionnaire.ts'
import { measure, questionnaire, scenario, tolerance } from '#app/core/test-questionnaire.ts'
import { loadCatalogue } from '../catalogue.server.ts'
import { mustEffort } from '../checks/measures.ts'
import { companies } from './filling.ts'
import { inWords } from './judge.ts'
import { observe } from './observe.ts'
import { simulate } from './simulate.ts'
import { medianEndurance, table } from './table.ts'

const questions: readonly Question[] = [
  info('werk', ['dak', 'weg']),
  tolerance(),
  endurance('zonder-stroom', 'power'),
  choice('plan', undefined, { must: true }),
  checklist('spullen', { lamp: 1, radio: 2, water: 1 }, { theme: 'b' }),
]
const measures: readonly Measure[] = [
  measure('plan-maken', 2, [{ question: 'plan', option: 'half' }]),
  measure('spullen-kopen', 8, [{ question: 'spullen', items: ['lamp', 'radio', 'water'] }]),
  measure('aggregaat', 8, [{ question: 'zonder-stroom', option: 'h72' }]),
]
const scenarios: readonly Scenario[] = [scenario('stroom', 72, [[0, 'power']])]

type Parts = { questions?: readonly Question[]; measures?: readonly Measure[]; scenarios?: readonly Scenario[] }
/** The sound questionnaire with more in it. */
function withMore(more: Parts): Questionnaire {
  return questionnaire({
    questions: [...questions, ...(more.questions ?? [])],
    measures: [...measures, ...(more.measures ?? [])],
    scenarios: [...scenarios, ...(more.scenarios ?? [])],
  })
}
const findings = (...all: Questionnaire[]) => simulate(all, 200).findings.map(inWords)
const forSizes = (some: readonly string[]) => ({ profile: { field: 'size' as const, in: some } })

describe('the dry run', () => {
  it('finds nothing in a sound questionnaire', () => {
    expect(findings(withMore({}))).toEqual([])
  })

  it('sees the same each run, and in one sector the same whatever is in another', () => {
    const other = { ...withMore({ questions: [choice('extra')] }), sector: { id: 'voeding', title: { nl: 'v', en: 'v' } } }
    expect(simulate([withMore({})], 20)).toEqual(simulate([withMore({})], 20))
    expect(simulate([other, withMore({})], 20).observations.slice(5)).toEqual(simulate([withMore({})], 20).observations)
  })

  it('catches a question that is shown to nobody', () => {
    const both = [{ answer: { question: 'werk', in: ['dak'] } }, { answer: { question: 'werk', in: ['weg'] } }]
    expect(findings(withMore({ questions: [choice('kraan', undefined, { showIf: { all: both } })] }))).toEqual([
      'core, all sizes: question "kraan" is shown to none of 5000 companies — widen its showIf, or take the question out',
    ])
  })

  it('lets a question of the core be for one sector, and one size be the only one to see it', () => {
    const showIf = { all: [{ profile: { field: 'sector' as const, in: ['voeding'] } }, forSizes(['250+'])] }
    const bouw = withMore({ questions: [choice('koelcel', undefined, { showIf })] })
    const voeding = { ...bouw, sector: { id: 'voeding', title: { nl: 'v', en: 'v' } } }
    expect(findings(bouw, voeding)).toEqual([])
    expect(findings(bouw)).toEqual([expect.stringMatching(/^core, all sizes: question "koelcel" is shown to none/)])
  })

  it('catches a quick question that hangs on one which the quick scan leaves out', () => {
    const showIf = { answer: { question: 'dieper', in: ['ja'] } }
    const more = [choice('dieper', undefined, { quick: false }), choice('daarna', undefined, { showIf })]
    expect(findings(withMore({ questions: more }))).toEqual([
      expect.stringMatching(/^core, all sizes: question "daarna" is quick, but in a quick scan shown to none/),
    ])
  })

  it('catches that nobody reaches 0 or 100 points, for each size that this is so for', () => {
    const low = findings(withMore({ questions: [choice('altijd-iets', { iets: 0.3, ja: 1 }, { showIf: forSizes(['1']) })] }))
    expect(low).toEqual([
      expect.stringMatching(/^bouw, size 1: 0 points can be reached by nobody who knows every answer in a full scan — /),
      expect.stringMatching(/^bouw, size 1: 0 points can be reached by nobody who knows every answer in a quick scan — /),
    ])
    const high = findings(withMore({ questions: [choice('nooit-klaar', { nee: 0, bijna: 0.9 }, { quick: false })] }))
    expect(high.length).toBe(5)
    for (const one of high) expect(one).toMatch(/^bouw, size .+: 100 points can be reached by nobody .+ in a full scan — /)
  })

  it('catches levels that nobody reaches', () => {
    const found = findings(questionnaire({ questions: [choice('alles-of-niets', { nee: 0, ja: 1 })] }))
    expect(found.length).toBe(10)
    expect(found[0]).toMatch(/^bouw, size 1: levels 2, 3, 4 can be reached by nobody who knows every answer in a full scan — /)
  })

  it('catches a measure that is open for nobody, also one that waits for the very answer it gives', () => {
    const waits = measure('plan-ophangen', 1, [{ question: 'plan', option: 'ja' }], { answer: { question: 'plan', in: ['ja'] } })
    expect(findings(withMore({ measures: [waits] }))).toEqual([
      expect.stringMatching(/^core, all sizes: measure "plan-ophangen" is open for none of 5000 companies — /),
    ])
    const next = measure('plan-ophangen', 1, [{ question: 'plan', option: 'ja' }], { answer: { question: 'plan', in: ['half'] } })
    expect(findings(withMore({ measures: [next] }))).toEqual([])
  })

  it('catches a must that takes more than four hours, for some size or after some answer', () => {
    const must = choice('uitgang', undefined, { must: true })
    const lifts = [{ question: 'uitgang', option: 'ja' }]
    const fix = (effort: number, showIf?: Measure['showIf']) =>
      findings(withMore({ questions: [must], measures: [measure('uitgang-maken', effort, lifts, showIf)] }))
    expect(fix(4)).toEqual([])
    expect(fix(4.5).map((one) => one.split(':')[0])).toEqual(sizes.map((size) => `bouw, size ${size}`))
    expect(fix(4, forSizes(['1', '2-9', '10-49', '50-249']))).toEqual([
      expect.stringMatching(/^bouw, size 250\+: must "uitgang" is fixed by no measure of at most 4 hours for (\d+) of \1 companies/),
    ])
    const some = fix(4, { answer: { question: 'werk', in: ['dak'] } })
    expect(some.length).toBe(5)
    const [, failed, all] = /hours for (\d+) of (\d+) companies/.exec(some[0]!)!
    expect(Number(failed) / Number(all)).toBeCloseTo(0.5, 1)
  })

  it('catches that two measures are needed where one should do', () => {
    const half = (item: string) => measure(`koop-${item}`, 1, [{ question: 'doos', items: [item] }])
    const must = checklist('doos', { lamp: 1, radio: 1, deken: 1 }, { must: true })
    const found = findings(withMore({ questions: [must], measures: ['lamp', 'radio', 'deken'].map(half) }))
    expect(found.map((one) => one.split(' is ')[0])).toEqual(sizes.map((size) => `bouw, size ${size}: must "doos"`))
  })

  it('catches that musts hold down the strong', () => {
    const hard = { niets: 0, iets: 0.2, half: 0.3, meer: 0.4, veel: 0.45, alles: 1 }
    const musts = ['een', 'twee', 'drie', 'vier', 'vijf', 'zes'].map((id) => choice(id, hard, { must: true, weight: 0.2 }))
    const fixes = musts.map(({ id }) => measure(`doe-${id}`, 1, [{ question: id, option: 'alles' }]))
    const found = findings(withMore({ questions: musts, measures: fixes }))
    expect(found.length).toBe(5)
    for (const one of found) expect(one).toMatch(/: of the strong \(strength over 0\.8\) [5-9]\d(\.\d)? % are held down by a must/)
  })

  it('catches a scenario that asks a company for nothing on its timeline', () => {
    const water = scenario('water', 96, [[0, 'water']])
    const found = findings(withMore({ scenarios: [water] }))
    expect(found.length).toBe(5)
    expect(found[0]).toMatch(/^bouw, size 1: scenario "water" has no endurance question .+ for 1000 of 1000 companies — /)
    const asked = endurance('zonder-water', 'water', { showIf: forSizes(sizes.slice(1)) })
    expect(findings(withMore({ questions: [asked], scenarios: [water] })).map((one) => one.split(' has ')[0])).toEqual([
      'bouw, size 1: scenario "water"',
    ])
  })

  it('catches that a quick scan says something else than a full one', () => {
    const hard = { niets: 0, iets: 0.02, half: 0.04, alles: 1 }
    const deep = ['een', 'twee', 'drie'].map((id) => choice(id, hard, { quick: false, weight: 5 }))
    const found = findings(withMore({ questions: deep }))
    expect(found.length).toBe(10)
    expect(found[0]).toMatch(/^bouw, size 1: quick and full differ by \d+\.\d points in the mean, over 8 — /)
    expect(found[1]).toMatch(/^bouw, size 1: quick and full give [3-9]\d(\.\d)? % another level, over 30 % — /)
  })
})

describe('what a dry run sees', () => {
  it('is what the result of each company says of its measures, musts and endurance', () => {
    const number = 3
    fc.assert(
      fc.property(arbitraryCase, fc.constantFrom(...sizes), ({ questionnaire: any }, size) => {
        const seen = observe(any, size, number)
        const all = [...companies(any, size, number)]
        const results = all.map(({ evidence }) => evaluate(any, evidence))
        const open = results.flatMap((result) => result.measures.flatMap((one) => (one.open ? [one.id] : [])))
        expect([...seen.open].sort()).toEqual([...new Set(open)].sort())
        const takes = all.flatMap(({ evidence }) => whatMustsTake(any, evidence))
        const unfixed = takes.filter(({ effort }) => (effort ?? Infinity) > mustEffort)
        expect([...seen.musts.values()].reduce((sum, { failed }) => sum + failed, 0)).toBe(unfixed.length)
        const leaning = results.filter((_, index) => all[index]!.filling === 'leaning')
        for (const [id, endurances] of seen.endurance) {
          expect(endurances).toEqual(leaning.map((result) => result.scenarios.find((one) => one.id === id)!.endurance))
        }
        expect(seen.leaning.map(({ full }) => [full.level, full.capped])).toEqual(
          leaning.flatMap(({ overall }) => (overall.level === null ? [] : [[overall.level, overall.capped]])),
        )
      }),
      { numRuns: 100 },
    )
  })

  it('is told in one line a sector', () => {
    const sound = withMore({})
    const lines = table([sound], simulate([sound], 200).observations).split('\n')
    const [header, line, ...rest] = lines.map((one) => one.trim().split(/ {2,}/))
    expect(header).toEqual(['sector', 'questions', 'minutes', 'p5', 'median', 'p95', 'capped', 'quick−full', 'level', 'stroom'])
    expect(line?.slice(0, 3)).toEqual(['bouw', '3', '1'])
    expect(line?.slice(6, 9)).toEqual(['0 %', '0.0', '0 %'])
    const [p5, median, p95] = line!.slice(3, 6).map(Number)
    expect(p5).toBeLessThan(median!)
    expect(median).toBeLessThan(p95!)
    expect(rest).toEqual([])
  })

  it('has the middle endurance, two weeks and longer being the longest, without those that have none', () => {
    expect(medianEndurance([8, null, 'unlimited', 4, null])).toBe(8)
    expect(medianEndurance([24, 4])).toBe(4)
    expect(medianEndurance(['unlimited', 4, 'unlimited'])).toBe('unlimited')
    expect(medianEndurance([null])).toBe(null)
  })
})

it('the questionnaires stand a dry run of 150 companies for each sector, size and filling', () => {
  const catalogue = loadCatalogue()
  const questionnaires = catalogue.sectors.map(({ id }) => catalogue.questionnaire(id))
  expect(questionnaires.length).toBe(17)
  expect(simulate(questionnaires, 150).findings.map(inWords)).toEqual([])
})
