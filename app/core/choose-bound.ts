/**
 * The most that candidates can add together. A slot counts once; here it may count more often, for a price. What is left is a knapsack,
 * which is solved exactly. (Lagrangian relaxation after Cornuejols, Fisher and Nemhauser, "Location of bank accounts to optimize float",
 * Management Science 23, 1977; the prices by the subgradient method of Held, Wolfe and Crowder, Mathematical Programming 6, 1974.)
 */
import type { Candidate } from './choose.ts'

/** By slot, what counting it costs. */
export type Prices = Float64Array

export type Bound = {
  readonly prices: Prices
  /** by effort from 0: together at most this much for that effort */
  readonly atMost: Float64Array
  /** what reaches the last of these at these prices, as places in the list of candidates */
  readonly held: readonly number[]
}

/** Bounds on one list of candidates after another, in the same memory: at most `count` of them, each with an effort up to `budget`. */
export class Relaxation {
  private candidates: readonly Candidate[] = []
  private width = 1
  /** by candidate, what it brings after prices */
  private readonly own: Float64Array
  /** by the number of candidates looked at and effort, the worth of the best knapsack */
  private readonly rows: Float64Array
  /** by slot, the most that one candidate brings, how many bring something (2 is more), and sums */
  private readonly tops: Float64Array
  private readonly fillers: Uint8Array
  private readonly sums: Float64Array

  constructor(count: number, budget: number, slots: number) {
    this.own = new Float64Array(count)
    this.rows = new Float64Array((count + 1) * (budget + 1))
    this.tops = new Float64Array(slots)
    this.fillers = new Uint8Array(slots)
    this.sums = new Float64Array(slots)
  }

  /** Begins with these candidates; each effort fits in `room`. */
  begin(candidates: readonly Candidate[], room: number): void {
    this.candidates = candidates
    this.width = room + 1
    this.tops.fill(0)
    this.fillers.fill(0)
    for (const { brings } of candidates) {
      for (const { slot, value } of brings) {
        if (this.fillers[slot]! < 2) this.fillers[slot]!++
        if (value > this.tops[slot]!) this.tops[slot] = value
      }
    }
  }

  /**
   * The bound at these prices. A slot adds at most its price and, for each candidate, what that brings above the price; a slot that one
   * candidate alone fills has no price.
   */
  at(prices: Prices): Bound {
    const { candidates, rows, width, own } = this
    rows.fill(0, 0, width)
    for (let place = 0; place < candidates.length; place++) {
      const { effort, brings } = candidates[place]!
      let value = 0
      for (const brought of brings) value += this.fillers[brought.slot] === 1 ? brought.value : Math.max(0, brought.value - prices[brought.slot]!)
      own[place] = value
      const before = place * width
      const after = before + width
      for (let spent = 0; spent < effort; spent++) rows[after + spent] = rows[before + spent]!
      for (let spent = effort; spent < width; spent++) {
        const without = rows[before + spent]!
        const taken = rows[before + spent - effort]! + value
        rows[after + spent] = taken > without ? taken : without
      }
    }
    const held: number[] = []
    for (let place = candidates.length - 1, spent = width - 1; place >= 0; place--) {
      if (rows[(place + 1) * width + spent]! === rows[place * width + spent]!) continue
      held.push(place)
      spent -= candidates[place]!.effort
    }
    const paid = this.paid(prices)
    const atMost = rows.slice(candidates.length * width, (candidates.length + 1) * width)
    for (let spent = 0; spent < width; spent++) atMost[spent]! += paid
    return { prices, atMost, held }
  }

  /** Prices one step nearer to those that make the bound low; null where no step does. `goal` is what the bound should come down to. */
  movedPrices({ prices, atMost, held }: Bound, goal: number, pace: number): Prices | null {
    const { sums, fillers, tops } = this
    sums.fill(-1)
    for (const place of held) for (const { slot, value } of this.candidates[place]!.brings) if (value > prices[slot]!) sums[slot]!++
    let squares = 0
    for (let slot = 0; slot < sums.length; slot++) {
      if (fillers[slot]! < 2 || (sums[slot]! < 0 && prices[slot]! <= 0)) sums[slot] = 0
      squares += sums[slot]! ** 2
    }
    if (squares === 0) return null
    const step = (pace * (atMost[this.width - 1]! - goal)) / squares
    const moved = prices.slice()
    for (let slot = 0; slot < moved.length; slot++) {
      if (sums[slot] !== 0) moved[slot] = Math.min(tops[slot]!, Math.max(0, moved[slot]! + step * sums[slot]!))
    }
    return moved
  }

  /** By candidate, the bound within `room` where it must be taken and where it must not. */
  withEach({ prices }: Bound, room: number): { readonly taken: Float64Array; readonly without: Float64Array } {
    this.at(prices) // the memory holds the prices that were tried last
    const { candidates, rows, width, own } = this
    const paid = this.paid(prices)
    const later = new Float64Array(room + 1) // by effort, the best knapsack of the candidates after this one
    const taken = new Float64Array(candidates.length).fill(-Infinity)
    const without = new Float64Array(candidates.length)
    for (let place = candidates.length - 1; place >= 0; place--) {
      const { effort } = candidates[place]!
      const value = own[place]!
      const earlier = place * width
      for (let spent = 0; spent <= room; spent++) {
        without[place] = Math.max(without[place]!, paid + rows[earlier + spent]! + later[room - spent]!)
        if (spent + effort > room) continue
        taken[place] = Math.max(taken[place]!, paid + rows[earlier + spent]! + value + later[room - effort - spent]!)
      }
      for (let spent = room; spent >= effort; spent--) later[spent] = Math.max(later[spent]!, later[spent - effort]! + value)
    }
    return { taken, without }
  }

  /** What the candidates at these places are worth together. */
  worth(places: readonly number[]): number {
    this.sums.fill(0)
    let sum = 0
    for (const place of places) {
      for (const { slot, value } of this.candidates[place]!.brings) {
        if (value <= this.sums[slot]!) continue
        sum += value - this.sums[slot]!
        this.sums[slot] = value
      }
    }
    return sum
  }

  private paid(prices: Prices): number {
    let sum = 0
    for (let slot = 0; slot < prices.length; slot++) if (this.fillers[slot]! > 1) sum += Math.min(prices[slot]!, this.tops[slot]!)
    return sum
  }
}
