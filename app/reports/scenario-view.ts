/** One scenario as the report tells it: the finding, its hour bar, what falls away and when, and what would shift the moment. */
import type { Hours, Scenario, Step } from '#app/core/questionnaire.ts'
import type { ScenarioResult } from '#app/core/result.ts'
import type { Shift } from '#app/core/advice.ts'
import { points } from '#app/core/numbers.ts'
import { inSums } from '#app/core/counted.ts'
import { hoursOf, isRaised, timelinesOf } from '#app/core/scenario.ts'
import { holds, standing } from '#app/core/visibility.ts'
import { duration, effort, say } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { FallenStep, HourBarPicture, StopMark } from '#app/ui/hour-bar-picture.ts'
import { findingOf, neededSentence, type Finding } from './findings.ts'
import { afterMoment, atStart, moment } from './moments.ts'
import { resourceLabel, type Told } from './told.ts'

/** `last`: how long the company goes on after that; `stops`: where that makes it stop. */
export type FallsAwayView = {
  readonly when: string
  readonly label: string
  readonly text: string
  readonly cited: readonly number[]
  readonly last: string
  readonly weakest: boolean
}
export type ShiftView = { readonly title: string; readonly change: string; readonly effort: string }
export type ScenarioView = {
  readonly id: string
  readonly title: string
  readonly extent: string
  readonly summary: string
  /** what that day looks like in this trade; null where nobody wrote it */
  readonly day: string | null
  readonly finding: Finding
  readonly picture: HourBarPicture
  /** the picture in one sentence */
  readonly sentence: string
  readonly weakest: string | null
  readonly needed: string
  /** what the reader has to know beside the finding: open questions, what "unlimited" means, the way to the full scan */
  readonly note: string | null
  readonly timeline: readonly FallsAwayView[]
  readonly readiness: string
  readonly shifts: readonly ShiftView[]
}
export type ScenarioRow = {
  readonly id: string
  readonly title: string
  readonly extent: string
  readonly stop: string
  readonly need: string
  readonly weakest: string
  readonly readiness: string
  readonly bar: { readonly hours: Hours | null; readonly need: number; readonly end: number; readonly sentence: string }
}

export function scenarioView(told: Told, scenario: Scenario, result: ScenarioResult, shifts: readonly Shift[]): ScenarioView {
  const finding = findingOf(scenario, result, told.evidence.mode)
  const steps = stepsOf(told, scenario)
  return {
    id: scenario.id,
    title: say(scenario.title),
    extent: extentWords(scenario.extent),
    summary: say(scenario.summary),
    day: scenario.day === undefined ? null : say(scenario.day),
    finding,
    picture: pictureOf(told, scenario, result, steps),
    sentence: `${finding.heading} ${m.report_end_sentence({ target: moment(scenario.target) })}`,
    weakest: weakestSentence(told, result, steps),
    needed: neededSentence(scenario.target, told.result.tolerance, result.needed, toleranceUnknown(told)),
    note: noteOf(told, result, finding),
    timeline: steps.map(({ step, last, stop }) => ({
      when: atStart(afterMoment(step.at)),
      label: resourceLabel(told, step.resource),
      text: say(step.text),
      cited: told.citations.cite(step.sources),
      last: stop === null ? last : m.report_lasts_stop({ hours: last, when: afterMoment(stop) }),
      weakest: step.resource === result.weakest,
    })),
    readiness: readinessSentence(told, scenario, result),
    shifts: shifts.map(shift => shiftView(told, result, shift)),
  }
}

/** The same in one row of a table, with the bar alone. */
export function scenarioRow(told: Told, scenario: Scenario, result: ScenarioResult): ScenarioRow {
  const { endurance, known, open } = result
  const finding = findingOf(scenario, result, told.evidence.mode)
  const stop =
    endurance === null
      ? m.report_cell_not_asked()
      : endurance === 'unlimited'
        ? m.report_cell_unlimited()
        : !known
          ? m.report_cell_unknown()
          : open.length > 0
            ? m.report_cell_at_most({ when: afterMoment(endurance) })
            : afterMoment(endurance)
  return {
    id: scenario.id,
    title: say(scenario.title),
    extent: extentWords(scenario.extent),
    stop,
    need: moment(result.needed),
    weakest: result.weakest === null ? '–' : resourceLabel(told, result.weakest),
    readiness: result.readiness === null ? '–' : `${points(result.readiness)}`,
    bar: { hours: known ? endurance : null, need: result.needed, end: scenario.target, sentence: finding.heading },
  }
}

type ToldStep = { readonly step: Step; readonly hours: number | null; readonly last: string; readonly stop: number | null; readonly unknown: boolean }

