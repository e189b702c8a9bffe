import fc from 'fast-check'
import { expect, it } from 'vitest'
import { tenths } from './tenths.ts'

const sum = (parts: readonly number[]) => Math.round(parts.reduce((all, part) => all + part, 0) * 10)

it('gives the missing tenths to those that lost the most', () => {
  expect(tenths([1.26, 2.23, 3.23], 6.72)).toEqual([1.3, 2.2, 3.2])
  expect(tenths([-1.26, 1.26], 0)).toEqual([-1.3, 1.3])
  expect(tenths([0, 0, 0], 0)).toEqual([0, 0, 0])
})

it('adds up to the rounded whole, and moves no part by a tenth or more', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 1, maxLength: 40 }), parts => {
      const whole = parts.reduce((all, part) => all + part, 0)
      const rounded = tenths(parts, whole)
      expect(sum(rounded)).toBe(Math.round(whole * 10) + 0)
      for (const [index, part] of parts.entries()) expect(Math.abs(rounded[index]! - part)).toBeLessThan(0.1 + 1e-6)
    }),
  )
})
