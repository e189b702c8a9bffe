/** A trial hour as an entry of a diary: the same entry however often it is moved, cancelled where it is. */
import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { dutchMoment } from '#app/core/dutch-clock.ts'
import { m } from '#app/i18n/paraglide/messages.js'

export type TrialEntry = {
  readonly id: string
  /** by the clock in the Netherlands: 2026-11-24, 09:30 */
  readonly day: string
  readonly time: string
  readonly tell: string | null
  readonly keepOn: string | null
  readonly cancelled: boolean
  readonly sequence: number
  /** epoch milliseconds */
  readonly createdAt: number
  /** its own page, absolute */
  readonly url: string
}

const hour = 60 * 60 * 1000
/** A diary reminds a day ahead: the list takes longer than an hour. In seconds. */
const dayAhead = 24 * 60 * 60

/**
 * The file for a diary; of one that is cancelled, the file that takes it out. The moment stands in UTC, which is the same moment in every
 * diary and on every day, also when the clock is changed. `host`: that of the site; `from`: the address it mails from; `now`: epoch
 * milliseconds.
 */
export function trialFile(entry: TrialEntry, host: string, from: string, now: number): string {
  const { id, day, time, tell, keepOn, cancelled, sequence, createdAt, url } = entry
  const start = dutchMoment(day, time)
  const calendar = ical({ prodId: { company: 'Paraat', product: 'Paraat' } })
  // RFC 5546: who cancels says who asks; a file without a method is only data
  if (cancelled) calendar.method(ICalCalendarMethod.CANCEL)
  const lines = [
    m.trial_ics_first(),
    ...(keepOn === null ? [] : [m.trial_ics_keep_on({ text: keepOn })]),
    ...(tell === null ? [] : [m.trial_ics_tell({ text: tell })]),
    m.trial_ics_page({ url }),
  ]
  const event = calendar.createEvent({
    id: `${id}@${host}`,
    stamp: new Date(now),
    created: new Date(createdAt),
    sequence,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    start: new Date(start),
    end: new Date(start + hour),
    summary: m.trial_ics_title(),
    description: clean(lines.join('\n')),
    url,
    alarms: cancelled ? [] : [{ type: ICalAlarmType.display, trigger: dayAhead, description: m.trial_ics_first() }],
  })
  if (cancelled) event.organizer({ name: 'Paraat', email: /<([^>]+)>/.exec(from)?.[1] ?? from })
  return `${calendar.toString()}\r\n`
}

/** Words as a calendar may hold them: without the control characters that somebody pasted along. */
function clean(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/(?!\n)\p{Cc}/gu, ' ').toWellFormed()
}