/** Every step that holds for this company, with how long it lasts after it. */
function stepsOf(told: Told, scenario: Scenario): ToldStep[] {
  const { counted } = told
  const asked = timelinesOf(counted).find(timeline => timeline.scenario.id === scenario.id)?.steps ?? []
  return scenario.timeline
    .filter(step => step.when === undefined || holds(step.when, counted.facts))
    .map(step => {
      const one = asked.find(other => other.resource === step.resource)
      if (one === undefined) return { step, hours: null, last: m.report_lasts_not_asked(), stop: null, unknown: false }
      const hours = hoursOf(counted, one)
      if (hours === null) return { step, hours, last: m.report_lasts_open(), stop: null, unknown: false }
      if (hours === Infinity) {
        const notNeeded = one.questions.every(index => counted.standings[index] === standing.notApplicable)
        return { step, hours, last: notNeeded ? m.report_lasts_not_needed() : duration('unlimited'), stop: null, unknown: false }
      }
      const unknown = hours === 0 && hoursOf(counted, one, true) !== 0
      if (unknown) return { step, hours, last: m.report_lasts_unknown(), stop: null, unknown }
      return { step, hours, last: moment(hours), stop: step.at + hours, unknown }
    })
}

function pictureOf(told: Told, scenario: Scenario, result: ScenarioResult, steps: readonly ToldStep[]): HourBarPicture {
  return {
    stop: stopMark(result),
    need: { hours: result.needed, value: moment(result.needed), text: m.report_mark_need() },
    end: { hours: scenario.target, value: moment(scenario.target), text: m.report_mark_end() },
    steps: steps.map(({ step }): FallenStep => ({ at: step.at, when: afterMoment(step.at), label: resourceLabel(told, step.resource) })),
  }
}

function stopMark({ endurance, known, open, short }: ScenarioResult): StopMark {
  if (endurance === null) return { hours: null, value: m.report_mark_null_value(), text: '' }
  if (endurance === 'unlimited') return { hours: endurance, value: moment(endurance), text: m.report_mark_unlimited(), certainty: 'known' }
  if (!known) return { hours: endurance, value: m.report_mark_unknown_value(), text: m.report_mark_unknown(), certainty: 'unknown' }
  if (open.length > 0) return { hours: endurance, value: moment(endurance), text: m.report_mark_at_most(), certainty: 'atMost' }
  if (endurance === 0) return { hours: 0, value: atStart(m.report_at_once()), text: m.report_mark_stop_at_once(), certainty: 'known' }
  return { hours: endurance, value: moment(endurance), text: short === 0 ? m.report_mark_lasts() : m.report_mark_stop(), certainty: 'known' }
}

function weakestSentence(told: Told, result: ScenarioResult, steps: readonly ToldStep[]): string | null {
  const weakest = steps.find(({ step }) => step.resource === result.weakest)
  if (weakest === undefined) return null
  const link = m.report_weakest({ resource: resourceLabel(told, weakest.step.resource) })
  if (weakest.unknown) return `${link} ${m.report_weakest_unknown()}`
  if (weakest.hours === 0) return `${link} ${m.report_weakest_stop({ when: afterMoment(weakest.step.at) })}`
  if (weakest.step.at === 0) return `${link} ${m.report_weakest_at_once({ hours: weakest.last })}`
  return `${link} ${m.report_weakest_at({ after: moment(weakest.step.at), hours: weakest.last })}`
}

function noteOf(told: Told, result: ScenarioResult, finding: Finding): string | null {
  if (finding.kind === 'notAsked') return told.evidence.mode === 'quick' ? m.report_asked_in_full() : null
  if (result.open.length > 0) return m.report_open_note({ resources: result.open.map(id => resourceLabel(told, id)).join(', ') })
  if (finding.kind === 'unlimited') return m.report_unlimited_note({ need: moment(result.needed) })
  return null
}

function readinessSentence(told: Told, scenario: Scenario, result: ScenarioResult): string {
  if (result.readiness === null) return m.report_readiness_none()
  const prepared = told.counted.prepared.scenarios.find(one => one.id === scenario.id)
  const questions = (prepared?.tagged ?? []).filter(index => inSums(told.counted, index)).length
  return m.report_readiness({ n: points(result.readiness), questions })
}

function shiftView(told: Told, result: ScenarioResult, shift: Shift): ShiftView {
  const measure = told.questionnaire.measures.find(one => one.id === shift.measure)!
  return {
    title: told.words(measure.title, measure.sizeOne),
    change: isRaised(result.endurance, shift.endurance)
      ? m.report_shifts_moment({ before: result.known ? moment(result.endurance ?? 0) : m.report_win_unknown(), after: moment(shift.endurance ?? 0) })
      : m.report_shifts_resource({ resource: resourceLabel(told, result.weakest ?? ''), after: moment(shift.hours) }),
    effort: effortWords(measure.effort),
  }
}

function effortWords(hours: number): string {
  return m.report_whole_effort({ effort: effort(hours) })
}

function extentWords(extent: Scenario['extent']): string {
  if (extent === 'nation') return m.report_extent_nation()
  return extent === 'area' ? m.report_extent_area() : m.report_extent_company()
}

function toleranceUnknown(told: Told): boolean {
  const question = told.counted.prepared.questions[told.counted.prepared.tolerance]
  return question !== undefined && told.counted.standings[question.index] === standing.unknown
}
