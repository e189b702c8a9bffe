/** What the page of a company's scans over time shows, from the stored results: points, levels, endurance, and why a score changed. */
import { changedAnswers } from '#app/core/change-answers.ts'
import { change } from '#app/core/change.ts'
import { points } from '#app/core/numbers.ts'
import type { Hours, Mode, Questionnaire } from '#app/core/questionnaire.ts'
import type { Evidence, Level, Result } from '#app/core/result.ts'
import { date, oneDecimal, say } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { answerWords } from '../answer-words.ts'
import { levelNames } from '../level-view.ts'
import { moment } from '../moments.ts'
import { pointName, toldFrom, type Told } from '../told.ts'
import { tenths } from './tenths.ts'

/** A finished scan with all that is stored of it. */
export type TrendScan = {
  readonly id: string
  /** epoch milliseconds */
  readonly finishedAt: number
  readonly questionnaire: Questionnaire
  readonly evidence: Evidence
  readonly result: Result
}

/** One moment of a scenario on the chart: null where nothing is known of it. */
export type EndurancePoint = { readonly at: number; readonly mode: Mode; readonly hours: Hours | null }
export type TrendRow = {
  readonly id: string
  readonly at: number
  readonly date: string
  readonly mode: Mode
  readonly kind: string
  readonly points: number | null
  readonly level: Level | null
  readonly levelText: string
  readonly version: string
  /** endurance in words, by scenario of the campaign, in their order */
  readonly endurance: readonly string[]
}
export type ScenarioTrend = { readonly id: string; readonly title: string; readonly sentence: string; readonly points: readonly EndurancePoint[] }
export type TrendView = {
  readonly heading: string
  readonly sentence: string
  /** the oldest first */
  readonly rows: readonly TrendRow[]
  readonly scenarios: readonly ScenarioTrend[]
}

/** Scans of one line, the oldest first; at least one. */
export function trendView(scans: readonly TrendScan[]): TrendView {
  const rows = scans.map(rowOf)
  const newest = scans.at(-1)!
  const scenarios = newest.questionnaire.scenarios
    .filter(scenario => scenario.campaign)
    .map((scenario): ScenarioTrend => {
      const found = scans.map(scan => ({ at: scan.finishedAt, mode: scan.evidence.mode, hours: knownHours(scan.result, scenario.id) }))
      return { id: scenario.id, title: say(scenario.title), sentence: enduranceSentence(found), points: found }
    })
  return { ...headingOf(scans), rows, scenarios }
}

function rowOf({ id, finishedAt, questionnaire, evidence, result }: TrendScan): TrendRow {
  const { score, level } = result.overall
  return {
    id,
    at: finishedAt,
    date: date(finishedAt),
    mode: evidence.mode,
    kind: evidence.mode === 'quick' ? m.trend_quick() : m.trend_full(),
    points: score === null ? null : points(score),
    level,
    levelText: level === null ? m.report_no_level() : `${level} ${levelNames[level]()}`,
    version: versionOf(questionnaire),
    endurance: questionnaire.scenarios.filter(scenario => scenario.campaign).map(scenario => enduranceWords(result, scenario.id)),
  }
}

/** "core 1.1.0, bouw 1.1.0" */
export function versionOf({ modules }: Questionnaire): string {
  return modules.map(({ id, version }) => `${id} ${version}`).join(', ')
}

function knownHours(result: Result, scenario: string): Hours | null {
  const found = result.scenarios.find(one => one.id === scenario)
  return found === undefined || (found.endurance !== 'unlimited' && !found.known) ? null : found.endurance
}

function enduranceWords(result: Result, scenario: string): string {
  const found = result.scenarios.find(one => one.id === scenario)
  if (found === undefined || found.endurance === null) return m.trend_not_asked()
  if (found.endurance !== 'unlimited' && !found.known) return m.trend_unknown()
  return moment(found.endurance)
}

function enduranceSentence(found: readonly EndurancePoint[]): string {
  const known = found.flatMap(one => (one.hours === null ? [] : [one.hours]))
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return m.trend_endurance_unknown()
  if (known.length === 1 || first === last) return m.trend_endurance_same({ hours: moment(last) })
  return m.trend_endurance_from({ from: moment(first), to: moment(last) })
}

