/** The arithmetic of a benchmark: histograms of points, percentiles, quantiles and survival curves; not what may be shown of them. */
import { points, round9 } from './numbers.ts'
import { marks } from './hour-bar.ts'
import type { ScenarioResult } from './result.ts'

/** 101 counts: how many scores have 0, 1, … 100 points. */
export type Histogram = readonly number[]

/** Counts unrounded scores (0..100) by points; null is not counted. */
export function histogramOf(scores: Iterable<number | null>): number[] {
  const bins = new Array<number>(101).fill(0)
  for (const score of scores) if (score !== null) bins[points(score)]!++
  return bins
}

/** How many scores a histogram holds. */
export function sizeOf(histogram: Histogram): number {
  return histogram.reduce((sum, count) => sum + count, 0)
}

/** 100 · (number strictly below + half of the number in the same bin) / n, for an unrounded score; null for an empty histogram. */
export function percentile(histogram: Histogram, score: number): number | null {
  const n = sizeOf(histogram)
  if (n === 0) return null
  const bin = points(score)
  const below = sizeOf(histogram.slice(0, bin))
  return (100 * (below + (histogram[bin] ?? 0) / 2)) / n
}

/** The smallest bin whose cumulative count is at least p · n (0 ≤ p ≤ 1; 0.5 is the median); null for an empty histogram. */
export function quantile(histogram: Histogram, p: number): number | null {
  const n = sizeOf(histogram)
  if (n === 0) return null
  let cumulative = 0
  return histogram.findIndex((count) => {
    cumulative += count
    return round9(cumulative) >= round9(p * n)
  })
}

export type SurvivalCurve = {
  /** contributions that the curve is over: E not null and known */
  readonly n: number
  /** by mark in hours, the share (0..1) whose E is at least the mark; null where n is 0 */
  readonly curve: readonly { readonly mark: number; readonly share: number | null }[]
  /** contributions whose E is not null and not known, and their share (0..1) of all whose E is not null */
  readonly unknown: number
  readonly unknownShare: number | null
}

/** The survival curve of one scenario at the marks of the hour bar; `unlimited` holds at every mark. */
export function survivalCurve(contributions: Iterable<Pick<ScenarioResult, 'endurance' | 'known'>>): SurvivalCurve {
  const holding = marks.map(() => 0)
  let n = 0
  let unknown = 0
  for (const { endurance, known } of contributions) {
    if (endurance === null) continue
    if (!known) {
      unknown++
      continue
    }
    n++
    marks.forEach((mark, position) => {
      if (endurance === 'unlimited' || round9(endurance) >= mark) holding[position]!++
    })
  }
  return {
    n,
    curve: marks.map((mark, position) => ({ mark, share: n === 0 ? null : holding[position]! / n })),
    unknown,
    unknownShare: n + unknown === 0 ? null : unknown / (n + unknown),
  }
}
