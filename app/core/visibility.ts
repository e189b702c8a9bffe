/** Which questions a company sees: conditions over the profile and over earlier answers, decided in one pass. */
import { prepare } from './prepared.ts'
import type { Answer } from './answers.ts'
import type { Prepared } from './prepared.ts'
import type { Condition, Question, Questionnaire } from './questionnaire.ts'
import type { Evidence } from './result.ts'

/** How a question stands; from `unknown` up it is applicable and answered. */
export const standing = { hidden: 0, open: 1, notApplicable: 2, unknown: 3, answered: 4 } as const

/** What a condition may look at. `answerOf` gives nothing for a question that is hidden or has no answer. */
export type Facts = {
  readonly sector: string
  readonly size: string | undefined
  readonly region: string | undefined
  readonly answerOf: (question: string) => Answer | undefined
}

/**
 * Whether a condition holds. On a question that is hidden, unanswered, `unknown` or `notApplicable`, and on a profile field that is
 * absent, it is false (and `not` of it true). `all` of nothing is true, `any` of nothing is false.
 */
export function holds(condition: Condition, facts: Facts): boolean {
  if ('answer' in condition) {
    const answer = facts.answerOf(condition.answer.question)
    if (answer === undefined) return false
    if ('option' in answer) return condition.answer.in.includes(answer.option)
    if ('items' in answer) return answer.items.some((item) => condition.answer.in.includes(item))
    return false
  }
  if ('profile' in condition) {
    const value = facts[condition.profile.field]
    return value !== undefined && condition.profile.in.includes(value)
  }
  if ('all' in condition) return condition.all.every((one) => holds(one, facts))
  if ('any' in condition) return condition.any.some((one) => holds(one, facts))
  return !holds(condition.not, facts)
}

export type Visibility = {
  /** by question, a value of `standing` */
  readonly standings: readonly number[]
  /** by question, its answer where it is visible and has one */
  readonly given: readonly (Answer | undefined)[]
  /** what steps and measures are decided on afterwards */
  readonly facts: Facts
}

/**
 * How each question stands.
 * `profile.sector` in a condition is the questionnaire's sector, whatever the profile says.
 */
export function decideVisibility(prepared: Prepared, evidence: Evidence): Visibility {
  const { questions, indexOf } = prepared
  const { answers, profile } = evidence
  const quick = evidence.mode === 'quick'
  const standings = new Array<number>(questions.length).fill(standing.hidden)
  const given = new Array<Answer | undefined>(questions.length).fill(undefined)
  const facts: Facts = {
    sector: prepared.sector,
    size: profile.size,
    region: profile.region,
    answerOf: (question) => given[indexOf.get(question) ?? -1],
  }
  for (let index = 0; index < questions.length; index++) {
    const question = questions[index]!
    if (quick && !question.quick) continue
    if (question.showIf !== undefined && !holds(question.showIf, facts)) continue
    const answer = answers[question.id]
    standings[index] = standingOf(answer)
    given[index] = answer
  }
  return { standings, given, facts }
}

function standingOf(answer: Answer | undefined): number {
  if (answer === undefined) return standing.open
  if ('option' in answer || 'items' in answer) return standing.answered
  if ('unknown' in answer) return standing.unknown
  return 'notApplicable' in answer ? standing.notApplicable : standing.open
}

/** The questions that a company sees, in questionnaire order. In a quick scan only those marked `quick` can be among them. */
export function visibleQuestions(questionnaire: Questionnaire, evidence: Evidence): Question[] {
  const { standings } = decideVisibility(prepare(questionnaire), evidence)
  return questionnaire.questions.filter((_, index) => standings[index] !== standing.hidden)
}
