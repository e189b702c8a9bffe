/** What stands with one question in a scan, and what saving it can come to; the same words in the browser and on the server. */
import type { Answer, Firmness } from '#app/core/answers.ts'

/** The answer, own words beside it, a note, how firm it is, a link to where that can be seen. Null where there is none. */
export type Content = {
  readonly answer: Answer | null
  readonly ownWords: string | null
  readonly note: string | null
  readonly firmness: Firmness | null
  readonly evidence: string | null
}

/** One save: the content, and the version of the row it was made on (0 where there was none). */
export type Save = Content & { readonly question: string; readonly version: number }

/** Who changed an answer, and when (epoch milliseconds). `name` is null for a guest and for somebody who is gone; `you`: in another window. */
export type ChangedBy = { readonly name: string | null; readonly you: boolean; readonly at: number }

/** What a save came to. `changed`: another content was saved since; nothing was written, and `theirs` is what stands. */
export type Saved =
  | { readonly ok: true; readonly question: string; readonly version: number }
  | { readonly ok: false; readonly reason: 'changed'; readonly question: string; readonly version: number; readonly theirs: Content; readonly by: ChangedBy }

/** All saves of one request. `at` is in epoch milliseconds. */
export type SaveResult =
  | { readonly ok: true; readonly at: number; readonly saves: readonly Saved[] }
  | { readonly ok: false; readonly reason: 'finished' | 'gone' }
  | { readonly ok: false; readonly reason: 'badInput'; readonly question: string; readonly problem: string }

export const noContent: Content = { answer: null, ownWords: null, note: null, firmness: null, evidence: null }

/** True where two contents say the same, so that a repeated save is no second one. */
export function sameContent(one: Content, other: Content): boolean {
  return JSON.stringify(listed(one)) === JSON.stringify(listed(other))
}

/** The content alone, out of whatever carries it, such as a row or a save. */
export function contentIn({ answer, ownWords, note, firmness, evidence }: Content): Content {
  return { answer, ownWords, note, firmness, evidence }
}

function listed({ answer, ownWords, note, firmness, evidence }: Content): readonly unknown[] {
  return [answer, ownWords, note, firmness, evidence]
}
