import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Relaxation } from './choose-bound.ts'
import { choose, worth } from './choose.ts'
import type { Candidate } from './choose.ts'

const one = (effort: number, ...brings: [number, number][]): Candidate => ({
  effort,
  brings: brings.map(([slot, value]) => ({ slot, value })),
})
const effortOf = (candidates: readonly Candidate[], chosen: readonly number[]) =>
  chosen.reduce((sum, position) => sum + candidates[position]!.effort, 0)

function allSets(candidates: readonly Candidate[]): { readonly set: readonly number[]; readonly effort: number }[] {
  return Array.from({ length: 1 << candidates.length }, (_, bits) => {
    const set = candidates.flatMap((_, position) => ((bits >> position) & 1 ? [position] : []))
    return { set, effort: effortOf(candidates, set) }
  })
}

function exhaustive(candidates: readonly Candidate[], budget: number): { worth: number; effort: number } {
  let best = { worth: 0, effort: 0 }
  for (const { set, effort } of allSets(candidates)) {
    const value = worth(candidates, set)
    if (effort > budget) continue
    if (value > best.worth + 1e-10 || (value > best.worth - 1e-10 && effort < best.effort)) best = { worth: value, effort }
  }
  return best
}

const brought = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.constantFrom(0.1, 0.2, 0.3, 1 / 3, 0.5, 1, 2.5))
const candidate = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.uniqueArray(brought, { maxLength: 4, selector: ([slot]) => slot }))
  .map(([effort, brings]) => one(effort, ...brings))

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

describe('the bound under the choice', () => {
  const prices = fc.array(fc.constantFrom(0, 0.1, 0.3, 0.9, 3), { minLength: 6, maxLength: 6 }).map(some => Float64Array.from(some))

  it('is never below what a set is worth, also where one candidate must be in it or must not', () => {
    fc.assert(
      fc.property(fc.array(candidate, { minLength: 1, maxLength: 7 }), fc.integer({ min: 8, max: 30 }), prices, (candidates, budget, some) => {
        const relaxation = new Relaxation(candidates.length, budget, 6)
        relaxation.begin(candidates, budget)
        const bound = relaxation.at(some)
        const { taken, without } = relaxation.withEach(bound, budget)
        for (const { set, effort } of allSets(candidates)) {
          if (effort > budget) continue
          const value = worth(candidates, set)
          expect(relaxation.worth(set)).toBeCloseTo(value, 9)
          expect(bound.atMost[effort]! - value).toBeGreaterThan(-1e-10)
          candidates.forEach((_, place) => expect((set.includes(place) ? taken : without)[place]! - value).toBeGreaterThan(-1e-10))
        }
      }),
      { numRuns: 100 },
    )
  })
  it('is reached by what it holds where no slot is filled twice', () => {
    const relaxation = new Relaxation(3, 4, 3)
    const candidates = [one(2, [0, 1]), one(3, [1, 5]), one(2, [2, 3])]
    relaxation.begin(candidates, 4)
    const bound = relaxation.at(new Float64Array(3))
    expect([...bound.atMost]).toEqual([0, 0, 3, 5, 5])
    expect(bound.held).toEqual([1])
    expect(relaxation.movedPrices(bound, 0, 1)).toBeNull()
  })
  it('comes down when a slot that is filled twice becomes dearer', () => {
    const relaxation = new Relaxation(2, 4, 1)
    relaxation.begin([one(2, [0, 3]), one(2, [0, 4])], 4)
    const first = relaxation.at(new Float64Array(1))
    expect(first.atMost[4]).toBe(7)
    const moved = relaxation.movedPrices(first, 4, 1)!
    expect([...moved]).toEqual([3])
    expect(relaxation.at(moved).atMost[4]).toBe(4)
  })
})
