/** Chance that can be repeated: the same seed gives the same numbers on every machine. */

/** Gives the next number, 0 ≤ x < 1. */
export type Random = () => number

/** A row of numbers that follows from `seed` alone: Mulberry32, in whole numbers of 32 bits, so nothing depends on the machine. */
export function repeating(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The same for a seed in words, which is hashed by FNV-1a. */
export function seeded(seed: string): Random {
  let hash = 0x811c9dc5
  for (let position = 0; position < seed.length; position++) hash = Math.imul(hash ^ seed.charCodeAt(position), 0x01000193)
  return repeating(hash)
}

/** One of a list, each with the same chance. Throws on an empty list. */
export function pick<One>(random: Random, list: readonly One[]): One {
  if (list.length === 0) throw new Error('there is nothing to pick from')
  return list[Math.floor(random() * list.length)]!
}
