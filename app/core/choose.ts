/** The exact choice under a plan: which candidates, within a budget, together are worth most, and of those the least effort. */
import { Relaxation } from './choose-bound.ts'
import type { Bound, Prices } from './choose-bound.ts'

/**
 * A candidate with an effort in whole units, and what it brings per slot. In a slot only the best chosen candidate counts; values of
 * different slots add up. So what a candidate still adds only shrinks as others are chosen.
 */
export type Candidate = { readonly effort: number; readonly brings: readonly Brought[] }
export type Brought = { readonly slot: number; readonly value: number }

/** A candidate that can still be chosen, with what it adds to what is chosen. */
type Open = Candidate & { readonly position: number }

/** Values closer than this are the same. */
const same = 1e-10

/** Steps that look for better prices: at the start, and at each branch, which begins with the prices of the one before. */
const firstSteps = 100
const steps = 4

const mostWorths = 4000

/**
 * The positions of the chosen candidates, ascending. Branch and bound: a branch is left when even its upper bound (see `Relaxation`)
 * shows nothing better than what is found.
 */
export function choose(candidates: readonly Candidate[], budget: number): number[] {
  const slots = 1 + Math.max(-1, ...candidates.flatMap(({ brings }) => brings.map(({ slot }) => slot)))
  const relaxation = new Relaxation(candidates.length, budget, slots)
  const worths = allWorths(candidates, slots)
  const chosen: number[] = []
  let best: readonly number[] = []
  let reached = 0
  let effort = 0
  let above = same // what a worth comes above if it is higher than what is reached
  // sets worth the same are many where the worths are few: then the least effort is looked for afterwards
  let looksFor: 'worth' | 'less effort' | 'both' = worths === null ? 'both' : 'worth'

  function keep(more: readonly Open[], value: number, spent: number): void {
    if (value <= reached - same || (value <= reached + same && spent >= effort)) return
    best = [...chosen, ...more.map(({ position }) => position)]
    reached = Math.max(reached, value)
    above = worths === null ? reached + same : (worths.find(one => one > reached + 2 * same) ?? Infinity) - same
    effort = spent
  }

  /** The lowest bound that a few steps find, or null as soon as one shows nothing better. What a bound holds is kept where it is good. */
  function lowestBound(open: readonly Open[], value: number, spent: number, room: number, prices: Prices): Bound | null {
    relaxation.begin(open, room)
    let pace = 1.9
    let lowest: Bound | null = null
    for (let step = spent === 0 ? firstSteps : steps; ; step--) {
      const bound = relaxation.at(prices)
      const held = value + relaxation.worth(bound.held)
      if (held > reached - same) {
        const more = bound.held.map((place) => open[place]!)
        keep(more, held, more.reduce((sum, one) => sum + one.effort, spent))
      }
      const less = Math.min(room, effort - 1 - spent)
      const higher = looksFor !== 'less effort' && value + bound.atMost[room]! > above
      const cheaper = looksFor !== 'worth' && less > 0 && value + bound.atMost[less]! > reached - same
      if (!higher && !cheaper) return null
      if (lowest === null || bound.atMost[room]! < lowest.atMost[room]!) lowest = bound
      else pace *= 0.7
      const moved = step > 0 ? relaxation.movedPrices(bound, reached - value, pace) : null
      if (moved === null) return lowest
      prices = moved
    }
  }

  function visit(all: readonly Open[], value: number, spent: number, room: number, prices: Prices): void {
    keep([], value, spent)
    let open = withoutDominated(all)
    while (open.length > 0) {
      const bound = lowestBound(open, value, spent, room, prices)
      if (bound === null) return
      prices = bound.prices
      const { taken, without } = relaxation.withEach(bound, looksFor === 'less effort' ? Math.min(room, effort - 1 - spent) : room)
      const goal = looksFor === 'worth' ? above : reached - same
      const places = open.flatMap((_, place) => (value + taken[place]! > goal ? [place] : []))
      if (places.length === 0) return
      // first where leaving it out costs most: the branch without it then ends soon
      const first = places.reduce((a, b) => (taken[b]! - without[b]! > taken[a]! - without[a]! ? b : a))
      const next = open[first]!
      open = places.flatMap((place) => (place === first ? [] : [open[place]!]))
      const left = room - next.effort
      chosen.push(next.position)
      visit(remaining(open, next, left), value + worth([next], [0]), spent + next.effort, left, prices)
      chosen.pop()
    }
  }

  function visitAll(room: number): void {
    const all = candidates.map(({ effort, brings }, position) => ({ effort, position, brings: brings.filter(({ value }) => value > 0) }))
    visit(all.filter((one) => one.effort <= room && one.brings.length > 0), 0, 0, room, new Float64Array(slots))
  }

  visitAll(budget)
  if (looksFor === 'worth' && effort > 0) {
    looksFor = 'less effort'
    visitAll(effort - 1)
  }
  return best.toSorted((a, b) => a - b)
}

/** What a set of candidates is worth together. */
export function worth(candidates: readonly Candidate[], chosen: readonly number[]): number {
  const filled = new Map<number, number>()
  for (const position of chosen) {
    for (const { slot, value } of candidates[position]!.brings) filled.set(slot, Math.max(filled.get(slot) ?? 0, value))
  }
  let sum = 0
  for (const value of filled.values()) sum += value
  return sum
}

/** Leaves out each candidate that another one matches in every slot for no more effort; of two equals the earlier stays. */
function withoutDominated(open: readonly Open[]): Open[] {
  const covers = (a: Open, b: Open) => a.effort <= b.effort && b.brings.every(({ slot, value }) => broughtTo(a, slot) >= value)
  return open.filter((b) => !open.some((a) => a !== b && covers(a, b) && (a.position < b.position || !covers(b, a))))
}

/** What still fits in the room and adds something once `taken` is chosen. */
function remaining(open: readonly Open[], taken: Open, room: number): Open[] {
  return open.flatMap((one) => {
    if (one.effort > room) return []
    if (one.brings.every(({ slot }) => broughtTo(taken, slot) === 0)) return [one]
    const brings = one.brings.flatMap(({ slot, value }) => {
      const more = value - broughtTo(taken, slot)
      return more > 0 ? [{ slot, value: more }] : []
    })
    return brings.length > 0 ? [{ ...one, brings }] : []
  })
}

function broughtTo({ brings }: Candidate, wanted: number): number {
  for (const { slot, value } of brings) if (slot === wanted) return value
  return 0
}

/**
 * All that a set can be worth, ascending: the sums of one value, or nothing, from each slot. Null where they are too many to help, for
 * then the next higher one is never far.
 */
function allWorths(candidates: readonly Candidate[], slots: number): number[] | null {
  const values = Array.from({ length: slots }, () => new Set([0]))
  for (const { brings } of candidates) for (const { slot, value } of brings) values[slot]!.add(value)
  let worths = [0]
  for (const some of values) {
    const sums = [...some].flatMap((value) => worths.map((worth) => worth + value)).toSorted((a, b) => a - b)
    worths = sums.filter((sum, place) => place === 0 || sum - sums[place - 1]! > same / 100)
    if (worths.length > mostWorths) return null
  }
  return worths
}
