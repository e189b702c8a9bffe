/** The questions that are asked after an hour without power: what was answered about how long it lasts, power first. */
import { viewQuestion } from '#app/assessments/question-view.ts'
import type { Language, Question, Questionnaire } from '#app/core/questionnaire.ts'
import type { Evidence } from '#app/core/result.ts'
import { visibleQuestions } from '#app/core/visibility.ts'

/** So many are asked. */
export const mostQuestions = 5

/** What goes along with the power, the first the most. */
const touched: readonly string[] = ['power', 'telecom', 'ict', 'water', 'heat', 'payments', 'fuel']
/** What an hour without power says nothing about. */
const untouched: ReadonlySet<string> = new Set(['staff', 'supplies', 'site'])

/** One question; `answer`: what was answered, in words, null where nobody knew; `options`: what it can be instead. */
export type TrialQuestion = {
  readonly id: string
  readonly text: string
  readonly answer: string | null
  readonly options: readonly { readonly id: string; readonly label: string }[]
}

/**
 * Those of the questions seen that were answered in hours, or with "don't know" (`option` is null): power first, the sector's own last, at
 * most five.
 */
export function askedAfterwards(questionnaire: Questionnaire, evidence: Evidence): { readonly question: Question; readonly option: string | null }[] {
  const place = ({ resource = '' }: Question) => (touched.includes(resource) ? touched.indexOf(resource) : touched.length)
  return visibleQuestions(questionnaire, evidence)
    .filter(({ type, resource }) => type === 'endurance' && !untouched.has(resource ?? ''))
    .flatMap(question => {
      const answer = evidence.answers[question.id]
      if (answer === undefined || 'notApplicable' in answer) return []
      return [{ question, option: 'option' in answer ? answer.option : null }]
    })
    .toSorted((a, b) => place(a.question) - place(b.question))
    .slice(0, mostQuestions)
}

/** The same as a company of its size reads them. */
export function trialQuestions(questionnaire: Questionnaire, evidence: Evidence, language: Language): TrialQuestion[] {
  return askedAfterwards(questionnaire, evidence).map(({ question, option }) => {
    const { id, text, options } = viewQuestion(questionnaire, question, language, evidence.profile.size ?? '2-9')
    return {
      id,
      text,
      answer: option === null ? null : (options.find(one => one.id === option)?.label ?? option),
      options: options.filter(one => one.id !== option).map(one => ({ id: one.id, label: one.label })),
    }
  })
}
