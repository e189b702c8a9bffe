import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { histogramOf, percentile, quantile, sizeOf, survivalCurve } from './benchmark.ts'

describe('a histogram', () => {
  it('counts scores by the points that a person reads', () => {
    const bins = histogramOf([0, 0.49, 0.5, 59.5, 60.4, 100, null])
    expect([bins.length, sizeOf(bins), bins[0], bins[1], bins[60], bins[100]]).toEqual([101, 6, 2, 1, 2, 1])
  })
})

describe('a percentile', () => {
  it.each([[10, 12.5], [20, 50], [20.4, 50], [30, 87.5], [5, 0], [25, 75], [100, 100]])('of a score of %d is %d', (score, place) => {
    expect(percentile(histogramOf([10, 20, 20, 30]), score)).toBe(place)
  })
  it('is not there without scores', () => expect(percentile(histogramOf([]), 50)).toBeNull())
})

describe('a quantile', () => {
  it.each([[0, 0], [0.25, 10], [0.26, 20], [0.5, 20], [0.75, 20], [0.76, 30], [1, 30]])('%d is the bin %d', (p, bin) => {
    expect(quantile(histogramOf([10, 20, 20, 30]), p)).toBe(bin)
  })
  it('compares after rounding to 1e-9', () => {
    const bins = histogramOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(quantile(bins, 0.1 + 0.2)).toBe(3)
    expect(quantile(bins, 0.7)).toBe(7)
  })
  it('is not there without scores', () => expect(quantile(histogramOf([]), 0.5)).toBeNull())
})

describe('a survival curve', () => {
  it('tells at each mark which share still runs, over those who know', () => {
    const { n, curve, unknown, unknownShare } = survivalCurve([
      { endurance: 0, known: true },
      { endurance: 24, known: true },
      { endurance: 23.9999999999, known: true },
      { endurance: 'unlimited', known: true },
      { endurance: 0, known: false },
      { endurance: null, known: true },
    ])
    expect([n, unknown, unknownShare]).toEqual([4, 1, 0.2])
    expect(curve.map(({ mark, share }) => [mark, share])).toEqual([
      [0, 1], [4, 0.75], [8, 0.75], [24, 0.75], [48, 0.25], [72, 0.25], [168, 0.25], [336, 0.25],
    ])
  })
  it('has no shares where nobody knows', () => {
    expect(survivalCurve([])).toMatchObject({ n: 0, unknown: 0, unknownShare: null })
    expect(survivalCurve([{ endurance: 0, known: false }])).toMatchObject({ n: 0, unknownShare: 1 })
    expect(survivalCurve([]).curve.every(({ share }) => share === null)).toBe(true)
  })
})

describe('benchmark arithmetic', () => {
  const score = fc.double({ min: 0, max: 100, noNaN: true })
  it('puts a higher score at no lower percentile, and a higher quantile in no lower bin', () => {
    fc.assert(
      fc.property(fc.array(score, { minLength: 1 }), score, score, fc.integer({ min: 0, max: 99 }), (scores, a, b, p) => {
        const bins = histogramOf(scores)
        const [low, high] = a < b ? [a, b] : [b, a]
        expect(percentile(bins, low)!).toBeLessThanOrEqual(percentile(bins, high)!)
        expect(percentile(bins, low)!).toBeGreaterThanOrEqual(0)
        expect(percentile(bins, high)!).toBeLessThanOrEqual(100)
        expect(quantile(bins, p / 100)!).toBeLessThanOrEqual(quantile(bins, (p + 1) / 100)!)
      }),
    )
  })
  it('lets a survival curve never rise, and begin at everybody', () => {
    const endurance = fc.oneof(fc.constantFrom(null, 'unlimited' as const), fc.double({ min: 0, max: 400, noNaN: true }))
    fc.assert(
      fc.property(fc.array(fc.record({ endurance, known: fc.boolean() })), (contributions) => {
        const { n, curve } = survivalCurve(contributions)
        if (n > 0) expect(curve[0]!.share).toBe(1)
        curve.slice(1).forEach(({ share }, index) => expect(share ?? 0).toBeLessThanOrEqual(curve[index]!.share ?? 0))
      }),
    )
  })
})
