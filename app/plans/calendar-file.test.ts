/** What a diary reads of a plan. */
import { describe, expect, it } from 'vitest'
import { overwriteGetLocale } from '#app/i18n/paraglide/runtime.js'
import { actionFile, planFile, type CalendarEntry } from './calendar-file.ts'
import { readCalendar } from './test-calendar.ts'

overwriteGetLocale(() => 'nl')

const entry: CalendarEntry = {
  id: '0f6b2f0e-6a0e-4a39-9a39-6f1f4f2c7a11',
  title: 'Aggregaat testen',
  dueOn: '2026-11-24',
  owner: 'Sanne',
  note: null,
  state: 'open',
  removed: false,
  sequence: 3,
  createdAt: Date.UTC(2026, 0, 5, 9),
  updatedAt: Date.UTC(2026, 0, 6, 10, 30),
  url: 'https://paraat.example/scan/s/plan/a',
}
const host = 'paraat.example'
const from = 'Paraat <post@paraat.example>'
const one = (given: Partial<CalendarEntry> = {}) => {
  const calendar = readCalendar(actionFile({ ...entry, ...given }, host, from))
  expect(calendar.events).toHaveLength(1)
  return { calendar: calendar.text, event: calendar.events[0]!.text }
}

describe('an action in a diary', () => {
  it('is a whole day that does not keep anybody busy, and says what, who and where', () => {
    expect(one().event).toMatchObject({
      UID: `${entry.id}@paraat.example`,
      DTSTART: '20261124',
      DTEND: '20261125',
      SUMMARY: 'Aggregaat testen',
      DESCRIPTION: 'Wie doet het: Sanne\nIn je plan: https://paraat.example/scan/s/plan/a',
      TRANSP: 'TRANSPARENT',
      STATUS: 'CONFIRMED',
      SEQUENCE: '3',
      DTSTAMP: '20260106T103000Z',
      'LAST-MODIFIED': '20260106T103000Z',
      CREATED: '20260105T090000Z',
    })
  })

  it.each([
    ['2026-03-28', '20260328', '20260329'],
    ['2026-03-29', '20260329', '20260330'],
    ['2026-03-30', '20260330', '20260331'],
    ['2026-10-24', '20261024', '20261025'],
    ['2026-10-25', '20261025', '20261026'],
    ['2026-10-26', '20261026', '20261027'],
    ['2026-12-31', '20261231', '20270101'],
    ['2028-02-28', '20280228', '20280229'],
  ])('of %s is that day and no other, also where the clock changes', (dueOn, start, end) => {
    expect(one({ dueOn }).event).toMatchObject({ DTSTART: start, DTEND: end })
  })

  it('keeps its uid when all else changes, so that it moves instead of standing there twice', () => {
    const uids = [one(), one({ dueOn: '2027-01-01', title: 'Anders', sequence: 9, state: 'done' }), one({ removed: true })].map(({ event }) => event['UID'])
    expect(new Set(uids).size).toBe(1)
  })

  it('that is done says so and stays', () => {
    expect(one({ state: 'done' }).event).toMatchObject({ SUMMARY: 'Klaar: Aggregaat testen', STATUS: 'CONFIRMED' })
    expect(one({ state: 'done' }).calendar['METHOD']).toBeUndefined()
  })

  it.each([{ removed: true }, { state: 'declined' as const }])('that is not to be done any more (%o) is taken out by its file', given => {
    const { calendar, event } = one(given)
    expect(calendar['METHOD']).toBe('CANCEL')
    expect(event).toMatchObject({ STATUS: 'CANCELLED', ORGANIZER: 'mailto:post@paraat.example', UID: `${entry.id}@paraat.example` })
  })

  it('bears any words: long ones, signs, lines, other letters', () => {
    const title = `${'Zoé’s noodstroom; 😀 "A", \\B: '.repeat(9)}einde`
    const note = `Eerst bellen\nDan: lijst, sleutel; C:\\map\n\n${'é'.repeat(300)}${'😀'.repeat(200)}`
    const { event } = one({ title, note, owner: null, url: null })
    expect(event['SUMMARY']).toBe(title)
    expect(event['DESCRIPTION']).toBe(note)
    expect(one({ title: 'bel\u0007len\r\nnu \ud800' }).event['SUMMARY']).toBe('bel len \nnu \ufffd')
  })
})

describe('a plan in a diary', () => {
  const second = { ...entry, id: 'b0f6b2f0-6a0e-4a39-9a39-6f1f4f2c7a11', removed: true, url: null }

  it('holds each action once, cancelled ones too, and asks to be read again twice a day', () => {
    const { text, events } = readCalendar(planFile('Plan van Bakkerij Jansen', [entry, second], host))
    expect(text).toMatchObject({ 'X-WR-CALNAME': 'Plan van Bakkerij Jansen', 'REFRESH-INTERVAL': 'PT12H', VERSION: '2.0' })
    expect(text['METHOD']).toBeUndefined()
    expect(events.map(event => event.text['STATUS'])).toEqual(['CONFIRMED', 'CANCELLED'])
  })

  it('bears any name', () => {
    expect(readCalendar(planFile('Jansen, Bos; \\ zn\nBEGIN:VEVENT', [entry], host)).text['X-WR-CALNAME']).toBe('Jansen, Bos; \\ zn BEGIN:VEVENT')
  })

  it('is the same file while nothing changes, and a calendar even when it is empty', () => {
    expect(planFile('Plan', [entry], host)).toBe(planFile('Plan', [entry], host))
    expect(readCalendar(planFile('Plan', [], host)).events).toEqual([])
  })
})

describe('the strict reader', () => {
  const file = planFile('Plan', [entry], host)
  it.each([
    ['a line that ends in LF only', file.replace('\r\n', '\n')],
    ['a line of more than 75 octets', file.replace('SUMMARY:', `SUMMARY:${'é'.repeat(40)}`)],
    ['a comma that is not escaped', file.replace('SUMMARY:', 'SUMMARY:a,b')],
    ['an event without a stamp', file.replace(/DTSTAMP:.*\r\n/, '')],
    ['a day that does not exist', file.replace('20261124', '20260230')],
    ['a calendar that holds nothing', planFile('Plan', [], host).replace(/BEGIN:VTIMEZONE[^]*END:VTIMEZONE\r\n/, '')],
    ['an event that does not end', file.replace('END:VEVENT\r\n', '')],
    ['a property twice', file.replace('SEQUENCE:3\r\n', 'SEQUENCE:3\r\nSEQUENCE:4\r\n')],
  ])('refuses %s', (_, broken) => {
    expect(broken).not.toBe(file)
    expect(() => readCalendar(broken)).toThrow()
  })
})
