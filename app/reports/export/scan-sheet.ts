/** One scan as a sheet: a row for each question, with what was answered, since when that is so, and how it counts. */
import { explain } from '#app/core/explain.ts'
import { wording, type Language, type Questionnaire } from '#app/core/questionnaire.ts'
import type { Evidence } from '#app/core/result.ts'
import { visibleQuestions } from '#app/core/visibility.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { ScanData } from './company-data.server.ts'
import { sheet } from './sheets.ts'

/** Every question that the company was asked, in order. Numbers and days are written as Dutch Excel reads them, in both languages. */
export function scanSheet(questionnaire: Questionnaire, evidence: Evidence, scan: ScanData, language: Language): string {
  const given = new Map(scan.answers.map(answer => [answer.question, answer]))
  const explained = new Map(explain(questionnaire, evidence).themes.flatMap(theme => theme.questions).map(question => [question.id, question]))
  const titles = new Map(questionnaire.themes.map(theme => [theme.id, theme.title[language]]))
  const firm = { said: m.doc_firm_said(), paper: m.doc_firm_paper(), exercised: m.doc_firm_exercised() }
  const head = [
    m.word_csv_theme(), m.word_csv_question(), m.word_csv_answer(), m.word_csv_own_words(), m.word_csv_note(), m.word_csv_firmness(),
    m.word_csv_evidence(), m.word_csv_confirmed(), m.word_csv_counts(), m.word_csv_weight(), m.word_csv_points(), m.word_csv_most(),
  ]
  const rows = visibleQuestions(questionnaire, evidence).map(question => {
    const answer = given.get(question.id)
    const counts = explained.get(question.id)
    const inSum = counts?.s === undefined || counts.s === null ? null : counts
    return [
      titles.get(question.theme) ?? question.theme,
      wording(question.text, question.sizeOne, scan.size)[language],
      answer?.words?.[language] ?? null,
      answer?.ownWords ?? null,
      answer?.note ?? null,
      answer === undefined || answer.firmness === null ? null : firm[answer.firmness],
      answer?.evidence ?? null,
      answer === undefined ? null : day(answer.confirmedAt),
      inSum === null ? null : decimal(100 * (inSum.s ?? 0)),
      counts === undefined ? null : decimal(counts.weight),
      inSum === null ? null : decimal(inSum.points ?? 0),
      inSum === null ? null : decimal(100 * (inSum.share ?? 0)),
    ]
  })
  return sheet(head, rows)
}

const days = new Intl.DateTimeFormat('nl-NL', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'Europe/Amsterdam' })

/** 24-11-2026 */
function day(instant: string): string {
  return days.format(new Date(instant))
}

/** At most two decimals behind a comma: 3,33 */
function decimal(value: number): string {
  return String(Math.round(value * 100 + 1e-9) / 100).replace('.', ',')
}