/** The finding of the page: between the last two scans of the same kind where there are two, else what the newest came to. */
function headingOf(scans: readonly TrendScan[]): { heading: string; sentence: string } {
  const newest = scans.at(-1)!
  const before = scans.slice(0, -1).findLast(scan => scan.evidence.mode === newest.evidence.mode)
  const now = newest.result.overall.score
  const then = before?.result.overall.score ?? null
  if (now === null) return { heading: m.trend_no_score(), sentence: m.trend_no_score_text() }
  if (before === undefined || then === null) {
    return { heading: m.trend_first({ points: points(now), date: date(newest.finishedAt) }), sentence: scans.length === 1 ? m.trend_first_text() : m.trend_other_kind() }
  }
  const [from, to] = [points(then), points(now)]
  const words = { from, to, date: date(before.finishedAt) }
  const heading = to > from ? m.trend_up(words) : to < from ? m.trend_down(words) : m.trend_same(words)
  return { heading, sentence: to === from ? m.trend_same_text() : m.trend_text() }
}

/** One part of a difference: "+3,2 punten". */
export type ChangePart = { readonly name: string; readonly points: string; readonly text: string }
export type ChangedAnswer = { readonly name: string; readonly points: string; readonly up: boolean; readonly before: string; readonly after: string }
export type ChangeView = {
  readonly title: string
  /** from which scan to which */
  readonly dates: string
  /** what makes these two scans not quite the same: other questions, another kind, another size */
  readonly caveats: readonly string[]
  /** null where there is no split; `why` says so */
  readonly split: { readonly before: string; readonly after: string; readonly difference: string; readonly parts: readonly ChangePart[]; readonly answers: readonly ChangedAnswer[] } | null
  readonly why: string | null
}

/** Why the score of two scans differs: the exact split, and the answers that did it. */
export function changeView(old: TrendScan, now: TrendScan): ChangeView {
  const split = change(old, now)
  const caveats = caveatsOf(old, now)
  const dates = { from: date(old.finishedAt), to: date(now.finishedAt) }
  if (split === null) return { title: m.trend_why_title(), dates: m.trend_why(dates), caveats, split: null, why: m.trend_no_split() }
  const told = { old: toldFrom(old.questionnaire, old.evidence, old.result), now: toldFrom(now.questionnaire, now.evidence, now.result) }
  const changed = changedAnswers(old, now) ?? []
  const [before, answers, questions, weights] = tenths([split.before, split.answers, split.questions, split.weights], split.after) as [number, number, number, number]
  const each = tenths(changed.map(one => one.points), answers)
  return {
    title: points(split.before) === points(split.after) ? m.trend_why_same() : m.trend_why_title(),
    dates: m.trend_why(dates),
    caveats,
    split: {
      before: tenth(before),
      after: tenth(before + answers + questions + weights),
      difference: signed(answers + questions + weights),
      parts: [
        { name: m.trend_part_answers(), points: signed(answers), text: m.trend_part_answers_text() },
        { name: m.trend_part_questions(), points: signed(questions), text: m.trend_part_questions_text() },
        { name: m.trend_part_weights(), points: signed(weights), text: m.trend_part_weights_text() },
      ],
      answers: changed.map(({ question }, position) => changedAnswer(told, question, each[position]!)),
    },
    why: null,
  }
}

function changedAnswer({ old, now }: { old: Told; now: Told }, id: string | null, value: number): ChangedAnswer {
  const gained = { points: signed(value), up: value > 0 }
  if (id === null) return { name: m.trend_profile(), ...gained, before: kindWords(old), after: kindWords(now) }
  const question = old.question(id)
  const later = now.questionnaire.questions.find(one => one.id === id)
  return { name: pointName(old, question), ...gained, before: answerWords(old, question), after: later === undefined ? m.report_answer_not_given() : answerWords(now, later) }
}

/** "volledige scan, 10–49 mensen" */
function kindWords({ evidence: { mode, profile } }: Told): string {
  const size = profile.size === undefined ? '' : `, ${profile.size === '1' ? m.report_size_one() : m.trend_people({ size: profile.size.replace('-', '–') })}`
  return `${mode === 'quick' ? m.trend_quick() : m.trend_full()}${size}`
}

function caveatsOf(old: TrendScan, now: TrendScan): string[] {
  return [
    ...(old.questionnaire.hash === now.questionnaire.hash ? [] : [m.trend_other_version({ from: versionOf(old.questionnaire), to: versionOf(now.questionnaire) })]),
    ...(old.evidence.mode === now.evidence.mode ? [] : [m.trend_other_mode()]),
    ...(old.evidence.profile.size === now.evidence.profile.size ? [] : [m.trend_other_size()]),
  ]
}

function tenth(value: number): string {
  return oneDecimal(Math.round(value * 10) / 10)
}

/** "+3,2", "−0,4", "0,0": with a real minus sign. */
function signed(value: number): string {
  const rounded = Math.round(value * 10) / 10
  return `${rounded > 0 ? '+' : rounded < 0 ? '−' : ''}${oneDecimal(Math.abs(rounded))}`
}
