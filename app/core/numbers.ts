/** The arithmetic that every score shares: rounding before comparing, points that a person reads, and levels. */
import type { Level } from './result.ts'

/** Rounds to 1e-9, which is how two computed numbers are compared. Infinity stays infinite. */
export function round9(x: number): number {
  return Math.round(x * 1e9) / 1e9
}

/** Negative when `a` is smaller, positive when it is larger, 0 when both are the same to 1e-9. */
export function compareNumbers(a: number, b: number): -1 | 0 | 1 {
  const left = round9(a)
  const right = round9(b)
  return left < right ? -1 : left > right ? 1 : 0
}

/** Orders ids by code unit, never by a locale. */
export function compareIds(a: string, b: string): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The whole number of points that a person reads for an unrounded score: 59.5 is 60, and so is 59.4999999995. */
export function points(x: number): number {
  return Math.floor(x + 0.5 + 1e-9)
}

/** The level for whole points: 0–19 is 1, 20–39 is 2, 40–59 is 3, 60–79 is 4, 80–100 is 5. */
export function levelOf(points: number): Level {
  if (points < 20) return 1
  if (points < 40) return 2
  if (points < 60) return 3
  if (points < 80) return 4
  return 5
}
