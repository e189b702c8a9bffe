/** What a company can answer, and which of it is good input. */
import { prepare } from './prepared.ts'
import { regions, sizes } from './questionnaire.ts'
import type { Question, Questionnaire } from './questionnaire.ts'

/** Exactly one key. The empty list of items is an explicit "none of these". */
export type Answer =
  | { readonly option: string }
  | { readonly items: readonly string[] }
  | { readonly unknown: true }
  | { readonly notApplicable: true }

/** The longest own words and the longest note that may stand beside an answer, in characters. */
export const longestOwnWords = 60
export const longestNote = 4000
/** The longest link that may stand beside an answer as evidence, in characters. */
export const longestEvidence = 500

/** How firm an answer is: somebody says so, it stands on paper, or it was exercised. It stands beside the answer and changes no result. */
export const firmnesses = ['said', 'paper', 'exercised'] as const
export type Firmness = (typeof firmnesses)[number]

export type Answers = Readonly<Record<string, Answer>>

/** Why an answer is bad input; `field` is the place inside the answer, empty for the answer as a whole. */
export type AnswerProblem =
  | { readonly reason: 'notAnObject' | 'notOneKey'; readonly field: '' }
  | { readonly reason: 'unknownKey'; readonly field: string }
  | { readonly reason: 'notTrue'; readonly field: 'unknown' | 'notApplicable' }
  | { readonly reason: 'notApplicableNotAllowed'; readonly field: 'notApplicable' }
  | { readonly reason: 'optionNotAllowed' | 'notText'; readonly field: string }
  | { readonly reason: 'itemsNotAllowed' | 'notAList'; readonly field: 'items' }
  | { readonly reason: 'unknownOption'; readonly field: 'option'; readonly option: string }
  | { readonly reason: 'unknownItem' | 'repeatedItem'; readonly field: string; readonly item: string }

/** Why evidence is bad input; `field` is the path from the top, such as `answers.noodplan.option` or `profile.size`. */
export type EvidenceProblem =
  | (AnswerProblem & { readonly question: string })
  | { readonly reason: 'unknownQuestion'; readonly field: string; readonly question: string }
  | { readonly reason: 'notAnObject' | 'unknownField' | 'unknownValue'; readonly field: string }

/**
 * Checks one answer, as it came from outside, against its question.
 * Returns null when it is good input; `unknown` is good on every question, `notApplicable` only where the question allows it.
 */
export function checkAnswer(question: Question, answer: unknown): AnswerProblem | null {
  if (!isRecord(answer)) return { reason: 'notAnObject', field: '' }
  const keys = Object.keys(answer)
  const key = keys[0]
  if (key === undefined || keys.length > 1) return { reason: 'notOneKey', field: '' }
  const value = answer[key]
  switch (key) {
    case 'unknown':
      return value === true ? null : { reason: 'notTrue', field: key }
    case 'notApplicable':
      if (value !== true) return { reason: 'notTrue', field: key }
      return question.allowNotApplicable ? null : { reason: 'notApplicableNotAllowed', field: key }
    case 'option':
      return checkOption(question, value)
    case 'items':
      return checkItems(question, value)
    default:
      return { reason: 'unknownKey', field: key }
  }
}

function checkOption(question: Question, option: unknown): AnswerProblem | null {
  if (question.type === 'checklist') return { reason: 'optionNotAllowed', field: 'option' }
  if (typeof option !== 'string') return { reason: 'notText', field: 'option' }
  const known = question.options?.some((one) => one.id === option) ?? false
  return known ? null : { reason: 'unknownOption', field: 'option', option }
}

function checkItems(question: Question, items: unknown): AnswerProblem | null {
  if (question.type !== 'checklist') return { reason: 'itemsNotAllowed', field: 'items' }
  if (!Array.isArray(items)) return { reason: 'notAList', field: 'items' }
  const seen = new Set<string>()
  for (const [position, item] of (items as unknown[]).entries()) {
    const field = `items.${position}`
    if (typeof item !== 'string') return { reason: 'notText', field }
    if (!question.items?.some((one) => one.id === item)) return { reason: 'unknownItem', field, item }
    if (seen.has(item)) return { reason: 'repeatedItem', field, item }
    seen.add(item)
  }
  return null
}

/**
 * Checks a whole record of answers against a questionnaire; returns the first problem in the order of the record, or null.
 * A question that does not exist is bad input; an answer to a hidden question is not.
 */
export function checkAnswers(questionnaire: Questionnaire, answers: unknown): EvidenceProblem | null {
  if (!isRecord(answers)) return { reason: 'notAnObject', field: 'answers' }
  const { indexOf } = prepare(questionnaire)
  for (const id of Object.keys(answers)) {
    const question = questionnaire.questions[indexOf.get(id) ?? -1]
    if (question === undefined) return { reason: 'unknownQuestion', field: `answers.${id}`, question: id }
    const problem = checkAnswer(question, answers[id])
    if (problem !== null) {
      const field = problem.field === '' ? `answers.${id}` : `answers.${id}.${problem.field}`
      return { ...problem, field, question: id } as EvidenceProblem
    }
  }
  return null
}

/**
 * Checks `{ mode?, profile?, answers? }`, as it came from outside, before it is scored; returns the first problem or null.
 * A profile's sector may be left out, and is otherwise the questionnaire's own.
 */
export function checkEvidence(questionnaire: Questionnaire, evidence: unknown): EvidenceProblem | null {
  if (!isRecord(evidence)) return { reason: 'notAnObject', field: '' }
  for (const [field, value] of Object.entries(evidence)) {
    if (field === 'mode') {
      if (value !== 'quick' && value !== 'full') return { reason: 'unknownValue', field }
    } else if (field === 'profile') {
      const problem = checkProfile(questionnaire, value)
      if (problem !== null) return problem
    } else if (field === 'answers') {
      const problem = checkAnswers(questionnaire, value)
      if (problem !== null) return problem
    } else return { reason: 'unknownField', field }
  }
  return null
}

function checkProfile(questionnaire: Questionnaire, profile: unknown): EvidenceProblem | null {
  if (!isRecord(profile)) return { reason: 'notAnObject', field: 'profile' }
  const known: Record<string, readonly unknown[]> = { sector: [questionnaire.sector.id], size: sizes, region: regions }
  for (const [name, value] of Object.entries(profile)) {
    const field = `profile.${name}`
    if (!Object.hasOwn(known, name)) return { reason: 'unknownField', field }
    if (!known[name]?.includes(value)) return { reason: 'unknownValue', field }
  }
  return null
}

/**
 * The answers that another questionnaire can read: of questions it has, in a form and with an option it knows; of a checklist the
 * items it knows. For going on from an older version, and for telling why a score changed.
 */
export function readableAnswers(questionnaire: Questionnaire, answers: Answers): Answers {
  const readable: Record<string, Answer> = {}
  for (const question of questionnaire.questions) {
    const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined
    if (answer === undefined) continue
    const known =
      'items' in answer && question.type === 'checklist'
        ? { items: answer.items.filter((item) => question.items?.some((one) => one.id === item)) }
        : answer
    // A checklist of which none of the checked items is left says nothing any more; that is not "none of these".
    const emptied = 'items' in known && 'items' in answer && known.items.length === 0 && answer.items.length > 0
    if (!emptied && checkAnswer(question, known) === null) readable[question.id] = known
  }
  return readable
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
