/** The shape of the worked example: one company, from its answers to its level and to the moment it stops. Every number is written already. */
import type { Level } from '#app/core/result.ts'
import type { HourBarPicture } from '#app/ui/hour-bar-picture.ts'

/** `score`: with one decimal, before it is rounded to `points`; `uncapped`: the level by points alone; `unmet`: the musts that are missing. */
type Scored = {
  readonly formula: string
  readonly score: string
  readonly points: number
  readonly uncapped: Level | null
  readonly level: Level | null
  readonly capped: boolean
  readonly unmet: readonly string[]
}
export type ExampleRow = {
  readonly id: string
  readonly question: string
  readonly answer: string
  readonly weight: string
  /** null where it counts nowhere */
  readonly counts: string | null
  readonly must: boolean
}
export type ExampleTheme = {
  readonly title: string
  readonly weight: string
  readonly score: string | null
  readonly level: Level | null
  readonly capped: boolean
}
export type ExampleStep = {
  readonly when: string
  readonly label: string
  readonly lasts: string
  readonly stops: string
  readonly weakest: boolean
}
export type ExampleScenario = {
  readonly picture: HourBarPicture
  readonly sentence: string
  readonly target: string
  readonly tolerance: string
  /** target − tolerance, before the floor */
  readonly left: string
  readonly needed: string
  readonly endurance: string
  /** null where it is long enough */
  readonly short: string | null
  readonly weakest: string
  readonly steps: readonly ExampleStep[]
}
export type AccountabilityExample = {
  readonly name: string
  readonly description: string
  readonly theme: Scored & { readonly title: string; readonly rows: readonly ExampleRow[] }
  readonly themes: readonly ExampleTheme[]
  readonly overall: Scored & { readonly musts: number }
  readonly scenario: ExampleScenario
}
