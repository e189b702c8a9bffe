/** How long a company would last in each scenario: endurance, weakest link, what is short, and how well it prepared. */
import { round9 } from './numbers.ts'
import { inSums, needed } from './counted.ts'
import { holds, standing } from './visibility.ts'
import type { Counted } from './counted.ts'
import type { PreparedScenario, PreparedStep } from './prepared.ts'
import type { Hours } from './questionnaire.ts'
import type { ScenarioResult } from './result.ts'

/** A scenario with the steps that count for this company: their `when` holds and a visible question asks about the resource. */
export type Timeline = { readonly scenario: PreparedScenario; readonly steps: readonly PreparedStep[] }

/** What counts for this company, decided on its own answers once; lifts do not change it. */
export function timelinesOf(counted: Counted): Timeline[] {
  const { facts, standings } = counted
  return counted.prepared.scenarios.map((scenario) => ({
    scenario,
    steps: scenario.steps.flatMap((step) => {
      if (step.when !== undefined && !holds(step.when, facts)) return []
      const questions = step.questions.filter((index) => standings[index] !== standing.hidden)
      return questions.length > 0 ? [{ ...step, questions }] : []
    }),
  }))
}

/** The hours of a step's resource: null while it is open, Infinity for `unlimited` and where it is not needed. */
export function hoursOf(counted: Counted, step: PreparedStep, withoutUnknown = false): number | null {
  let hours = Infinity
  for (const index of step.questions) {
    const state = counted.standings[index]!
    if (state === standing.open) return null
    if (state < standing.unknown || (withoutUnknown && state === standing.unknown)) continue
    if (counted.hours[index]! < hours) hours = counted.hours[index]!
  }
  return hours
}

/** E: the earliest moment at which a step stops the process, and that step; the earlier in file order on a tie. */
export function enduranceOf(
  counted: Counted,
  timeline: Timeline,
  withoutUnknown = false,
): { endurance: Hours | null; weakest: PreparedStep | null } {
  let earliest = Infinity
  let weakest: PreparedStep | null = null
  let open = false
  for (const step of timeline.steps) {
    const hours = hoursOf(counted, step, withoutUnknown)
    if (hours === null) open = true
    else if (hours < Infinity && round9(step.at + hours) < round9(earliest)) {
      earliest = step.at + hours
      weakest = step
    }
  }
  if (weakest !== null) return { endurance: earliest, weakest }
  return { endurance: timeline.steps.length > 0 && !open ? 'unlimited' : null, weakest: null }
}

/**
 * The result of one scenario. `known` is false when E is a number that would be different if the `unknown` answers, which count as 0
 * hours, were left out.
 */
export function scenarioResult(counted: Counted, timeline: Timeline): ScenarioResult {
  const { scenario, steps } = timeline
  const { endurance, weakest } = enduranceOf(counted, timeline)
  const hoursNeeded = needed(scenario.target, counted.tolerance)
  const finite = typeof endurance === 'number'
  return {
    id: scenario.id,
    endurance,
    weakest: weakest?.resource ?? null,
    known: !finite || sameHours(endurance, enduranceOf(counted, timeline, true).endurance),
    open: steps.filter((step) => hoursOf(counted, step) === null).map((step) => step.resource),
    needed: hoursNeeded,
    coverage: finite ? Math.min(1, endurance / hoursNeeded) : endurance === null ? null : 1,
    short: finite ? Math.max(0, hoursNeeded - endurance) : endurance === null ? null : 0,
    readiness: readinessOf(counted, scenario),
  }
}

/** (100 · Σ w·s) / Σ w over the applicable answered questions tagged with the scenario; null if there are none. */
function readinessOf(counted: Counted, scenario: PreparedScenario): number | null {
  let sum = 0
  let total = 0
  for (const index of scenario.tagged) {
    if (!inSums(counted, index)) continue
    const { weight } = counted.prepared.questions[index]!
    sum += weight * counted.s[index]!
    total += weight
  }
  return total > 0 ? (100 * sum) / total : null
}

function sameHours(a: Hours | null, b: Hours | null): boolean {
  return typeof a === 'number' && typeof b === 'number' ? round9(a) === round9(b) : a === b
}

/** Whether endurance went up: from a number to a higher one or to `unlimited`. */
export function isRaised(before: Hours | null, after: Hours | null): boolean {
  if (typeof before !== 'number' || after === null) return false
  return after === 'unlimited' || round9(after) > round9(before)
}
