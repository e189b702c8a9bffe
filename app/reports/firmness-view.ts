/** On what the answers rest, as the company said beside each: told apart from every number, and changing none. */
import { firmnesses, type Firmness } from '#app/core/answers.ts'
import { visibleQuestions } from '#app/core/visibility.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { Told } from './told.ts'

/** What stands beside one answer. */
/** `confirmed`: when it was last said to be so, a day of the Netherlands */
export type Mark = { readonly firmness: Firmness | null; readonly evidence: string | null; readonly confirmed?: string }
export type Marks = Readonly<Record<string, Mark>>

export type FirmnessView = { readonly title: string; readonly text: string; readonly counts: readonly { readonly term: string; readonly n: number }[] }

/** How firm an answer is, in words. */
export function firmnessWords(firmness: Firmness): string {
  return { said: m.scan_firm_said(), paper: m.scan_firm_paper(), exercised: m.scan_firm_exercised() }[firmness]
}

/** How many of the answers that are more than "weet ik niet" were exercised, stand on paper, were said; the firmest first. */
export function firmnessView(told: Told, marks: Marks): FirmnessView {
  const { answers } = told.evidence
  const answered = visibleQuestions(told.questionnaire, told.evidence).filter(({ id }) => answers[id] !== undefined && !('unknown' in answers[id]))
  const all = answered.length
  const count = (firmness: Firmness | null) => answered.filter(({ id }) => (marks[id]?.firmness ?? null) === firmness).length
  const silent = count(null)
  const exercised = count('exercised')
  if (silent === all) return { title: m.report_firm_none(), text: m.report_firm_none_text(), counts: [] }
  return {
    title: exercised === 0 ? m.report_firm_not_exercised() : exercised === 1 ? m.report_firm_one({ all }) : m.report_firm({ n: exercised, all }),
    text: m.report_firm_text(),
    counts: [
      ...[...firmnesses].reverse().map(firmness => ({ term: firmnessWords(firmness), n: count(firmness) })),
      { term: m.report_firm_silent(), n: silent },
    ],
  }
}
