/** The clock in the Netherlands, above all on the two days of the year on which it is changed. */
import { describe, expect, it } from 'vitest'
import { dutchDayAndTime, dutchMoment, isTime, nextTuesday } from './dutch-clock.ts'

const utc = (day: string, time: string) => new Date(dutchMoment(day, time)).toISOString()

describe('a day and a time', () => {
  it('are an hour ahead of UTC in winter and two in summer', () => {
    expect(utc('2026-11-24', '09:30')).toBe('2026-11-24T08:30:00.000Z')
    expect(utc('2026-07-01', '00:00')).toBe('2026-06-30T22:00:00.000Z')
  })

  it('are right before and after the clock is put forward on 29 March 2026', () => {
    expect(utc('2026-03-29', '00:30')).toBe('2026-03-28T23:30:00.000Z')
    expect(utc('2026-03-29', '01:59')).toBe('2026-03-29T00:59:00.000Z')
    expect(utc('2026-03-29', '03:00')).toBe('2026-03-29T01:00:00.000Z')
    expect(utc('2026-03-29', '10:00')).toBe('2026-03-29T08:00:00.000Z')
    expect(utc('2026-03-30', '10:00')).toBe('2026-03-30T08:00:00.000Z')
  })

  it('are as long after midnight as they would have been where the clock skips them', () => {
    expect(utc('2026-03-29', '02:30')).toBe('2026-03-29T01:30:00.000Z')
    expect(dutchDayAndTime(dutchMoment('2026-03-29', '02:30'))).toEqual({ day: '2026-03-29', time: '03:30' })
  })

  it('are right before and after the clock is put back on 25 October 2026, and the first where they come twice', () => {
    expect(utc('2026-10-25', '01:30')).toBe('2026-10-24T23:30:00.000Z')
    expect(utc('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z')
    expect(utc('2026-10-25', '03:00')).toBe('2026-10-25T02:00:00.000Z')
    expect(utc('2026-10-25', '10:00')).toBe('2026-10-25T09:00:00.000Z')
  })

  it('come back as they were at every quarter of an hour of a year that the clock shows', () => {
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 15 * 60_000) {
      const { day, time } = dutchDayAndTime(at)
      const back = dutchMoment(day, time)
      const repeated = at >= Date.UTC(2026, 9, 25, 1) && at < Date.UTC(2026, 9, 25, 2)
      if (back !== (repeated ? at - 3_600_000 : at)) throw new Error(`${day} ${time} became ${new Date(back).toISOString()}`)
    }
  })

  it('are times of a day only as hours and minutes', () => {
    expect(['00:00', '09:30', '23:59'].every(isTime)).toBe(true)
    expect(['24:00', '9:30', '09:60', '09:30:00', ''].some(isTime)).toBe(false)
  })
})

describe('the next Tuesday', () => {
  const after = (now: string) => nextTuesday(Date.parse(now))

  it('lies ahead, also on a Tuesday itself', () => {
    expect(after('2026-11-23T12:00:00Z')).toBe('2026-11-24')
    expect(after('2026-11-24T12:00:00Z')).toBe('2026-12-01')
    expect(after('2026-11-25T12:00:00Z')).toBe('2026-12-01')
  })

  it('goes by the day in the Netherlands', () => {
    expect(after('2026-11-23T23:30:00Z')).toBe('2026-12-01')
    expect(after('2026-06-29T22:30:00Z')).toBe('2026-07-07')
  })
})
