/** The whole result of an assessment: what is stored when it is finished, and what the stateless interface answers. */
import type { Hours, Mode, Profile } from './questionnaire.ts'
import type { Answers } from './answers.ts'

export type Level = 1 | 2 | 3 | 4 | 5
export type Evidence = { readonly mode: Mode; readonly profile: Profile; readonly answers: Answers }

export type ThemeResult = {
  readonly id: string
  /** 0..100, unrounded; null without an applicable answered question */
  readonly score: number | null
  readonly level: Level | null
  readonly capped: boolean
  readonly unmetMusts: readonly string[]
  readonly weight: number
}
export type ScenarioResult = {
  readonly id: string
  readonly endurance: Hours | null
  readonly weakest: string | null
  readonly known: boolean
  readonly open: readonly string[]
  readonly needed: number
  /** 0..1 */
  readonly coverage: number | null
  /** hours */
  readonly short: number | null
  /** 0..100 */
  readonly readiness: number | null
}
export type MeasureResult = {
  readonly id: string
  readonly open: boolean
  readonly fixesMust: boolean
  /** points of the overall score, unrounded */
  readonly gain: number
  /** hours */
  readonly effort: number
  readonly after: readonly { readonly scenario: string; readonly endurance: Hours }[]
}
export type OverallResult = {
  readonly score: number | null
  readonly level: Level | null
  readonly capped: boolean
  readonly unmetMusts: number
  readonly musts: number
}
export type Result = {
  readonly scoringVersion: 1
  readonly questionnaire: string
  /** hours */
  readonly tolerance: number
  readonly overall: OverallResult
  readonly themes: readonly ThemeResult[]
  /** 0..1 */
  readonly completeness: number
  /** 0..1 */
  readonly certainty: number
  readonly unknownCount: number
  readonly scenarios: readonly ScenarioResult[]
  /** in order of advice */
  readonly measures: readonly MeasureResult[]
  /** ids of the first five */
  readonly first: readonly string[]
}
