/** Cuts a text into sentences and counts the words in them. */

/** Abbreviations that a sentence goes on after; one that may also end a sentence (enz., etc.) is not among them. */
const abbreviations = new Set([
  ...['bijv.', 'bv.', 'ca.', 'd.w.z.', 'dr.', 'evt.', 'excl.', 'incl.', 'i.p.v.', 'i.v.m.', 'jl.', 'm.b.v.', 'm.u.v.', 'max.', 'min.'],
  ...['mevr.', 'mr.', 'mw.', 'nr.', 'nrs.', 'o.a.', 'o.b.v.', 'p.p.', 'resp.', 'st.', 't.a.v.', 't.n.v.', 'tel.', 'vs.', 'z.g.', 'zgn.'],
  ...['e.g.', 'i.e.', 'approx.', 'mrs.', 'ms.'],
])

/** An end is a mark with a blank and a new beginning after it: 2,5 · 9.00 · 1.234 and an address hold none. */
const end = /(?<=[.?!…]["'”’»)\]]*)\s+(?=["'“‘«([€]*[\p{Lu}\p{N}])/u

/** The sentences of a text, in order, without the blanks between them. A text without a full stop is one sentence. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = []
  let open = ''
  for (const piece of text.trim().split(end)) {
    open = open === '' ? piece : `${open} ${piece}`
    if (endsOpen(open)) continue
    sentences.push(open)
    open = ''
  }
  return open === '' ? sentences : [...sentences, open]
}

/** Whether the last word is an abbreviation, or a single capital as in a name. */
function endsOpen(text: string): boolean {
  const last = /\S+$/.exec(text)?.[0].replace(/^["'“‘«([]+/, '') ?? ''
  return abbreviations.has(last.toLowerCase()) || /^\p{Lu}\.$/u.test(last)
}

/** How many words: what stands between blanks and has a letter or a digit in it. */
export function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}
