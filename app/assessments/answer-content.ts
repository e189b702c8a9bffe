/** What stands with one question in a scan, and what saving it can come to; the same words in the browser and on the server. */
import type { Answer } from '#app/core/answers.ts'

/** The answer, own words beside it, a note. Null where there is none. */
export type Content = { readonly answer: Answer | null; readonly ownWords: string | null; readonly note: string | null }

/** One save: the content, and the version of the row it was made on (0 where there was none). */
export type Save = Content & { readonly question: string; readonly version: number }

/** What a save came to. `changed`: another content was saved since; nothing was written, and `theirs` is what stands. */
export type Saved =
  | { readonly ok: true; readonly question: string; readonly version: number }
  | { readonly ok: false; readonly reason: 'changed'; readonly question: string; readonly version: number; readonly theirs: Content }

/** All saves of one request. `at` is in epoch milliseconds. */
export type SaveResult =
  | { readonly ok: true; readonly at: number; readonly saves: readonly Saved[] }
  | { readonly ok: false; readonly reason: 'finished' | 'gone' }
  | { readonly ok: false; readonly reason: 'badInput'; readonly question: string; readonly problem: string }

export const noContent: Content = { answer: null, ownWords: null, note: null }

/** True where two contents say the same, so that a repeated save is no second one. */
export function sameContent(one: Content, other: Content): boolean {
  return JSON.stringify([one.answer, one.ownWords, one.note]) === JSON.stringify([other.answer, other.ownWords, other.note])
}
