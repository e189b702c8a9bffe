/** Rounds parts to tenths so that what is shown adds up to what is shown of the whole. */

/**
 * The parts in tenths whose sum is the whole in tenths: each is rounded down, and the tenths that are missing go to those that lost the
 * most. tenths([1.24, 2.24, 3.24], 6.72) is [1.2, 2.3, 3.2] or the like, and never 6.6 together.
 */
export function tenths(parts: readonly number[], whole: number): number[] {
  const total = Math.round(whole * 10)
  const down = parts.map(part => Math.floor(part * 10 + 1e-9))
  const missing = total - down.reduce((sum, part) => sum + part, 0)
  const byLoss = parts.map((part, index) => ({ index, loss: part * 10 - down[index]! })).sort((a, b) => b.loss - a.loss || a.index - b.index)
  for (const { index } of byLoss.slice(0, Math.max(0, missing))) down[index]! += 1
  return down.map(part => part / 10)
}
