/** From counted answers to scores: per theme and overall, with levels and caps, and how complete and how certain they are. */
import { levelOf, points, round9 } from './numbers.ts'
import { count, inSums } from './counted.ts'
import { standing } from './visibility.ts'
import type { Counted } from './counted.ts'
import type { Questionnaire } from './questionnaire.ts'
import type { Evidence, Level, OverallResult, ThemeResult } from './result.ts'

export type Scores = { readonly overall: OverallResult; readonly themes: readonly ThemeResult[] }

/** Overall and theme scores only, without scenarios and measures: what a live page needs, and fast. */
export function scores(questionnaire: Questionnaire, evidence: Evidence): Scores {
  return scoresOf(count(questionnaire, evidence))
}

const noMusts: readonly string[] = []

/**
 * T = (100 · Σ w·s) / Σ w over a theme's applicable answered questions, in questionnaire order; O = Σ W·T / Σ W over the themes with
 * a score, in theme order. Null where there is nothing to sum. Unrounded.
 */
export function scoresOf(counted: Counted): Scores {
  const { questions, themeIds, themeWeights } = counted.prepared
  const { sums, weights } = themeSums(counted)
  const unmet = new Array<string[] | undefined>(themeIds.length)
  let musts = 0
  let unmetMusts = 0
  for (const index of counted.prepared.musts) {
    if (!inSums(counted, index)) continue
    musts++
    if (round9(counted.s[index]!) >= 0.5) continue
    unmetMusts++
    const question = questions[index]!
    const list = unmet[question.theme]
    if (list === undefined) unmet[question.theme] = [question.id]
    else list.push(question.id)
  }
  const themes = new Array<ThemeResult>(themeIds.length)
  for (let theme = 0; theme < themeIds.length; theme++) {
    const score = weights[theme]! > 0 ? (100 * sums[theme]!) / weights[theme]! : null
    const open = unmet[theme] ?? noMusts
    const { level, capped } = cap(score, open.length > 0 ? 2 : 5)
    themes[theme] = { id: themeIds[theme]!, score, level, capped, unmetMusts: open, weight: themeWeights[theme]! }
  }
  const score = weigh(themeWeights, sums, weights)
  const { level, capped } = cap(score, unmetMusts === 0 ? 5 : unmetMusts === 1 ? 4 : 3)
  return { overall: { score, level, capped, unmetMusts, musts }, themes }
}

/** The overall score alone. */
export function overallScore(counted: Counted): number | null {
  const { sums, weights } = themeSums(counted)
  return weigh(counted.prepared.themeWeights, sums, weights)
}

/** Per theme Σ w·s and Σ w over the applicable answered questions. */
export function themeSums(counted: Counted): { sums: number[]; weights: number[] } {
  const { questions, themeIds } = counted.prepared
  const { s, standings } = counted
  const sums = new Array<number>(themeIds.length).fill(0)
  const weights = new Array<number>(themeIds.length).fill(0)
  for (let index = 0; index < questions.length; index++) {
    const question = questions[index]!
    if (standings[index]! < standing.unknown || !question.scored) continue
    sums[question.theme]! += question.weight * s[index]!
    weights[question.theme]! += question.weight
  }
  return { sums, weights }
}

function weigh(themeWeights: readonly number[], sums: readonly number[], weights: readonly number[]): number | null {
  let sum = 0
  let total = 0
  for (let theme = 0; theme < themeWeights.length; theme++) {
    if (weights[theme]! === 0) continue
    sum += themeWeights[theme]! * ((100 * sums[theme]!) / weights[theme]!)
    total += themeWeights[theme]!
  }
  return total > 0 ? sum / total : null
}

/** The level for an unrounded score, at most `highest`; `capped` is true where that lowered it. Null has no level. */
export function cap(score: number | null, highest: Level): { level: Level | null; capped: boolean } {
  if (score === null) return { level: null, capped: false }
  const level = levelOf(points(score))
  return level > highest ? { level: highest, capped: true } : { level, capped: false }
}

/** The unmet musts in questionnaire order: visible, applicable, answered (`unknown` is an answer), and s(q) < 0.5. */
export function unmetMusts(counted: Counted): string[] {
  const { musts, questions } = counted.prepared
  return musts.filter((index) => isUnmetMust(counted, index)).map((index) => questions[index]!.id)
}

export function isUnmetMust(counted: Counted, index: number): boolean {
  return counted.prepared.questions[index]!.must && inSums(counted, index) && round9(counted.s[index]!) < 0.5
}

/**
 * Completeness: answered visible scored questions over visible scored questions, 1 where none is visible (`unknown` and
 * `notApplicable` are answers). Certainty: 1 − unknownCount over the answered applicable questions, 1 where there are none.
 */
export function certaintyOf(counted: Counted): { completeness: number; certainty: number; unknownCount: number } {
  let visible = 0
  let answered = 0
  let applicable = 0
  let unknownCount = 0
  for (const question of counted.prepared.questions) {
    const state = counted.standings[question.index]!
    if (!question.scored || state === standing.hidden) continue
    visible++
    if (state !== standing.open) answered++
    if (state >= standing.unknown) applicable++
    if (state === standing.unknown) unknownCount++
  }
  return {
    completeness: visible === 0 ? 1 : answered / visible,
    certainty: applicable === 0 ? 1 : 1 - unknownCount / applicable,
    unknownCount,
  }
}
