/** A plan for a budget of hours: the set of measures that lifts the overall score highest, and of those the least effort. Exact. */
import { choose } from './choose.ts'
import { count, inSums } from './counted.ts'
import { checkedItems, existingMeasures, lift } from './lifts.ts'
import { measureResults } from './measures.ts'
import { round9 } from './numbers.ts'
import { scenarioResult, timelinesOf } from './scenario.ts'
import { scoresOf, themeSums, unmetMusts } from './score.ts'
import type { Brought } from './choose.ts'
import type { Counted } from './counted.ts'
import type { PreparedMeasure } from './prepared.ts'
import type { Evidence, OverallResult, ScenarioResult, ThemeResult } from './result.ts'
import type { Scoring } from './scoring-only.ts'

export type Plan = {
  /** ids, in order of advice */
  readonly measures: readonly string[]
  /** hours */
  readonly effort: number
  readonly overall: OverallResult
  /** the musts that it leaves open, in questionnaire order */
  readonly unmetMusts: readonly string[]
  readonly scenarios: readonly ScenarioResult[]
}

/** How a company would stand with some measures done. */
export type WhatIf = Plan & { readonly themes: readonly ThemeResult[] }

/**
 * The plan for `budgetHours` (0 to 40, rounded down to half hours), with the scores and scenarios that it leads to; of the measures that
 * `allowed` lets through, where it is given.
 * Throws a RangeError on a budget outside 0 to 40.
 */
export function planFor(
  questionnaire: Scoring,
  evidence: Evidence,
  budgetHours: number,
  allowed: (measure: string) => boolean = () => true,
): Plan {
  if (!(budgetHours >= 0 && budgetHours <= 40)) throw new RangeError('a budget is 0 to 40 hours')
  const counted = count(questionnaire, evidence)
  const existing = new Map(existingMeasures(counted).map((measure) => [measure.id, measure]))
  const ordered = measureResults(counted, []).flatMap(({ id, open }) => (open && allowed(id) ? [existing.get(id)!] : []))
  const slots = new Map<string, number>()
  const candidates = ordered.map((measure) => ({ effort: measure.effort * 2, brings: broughtBy(counted, measure, slots) }))
  const chosen = choose(candidates, Math.floor(round9(budgetHours * 2))).map((position) => ordered[position]!)
  const { themes: _, ...plan } = outcome(counted, chosen)
  return plan
}

/**
 * How the company would stand with these measures done, listed in order of advice. An id of a measure that does not exist for this
 * company changes nothing.
 */
export function whatIf(questionnaire: Scoring, evidence: Evidence, measures: readonly string[]): WhatIf {
  const counted = count(questionnaire, evidence)
  const existing = new Map(existingMeasures(counted).map((measure) => [measure.id, measure]))
  const chosen = measureResults(counted, []).flatMap(({ id }) => (measures.includes(id) ? [existing.get(id)!] : []))
  return outcome(counted, chosen)
}

function outcome(counted: Counted, measures: readonly PreparedMeasure[]): WhatIf {
  const lifted = lift(counted, measures)
  const { overall, themes } = scoresOf(lifted)
  return {
    measures: measures.map((measure) => measure.id),
    effort: measures.reduce((sum, measure) => sum + measure.effort, 0),
    overall,
    themes,
    unmetMusts: unmetMusts(lifted),
    scenarios: timelinesOf(counted).map((timeline) => scenarioResult(lifted, timeline)),
  }
}

/** What a measure adds to the overall score: one slot for a choice or endurance question, one for each item of a checklist. */
function broughtBy(counted: Counted, measure: PreparedMeasure, slots: Map<string, number>): Brought[] {
  const best = new Map<number, number>()
  const bring = (name: string, value: number) => {
    const slot = slots.get(name) ?? slots.size
    slots.set(name, slot)
    if (value > 0) best.set(slot, Math.max(best.get(slot) ?? 0, value))
  }
  const lifted = lift(counted, [measure])
  for (const { question: index, items } of measure.lifts) {
    if (!inSums(counted, index)) continue
    const question = counted.prepared.questions[index]!
    const worth = pointsPerQuestion(counted, index)
    if (question.type === 'checklist') {
      const had = checkedItems(counted, index)
      for (const item of items) {
        const weight = question.itemWeights[question.itemIds.indexOf(item)]!
        if (!had.has(item)) bring(`${index}/${item}`, (worth * weight) / question.itemsWeight)
      }
    } else bring(`${index}`, worth * (lifted.s[index]! - counted.s[index]!))
  }
  return [...best].map(([slot, value]) => ({ slot, value }))
}

/** The points of the overall score that s(q) = 1 of this question is worth: 100 · W(t) · w(q) / (Σ w · Σ W). */
export function pointsPerQuestion(counted: Counted, index: number): number {
  const { questions, themeWeights } = counted.prepared
  const { weights } = themeSums(counted)
  const total = themeWeights.reduce((sum, weight, theme) => (weights[theme]! > 0 ? sum + weight : sum), 0)
  const { theme, weight } = questions[index]!
  return (100 * themeWeights[theme]! * weight) / (weights[theme]! * total)
}
