/** A failure of a check: where it stands in the content, what is wrong, and what the writer can do about it. */

export type Failure = {
  /** as the writer knows it: questionnaires/core.yaml */
  readonly file: string
  /** both count from 1 */
  readonly line: number
  readonly column: number
  readonly message: string
  readonly advice: string
}

/** One line that editors and terminals can follow: `questionnaires/core.yaml:120:9 option "ja" … — give a score between 0 and 1`. */
export function written(failure: Failure): string {
  return `${failure.file}:${failure.line}:${failure.column} ${failure.message} — ${failure.advice}`
}

/** Failures in the order of a reader: by file, then line, then column; the same line of text only once. */
export function inOrder(failures: readonly Failure[]): Failure[] {
  const once = new Map(failures.map((failure) => [written(failure), failure]))
  return [...once.values()].sort((a, b) =>
    a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1,
  )
}

/** A value between quotes, as a writer would recognise it; long ones are cut. */
export function quoted(value: unknown): string {
  const shown = typeof value === 'string' ? `"${value}"` : JSON.stringify(value) ?? 'nothing'
  return shown.length > 60 ? `${shown.slice(0, 57)}…${typeof value === 'string' ? '"' : ''}` : shown
}
