import { describe, expect, it } from 'vitest'
import { marks, pastEnd, position } from './hour-bar.ts'

describe('the hour bar', () => {
  it('spaces its marks evenly from 0 to 1', () => {
    marks.forEach((mark, step) => expect(position(mark)).toBe(step / 7))
    expect([position(0), position(336)]).toEqual([0, 1])
  })
  it.each([[2, 0.5 / 7], [16, 2.5 / 7], [36, 3.5 / 7], [96, 5.25 / 7], [252, 6.5 / 7]])('is linear within a step: %d hours', (hours, place) => {
    expect(position(hours)).toBeCloseTo(place, 12)
  })
  it('puts two weeks or longer past the end, and nothing before the beginning', () => {
    expect([position(337), position('unlimited'), position(Infinity)]).toEqual([pastEnd, pastEnd, pastEnd])
    expect(pastEnd).toBeGreaterThan(1)
    expect(position(-1)).toBe(0)
  })
})
