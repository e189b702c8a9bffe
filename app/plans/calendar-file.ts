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
  const calendar = newCalendar()
  // RFC 5546: who cancels says who asks; a file without a method is only data
  if (cancelled) calendar.method(ICalCalendarMethod.CANCEL)
  const event = addEntry(calendar, entry, host)
  if (cancelled) event.organizer({ name: 'Paraat', email: /<([^>]+)>/.exec(from)?.[1] ?? from })
  return textOf(calendar)
}

/** A whole plan, for a diary that reads it again and again. */
export function planFile(name: string, entries: readonly CalendarEntry[], host: string): string {
  const calendar = newCalendar()
  calendar.name(escaped(name))
  calendar.ttl(readAgain)
  for (const entry of entries) addEntry(calendar, entry, host)
  return textOf(calendar)
}

/** A calendar has to hold something (RFC 5545, 3.4): an empty plan holds the zone of days without a zone. */
const zone = [
  'BEGIN:VTIMEZONE',
  'TZID:Etc/UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
  'END:VCALENDAR',
]

/** The file, its last line ended as all others are. */
function textOf(calendar: ReturnType<typeof ical>): string {
  const text = `${calendar.toString()}\r\n`
  return calendar.length() > 0 ? text : text.replace('END:VCALENDAR', zone.join('\r\n'))
}

/** Words as a calendar may hold them: without control characters and half characters that somebody pasted along. */
function clean(text: string): string {
  return text.replace(/(?!\n)\p{Cc}/gu, ' ').replace(/\p{Cs}/gu, '\ufffd')
}

function newCalendar() {
  return ical({ prodId: { company: 'Paraat', product: 'Paraat' } })
}

/** A name on one line: the generator escapes all other words, and not this. */
function escaped(name: string): string {
  return clean(name).replaceAll('\n', ' ').replace(/[\\;,]/g, '\\$&')
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
    summary: clean(entry.state === 'done' ? m.calendar_ics_done({ title: entry.title }) : entry.title),
    ...(lines.length === 0 ? {} : { description: clean(lines.join('\n').replaceAll('\r\n', '\n')) }),
    ...(entry.url === null ? {} : { url: entry.url }),
  })
}
