/** Tests for the diary entry of the first step. */
import { describe, expect, it } from 'vitest'
import { mondayEvent } from './monday-event.ts'
import { withLanguage } from './test-companies.ts'

const event = {
  measure: { id: 'noodkaart-ophangen', title: 'Vul de noodkaart in, en hang hem op', firstStep: 'Druk de noodkaart af; leg er een pen bij.', call: 'je installateur' },
  minutes: 40,
  assessmentId: 'b7f3',
  reportUrl: 'https://paraat.example/scan/b7f3/rapport',
  now: Date.parse('2026-11-24T13:00:00Z'),
}

/** The lines of a calendar file, with what is folded put together again. */
function lines(file: string): string[] {
  return file.replaceAll('\r\n ', '').split('\r\n')
}

describe('the diary entry', () => {
  const nl = lines(withLanguage('nl', () => mondayEvent(event)))

  it('stands on Monday at nine for as long as the first step takes, with an alarm', () => {
    expect(nl).toContain('DTSTART:20261130T080000Z')
    expect(nl).toContain('DTEND:20261130T084000Z')
    expect(nl).toContain('BEGIN:VALARM')
    expect(nl).toContain('TRIGGER:-PT10M')
  })

  it('ends its last line as all others, as a strict diary asks', () => {
    expect(nl.slice(-2)).toEqual(['END:VCALENDAR', ''])
  })

  it('says the measure, the first step, whom to call and where the report is', () => {
    expect(nl).toContain('SUMMARY:Paraat: Vul de noodkaart in\\, en hang hem op')
    const description = nl.find(line => line.startsWith('DESCRIPTION:Eerste stap')) ?? ''
    expect(description).toContain('Druk de noodkaart af\\; leg er een pen bij.')
    expect(description).toContain('Bel of vraag: je installateur')
    expect(description).toContain(event.reportUrl)
  })

  it('speaks English to an English reader', () => {
    expect(withLanguage('en', () => mondayEvent(event))).toContain('First step:')
  })

  it('keeps its uid, so that a second download moves it, and gives another measure another', () => {
    const uid = (file: string) => lines(file).find(line => line.startsWith('UID:'))
    const later = withLanguage('en', () => mondayEvent({ ...event, now: event.now + 9 * 86_400_000 }))
    const other = withLanguage('nl', () => mondayEvent({ ...event, measure: { ...event.measure, id: 'proefuur' } }))
    expect(uid(later)).toBe(uid(nl.join('\r\n')))
    expect(uid(other)).not.toBe(uid(later))
    expect(nl.join('')).not.toContain('UID:b7f3')
  })
})
