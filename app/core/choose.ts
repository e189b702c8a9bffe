/** The exact choice under a plan: which candidates, within a budget, together are worth most, and of those the least effort. */

/**
 * A candidate with an effort in whole units, and what it brings per slot. In a slot only the best chosen candidate counts; values of
 * different slots add up. So what a candidate still adds only shrinks as others are chosen.
 */
export type Candidate = { readonly effort: number; readonly brings: readonly Brought[] }
export type Brought = { readonly slot: number; readonly value: number }

/** Values closer than this are the same. */
const same = 1e-10

/**
 * The positions of the chosen candidates, ascending. Branch and bound: a branch is left when even its upper bound does not beat the
 * best found. Least effort: as long as a smaller budget reaches the same worth, that choice is taken.
 */
export function choose(candidates: readonly Candidate[], budget: number): number[] {
  const useful = withoutDominated(candidates).filter((position) => candidates[position]!.effort <= budget)
  const slots = 1 + Math.max(-1, ...candidates.flatMap((one) => one.brings.map(({ slot }) => slot)))
  const prices = slotPrices(candidates, useful, slots, budget)
  let best = search(candidates, useful, prices, budget, 0, false) ?? []
  const reached = worth(candidates, best)
  for (;;) {
    const effort = best.reduce((sum, position) => sum + candidates[position]!.effort, 0)
    const cheaper = effort > 0 ? search(candidates, useful, prices, effort - 1, reached - 2 * same, true) : null
    if (cheaper === null) return best.sort((a, b) => a - b)
    best = cheaper
  }
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
function withoutDominated(candidates: readonly Candidate[]): number[] {
  const maps = candidates.map((candidate) => new Map(candidate.brings.map(({ slot, value }) => [slot, value])))
  const covers = (a: number, b: number) =>
    candidates[a]!.effort <= candidates[b]!.effort && [...maps[b]!].every(([slot, value]) => (maps[a]!.get(slot) ?? 0) >= value)
  const positions = candidates.map((_, position) => position)
  return positions.filter(
    (b) => maps[b]!.size > 0 && !positions.some((a) => a !== b && covers(a, b) && (a < b || !covers(b, a))),
  )
}

/** The best set worth more than `floor` within the budget, or the first such set found; null if there is none. */
function search(
  candidates: readonly Candidate[],
  useful: readonly number[],
  startPrices: Float64Array,
  budget: number,
  floor: number,
  firstWillDo: boolean,
): number[] | null {
  const filled = new Float64Array(startPrices.length)
  const chosen: number[] = []
  let best: number[] | null = null
  let bestWorth = floor

  function visit(open: readonly number[], room: number, value: number, prices: Float64Array): boolean {
    if (value > bestWorth + same) {
      bestWorth = value
      best = chosen.slice()
      if (firstWillDo) return true
    }
    for (;;) {
      let look = outlook(candidates, open, filled, prices, room)
      for (let round = 0; round < 3 && value + look.bound > bestWorth + same; round++) {
        const moved = movePrices(candidates, look, filled, prices, 0.5 / (1 + round))
        const next = outlook(candidates, open, filled, moved, room)
        prices = moved
        if (next.bound < look.bound) look = next
      }
      const spare = value + look.bound - bestWorth - same
      const left = look.left.filter((one) => look.rate * one.effort - one.own < spare)
      if (left.length === 0 || spare <= 0 || value + look.most <= bestWorth + same) return false
      const next = left.reduce((a, b) => (b.adds * a.effort > a.adds * b.effort ? b : a))
      open = left.flatMap((one) => (one === next ? [] : [one.position]))
      const { brings } = candidates[next.position]!
      const before = brings.map(({ slot }) => filled[slot]!)
      for (const { slot, value: brought } of brings) filled[slot] = Math.max(filled[slot]!, brought)
      chosen.push(next.position)
      const done = visit(open, room - next.effort, value + next.adds, prices)
      chosen.pop()
      brings.forEach(({ slot }, order) => (filled[slot] = before[order]!))
      if (done) return true
    }
  }

  visit(useful, budget, 0, startPrices)
  return best
}

/** A candidate that still fits: what it adds now, that without the share paid by slot, and which part of it the bound takes. */
type Left = { readonly position: number; readonly effort: number; readonly adds: number; readonly own: number; part: number }
type Outlook = {
  readonly left: readonly Left[]
  /** an upper bound on all that they can add together */
  readonly bound: number
  /** what they add together without a limit on effort */
  readonly most: number
  /** what the bound gets for the last unit of effort: a candidate that brings less lowers it by the difference */
  readonly rate: number
  /** by slot, the most that one candidate still adds */
  readonly tops: Float64Array
}

/**
 * What fits in the room and still adds something, with a bound. A slot that several candidates fill gains at most its best one, and at
 * most their sum; so, for any price p between 0 and 1, at most p times the one plus 1 − p times the other. The sums compete for the
 * room, the last candidate counting in part.
 */
function outlook(
  candidates: readonly Candidate[],
  open: readonly number[],
  filled: Float64Array,
  prices: Float64Array,
  room: number,
): Outlook {
  const tops = new Float64Array(filled.length)
  const seen = new Uint8Array(filled.length)
  for (const position of open) {
    const { effort, brings } = candidates[position]!
    if (effort > room) continue
    for (const { slot, value } of brings) {
      const more = value - filled[slot]!
      if (more <= 0) continue
      if (seen[slot]! < 2) seen[slot]!++
      if (more > tops[slot]!) tops[slot] = more
    }
  }
  const left: Left[] = []
  for (const position of open) {
    const { effort, brings } = candidates[position]!
    if (effort > room) continue
    let adds = 0
    let own = 0
    for (const { slot, value } of brings) {
      const more = value - filled[slot]!
      if (more <= 0) continue
      adds += more
      own += seen[slot] === 1 ? more : more * (1 - prices[slot]!)
    }
    if (adds > 0) left.push({ position, effort, adds, own, part: 0 })
  }
  left.sort((a, b) => b.own * a.effort - a.own * b.effort)
  let bound = 0
  let most = 0
  for (let slot = 0; slot < tops.length; slot++) {
    most += tops[slot]!
    if (seen[slot]! > 1) bound += prices[slot]! * tops[slot]!
  }
  let rate = 0
  for (const one of left) {
    one.part = Math.min(1, room / one.effort)
    bound += one.own * one.part
    room -= one.effort * one.part
    if (room <= 0) {
      rate = one.own / one.effort
      break
    }
  }
  return { left, bound, most, rate, tops }
}

/** Prices one step nearer to those that make the bound low: a slot that the bound fills more than once becomes dearer. */
function movePrices(
  candidates: readonly Candidate[],
  { left, tops }: Outlook,
  filled: Float64Array,
  prices: Float64Array,
  step: number,
): Float64Array {
  const sums = new Float64Array(filled.length)
  for (const { position, part } of left) {
    if (part === 0) continue
    for (const { slot, value } of candidates[position]!.brings) sums[slot]! += part * Math.max(0, value - filled[slot]!)
  }
  const moved = prices.slice()
  for (let slot = 0; slot < moved.length; slot++) {
    if (tops[slot]! > 0) moved[slot] = Math.min(1, Math.max(0, prices[slot]! + step * (sums[slot]! / tops[slot]! - 1)))
  }
  return moved
}

/** The prices that make the bound at the start low. */
function slotPrices(candidates: readonly Candidate[], useful: readonly number[], slots: number, budget: number): Float64Array {
  const filled = new Float64Array(slots)
  let prices: Float64Array = new Float64Array(slots)
  let best = prices
  let lowest = Infinity
  for (let round = 1; round <= 60; round++) {
    const look = outlook(candidates, useful, filled, prices, budget)
    if (look.bound < lowest) {
      lowest = look.bound
      best = prices
    }
    prices = movePrices(candidates, look, filled, prices, 1 / (2 + round / 4))
  }
  return best
}
