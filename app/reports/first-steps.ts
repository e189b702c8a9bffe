/** Splits the first five measures into what fits in this week and what is for this month. */
import type { MeasureResult } from '#app/core/result.ts'

/** The longest a measure may take as a whole to be for this week without being one of the first two; hours. */
const fitsInAWeek = 1

/** This week: the first two, and of the others those that take an hour at most. This month: the rest. Both in order of advice. */
export function splitFirst(first: readonly MeasureResult[]): { thisWeek: MeasureResult[]; thisMonth: MeasureResult[] } {
  const soon = (measure: MeasureResult, position: number) => position < 2 || measure.effort <= fitsInAWeek
  return { thisWeek: first.filter(soon), thisMonth: first.filter((measure, position) => !soon(measure, position)) }
}
