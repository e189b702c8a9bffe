/** Actions of a plan as entries of a diary: whole days, the same entry at every reading, cancelled where an action is not to be done. */
import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { ActionState } from '#app/core/actions.ts'
import { m } from '#app/i18n/paraglide/messages.js'

/** An action that has a date, in the words of its reader. */
export type CalendarEntry = {
  readonly id: string
  readonly title: string
  /** a day: 2026-11-24 */
  readonly dueOn: string
  /** who does it */
  readonly owner: string | null
  readonly note: string | null
  readonly state: ActionState
  readonly removed: boolean
  readonly sequence: number
  /** epoch milliseconds */
  readonly createdAt: number
  readonly updatedAt: number
  /** the action's own page, absolute; null where no page shows it now */
  readonly url: string | null
}

const day = 24 * 60 * 60 * 1000
/** How often a diary is asked to read again, in seconds. */
const readAgain = 12 * 60 * 60

/** Not to be done any more, without being done. */
function isCancelled({ state, removed }: CalendarEntry): boolean {
  return removed || state === 'declined'
}

/** One action as a file for a diary; for one that is cancelled, the file that takes it out. `host`: that of the site; `from`: the address it mails from. */
export function actionFile(entry: CalendarEntry, host: string, from: string): string {
  const cancelled = isCancelled(entry)
  const calendar = calendarOf(entry.title)
  // RFC 5546: who cancels says who asks; a file without a method is only data
  if (cancelled) calendar.method(ICalCalendarMethod.CANCEL)
  const event = addEntry(calendar, entry, host)
  if (cancelled) event.organizer({ name: 'Paraat', email: /<([^>]+)>/.exec(from)?.[1] ?? from })
  return calendar.toString()
}

/** A whole plan, for a diary that reads it again and again. */
export function planFile(name: string, entries: readonly CalendarEntry[], host: string): string {
  const calendar = calendarOf(name)
  calendar.ttl(readAgain)
  for (const entry of entries) addEntry(calendar, entry, host)
  return calendar.toString()
}

function calendarOf(name: string) {
  return ical({ prodId: { company: 'Paraat', product: 'Paraat' }, name })
}

function addEntry(calendar: ReturnType<typeof ical>, entry: CalendarEntry, host: string) {
  const midnight = Date.parse(`${entry.dueOn}T00:00:00Z`) // a whole day has no time zone: the same date everywhere
  const status = isCancelled(entry) ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED
  const lines = [
    ...(entry.owner === null ? [] : [m.calendar_ics_owner({ name: entry.owner })]),
    ...(entry.note === null ? [] : [entry.note]),
    ...(entry.url === null ? [] : [m.calendar_ics_page({ url: entry.url })]),
  ]
  return calendar.createEvent({
    id: `${entry.id}@${host}`,
    stamp: new Date(entry.updatedAt),
    created: new Date(entry.createdAt),
    lastModified: new Date(entry.updatedAt),
    sequence: entry.sequence,
    status,
    transparency: ICalEventTransparency.TRANSPARENT,
    allDay: true,
    start: new Date(midnight),
    end: new Date(midnight + day),
    summary: entry.state === 'done' ? m.calendar_ics_done({ title: entry.title }) : entry.title,
    ...(lines.length === 0 ? {} : { description: lines.join('\n') }),
    ...(entry.url === null ? {} : { url: entry.url }),
  })
}
