/** The clock on the wall in the Netherlands: from a day and a time to a moment and back, right on the days on which it is changed. */

const minute = 60_000
const day = 24 * 60 * minute

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  hourCycle: 'h23',
})

/** What the clock says at `at`, as if that were UTC; both in epoch milliseconds. */
export function wallClock(at: number): number {
  const parts = Object.fromEntries(clock.formatToParts(at).map(part => [part.type, Number(part.value)]))
  return Date.UTC(parts.year!, parts.month! - 1, parts.day, parts.hour, parts.minute, parts.second)
}

/** Whether this text is a time of the day in whole minutes: 09:30. */
export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}

/**
 * The moment, in epoch milliseconds, at which the clock shows this day and time (2026-11-24, 09:30). A time that comes twice, when the
 * clock is put back, is the first; one that does not come, when it is put forward, is as long after midnight as it would have been.
 */
export function dutchMoment(on: string, time: string): number {
  const wall = Date.parse(`${on}T${time}:00Z`)
  const offsetAt = (at: number) => wallClock(at) - at
  const [earlier, later] = [wall - offsetAt(wall - day), wall - offsetAt(wall + day)]
  return wallClock(earlier) === wall || wallClock(later) !== wall ? earlier : later
}

/** The day and the time that the clock shows at a moment: 2026-11-24, 09:30. */
export function dutchDayAndTime(at: number): { readonly day: string; readonly time: string } {
  const text = new Date(wallClock(at)).toISOString()
  return { day: text.slice(0, 10), time: text.slice(11, 16) }
}

/** The first Tuesday after the day it is at `now` (epoch milliseconds): 2026-12-01. */
export function nextTuesday(now: number): string {
  const midnight = Math.floor(wallClock(now) / day) * day
  const ahead = (9 - new Date(midnight).getUTCDay()) % 7 || 7
  return new Date(midnight + ahead * day).toISOString().slice(0, 10)
}
