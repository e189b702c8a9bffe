/** When jobs run by the clock in the Netherlands, and that none is left without words. */
import { describe, expect, it } from 'vitest'
import { isAfterSeven, isNight, jobNames, jobs } from './jobs.ts'
import { slotOf } from './runner.server.ts'

const hour = 60 * 60 * 1000

describe('Jobs', () => {
  it('are all there, by the names that pages know', () => {
    expect(jobs.map(({ name }) => name).toSorted()).toEqual([...jobNames].toSorted())
  })
})

describe('Reminders', () => {
  const job = jobs.find(({ name }) => name === 'reminders')!
  /** The first moment from here, by the quarter of an hour, at which they may be written in this slot. */
  const firstIn = (slot: number) => {
    for (let at = slot * job.every; at < (slot + 1) * job.every; at += hour / 4) if (job.mayRun!(at)) return new Date(at).toISOString()
    return null
  }

  it.each([
    ['winter', '2026-01-12', '06:00'],
    ['summer', '2026-07-12', '05:00'],
    ['the day on which summer time begins', '2026-03-29', '05:00'],
    ['the day on which it ends', '2026-10-25', '06:00'],
  ])('are written once a day, from seven in the morning in the Netherlands, in %s', (_, day, at) => {
    expect(firstIn(slotOf(job, Date.parse(day)))).toBe(`${day}T${at}:00.000Z`)
  })

  it('still come when the morning was missed, and not at night', () => {
    const at = (time: string) => isAfterSeven(Date.parse(`2026-01-12T${time}:00Z`))
    expect([at('05:59'), at('06:00'), at('22:59'), at('23:00')]).toEqual([false, true, true, false])
    expect(isNight(Date.parse('2026-01-12T02:00:00Z'))).toBe(true)
  })
})
