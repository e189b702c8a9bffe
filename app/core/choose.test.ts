import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choose, worth } from './choose.ts'
import type { Candidate } from './choose.ts'

const one = (effort: number, ...brings: [number, number][]): Candidate => ({
  effort,
  brings: brings.map(([slot, value]) => ({ slot, value })),
})
const effortOf = (candidates: readonly Candidate[], chosen: readonly number[]) =>
  chosen.reduce((sum, position) => sum + candidates[position]!.effort, 0)

function exhaustive(candidates: readonly Candidate[], budget: number): { worth: number; effort: number } {
  let best = { worth: 0, effort: 0 }
  for (let set = 0; set < 1 << candidates.length; set++) {
    const chosen = candidates.flatMap((_, position) => ((set >> position) & 1 ? [position] : []))
    const effort = effortOf(candidates, chosen)
    const value = worth(candidates, chosen)
    if (effort > budget) continue
    if (value > best.worth + 1e-10 || (value > best.worth - 1e-10 && effort < best.effort)) best = { worth: value, effort }
  }
  return best
}

describe('the choice', () => {
  it('is better than taking the best per hour first', () => {
    expect(choose([one(2, [0, 3]), one(4, [1, 5]), one(4, [2, 5])], 8)).toEqual([1, 2])
  })
  it('counts only the best in a slot', () => {
    expect(choose([one(1, [0, 3]), one(2, [0, 4]), one(1, [1, 0.5])], 3)).toEqual([1, 2])
  })
  it('takes the least effort of what is worth the same, and nothing that adds nothing', () => {
    expect(choose([one(4, [0, 2]), one(3, [0, 2]), one(5, [0, 1], [1, 1])], 40)).toEqual([1, 2])
    expect(choose([one(2, [0, 1], [1, 1]), one(2, [1, 1], [2, 1]), one(2, [0, 1]), one(1, [2, 1])], 40)).toEqual([0, 3])
    expect(choose([one(1)], 40)).toEqual([])
  })
  it('is empty without candidates, without room, and without a candidate that fits', () => {
    expect(choose([], 10)).toEqual([])
    expect(choose([one(1, [0, 1])], 0)).toEqual([])
    expect(choose([one(3, [0, 1])], 2)).toEqual([])
  })
  it('is the same one of two equals every time', () => {
    expect(choose([one(2, [0, 1]), one(2, [1, 1]), one(2, [2, 1])], 4)).toEqual([0, 1])
    expect(choose([one(2, [0, 1]), one(2, [0, 1])], 4)).toEqual([0])
  })

  it('is worth as much, for as little effort, as the best of all sets', () => {
    const brought = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.constantFrom(0.1, 0.2, 0.3, 1 / 3, 0.5, 1, 2.5))
    const candidate = fc
      .tuple(fc.integer({ min: 1, max: 8 }), fc.uniqueArray(brought, { maxLength: 4, selector: ([slot]) => slot }))
      .map(([effort, brings]) => one(effort, ...brings))
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 9 }), fc.nat(40), (candidates, budget) => {
        const chosen = choose(candidates, budget)
        const best = exhaustive(candidates, budget)
        expect(worth(candidates, chosen)).toBeCloseTo(best.worth, 9)
        expect(effortOf(candidates, chosen)).toBe(best.effort)
        expect(choose(candidates, budget)).toEqual(chosen)
      }),
      { numRuns: 500 },
    )
  })
})
