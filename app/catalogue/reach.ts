/** Which questions a company can come to see, before any answer is known. Runs in the browser too. */
import type { Condition, Mode, Question, Questionnaire, Size } from '#app/core/questionnaire.ts'
import { isScored } from '#app/core/questionnaire.ts'

export type Chance = 'no' | 'maybe' | 'yes'

/** What is known: sector, size (undefined: maybe any), which earlier questions can be seen, and what is supposed of info questions. */
export type Known = {
  readonly sector: string
  readonly size: Size | undefined
  readonly questions: ReadonlyMap<string, Chance>
  /** question → option, null for no option; a question that is not in it may have any answer */
  readonly supposed?: ReadonlyMap<string, string | null>
}

/**
 * Three-valued: `all` is its least certain part, `any` its most certain, `not` turns yes and no round and leaves maybe.
 * A condition on an answer is maybe, but "no" when that question cannot be seen; one on the region is always maybe.
 */
export function chance(condition: Condition | undefined, known: Known): Chance {
  if (condition === undefined) return 'yes'
  if ('all' in condition) return least(condition.all.map((part) => chance(part, known)))
  if ('any' in condition) return most(condition.any.map((part) => chance(part, known)))
  if ('not' in condition) {
    const inner = chance(condition.not, known)
    return inner === 'maybe' ? 'maybe' : inner === 'yes' ? 'no' : 'yes'
  }
  if ('answer' in condition) {
    const { question, in: values } = condition.answer
    const seen = known.questions.get(question) ?? 'no'
    const supposed = known.supposed?.get(question)
    if (seen === 'no' || supposed === undefined) return seen === 'no' ? 'no' : 'maybe'
    return supposed !== null && values.includes(supposed) ? seen : 'no'
  }
  const { field, in: values } = condition.profile
  const value = field === 'sector' ? known.sector : field === 'size' ? known.size : undefined
  return value === undefined ? 'maybe' : values.includes(value) ? 'yes' : 'no'
}

type Asked = Pick<Questionnaire, 'sector' | 'questions'>

/** For each question by id whether a company of this size can see it; in a quick scan only quick questions can be seen. */
export function reach(
  questionnaire: Asked,
  mode: Mode,
  size: Size | undefined,
  supposed?: ReadonlyMap<string, string | null>,
): Map<string, Chance> {
  const questions = new Map<string, Chance>()
  for (const question of questionnaire.questions) {
    const known: Known = { sector: questionnaire.sector.id, size, questions, supposed }
    questions.set(question.id, mode === 'quick' && !question.quick ? 'no' : chance(question.showIf, known))
  }
  return questions
}

/** The most suppositions that are tried; what hangs on info questions beyond that is maybe. */
const mostTried = 2000

/**
 * The most questions that one company of this size can come to see. An info question has one answer, so what hangs on different
 * options of it never comes together; every other maybe counts as seen. In questionnaire order.
 */
export function mostSeen(questionnaire: Asked, mode: Mode, size: Size | undefined): Question[] {
  let best: Question[] = []
  for (const supposed of suppositions(questionnaire)) {
    const seen = reach(questionnaire, mode, size, supposed)
    const questions = questionnaire.questions.filter((question) => seen.get(question.id) !== 'no')
    if (
      scoredAmong(questions) > scoredAmong(best) ||
      (best.length < questions.length && scoredAmong(questions) === scoredAmong(best))
    )
      best = questions
  }
  return best
}

/**
 * How many scored questions a company of this size sees at least, whatever it answers, "weet ik niet" and nothing included.
 * Only what is certain to be seen counts: what hangs on the answer to a scored question, or on the region, does not.
 */
export function fewestScored(questionnaire: Asked, mode: Mode, size: Size | undefined): number {
  const counts = suppositions(questionnaire).map((supposed) => {
    const seen = reach(questionnaire, mode, size, supposed)
    return scoredAmong(questionnaire.questions.filter((question) => seen.get(question.id) === 'yes'))
  })
  return Math.min(...counts)
}

/** How many scored questions a company of this size can come to see at most. */
export function mostScored(questionnaire: Asked, mode: Mode, size: Size | undefined): number {
  return scoredAmong(mostSeen(questionnaire, mode, size))
}

/** Every way to answer the info questions that some condition names, an open one (null) included. Never empty. */
function suppositions(questionnaire: Asked): ReadonlyMap<string, string | null>[] {
  const named = new Set(questionnaire.questions.flatMap((question) => namedIn(question.showIf)))
  let all: ReadonlyMap<string, string | null>[] = [new Map()]
  for (const question of questionnaire.questions) {
    const answers = [null, ...(question.options ?? []).map((option) => option.id)]
    if (question.type !== 'info' || !named.has(question.id) || all.length * answers.length > mostTried) continue
    all = all.flatMap((supposed) => answers.map((answer) => new Map([...supposed, [question.id, answer]])))
  }
  return all
}

function scoredAmong(questions: readonly Question[]): number {
  return questions.filter(isScored).length
}

function namedIn(condition: Condition | undefined): string[] {
  if (condition === undefined || 'profile' in condition) return []
  if ('answer' in condition) return [condition.answer.question]
  if ('not' in condition) return namedIn(condition.not)
  return ('all' in condition ? condition.all : condition.any).flatMap(namedIn)
}

function least(chances: readonly Chance[]): Chance {
  return chances.includes('no') ? 'no' : chances.includes('maybe') ? 'maybe' : 'yes'
}

function most(chances: readonly Chance[]): Chance {
  return chances.includes('yes') ? 'yes' : chances.includes('maybe') ? 'maybe' : 'no'
}
