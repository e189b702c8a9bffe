/** When the first step is put into a diary: Monday at nine, by the clock in Amsterdam. */
import { wallClock } from '#app/core/dutch-clock.ts'

const minute = 60_000
const day = 24 * 60 * minute
const nine = 9

/**
 * The next Monday 9:00 in Amsterdam after `now`, both in epoch milliseconds. On a Monday before nine that is the same morning; from nine
 * on, the Monday after.
 */
export function nextMonday(now: number): number {
  const wall = wallClock(now)
  const midnight = Math.floor(wall / day) * day
  const daysAhead = (8 - new Date(midnight).getUTCDay()) % 7
  let monday = midnight + daysAhead * day + nine * 60 * minute
  if (monday <= wall) monday += 7 * day
  // no clock is changed between Monday's midnight and nine, so the offset of that morning is found in one step
  return monday - (wallClock(monday) - monday)
}
