/** Where a moment stands on the hour bar: marks evenly spaced, linear within a step, "two weeks or longer" past the end. */
import type { Hours } from './questionnaire.ts'

/** The hours that the bar marks, from its beginning (position 0) to its end (position 1). */
export const marks = [0, 4, 8, 24, 48, 72, 168, 336] as const

/** The position of everything longer than two weeks and of `unlimited`: half a step past the end. A bar is drawn this long. */
export const pastEnd = 1 + 0.5 / (marks.length - 1)

/**
 * The position of a moment: 0 for 0 hours (and anything before), 1 for 336, `pastEnd` for more and for `unlimited`.
 * position(16) lies halfway between the marks 8 and 24: 2.5 / 7.
 */
export function position(hours: Hours): number {
  if (hours === 'unlimited' || hours > marks[marks.length - 1]!) return pastEnd
  const next = marks.findIndex((mark) => hours <= mark)
  if (next <= 0) return 0
  const from = marks[next - 1]!
  return (next - 1 + (hours - from) / (marks[next]! - from)) / (marks.length - 1)
}
