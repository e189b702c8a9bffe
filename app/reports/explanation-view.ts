/** The end of the report: how each number is made, answer by answer, how sure it is, and on what it rests. */
import { explain, type QuestionExplanation, type ThemeExplanation } from '#app/core/explain.ts'
import { findOutFirst } from '#app/core/advice.ts'
import type { Ageing } from '#app/core/ageing.ts'
import { points } from '#app/core/numbers.ts'
import { date, number, say } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { answerWords } from './answer-words.ts'
import { firmnessWords, type Marks } from './firmness-view.ts'
import { inMiddle } from './moments.ts'
import { nameOf, type Told } from './told.ts'

export type AnswerRow = {
  readonly question: string
  readonly answer: string
  /** "Op papier", and where to see it; null where the company did not say */
  readonly firmness: string | null
  readonly evidence: string | null
  /** that it is old, with since when; null where it is not */
  readonly old: string | null
  /** "50%"; null where it is in no sum */
  readonly counts: string | null
  readonly weight: string
  /** "6 van 12"; null where it is in no sum */
  readonly points: string | null
  readonly must: boolean
}
export type ThemeAnswers = { readonly title: string; readonly weight: string; readonly rows: readonly AnswerRow[] }
export type FindOutView = { readonly question: string; readonly ask: string | null }
export type ExplanationView = {
  readonly scores: string
  readonly cap: string | null
  readonly sector: string | null
  readonly sure: { readonly title: string; readonly text: string; readonly notApplicable: string | null; readonly unknown: readonly FindOutView[] }
  readonly answers: readonly ThemeAnswers[]
  readonly version: string
}

export function explanationView(told: Told, finishedAt: number, marks: Marks, { old }: Ageing): ExplanationView {
  const explained = explain(told.questionnaire, told.evidence)
  const { overall } = told.result
  const reason = told.questionnaire.themeWeightReason
  return {
    scores: overall.score === null ? m.report_how_scores_none() : m.report_how_scores({ points: points(overall.score) }),
    cap: capSentence(told, explained.overall.uncapped),
    sector: reason === undefined ? null : m.report_how_sector({ reason: say(reason) }),
    sure: sureView(told, explained.themes),
    answers: explained.themes.filter(theme => theme.questions.length > 0).map(theme => themeAnswers(told, theme, marks, new Set(old))),
    version: m.report_version_text({
      modules: versionsOf(told),
      hash: told.questionnaire.hash.slice(0, 12),
      scoring: told.result.scoringVersion,
      date: date(finishedAt),
    }),
  }
}

/** "core 1.0.0 + bouw 1.0.0" */
export function versionsOf(told: Told): string {
  return told.questionnaire.modules.map(module => `${module.id} ${module.version}`).join(' + ')
}

/** What to find out first, in order, each with whom to ask. */
export function findOutViews(told: Told): FindOutView[] {
  return findOutFirst(told.questionnaire, told.evidence).map(question => ({
    question: nameOf(told, question),
    ask: question.ask === undefined ? null : m.report_find_out_ask({ ask: inMiddle(told.words(question.ask, question.askSizeOne)) }),
  }))
}

function capSentence(told: Told, uncapped: number | null): string | null {
  const { level, capped, unmetMusts } = told.result.overall
  if (!capped || level === null || uncapped === null) return null
  if (unmetMusts === 1) return m.report_how_cap_one({ n: uncapped, level })
  return m.report_how_cap({ n: uncapped, level, musts: m.report_how_musts({ n: unmetMusts }) })
}

function sureView(told: Told, themes: readonly ThemeExplanation[]): ExplanationView['sure'] {
  const questions = themes.flatMap(theme => theme.questions)
  const all = questions.filter(one => one.standing === 'answered' || one.standing === 'unknown').length
  const unknown = questions.filter(one => one.standing === 'unknown').length
  const notApplicable = questions.filter(one => one.standing === 'notApplicable').length
  return {
    title: m.report_sure({ n: Math.floor(told.result.certainty * 100 + 1e-9) }),
    text: unknown === 0 ? m.report_sure_all({ all }) : m.report_sure_text({ known: all - unknown, all, unknown }),
    notApplicable: notApplicableSentence(notApplicable),
    unknown: findOutViews(told),
  }
}

function notApplicableSentence(n: number): string | null {
  if (n === 0) return null
  return n === 1 ? m.report_sure_not_applicable_one() : m.report_sure_not_applicable({ n })
}

function themeAnswers(told: Told, theme: ThemeExplanation, marks: Marks, old: ReadonlySet<string>): ThemeAnswers {
  const named = told.questionnaire.themes.find(one => one.id === theme.id)
  const title = named === undefined ? theme.id : say(named.title)
  return {
    title: theme.score === null ? m.report_answers_theme_none({ theme: title }) : m.report_answers_theme({ theme: title, n: points(theme.score) }),
    weight: m.report_answers_theme_weight({ weight: number(theme.weight, 2) }),
    rows: theme.questions.filter(one => told.question(one.id).type !== 'info' && told.question(one.id).type !== 'tolerance').map(one => answerRow(told, one, marks, old.has(one.id))),
  }
}

function answerRow(told: Told, explained: QuestionExplanation, marks: Marks, isOld: boolean): AnswerRow {
  const question = told.question(explained.id)
  const { firmness, evidence, confirmed } = marks[explained.id] ?? { firmness: null, evidence: null }
  return {
    question: nameOf(told, question),
    answer: answerWords(told, question),
    firmness: firmness === null ? null : firmnessWords(firmness),
    evidence,
    old: isOld && confirmed !== undefined ? m.again_marked({ date: date(Date.parse(`${confirmed}T12:00Z`)) }) : null,
    counts: explained.s === null ? null : `${number(100 * explained.s)}%`,
    weight: number(explained.weight, 2),
    points: explained.points === null || explained.share === null ? null : m.report_contribution({ n: number(explained.points, 1), most: number(100 * explained.share, 1) }),
    must: explained.must,
  }
}
