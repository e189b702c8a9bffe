/** What one scenario comes to, in one sentence a heading can be made of: "Zonder stroom stop je na 4 uur. 48 uur heb je nodig." */
import type { Mode, Scenario } from '#app/core/questionnaire.ts'
import type { ScenarioResult } from '#app/core/result.ts'
import { say } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { inMiddle, moment } from './moments.ts'

export type Finding = {
  /** `unknown`: an answer "weet ik niet" decides it; `notAsked` and `open`: there is no endurance at all */
  readonly kind: 'stops' | 'lasts' | 'unlimited' | 'unknown' | 'notAsked' | 'open'
  readonly heading: string
}

/**
 * The finding of a scenario in the language of the page. It never says that a company stops after 0 hours where that is only counted
 * so because an answer is unknown, and says "at the latest" where questions are open.
 */
export function findingOf(scenario: Scenario, result: ScenarioResult, mode: Mode): Finding {
  const opening = say(scenario.opening)
  const need = moment(result.needed)
  const { endurance } = result
  if (endurance === null) {
    const title = say(scenario.title)
    if (result.open.length > 0) return { kind: 'open', heading: m.report_still_open({ title }) }
    return { kind: 'notAsked', heading: mode === 'quick' ? m.report_not_asked_quick({ title }) : m.report_not_asked({ title }) }
  }
  if (endurance === 'unlimited') return { kind: 'unlimited', heading: m.report_lasts_unlimited({ opening }) }
  if (!result.known) return { kind: 'unknown', heading: m.report_unknown({ opening: inMiddle(opening) }) }
  const stop = moment(endurance)
  const atMost = result.open.length > 0
  if (result.short === 0) {
    return { kind: 'lasts', heading: atMost ? m.report_lasts_at_most({ opening, stop, need }) : m.report_lasts({ opening, stop, need }) }
  }
  if (endurance === 0) return { kind: 'stops', heading: m.report_stops_at_once({ opening, need }) }
  return { kind: 'stops', heading: atMost ? m.report_stops_at_most({ opening, stop, need }) : m.report_stops({ opening, stop, need }) }
}

/**
 * The scenario that page one is about: of the campaign's, the one that covers the least of what is needed; on a tie one that is known,
 * then the first. One that nothing was asked about only when all are so.
 */
export function worstOf<Told extends { readonly scenario: Scenario; readonly result: ScenarioResult }>(told: readonly Told[]): Told | undefined {
  const coverage = ({ result }: Told) => result.coverage ?? Infinity
  return told
    .filter(({ scenario }) => scenario.campaign)
    .reduce<Told | undefined>((worst, one) => {
      if (worst === undefined || coverage(one) < coverage(worst)) return one
      return coverage(one) === coverage(worst) && one.result.known && !worst.result.known ? one : worst
    }, undefined)
}

/** Why so many hours are needed: the length of the disruption less what may lie still, and never under one working day. */
export function neededSentence(target: number, tolerance: number, need: number, toleranceUnknown: boolean): string {
  if (toleranceUnknown) return m.report_needed_unknown({ need: moment(need) })
  if (tolerance === 0) return m.report_needed_whole({ target: moment(target), need: moment(need) })
  if (target - tolerance < need) return m.report_needed_floor({ tolerance: moment(tolerance), need: moment(need) })
  return m.report_needed({ target: moment(target), tolerance: moment(tolerance), need: moment(need) })
}
