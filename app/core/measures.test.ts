import { describe, expect, it } from 'vitest'
import { count } from './counted.ts'
import { byAdvice, firstFive, measureResults } from './measures.ts'
import { answers, checklist, choice, endurance, evidence, measure, questionnaire, scenario, theme } from './test-questionnaire.ts'
import type { MeasureResult, ScenarioResult } from './result.ts'

const result = (id: string, gain: number, effort: number, rest: Partial<MeasureResult> = {}): MeasureResult => ({
  id, gain, effort, open: true, fixesMust: false, after: [], ...rest,
})
const ids = (some: MeasureResult[]) => [...some].sort(byAdvice).map(({ id }) => id)

describe('the order of advice', () => {
  it('puts open ones first, then those that fix a must, then gain per hour, then gain, then id', () => {
    expect(
      ids([
        result('dicht-b', 0, 1, { open: false }),
        result('dicht-a', 0, 9, { open: false }),
        result('traag', 2, 4),
        result('klein', 1, 1),
        result('groot', 4, 4),
        result('b-gelijk', 1, 1),
        result('must-traag', 0.1, 4, { fixesMust: true }),
      ]),
    ).toEqual(['must-traag', 'groot', 'b-gelijk', 'klein', 'traag', 'dicht-a', 'dicht-b'])
  })
  it('takes gains that differ by less than 1e-9 as the same', () => {
    expect(ids([result('b', 0.1 + 0.2, 1), result('a', 0.3, 1)])).toEqual(['a', 'b'])
  })
})

describe('a measure', () => {
  const questions = [
    choice('m', undefined, { must: true }),
    checklist('l', { a: 1, b: 3 }, { must: true, theme: 'b' }),
    endurance('power', 'power', { theme: 'c' }),
    endurance('telecom', 'telecom', { theme: 'c' }),
  ]
  const scenarios = [scenario('stroom', 72, [[0, 'power'], [4, 'telecom']]), scenario('conflict', 336, [[0, 'telecom']])]
  const of = (given: Parameters<typeof answers>[0], one = measure('doe', 2, [{ question: 'm', option: 'half' }])) => {
    const all = questionnaire({ themes: [theme('a', 2), theme('b'), theme('c')], questions, scenarios, measures: [one] })
    return measureResults(count(all, evidence(answers(given))))[0]!
  }
  const liftPower = measure('accu', 4, [{ question: 'power', option: 'h24' }])

  it('gains what the overall score gains', () => {
    expect(of({ m: 'nee', l: [] })).toEqual({ id: 'doe', open: true, fixesMust: true, gain: 100 / 3, effort: 2, after: [] })
  })
  it('gains 0 where it lifts nothing or there is no score', () => {
    expect(of({ m: 'ja' })).toMatchObject({ open: false, fixesMust: false, gain: 0 })
    expect(of({})).toMatchObject({ open: false, gain: 0 })
  })
  it('fixes a must only when it reaches a half', () => {
    expect(of({ l: [] }, measure('doe', 1, [{ question: 'l', items: ['a'] }]))).toMatchObject({ open: true, fixesMust: false })
    expect(of({ l: ['a'] }, measure('doe', 1, [{ question: 'l', items: ['b'] }]))).toMatchObject({ open: true, fixesMust: true })
    expect(of({ m: 'half' }, measure('doe', 1, [{ question: 'm', option: 'ja' }]))).toMatchObject({ open: true, fixesMust: false })
  })
  it('tells the new endurance where it raises one', () => {
    expect(of({ power: 'h4', telecom: 'h8' }, liftPower).after).toEqual([{ scenario: 'stroom', endurance: 12 }])
    expect(of({ power: 'h4', telecom: 'h0' }, liftPower).after).toEqual([])
    expect(of({ power: '?', telecom: 'h72' }, liftPower).after).toEqual([{ scenario: 'stroom', endurance: 24 }])
  })
  it('tells of unlimited, and not of an endurance that is open after it', () => {
    const free = measure('vrij', 4, [{ question: 'power', option: 'unlimited' }])
    expect(of({ power: 'h4', telecom: '-' }, free).after).toEqual([{ scenario: 'stroom', endurance: 'unlimited' }])
    expect(of({ power: 'h4' }, free).after).toEqual([])
  })
})

describe('the first five', () => {
  const scenarioNow = (id: string, short: number | null): ScenarioResult => ({
    id, short, endurance: 0, weakest: null, known: true, open: [], needed: 72, coverage: 0, readiness: null,
  })
  const helps = (id: string, scenarioId: string) => result(id, 0, 1, { after: [{ scenario: scenarioId, endurance: 24 }] })
  const five = ['a', 'b', 'c', 'd', 'e'].map((id) => result(id, 5, 1))

  it('are the first five open ones', () => {
    expect(firstFive([...five, result('f', 1, 1)], [])).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(firstFive([five[0]!, result('dicht', 0, 1, { open: false })], [])).toEqual(['a'])
  })
  it.each([
    ['stroom is short', 'stroom', 10, ['a', 'b', 'c', 'd', 'x']],
    ['internet is short', 'internet', 10, ['a', 'b', 'c', 'd', 'x']],
    ['stroom is not short', 'stroom', 0, ['a', 'b', 'c', 'd', 'e']],
    ['nothing is known of stroom', 'stroom', null, ['a', 'b', 'c', 'd', 'e']],
    ['another scenario is short', 'water', 10, ['a', 'b', 'c', 'd', 'e']],
  ])('let the fifth give way to the first that raises endurance: %s', (_, id, short, first) => {
    expect(firstFive([...five, helps('x', id), helps('y', id)], [scenarioNow(id, short)])).toEqual(first)
  })
  it('stay when one of them raises it already', () => {
    expect(firstFive([helps('z', 'stroom'), ...five, helps('x', 'stroom')], [scenarioNow('stroom', 10)])).toEqual(['z', 'a', 'b', 'c', 'd'])
  })
  it('do not count a raise in the one that is not short', () => {
    const now = [scenarioNow('stroom', 0), scenarioNow('internet', 5)]
    expect(firstFive([helps('z', 'stroom'), ...five, helps('x', 'internet')], now)).toEqual(['z', 'a', 'b', 'c', 'x'])
  })
})
