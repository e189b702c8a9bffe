import { describe, it, expect } from 'vitest'
import { placeLabels, type Label, type Placed } from './hour-bar-layout.ts'

const limit = 1.1
/** What the words cover at their estimated width. */
function covered(label: Label, placed: Placed) {
  return placed.side === 'start'
    ? { from: placed.from, to: Math.min(placed.to, placed.from + label.width) }
    : { from: Math.max(placed.from, placed.to - label.width), to: placed.to }
}
function overlaps(labels: readonly Label[], placed: readonly Placed[]) {
  return labels.some((a, i) =>
    labels.some((b, j) => {
      if (j <= i || placed[i]!.row !== placed[j]!.row) return false
      const [one, two] = [covered(a, placed[i]!), covered(b, placed[j]!)]
      return one.from < two.to - 1e-6 && two.from < one.to - 1e-6
    }),
  )
}

describe('labels of the hour bar', () => {
  it('stand in one row when there is room', () => {
    const placed = placeLabels([{ position: 0.1, width: 0.2 }, { position: 0.5, width: 0.2 }, { position: 0.8, width: 0.2 }], limit)
    expect(placed.map(one => one.row)).toEqual([0, 0, 0])
  })
  it('never cover one another, wherever the three marks stand', () => {
    const positions = [0, 1 / 7, 0.2, 3 / 7, 4 / 7, 0.6, 5 / 7, 6 / 7, 1, 1.05]
    for (const a of positions)
      for (const b of positions)
        for (const c of positions) {
          const labels = [{ position: a, width: 0.5 }, { position: b, width: 0.45 }, { position: c, width: 0.6 }]
          expect(overlaps(labels, placeLabels(labels, limit)), JSON.stringify(labels)).toBe(false)
        }
  })
  it('keep the strongest mark nearest to the bar', () => {
    const placed = placeLabels([{ position: 0.14, width: 0.4 }, { position: 0.57, width: 0.5 }, { position: 0.71, width: 0.5 }], limit)
    expect(placed[0]!.row).toBe(0)
  })
  it('run to the left when there is no room at the right', () => {
    expect(placeLabels([{ position: 1, width: 0.4 }], limit)[0]).toEqual({ row: 0, side: 'end', from: 0, to: 1 })
  })
  it('are given the room up to their neighbour, so that longer words wrap before it', () => {
    const [first, second] = placeLabels([{ position: 0, width: 0.2 }, { position: 0.5, width: 0.2 }], limit)
    expect(first).toEqual({ row: 0, side: 'start', from: 0, to: 0.5 })
    expect(second!.to).toBe(limit)
  })
  it('go down like stairs when many things fall away', () => {
    const labels = [0, 1 / 14, 1 / 7, 2 / 7, 3 / 7].map(position => ({ position, width: 0.4 }))
    const placed = placeLabels(labels, limit)
    expect(placed.map(one => one.row)).toEqual([4, 3, 2, 1, 0])
    expect(overlaps(labels, placed)).toBe(false)
  })
  it('let no leader run through words when the last of many wraps to two lines', () => {
    const labels = [3 / 7, 4 / 7, 5 / 7, 0.786].map(position => ({ position, width: 0.34 }))
    const placed = placeLabels(labels, 1.06)
    for (const [i, one] of placed.entries())
      for (const [j, other] of placed.entries()) {
        const { from, to } = covered(labels[i]!, one)
        const runsThrough = other.row > one.row && labels[j]!.position > from + 1e-6 && labels[j]!.position < to - 1e-6
        expect(runsThrough, `${j} through ${i}`).toBe(false)
      }
  })
})
