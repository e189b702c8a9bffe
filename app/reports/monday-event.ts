/** The first step of the first measure as an entry for a diary. */
import { createHash } from 'node:crypto'
import ical, { ICalAlarmType } from 'ical-generator'
import { m } from '#app/i18n/paraglide/messages.js'
import type { MeasureView } from './measure-view.ts'
import { nextMonday } from './next-monday.ts'

export type MondayEvent = {
  readonly measure: Pick<MeasureView, 'id' | 'title' | 'firstStep' | 'call'>
  /** minutes that the first step takes */
  readonly minutes: number
  readonly assessmentId: string
  /** the report's full address */
  readonly reportUrl: string
  /** epoch milliseconds */
  readonly now: number
}

const alarmBefore = 10 * 60

/** An .ics file of one event; the same scan and measure have the same uid, so that a second download moves the entry instead of doubling it. */
export function mondayEvent({ measure, minutes, assessmentId, reportUrl, now }: MondayEvent): string {
  const start = nextMonday(now)
  const uid = createHash('sha256').update(`${assessmentId} ${measure.id}`).digest('hex').slice(0, 32)
  const calendar = ical({ prodId: { company: 'Paraat', product: 'Paraat' } })
  const lines = [
    m.report_ics_step({ step: measure.firstStep }),
    ...(measure.call === null ? [] : [m.report_call({ who: measure.call })]),
    m.report_ics_minutes({ n: minutes }),
    m.report_ics_report({ url: reportUrl }),
  ]
  calendar.createEvent({
    id: `${uid}@${new URL(reportUrl).hostname}`,
    stamp: new Date(now),
    start: new Date(start),
    end: new Date(start + Math.max(15, minutes) * 60_000),
    summary: m.report_ics_title({ measure: measure.title }),
    description: lines.join('\n'),
    url: reportUrl,
    alarms: [{ type: ICalAlarmType.display, trigger: alarmBefore, description: m.report_ics_step({ step: measure.firstStep }) }],
  })
  // the library leaves out the end of the last line (RFC 5545, 3.1)
  return `${calendar.toString()}\r\n`
}
