/** The summary of all questionnaires as a table of plain text. */
import type { Questionnaire } from '#app/core/questionnaire.ts'
import { mostScored } from './reach.ts'
import { minutesFor } from './reading-time.ts'

const columns: readonly [string, (questionnaire: Questionnaire) => number | string][] = [
  ['sector', (q) => q.sector.id],
  ['quick 1', (q) => mostScored(q, 'quick', '1')],
  ['quick 10-49', (q) => mostScored(q, 'quick', '10-49')],
  ['full 1', (q) => mostScored(q, 'full', '1')],
  ['full 10-49', (q) => mostScored(q, 'full', '10-49')],
  ['measures', (q) => q.measures.length],
  ['musts', (q) => q.questions.filter((question) => question.must).length],
  ['min quick 1', (q) => minutesFor(q, 'quick', '1')],
  ['min quick 10-49', (q) => minutesFor(q, 'quick', '10-49')],
  ['min full 1', (q) => minutesFor(q, 'full', '1')],
  ['min full 10-49', (q) => minutesFor(q, 'full', '10-49')],
]

/** One line a sector: the most scored questions by mode and size, measures, musts, and minutes by mode and size. */
export function summary(questionnaires: readonly Questionnaire[]): string {
  const rows = [
    columns.map(([title]) => title),
    ...questionnaires.map((questionnaire) => columns.map(([, cell]) => String(cell(questionnaire)))),
  ]
  const widths = columns.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)))
  return rows
    .map((row) =>
      row.map((cell, index) => (index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0))).join('  '),
    )
    .join('\n')
}
