/** What a diary reads of a trial hour. */
import { describe, expect, it } from 'vitest'
import { overwriteGetLocale } from '#app/i18n/paraglide/runtime.js'
import { trialFile, type TrialEntry } from './trial-file.ts'

overwriteGetLocale(() => 'nl')

const entry: TrialEntry = {
  id: '0f6b2f0e-6a0e-4a39-9a39-6f1f4f2c7a11',
  day: '2026-11-24',
  time: '10:00',
  tell: 'De buren;\nde meldkamer, ook',
  keepOn: 'De server',
  cancelled: false,
  sequence: 2,
  createdAt: Date.UTC(2026, 10, 1, 9),
  url: 'https://paraat.example/scan/s/proefuur/t',
}
const text = (given: Partial<TrialEntry> = {}) =>
  trialFile({ ...entry, ...given }, 'paraat.example', 'Paraat <post@paraat.example>', Date.UTC(2026, 10, 2, 9))
/** The lines of the file, put together again where they were folded. */
const lines = (given: Partial<TrialEntry> = {}) => text(given).replaceAll('\r\n ', '').split('\r\n')
const times = (day: string, time: string) => lines({ day, time }).filter(line => /^DT(START|END)/.test(line))

describe('a trial hour in a diary', () => {
  it('is one hour, at the moment that the clock in the Netherlands shows', () => {
    expect(times('2026-11-24', '10:00')).toEqual(['DTSTART:20261124T090000Z', 'DTEND:20261124T100000Z'])
    expect(times('2026-07-14', '10:00')).toEqual(['DTSTART:20260714T080000Z', 'DTEND:20260714T090000Z'])
  })

  it('is right on the days on which the clock is changed, and lasts an hour there too', () => {
    expect(times('2026-03-29', '10:00')).toEqual(['DTSTART:20260329T080000Z', 'DTEND:20260329T090000Z'])
    expect(times('2026-03-29', '01:30')).toEqual(['DTSTART:20260329T003000Z', 'DTEND:20260329T013000Z'])
    expect(times('2026-10-25', '10:00')).toEqual(['DTSTART:20261025T090000Z', 'DTEND:20261025T100000Z'])
    expect(times('2026-10-25', '02:30')).toEqual(['DTSTART:20261025T003000Z', 'DTEND:20261025T013000Z'])
  })

  it('stays the same entry when it is moved, with a higher number', () => {
    const [before, after] = [lines(), lines({ time: '14:00', sequence: 3 })]
    expect(before).toContain(`UID:${entry.id}@paraat.example`)
    expect(after).toContain(`UID:${entry.id}@paraat.example`)
    expect(before).toContain('SEQUENCE:2')
    expect(after).toContain('SEQUENCE:3')
  })

  it('is taken out by the file of one that is cancelled', () => {
    const cancelled = lines({ cancelled: true })
    expect(cancelled).toContain('METHOD:CANCEL')
    expect(cancelled).toContain('STATUS:CANCELLED')
    expect(cancelled.find(line => line.startsWith('ORGANIZER'))?.toLowerCase()).toContain('mailto:post@paraat.example')
    expect(cancelled).not.toContain('BEGIN:VALARM')
    expect(lines()).toContain('STATUS:CONFIRMED')
    expect(lines().some(line => line.startsWith('METHOD'))).toBe(false)
  })

  it('holds own words without breaking the file', () => {
    const words = lines({ tell: 'Bel\r\nEND:VCALENDAR\u0007 de buren; en, wie komt' })
    expect(words.filter(line => line === 'END:VCALENDAR')).toHaveLength(1)
    expect(words.find(line => line.startsWith('DESCRIPTION'))).toContain('Bel\\nEND:VCALENDAR  de buren\\; en\\, wie komt')
    for (const line of text().split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(text().endsWith('END:VCALENDAR\r\n')).toBe(true)
  })
})
