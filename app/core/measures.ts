/** What each measure would change on its own, and the order of advice: which to do first. */
import { compareIds, compareNumbers } from './numbers.ts'
import { existingMeasures, lift, raisesAnything } from './lifts.ts'
import { enduranceOf, isRaised, timelinesOf } from './scenario.ts'
import { isUnmetMust, overallScore } from './score.ts'
import type { Counted } from './counted.ts'
import type { PreparedMeasure } from './prepared.ts'
import type { MeasureResult, ScenarioResult } from './result.ts'
import type { Timeline } from './scenario.ts'

/** The measures that exist for this company, in order of advice. */
export function measureResults(counted: Counted, timelines: readonly Timeline[] = timelinesOf(counted)): MeasureResult[] {
  const score = overallScore(counted)
  const endurances = timelines.map((timeline) => enduranceOf(counted, timeline).endurance)
  const results = existingMeasures(counted).map((measure): MeasureResult => {
    const lifted = lift(counted, [measure])
    if (!raisesAnything(counted, lifted, measure)) {
      return { id: measure.id, open: false, fixesMust: false, gain: 0, effort: measure.effort, after: [] }
    }
    return {
      id: measure.id,
      open: true,
      fixesMust: fixesMust(counted, lifted, measure),
      gain: score === null ? 0 : (overallScore(lifted) ?? 0) - score,
      effort: measure.effort,
      after: timelines.flatMap((timeline, position) => {
        const { endurance } = enduranceOf(lifted, timeline)
        return endurance !== null && isRaised(endurances[position]!, endurance) ? [{ scenario: timeline.scenario.id, endurance }] : []
      }),
    }
  })
  return results.sort(byAdvice)
}

function fixesMust(before: Counted, after: Counted, measure: PreparedMeasure): boolean {
  return measure.lifts.some(({ question }) => isUnmetMust(before, question) && !isUnmetMust(after, question))
}

/**
 * The order of advice: open ones first; of these those that fix a must first, then gain per hour of effort, high to low, then gain,
 * then id. The rest by id.
 */
export function byAdvice(a: MeasureResult, b: MeasureResult): number {
  if (a.open !== b.open) return a.open ? -1 : 1
  if (!a.open) return compareIds(a.id, b.id)
  if (a.fixesMust !== b.fixesMust) return a.fixesMust ? -1 : 1
  return (
    compareNumbers(b.gain / b.effort, a.gain / a.effort) || compareNumbers(b.gain, a.gain) || compareIds(a.id, b.id)
  )
}

/**
 * The ids of the first five open measures in order of advice. If none of them raises the endurance of `stroom` or `internet` while
 * that scenario is short, and some open measure does, the fifth gives way to the first in order that does.
 */
export function firstFive(measures: readonly MeasureResult[], scenarios: readonly ScenarioResult[]): string[] {
  const open = measures.filter((measure) => measure.open)
  const first = open.slice(0, 5)
  const urgent = scenarios.filter(
    ({ id, short }) => (id === 'stroom' || id === 'internet') && short !== null && compareNumbers(short, 0) > 0,
  )
  const helps = (measure: MeasureResult) => measure.after.some((one) => urgent.some(({ id }) => id === one.scenario))
  const helper = first.some(helps) ? undefined : open.find(helps)
  if (helper !== undefined) first[4] = helper
  return first.map((measure) => measure.id)
}
