/** Tests for Monday at nine in Amsterdam. */
import { describe, expect, it } from 'vitest'
import { nextMonday } from './next-monday.ts'

function after(now: string): string {
  return new Date(nextMonday(Date.parse(now))).toISOString()
}

describe('Monday at nine', () => {
  it('is the coming Monday, in winter time', () => {
    expect(after('2026-11-24T13:00:00Z')).toBe('2026-11-30T08:00:00.000Z')
  })

  it('is tomorrow on a Sunday, also when it is still Saturday in UTC', () => {
    expect(after('2026-11-29T12:00:00Z')).toBe('2026-11-30T08:00:00.000Z')
    expect(after('2026-11-28T23:30:00Z')).toBe('2026-11-30T08:00:00.000Z')
  })

  it('is tomorrow on a Sunday evening in Amsterdam, and today just after its midnight', () => {
    expect(after('2026-11-29T22:59:00Z')).toBe('2026-11-30T08:00:00.000Z')
    expect(after('2026-11-29T23:01:00Z')).toBe('2026-11-30T08:00:00.000Z')
  })

  it('is this morning on a Monday before nine, and next week from nine on', () => {
    expect(after('2026-11-30T07:59:59Z')).toBe('2026-11-30T08:00:00.000Z')
    expect(after('2026-11-30T08:00:00Z')).toBe('2026-12-07T08:00:00.000Z')
    expect(after('2026-11-30T10:00:00Z')).toBe('2026-12-07T08:00:00.000Z')
  })

  it('is nine by the clock on the wall after the clocks went forward or back', () => {
    expect(after('2026-03-27T12:00:00Z')).toBe('2026-03-30T07:00:00.000Z')
    expect(after('2026-03-29T00:30:00Z')).toBe('2026-03-30T07:00:00.000Z')
    expect(after('2026-10-23T12:00:00Z')).toBe('2026-10-26T08:00:00.000Z')
    expect(after('2026-10-25T00:30:00Z')).toBe('2026-10-26T08:00:00.000Z')
  })

  it('crosses the end of a year', () => {
    expect(after('2026-12-31T12:00:00Z')).toBe('2027-01-04T08:00:00.000Z')
  })

  it('always is a Monday at nine, later than now, and within a week', () => {
    for (let now = Date.UTC(2026, 0, 1); now < Date.UTC(2027, 0, 1); now += 5 * 3_600_000 + 7_000) {
      const monday = nextMonday(now)
      const clock = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', weekday: 'long', hour: 'numeric', minute: 'numeric' }).format(monday)
      expect(clock).toBe('maandag 09:00')
      expect(monday).toBeGreaterThan(now)
      expect(monday - now).toBeLessThanOrEqual(7 * 86_400_000 + 3_600_000)
    }
  })
})
