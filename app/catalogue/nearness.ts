/** How near a typed word comes to a name: behind every search field and every "did you mean". Runs in the browser too. */

/** Lower case, without accents or punctuation, words one space apart: "'s-Gravenhage" becomes "s gravenhage". */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/**
 * The number of typing errors (a letter too many, too few, wrong, or two swapped) that turn `typed` into `word`, or into the
 * beginning of `word` when `beginning` is true. More than `most` is null. Both are short: the table is kept whole.
 */
export function typingErrors(typed: string, word: string, most: number, beginning = false): number | null {
  if (typed.length - word.length > most || (!beginning && word.length - typed.length > most)) return null
  const rows: number[][] = [Array.from({ length: word.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= typed.length; i++) {
    const row = [i]
    for (let j = 1; j <= word.length; j++) {
      const same = typed[i - 1] === word[j - 1]
      let least = Math.min(at(rows, i - 1, j) + 1, (row[j - 1] ?? Infinity) + 1, at(rows, i - 1, j - 1) + (same ? 0 : 1))
      if (typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) least = Math.min(least, at(rows, i - 2, j - 2) + 1)
      row.push(least)
    }
    if (Math.min(...row) > most) return null
    rows.push(row)
  }
  const last = rows[typed.length] ?? []
  const errors = beginning ? Math.min(...last) : last[word.length] ?? Infinity
  return errors <= most ? errors : null
}

function at(rows: readonly (readonly number[])[], i: number, j: number): number {
  return rows[i]?.[j] ?? Infinity
}

/**
 * How far `name` is from what was typed; smaller is nearer, null is no match.
 * 0 the same · 1 begins with it · 2 a word begins with it · 3 it stands inside a word · 4 and 5 one or two typing errors.
 * One error is forgiven from four letters on, two from seven. `typed` and `name` are plain.
 */
export function distance(typed: string, name: string): number | null {
  if (typed === '') return null
  if (name === typed) return 0
  if (name.startsWith(typed)) return 1
  if (name.includes(` ${typed}`)) return 2
  if (typed.length >= 3 && name.includes(typed)) return 3
  const forgiven = typed.length >= 7 ? 2 : typed.length >= 4 ? 1 : 0
  if (forgiven === 0) return null
  const words = [name, ...(name.includes(' ') ? name.split(' ') : [])]
  const errors = words.map((word) => typingErrors(typed, word, forgiven, true)).filter((count) => count !== null)
  return errors.length === 0 ? null : 3 + Math.min(...errors)
}

/** What was found without a typing error; only when there is no such thing, what was found with one. */
export function withoutErrors<Found extends { readonly far: number }>(found: readonly Found[]): Found[] {
  const exact = found.filter(({ far }) => far < 4)
  return exact.length > 0 ? exact : [...found]
}

/** The nearest of `candidates` that is at most two typing errors away, for "did you mean". */
export function nearest(typed: string, candidates: readonly string[]): string | undefined {
  let best: { candidate: string; errors: number } | undefined
  for (const candidate of candidates) {
    const errors = typingErrors(typed.toLowerCase(), candidate.toLowerCase(), Math.min(2, Math.floor(candidate.length / 2)))
    if (errors !== null && (best === undefined || errors < best.errors)) best = { candidate, errors }
  }
  return best?.candidate
}
