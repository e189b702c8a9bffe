import { describe, expect, it } from 'vitest'
import { count } from './counted.ts'
import { isRaised, scenarioResult, timelinesOf } from './scenario.ts'
import { answers, choice, endurance, evidence, questionnaire, scenario, tolerance } from './test-questionnaire.ts'
import type { Question, Scenario } from './questionnaire.ts'

const questions: Question[] = [
  tolerance(),
  endurance('power', 'power'),
  endurance('kachel', 'power'),
  endurance('telecom', 'telecom'),
  endurance('staff', 'staff'),
  choice('aggregaat', undefined, { scenarios: ['stroom'], weight: 3 }),
  choice('ander', undefined, { scenarios: ['stroom'] }),
]
const stroom = scenario('stroom', 72, [[0, 'power'], [2, 'telecom'], [24, 'staff'], [0, 'heat']])

function result(given: Parameters<typeof answers>[0], one: Scenario = stroom) {
  const counted = count(questionnaire({ questions, scenarios: [one] }), evidence(answers(given)))
  return scenarioResult(counted, timelinesOf(counted)[0]!)
}
const calm = { power: 'unlimited', kachel: 'unlimited', telecom: 'unlimited', staff: 'unlimited' }

describe('endurance', () => {
  it('is the earliest moment at which a resource runs out, counted from when it falls away', () => {
    expect(result({ ...calm, telecom: 'h4', staff: 'h0' })).toMatchObject({ endurance: 6, weakest: 'telecom', known: true, open: [] })
  })
  it('takes the smallest of the questions about one resource', () => {
    expect(result({ ...calm, power: 'h24', kachel: 'h8' })).toMatchObject({ endurance: 8, weakest: 'power' })
    expect(result({ ...calm, power: 'h24', kachel: '-' })).toMatchObject({ endurance: 24 })
  })
  it('is unlimited when everything goes on or is not needed', () => {
    expect(result(calm)).toMatchObject({ endurance: 'unlimited', weakest: null, known: true, coverage: 1, short: 0 })
    expect(result({ power: '-', kachel: '-', telecom: '-', staff: '-' })).toMatchObject({ endurance: 'unlimited' })
  })
  it('is null when nothing is answered, and while nothing answered stops it', () => {
    expect(result({})).toMatchObject({
      endurance: null, weakest: null, known: true, coverage: null, short: null, readiness: null, open: ['power', 'telecom', 'staff'],
    })
    const { staff: _, ...rest } = calm
    expect(result(rest)).toMatchObject({ endurance: null, open: ['staff'] })
  })
  it('is null when no step asks about anything', () => {
    expect(result(calm, scenario('x', 72, [[0, 'heat']]))).toMatchObject({ endurance: null, open: [] })
    expect(result(calm, scenario('x', 72, []))).toMatchObject({ endurance: null, open: [] })
  })
  it('is an upper bound while a resource is open, also when one of its two questions is answered', () => {
    expect(result({ power: 'h4', telecom: 'h24', staff: 'h0' })).toMatchObject({ endurance: 24, weakest: 'staff', open: ['power'] })
  })
  it('gives the earlier step in file order on a tie', () => {
    expect(result({ ...calm, power: 'h24', staff: 'h0' })).toMatchObject({ endurance: 24, weakest: 'power' })
    const turned = scenario('x', 72, [[24, 'staff'], [0, 'power']])
    expect(result({ ...calm, power: 'h24', staff: 'h0' }, turned)).toMatchObject({ endurance: 24, weakest: 'staff' })
  })
  it('leaves out a step whose condition does not hold', () => {
    const when = { answer: { question: 'aggregaat', in: ['nee'] } }
    const some = scenario('x', 72, [[0, 'power', when], [2, 'telecom']])
    const given = { ...calm, power: 'h0', telecom: 'h4' }
    expect(result({ ...given, aggregaat: 'nee' }, some).endurance).toBe(0)
    expect(result({ ...given, aggregaat: 'ja' }, some).endurance).toBe(6)
    expect(result(given, some).endurance).toBe(6)
  })
  it('leaves out a hidden question', () => {
    const hidden = [endurance('power', 'power', { showIf: { any: [] } }), endurance('telecom', 'telecom')]
    const counted = count(questionnaire({ questions: hidden, scenarios: [stroom] }), evidence(answers({ power: 'h0', telecom: 'h4' })))
    expect(scenarioResult(counted, timelinesOf(counted)[0]!)).toMatchObject({ endurance: 6, open: [] })
  })
})

describe('an endurance that rests on "weet ik niet"', () => {
  it('counts as 0 hours and is not known', () => {
    expect(result({ ...calm, telecom: '?' })).toMatchObject({ endurance: 2, weakest: 'telecom', known: false })
  })
  it('is known when another answer stops the company no later', () => {
    expect(result({ ...calm, telecom: '?', power: 'h0' })).toMatchObject({ endurance: 0, weakest: 'power', known: true })
    expect(result({ ...calm, power: '?', kachel: 'h0' })).toMatchObject({ endurance: 0, known: true })
    expect(result({ ...calm, staff: '?', power: 'h24' })).toMatchObject({ endurance: 24, known: true })
  })
  it('is not known when the other answer of the same resource lasts longer, or everything is unknown', () => {
    expect(result({ ...calm, power: '?', kachel: 'h8' })).toMatchObject({ endurance: 0, known: false })
    expect(result({ power: '?', kachel: '?', telecom: '?', staff: '?' })).toMatchObject({ endurance: 0, known: false })
  })
})

describe('what is needed, covered and short', () => {
  it('follows the tolerance', () => {
    expect(result({ ...calm, power: 'h24' })).toMatchObject({ needed: 72, coverage: 24 / 72, short: 48 })
    expect(result({ ...calm, power: 'h24', stilstand: 'h24' })).toMatchObject({ needed: 48, coverage: 0.5, short: 24 })
    expect(result({ ...calm, power: 'h24', stilstand: 'h168' })).toMatchObject({ needed: 8, coverage: 1, short: 0 })
  })
})

describe('readiness', () => {
  it('weighs the applicable answered questions tagged with the scenario', () => {
    expect(result({ aggregaat: 'ja', ander: 'nee' }).readiness).toBe(75)
    expect(result({ aggregaat: 'ja' }).readiness).toBe(100)
    expect(result({ aggregaat: '?', ander: '-' }).readiness).toBe(0)
    expect(result({ ander: '-' }).readiness).toBeNull()
  })
})

describe('endurance is raised', () => {
  it.each([
    [4, 8, true], [4, 'unlimited', true], [4, 4, false], [8, 4, false], [4, null, false], [null, 8, false], ['unlimited', 'unlimited', false],
  ] as const)('from %s to %s: %s', (before, after, raised) => {
    expect(isRaised(before, after)).toBe(raised)
  })
})
