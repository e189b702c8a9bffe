/** The end of the report in Word, for association and insurer: how each number is made, how sure it is, and on what it rests. */
import { m } from '#app/i18n/paraglide/messages.js'
import type { ThemeAnswers } from '../explanation-view.ts'
import type { ReportView } from '../report-view.ts'
import { list, numbered, para, table, title, type Block } from './parts.server.ts'

/** The list of sources is the only one in the document that counts. */
const sourcesList = 1

export function explanationPart(view: ReportView): Block[] {
  const { explanation, firmness, about, scopeNote, sources } = view
  const { sure } = explanation
  return [
    title(2, m.report_how()),
    para([{ text: m.report_how_self(), bold: true }, ` ${m.report_how_self_text()}`], 'Lead'),
    title(3, m.report_how_endurance_title()),
    para(m.report_how_endurance()),
    para(m.report_how_floor()),
    title(3, m.report_how_scores_title()),
    ...[explanation.scores, m.report_how_levels(), explanation.cap, explanation.sector].flatMap(text => (text === null ? [] : [para(text)])),
    title(3, m.report_how_measures_title()),
    para(m.report_how_measures()),
    title(3, sure.title),
    para(sure.text),
    ...(sure.notApplicable === null ? [] : [para(sure.notApplicable)]),
    ...list(sure.unknown.map(one => [one.question, ...(one.ask === null ? [] : [{ text: ` ${one.ask}`, soft: true }])])),
    title(3, firmness.title),
    para(firmness.text),
    ...(firmness.counts.length === 0 ? [] : [table({ heads: null, shares: [75, 25], rows: firmness.counts.map(({ term, n }) => [term, { text: `${n}`, bold: true }]) })]),
    title(3, m.report_about_you()),
    table({ heads: null, shares: [45, 55], rows: about.map(fact => [{ text: fact.term, soft: true }, fact.text]) }),
    ...(scopeNote === null ? [] : [para(scopeNote, undefined, { spacing: { before: 120 } })]),
    title(2, m.report_answers()),
    para(m.report_answers_intro(), undefined, { keepNext: true }),
    ...explanation.answers.flatMap(answers),
    title(2, m.report_sources()),
    para(m.report_sources_intro()),
    ...numbered(
      sources.map(source => [source.url === null ? source.title : { text: source.title, link: source.url }, ...(source.date === null ? [] : [`, ${source.date}`])]),
      sourcesList,
    ),
    title(3, m.report_version()),
    para(explanation.version),
  ]
}

function answers(theme: ThemeAnswers): Block[] {
  return [
    title(3, theme.title),
    para(theme.weight, 'Beside', { keepNext: true }),
    table({
      heads: [m.report_col_question(), m.report_col_answer(), m.report_col_counts(), m.report_col_question_weight(), m.report_col_contribution()],
      shares: [36, 31, 9, 10, 14],
      rows: theme.rows.map(row => [
        row.question,
        [row.answer, ...[row.firmness, row.evidence, row.old].flatMap(beside => (beside === null ? [] : [{ text: beside, soft: true, newLine: true }]))],
        row.counts ?? '–',
        row.weight,
        row.points ?? '–',
      ]),
    }),
  ]
}
