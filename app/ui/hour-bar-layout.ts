/** Where the labels of an hour bar stand, so that none covers another at any width: rows, sides and the room each may fill. */

/** A label that hangs on a point of the bar; `position` 0..1 along it (a little more for "unlimited"), `width` in the same measure. */
export type Label = { readonly position: number; readonly width: number }
/** `row` 0 is nearest to the bar; the text runs from its point to the right (start) or to the left (end) and may fill `from`..`to`. */
export type Placed = { readonly row: number; readonly side: 'start' | 'end'; readonly from: number; readonly to: number }
type Place = { readonly row: number; readonly side: 'start' | 'end' }

const close = 1e-6

/** What the text itself covers, held within 0..limit. */
function extent(label: Label, side: 'start' | 'end', limit: number): { from: number; to: number } {
  const from = side === 'start' ? label.position : label.position - label.width
  return { from: Math.max(0, from), to: Math.min(limit, side === 'start' ? label.position + label.width : label.position) }
}

/** Lower is better; an overlap is never accepted while there is a row for each label. */
function cost(labels: readonly Label[], places: readonly Place[], limit: number): number {
  let sum = 0
  const extents = labels.map((label, i) => extent(label, places[i]!.side, limit))
  for (const [i, label] of labels.entries()) {
    const { row, side } = places[i]!
    const { from, to } = extents[i]!
    sum += row * 3 + (side === 'end' ? 0.5 : 0) + (i === 0 ? row * 2 : 0)
    if (to - from < label.width - close) sum += 20 + 40 * (label.width - (to - from))
    for (const [j, other] of labels.entries()) {
      if (j === i) continue
      const theirs = places[j]!
      if (theirs.row === row && j > i && from < extents[j]!.to - close && extents[j]!.from < to - close) sum += 1000
      const passes = theirs.row > row && other.position > from + close && other.position < to - close
      if (passes) sum += 15
    }
  }
  return sum
}

function best(labels: readonly Label[], limit: number): Place[] {
  const choices: Place[] = labels.flatMap((_, row) => [{ row, side: 'start' as const }, { row, side: 'end' as const }])
  let found: Place[] = []
  let lowest = Infinity
  const walk = (places: Place[]) => {
    if (places.length === labels.length) {
      const now = cost(labels, places, limit)
      if (now < lowest) [found, lowest] = [places, now]
      return
    }
    for (const choice of choices) walk([...places, choice])
  }
  walk([])
  return found
}

/** One row each: those that fit to the right, in two lines at most, as stairs that go down with time; those that do not above them. */
function stairs(labels: readonly Label[], limit: number): Place[] {
  const order = labels.map((label, index) => {
    const side = label.position <= limit / 2 || label.position + label.width / 2 <= limit ? ('start' as const) : ('end' as const)
    return { index, label, side }
  })
  const start = order.filter(one => one.side === 'start').sort((a, b) => b.label.position - a.label.position)
  const end = order.filter(one => one.side === 'end').sort((a, b) => a.label.position - b.label.position)
  const places: Place[] = []
  for (const [row, one] of [...start, ...end].entries()) places[one.index] = { row, side: one.side }
  return places
}

/**
 * Places labels beside a bar of length 1 with room up to `limit` (≥ 1) behind its end. The first label is the most important and stays
 * nearest. Up to three are placed in the best way there is, more as stairs.
 */
export function placeLabels(labels: readonly Label[], limit: number): Placed[] {
  const places = labels.length <= 3 ? best(labels, limit) : stairs(labels, limit)
  const extents = labels.map((label, i) => extent(label, places[i]!.side, limit))
  return labels.map((label, i) => {
    const { row, side } = places[i]!
    let [from, to] = side === 'start' ? [Math.min(label.position, limit), limit] : [0, Math.min(label.position, limit)]
    for (const [j, other] of labels.entries()) {
      if (j === i || places[j]!.row < row) continue
      const edges = places[j]!.row === row ? extents[j]! : { from: other.position, to: other.position }
      if (side === 'start' && edges.from >= extents[i]!.to - close) to = Math.min(to, edges.from)
      if (side === 'end' && edges.to <= extents[i]!.from + close) from = Math.max(from, edges.to)
    }
    return { row, side, from, to }
  })
}
