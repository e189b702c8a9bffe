/** What the page of scans over time says is what core computed, and it adds up as it is written. */
import { describe, expect, it } from 'vitest'
import { change } from '#app/core/change.ts'
import { evaluate } from '#app/core/evaluate.ts'
import { points } from '#app/core/numbers.ts'
import type { Answers } from '#app/core/answers.ts'
import type { Mode, Questionnaire } from '#app/core/questionnaire.ts'
import { company, withLanguage, type TestCompany } from '../test-companies.ts'
import { trendCharts } from './trend-charts.server.ts'
import { changeView, trendView, type TrendScan } from './trend-view.ts'

const day = 86_400_000
const start = Date.UTC(2025, 2, 3, 12)

function scanOf({ questionnaire, evidence }: TestCompany, number: number, mode: Mode = evidence.mode): TrendScan {
  const given = { ...evidence, mode }
  return { id: `scan ${number}`, finishedAt: start + number * 180 * day, questionnaire, evidence: given, result: evaluate(questionnaire, given) }
}
const baker = (answers: Answers = {}) => company('bakkerij-de-korenaar', answers)
const endurance = baker().questionnaire.questions.find(one => one.type === 'endurance' && one.resource === 'power')!
const better = { [endurance.id]: { option: endurance.options!.at(-1)!.id } }
const numberIn = (text: string) => Number(text.replace('−', '-').replace('+', '').replace(',', '.'))
const nl = <T>(say: () => T) => withLanguage('nl', say)

describe('scans over time', () => {
  it('stand with the points, level and endurance of their own results, the oldest first', () => {
    const scans = [scanOf(baker(), 0), scanOf(baker(better), 1)]
    const view = nl(() => trendView(scans))
    expect(view.rows.map(row => row.points)).toEqual(scans.map(scan => points(scan.result.overall.score!)))
    expect(view.rows.map(row => row.level)).toEqual(scans.map(scan => scan.result.overall.level))
    const power = view.scenarios.find(one => one.id === 'stroom')!
    const known = scans.map(({ result }) => result.scenarios.find(one => one.id === 'stroom')!).map(one => (one.known || one.endurance === 'unlimited' ? one.endurance : null))
    expect(power.points.map(one => one.hours)).toEqual(known)
    expect(view.heading).toBe(`Je score ging omhoog: van ${view.rows[0]!.points} naar ${view.rows[1]!.points} punten`)
  })

  it('compare a scan with the last one of the same kind, and say so where there is none', () => {
    const [quick, full, again] = [scanOf(baker(), 0, 'quick'), scanOf(baker(better), 1), scanOf(baker(), 2, 'quick')]
    expect(nl(() => trendView([quick, full])).sentence).toContain('andere soort')
    expect(nl(() => trendView([quick, full, again])).heading).toContain('bleef gelijk')
    expect(nl(() => changeView(quick, full)).caveats.join()).toContain('de andere volledig')
  })

  it('do not say why a score changed where it did not', () => {
    const [old, now, up] = [scanOf(baker(), 0), scanOf(baker(), 1), scanOf(baker(better), 2)]
    expect(nl(() => trendView([old, now])).sentence).toBe('Het cijfer is hetzelfde. Hieronder staat of er daaronder iets verschoof.')
    expect(nl(() => changeView(old, now)).title).toBe('Wat er onder het cijfer verschoof')
    expect(nl(() => changeView(old, up)).title).toBe('Waarom je score veranderde')
  })

  it('draw no hours of a scenario that nobody knows them of', () => {
    const power = (answers: Answers) => nl(() => trendCharts(trendView([scanOf(baker(answers), 0)]))).scenarios[0]
    expect(power({})).toContain('<svg')
    expect(power({ [endurance.id]: { unknown: true } })).toBeNull()
  })
})

describe('why a score changed', () => {
  it('adds up as written: the parts to the difference, the answers to their part', () => {
    const [old, now] = [scanOf(baker(), 0), scanOf(baker({ ...better, ...worse(baker()) }), 1)]
    const { split, caveats } = nl(() => changeView(old, now))
    if (split === null) throw new Error('there is a split')
    const exact = change(old, now)!
    const parts = split.parts.map(part => numberIn(part.points))
    expect(Math.round(10 * parts.reduce((sum, part) => sum + part, 0))).toBe(Math.round(10 * numberIn(split.difference)))
    expect(Math.round(10 * (numberIn(split.before) + numberIn(split.difference)))).toBe(Math.round(10 * numberIn(split.after)))
    expect(numberIn(split.after)).toBeCloseTo(exact.after, 1)
    expect(Math.round(10 * split.answers.reduce((sum, one) => sum + numberIn(one.points), 0))).toBe(Math.round(10 * parts[0]!))
    expect(split.answers.some(one => one.up)).toBe(true)
    expect(split.answers.some(one => !one.up)).toBe(true)
    expect(caveats).toEqual([])
  })

  it('says it where the questions are of another version, with both versions', () => {
    const old = scanOf(baker(), 0)
    const questionnaire: Questionnaire = {
      ...old.questionnaire,
      hash: 'another',
      modules: old.questionnaire.modules.map(module => ({ ...module, version: '9.0.0' })),
      questions: old.questionnaire.questions.map(question => (question.id === endurance.id ? { ...question, weight: question.weight * 3 } : question)),
    }
    const now = scanOf({ ...baker(), questionnaire }, 1)
    const { split, caveats } = nl(() => changeView(old, now))
    expect(caveats).toHaveLength(1)
    expect(caveats[0]).toContain('9.0.0')
    expect(caveats[0]).toContain(old.questionnaire.modules[0]!.version)
    expect(split!.answers).toEqual([])
    expect(numberIn(split!.parts[2]!.points)).not.toBe(0)
  })
})

/** Some answers that were good, as bad as they can be. */
function worse({ questionnaire, evidence, result }: TestCompany): Answers {
  expect(result.overall.score).not.toBeNull()
  const good = questionnaire.questions.filter(question => {
    const answer = evidence.answers[question.id]
    const option = answer !== undefined && 'option' in answer ? question.options?.find(one => one.id === answer.option) : undefined
    return question.type === 'choice' && (option?.score ?? 0) > 0
  })
  return Object.fromEntries(good.slice(0, 2).map(question => [question.id, { unknown: true as const }]))
}
