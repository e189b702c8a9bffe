/** Tests for what is for this week and what for this month. */
import { describe, expect, it } from 'vitest'
import type { MeasureResult } from '#app/core/result.ts'
import { splitFirst } from './first-steps.ts'

function ids(...efforts: number[]) {
  const first = efforts.map((effort, position): MeasureResult => ({ id: `m${position}`, open: true, fixesMust: false, gain: 1, effort, after: [] }))
  const { thisWeek, thisMonth } = splitFirst(first)
  return [thisWeek.map(one => one.id), thisMonth.map(one => one.id)]
}

describe('the first five measures', () => {
  it('begin this week with the first two, however long they take', () => {
    expect(ids(8, 16, 4, 2, 3)).toEqual([['m0', 'm1'], ['m2', 'm3', 'm4']])
  })

  it('are for this week when they take an hour at most', () => {
    expect(ids(1, 8, 1, 1.5, 0.5)).toEqual([['m0', 'm1', 'm2', 'm4'], ['m3']])
  })

  it('may be fewer than five, or none', () => {
    expect(ids(2)).toEqual([['m0'], []])
    expect(ids()).toEqual([[], []])
  })
})
