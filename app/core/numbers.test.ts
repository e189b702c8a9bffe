import { describe, expect, it } from 'vitest'
import { compareIds, compareNumbers, levelOf, points, round9 } from './numbers.ts'

describe('numbers', () => {
  it.each([
    [0, 0], [0.4, 0], [0.5, 1], [19.499999998, 19], [19.4999999995, 20], [19.5, 20], [59.49, 59], [59.5, 60], [99.5, 100], [100, 100],
  ])('shows a score of %d as %d points', (score, shown) => {
    expect(points(score)).toBe(shown)
  })

  it.each([
    [0, 1], [19, 1], [20, 2], [39, 2], [40, 3], [59, 3], [60, 4], [79, 4], [80, 5], [100, 5],
  ])('puts %d points on level %d', (shown, level) => {
    expect(levelOf(shown)).toBe(level)
  })

  it('calls two numbers the same when they differ by less than 1e-9', () => {
    expect(compareNumbers(0.1 + 0.2, 0.3)).toBe(0)
    expect(compareNumbers(0.3, 0.300000002)).toBe(-1)
    expect(compareNumbers(0.300000002, 0.3)).toBe(1)
    expect(compareNumbers(Infinity, 336)).toBe(1)
    expect(compareNumbers(Infinity, Infinity)).toBe(0)
    expect(round9(1 / 3)).toBe(0.333333333)
  })

  it('orders ids by code unit and not by a language', () => {
    expect(['b', 'a-b', 'a', 'a1', 'B', 'é'].sort(compareIds)).toEqual(['B', 'a', 'a-b', 'a1', 'b', 'é'])
  })
})
