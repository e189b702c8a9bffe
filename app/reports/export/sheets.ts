/** The answers and the scans as sheets that a spreadsheet opens: a semicolon between the columns, and no text that becomes a formula. */
import { stringify } from 'csv-stringify/sync'
import { points } from '#app/core/numbers.ts'
import type { Language, Size } from '#app/core/questionnaire.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { CompanyData } from './company-data.server.ts'

export type Row = readonly (string | number | null)[]

/** One line for each scan. */
export function scansSheet(data: CompanyData, language: Language): string {
  const head = [
    m.doc_col_scan(), m.doc_col_name(), m.doc_col_sector(), m.doc_col_size(), m.doc_col_region(), m.doc_col_scope(), m.doc_col_mode(),
    m.doc_col_begun(), m.doc_col_finished(), m.doc_col_archived(), m.doc_col_removed(), m.doc_col_level(), m.doc_col_score(), m.doc_col_hash(),
  ]
  return sheet(
    head,
    data.scans.map(scan => [
      scan.id,
      scan.name,
      scan.sectorTitle[language],
      sizeWords(scan.size),
      scan.region,
      scan.scope === 'company' ? m.doc_scope_company() : m.doc_scope_site(),
      scan.mode === 'quick' ? m.doc_mode_quick() : m.doc_mode_full(),
      minute(scan.createdAt),
      minute(scan.finishedAt),
      minute(scan.archivedAt),
      minute(scan.removedAt),
      scan.result?.overall.level ?? null,
      scan.result === null || scan.result.overall.score === null ? null : points(scan.result.overall.score),
      scan.questionnaire.hash,
    ]),
  )
}

/** One line for each answer of each scan. */
export function answersSheet(data: CompanyData, language: Language): string {
  const head = [
    m.doc_col_scan(), m.doc_col_name(), m.doc_col_theme(), m.doc_col_question_id(), m.doc_col_question(), m.doc_col_answer(),
    m.doc_col_own_words(), m.doc_col_note(), m.doc_col_firmness(), m.doc_col_evidence(), m.doc_col_saved_by(), m.doc_col_saved(),
  ]
  const firm = { said: m.doc_firm_said(), paper: m.doc_firm_paper(), exercised: m.doc_firm_exercised() }
  return sheet(
    head,
    data.scans.flatMap(scan =>
      scan.answers.map(answer => [
        scan.id,
        scan.name,
        answer.theme,
        answer.question,
        answer.text?.[language] ?? null,
        answer.words?.[language] ?? null,
        answer.ownWords,
        answer.note,
        answer.firmness === null ? null : firm[answer.firmness],
        answer.evidence,
        answer.savedBy?.name ?? null,
        minute(answer.savedAt),
      ]),
    ),
  )
}

/** In words: a spreadsheet reads "2-9" as the second of September. */
function sizeWords(size: Size): string {
  if (size === '1') return m.doc_size_1()
  if (size === '250+') return m.doc_size_most()
  const [from = '', to = ''] = size.split('-')
  return m.doc_size_range({ from, to })
}

const clock = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Amsterdam' })

/** `2026-11-24 14:32`, Dutch time, which every spreadsheet reads as a moment. */
function minute(instant: string | null): string | null {
  return instant === null ? null : clock.format(new Date(instant))
}

/** A sheet as Dutch Excel opens it: UTF-8 with its mark, semicolons, and no cell that becomes a formula. */
export function sheet(head: readonly string[], rows: readonly Row[]): string {
  return stringify([head, ...rows], { bom: true, delimiter: ';', record_delimiter: 'windows', escape_formulas: true })
}
