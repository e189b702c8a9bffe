/** Why a score changed between two finished scans: own answers, other questions, or another weighting, told apart. */
import { readableAnswers } from './answers.ts'
import { scores } from './score.ts'
import type { Question, Questionnaire } from './questionnaire.ts'
import type { Evidence } from './result.ts'

export type Scan = { readonly questionnaire: Questionnaire; readonly evidence: Evidence }
/** Points of the overall score, unrounded; the three parts add up to `after − before`. */
export type Change = {
  readonly before: number
  readonly after: number
  readonly answers: number
  readonly questions: number
  readonly weights: number
}

/**
 * S0: old questionnaire, old answers. S1: old questionnaire, new answers. S2: the new questionnaire with the old weights, scores and
 * targets, new answers. S3: new questionnaire, new answers. Own answers are S1 − S0, questions S2 − S1, weights S3 − S2. Null where any
 * of the four is null.
 */
export function change(old: Scan, now: Scan): Change | null {
  const s0 = overall(old.questionnaire, old.evidence)
  const s1 = overall(old.questionnaire, { ...now.evidence, answers: newAnswersToOld(old, now) })
  const s2 = overall(weighedAsBefore(old.questionnaire, now.questionnaire), now.evidence)
  const s3 = overall(now.questionnaire, now.evidence)
  if (s0 === null || s1 === null || s2 === null || s3 === null) return null
  return { before: s0, after: s3, answers: s1 - s0, questions: s2 - s1, weights: s3 - s2 }
}

/** The overall score of this evidence on this questionnaire. */
export function overall(questionnaire: Questionnaire, evidence: Evidence): number | null {
  return scores(questionnaire, evidence).overall.score
}

/** The new answers as the old questionnaire reads them: a question that is gone keeps its old answer, and so does one whose new answer the old questionnaire cannot read. */
export function newAnswersToOld(old: Scan, now: Scan): Evidence['answers'] {
  const stays = new Set(now.questionnaire.questions.map((question) => question.id))
  const kept = Object.entries(old.evidence.answers).filter(([id]) => !stays.has(id) || Object.hasOwn(now.evidence.answers, id))
  return { ...Object.fromEntries(kept), ...readableAnswers(old.questionnaire, now.evidence.answers) }
}

/** The new questionnaire, in which all that the old one had keeps its old weight, score (so also hours) and target. */
export function weighedAsBefore(old: Questionnaire, now: Questionnaire): Questionnaire {
  const themes = new Map(old.themes.map((theme) => [theme.id, theme]))
  const questions = new Map(old.questions.map((question) => [question.id, question]))
  return {
    ...now,
    themes: now.themes.map((theme) => ({ ...theme, weight: themes.get(theme.id)?.weight ?? theme.weight })),
    questions: now.questions.map((question) => {
      const before = questions.get(question.id)
      return before === undefined ? question : questionAsBefore(before, question)
    }),
  }
}

function questionAsBefore(before: Question, question: Question): Question {
  if (before.type !== question.type) return { ...question, weight: before.weight }
  const options = new Map(before.options?.map((option) => [option.id, option]))
  const items = new Map(before.items?.map((item) => [item.id, item]))
  return {
    ...question,
    weight: before.weight,
    target: before.target,
    options: question.options?.map((option) => {
      const known = options.get(option.id)
      return known === undefined ? option : { ...option, score: known.score, hours: known.hours }
    }),
    items: question.items?.map((item) => ({ ...item, weight: items.get(item.id)?.weight ?? item.weight })),
  }
}
