/** When something happened in a scan, in words. */
import { date, time } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'

/** "om 14:32", or with the day where that was not today; both in epoch milliseconds. */
export function momentInWords(at: number, now: number): string {
  return date(at) === date(now) ? m.scan_at_time({ time: time(at) }) : m.scan_at_day({ date: date(at), time: time(at) })
}
