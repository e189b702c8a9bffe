/** Advice beside the order of measures: what shifts the moment a company stops, and what to find out first. */
import { count } from './counted.ts'
import { existingMeasures, lift } from './lifts.ts'
import { measureResults } from './measures.ts'
import { compareNumbers, round9 } from './numbers.ts'
import { enduranceOf, hoursOf, timelinesOf } from './scenario.ts'
import { isUnmetMust, unmetMusts } from './score.ts'
import { standing } from './visibility.ts'
import type { Hours, Question, Questionnaire } from './questionnaire.ts'
import type { Evidence } from './result.ts'

/** A measure that raises the hours of a scenario's weakest link. */
export type Shift = {
  readonly measure: string
  /** hours won, `unlimited` counting as 336 */
  readonly won: number
  /** the hours of the weakest link once it is done */
  readonly hours: Hours
  /** the endurance once it is done; the same as before where another resource stops the company at the same moment */
  readonly endurance: Hours | null
}

/** Two weeks: what `unlimited` counts as where hours are compared with effort. */
const longest = 336

/**
 * What shifts the moment, per scenario in questionnaire order: at most three open measures that raise the hours of the weakest link,
 * most hours won per hour of effort first, then in order of advice. Empty where there is no weakest link.
 */
export function shifts(questionnaire: Questionnaire, evidence: Evidence): { scenario: string; measures: Shift[] }[] {
  const counted = count(questionnaire, evidence)
  const existing = new Map(existingMeasures(counted).map((measure) => [measure.id, measure]))
  const open = measureResults(counted, []).flatMap(({ id, open }) => (open ? [existing.get(id)!] : []))
  const lifted = open.map((measure) => ({ measure, after: lift(counted, [measure]) }))
  return timelinesOf(counted).map((timeline) => {
    const { weakest } = enduranceOf(counted, timeline)
    if (weakest === null) return { scenario: timeline.scenario.id, measures: [] }
    const before = hoursOf(counted, weakest) ?? 0
    const found = lifted.flatMap(({ measure, after }) => {
      const hours = hoursOf(after, weakest) ?? 0
      if (round9(hours) <= round9(before)) return []
      const won = Math.max(0, (hours === Infinity ? longest : hours) - before)
      const shift: Shift = {
        measure: measure.id,
        won,
        hours: hours === Infinity ? 'unlimited' : hours,
        endurance: enduranceOf(after, timeline).endurance,
      }
      return [{ shift, perHour: won / measure.effort }]
    })
    found.sort((a, b) => compareNumbers(b.perHour, a.perHour))
    return { scenario: timeline.scenario.id, measures: found.slice(0, 3).map(({ shift }) => shift) }
  })
}

/**
 * What to find out first: the visible questions answered `unknown`, musts first, then by weight, then in questionnaire order. A
 * question that is not scored has no weight and comes last. Each question says whom to ask.
 */
export function findOutFirst(questionnaire: Questionnaire, evidence: Evidence): Question[] {
  const { standings, prepared } = count(questionnaire, evidence)
  const weightOf = (index: number) => (prepared.questions[index]!.scored ? prepared.questions[index]!.weight : 0)
  return questionnaire.questions
    .map((question, index) => ({ question, index }))
    .filter(({ index }) => standings[index] === standing.unknown)
    .sort(
      (a, b) => Number(b.question.must) - Number(a.question.must) || compareNumbers(weightOf(b.index), weightOf(a.index)),
    )
    .map(({ question }) => question)
}

/** What an unmet must takes: the measure that fixes it on its own for the least effort, null where none does. */
export type MustTakes = { readonly question: string; readonly measure: string | null; readonly effort: number | null }

/** The unmet musts in questionnaire order, each with what it takes; of equal efforts the first in order of advice. */
export function whatMustsTake(questionnaire: Questionnaire, evidence: Evidence): MustTakes[] {
  const counted = count(questionnaire, evidence)
  const existing = new Map(existingMeasures(counted).map((measure) => [measure.id, measure]))
  const fixing = measureResults(counted, [])
    .filter(({ fixesMust }) => fixesMust)
    .sort((a, b) => a.effort - b.effort)
    .map(({ id, effort }) => ({ id, effort, after: lift(counted, [existing.get(id)!]) }))
  return unmetMusts(counted).map((question) => {
    const index = counted.prepared.indexOf.get(question)!
    const found = fixing.find(({ after }) => !isUnmetMust(after, index))
    return { question, measure: found?.id ?? null, effort: found?.effort ?? null }
  })
}
