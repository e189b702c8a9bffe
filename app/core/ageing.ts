/** How old answers are: an answer holds for a year after somebody last said that it is so, an exercised one for a year and a half. */
import { count, inSums } from './counted.ts'
import { pointsPerQuestion } from './plan.ts'
import type { Firmness } from './answers.ts'
import type { Questionnaire } from './questionnaire.ts'
import type { Evidence } from './result.ts'

/** How long an answer holds, in months. */
export const holdsMonths = 12
export const exercisedHoldsMonths = 18

/** When somebody last said that an answer is so (a day of the Netherlands, 2026-11-24), and how firm it is. */
export type Confirmed = { readonly on: string; readonly firmness: Firmness | null }

/**
 * The day on which an answer is old: the same day so many months later, or the last day of that month where it has no such day.
 * confirmed on 2025-08-31 and exercised: old on 2027-02-28.
 */
export function oldOn({ on, firmness }: Confirmed): string {
  const [year, month, day] = on.split('-').map(Number) as [number, number, number]
  const months = year * 12 + (month - 1) + (firmness === 'exercised' ? exercisedHoldsMonths : holdsMonths)
  const last = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate()
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${Math.floor(months / 12)}-${pad((months % 12) + 1)}-${pad(Math.min(day, last))}`
}

/** True from the day on which the answer is old. Days compare as text. */
export function isOld(confirmed: Confirmed, today: string): boolean {
  return today >= oldOn(confirmed)
}

export type Ageing = {
  /** ids of the questions whose answers are old, in questionnaire order: visible and answered, "weet ik niet" left out, for it was never known */
  readonly old: readonly string[]
  /** the share of the score that rests on old answers, 0..1: the points that these questions can bring, of 100; 0 where there is no score */
  readonly share: number
}

/** How much of a result rests on old answers. `confirmed`: by question; one that is missing there is not old. */
export function ageing(questionnaire: Questionnaire, evidence: Evidence, confirmed: Readonly<Record<string, Confirmed>>, today: string): Ageing {
  const counted = count(questionnaire, evidence)
  const old = counted.prepared.questions.filter(({ id, index }) => {
    const answer = counted.given[index]
    const said = Object.hasOwn(confirmed, id) ? confirmed[id] : undefined
    return answer !== undefined && !('unknown' in answer) && said !== undefined && isOld(said, today)
  })
  const share = old.reduce((sum, { index }) => (inSums(counted, index) ? sum + pointsPerQuestion(counted, index) / 100 : sum), 0)
  return { old: old.map(({ id }) => id), share: Math.min(1, share) }
}
