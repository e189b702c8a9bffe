/** What a measurement says, as a line of the one table, and the arithmetic that all of them share. */

export type Line = {
  readonly name: string
  readonly figure: string
  /** what it is held against, from the same run */
  readonly baseline?: string
  readonly ratio?: string
  readonly bar?: string
  /** absent where there is no bar */
  readonly met?: boolean
}

/** The middle of some numbers; of an even count the higher of the two in the middle. Undefined order in, NaN of none. */
export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5)
}

/** The smallest number that at least this share (0..1) of them does not pass; NaN of none. */
export function quantile(numbers: readonly number[], share: number): number {
  const ordered = Float64Array.from(numbers).sort()
  return ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))] ?? NaN
}

/** A number as people read it: 12,345 or 1.23. */
export function readable(number: number): string {
  if (Number.isNaN(number)) return '?'
  const digits = Math.abs(number) >= 100 ? 0 : Math.abs(number) >= 10 ? 1 : 2
  return number.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: Number.isInteger(number) ? 0 : digits })
}

/** The table as text, columns aligned. */
export function tableOf(lines: readonly Line[]): string {
  const rows = [
    ['', 'figure', 'baseline, same run', 'ratio', 'bar', ''],
    ...lines.map(line => [
      line.name,
      line.figure,
      line.baseline ?? '',
      line.ratio ?? '',
      line.bar ?? '',
      line.met === undefined ? '' : line.met ? 'met' : 'NOT MET',
    ]),
  ]
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map(row => row[column]!.length)))
  return rows.map(row => row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ').trimEnd()).join('\n')
}
