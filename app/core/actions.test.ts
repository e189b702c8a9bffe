/** Plans in order, dates and what a diary shows. */
import { describe, expect, it } from 'vitest'
import { daysBetween, diaryShows, dueOf, dutchDay, inPlanOrder, isDay, type InDiary, type Planned } from './actions.ts'

const action = (id: string, given: Partial<Planned> = {}): Planned => ({ id, measureId: null, owner: null, dueOn: null, createdAt: 1, ...given })
const ids = (actions: readonly Planned[]) => actions.map(({ id }) => id).join(' ')

describe('the order of a plan', () => {
  const actions = [
    action('own-late', { createdAt: 9, dueOn: '2026-01-05', owner: 'Bram' }),
    action('own-early', { createdAt: 2, owner: 'anna' }),
    action('gone', { measureId: 'x', dueOn: '2026-12-01' }),
    action('second', { measureId: 'b', dueOn: '2026-03-01', owner: 'Anna' }),
    action('first', { measureId: 'a' }),
  ]
  it('by advice: measures in order of advice, then measures no advice speaks of, then own actions as they came', () => {
    expect(ids(inPlanOrder(actions, 'advice', ['a', 'b']))).toBe('first second gone own-early own-late')
  })
  it('by date: the earliest first, without a date last and in order of advice', () => {
    expect(ids(inPlanOrder(actions, 'date', ['a', 'b']))).toBe('own-late second gone first own-early')
  })
  it('by owner: by name whatever its capitals, then by date, nobody last', () => {
    expect(ids(inPlanOrder(actions, 'owner', ['a', 'b']))).toBe('second own-early own-late gone first')
  })
  it('leaves what it was given as it was', () => {
    const given = Object.freeze([...actions])
    inPlanOrder(given, 'date', [])
    expect(ids(given)).toBe(ids(actions))
  })
})

describe('a date', () => {
  const due = (dueOn: string | null, state: Parameters<typeof dueOf>[0]['state'] = 'open') => dueOf({ dueOn, state }, '2026-03-28')
  it('is past, today, within a week or later', () => {
    expect([due('2026-03-27'), due('2026-03-28'), due('2026-03-29'), due('2026-04-04'), due('2026-04-05')]).toEqual(['overdue', 'today', 'soon', 'soon', 'later'])
  })
  it('is nothing to hurry for once the action is done or declined, or has none', () => {
    expect([due('2026-03-27', 'done'), due('2026-03-27', 'declined'), due(null)]).toEqual([null, null, null])
    expect(due('2026-03-27', 'busy')).toBe('overdue')
  })
  it('counts whole days over the days on which the clock changes', () => {
    expect([daysBetween('2026-03-28', '2026-03-30'), daysBetween('2026-10-24', '2026-10-26'), daysBetween('2026-10-26', '2026-10-24')]).toEqual([2, 2, -2])
  })
  it('is a day that exists', () => {
    expect(['2026-02-28', '2028-02-29', '2026-11-24'].every(isDay)).toBe(true)
    expect(['2026-02-29', '2026-13-01', '2026-1-1', '24-11-2026', '', '2026-11-24T00:00', '1999-01-01', '0000-00-00'].some(isDay)).toBe(false)
  })
  it('begins at midnight in the Netherlands, in summer and in winter', () => {
    expect(dutchDay(Date.UTC(2026, 0, 1, 22, 59))).toBe('2026-01-01')
    expect(dutchDay(Date.UTC(2026, 0, 1, 23, 0))).toBe('2026-01-02')
    expect(dutchDay(Date.UTC(2026, 6, 1, 21, 59))).toBe('2026-07-01')
    expect(dutchDay(Date.UTC(2026, 6, 1, 22, 0))).toBe('2026-07-02')
  })
})

describe('a diary', () => {
  const before: InDiary = { title: 'Aggregaat testen', dueOn: '2026-01-12', note: null, ownerId: null, ownerName: null, state: 'open', removedAt: null }
  const shows = (change: Partial<InDiary>) => diaryShows(before, { ...before, ...change })
  it('shows another title, date, note or owner, and that it is done, declined or out of the plan', () => {
    const changes: Partial<InDiary>[] = [
      { title: 'Anders' }, { dueOn: null }, { note: 'bel eerst' }, { ownerId: 'u' }, { ownerName: 'Bram' }, { state: 'done' }, { state: 'declined' }, { removedAt: 5 },
    ]
    expect(changes.map(shows)).toEqual(changes.map(() => true))
  })
  it('does not show that somebody began, nor when it was taken out', () => {
    expect(shows({ state: 'busy' })).toBe(false)
    expect(diaryShows({ ...before, removedAt: 5 }, { ...before, removedAt: 6 })).toBe(false)
    expect(shows({})).toBe(false)
  })
})
