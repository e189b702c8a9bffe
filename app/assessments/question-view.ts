/** A question as one company reads it in one language: what a page sends to the browser, and no more. */
import { wording, type Condition, type Language, type Question, type QuestionType, type Questionnaire, type Size, type Text } from '#app/core/questionnaire.ts'

export type QuestionView = {
  readonly id: string
  readonly type: QuestionType
  readonly text: string
  readonly help: string | null
  readonly must: boolean
  readonly allowNotApplicable: boolean
  /** choice, endurance, tolerance and info */
  readonly options: readonly { readonly id: string; readonly label: string; readonly ownWords?: boolean; readonly hours?: number | 'unlimited' }[]
  /** checklist */
  readonly items: readonly { readonly id: string; readonly label: string }[]
  /** endurance: what is gone; the label only where the question asks about nothing narrower than the whole resource */
  readonly resource: { readonly label: string | null; readonly gone: string } | null
  readonly showIf: Condition | null
}

/** The view of one question for a company of this size. */
export function viewQuestion(questionnaire: Questionnaire, question: Question, language: Language, size: Size): QuestionView {
  const say = (text: Text | undefined, sizeOne?: Text) => (text === undefined ? null : wording(text, sizeOne, size)[language])
  const resource = questionnaire.resources.find(one => one.id === question.resource)
  return {
    id: question.id,
    type: question.type,
    text: wording(question.text, question.sizeOne, size)[language],
    help: say(question.help),
    must: question.must,
    allowNotApplicable: question.allowNotApplicable,
    options: (question.options ?? []).map(option => ({
      id: option.id,
      label: wording(option.label, option.sizeOne, size)[language],
      ...(option.ownWords === true ? { ownWords: true } : {}),
      ...(option.hours === undefined ? {} : { hours: option.hours }),
    })),
    items: (question.items ?? []).map(item => ({ id: item.id, label: wording(item.label, item.sizeOne, size)[language] })),
    resource:
      question.type === 'endurance' && resource !== undefined
        ? { label: question.module === 'core' ? resource.label[language] : null, gone: wording(resource.gone, resource.goneSizeOne, size)[language] }
        : null,
    showIf: question.showIf ?? null,
  }
}

/** Every question that a condition looks at. */
export function questionsNamedIn(condition: Condition): string[] {
  if ('answer' in condition) return [condition.answer.question]
  if ('all' in condition) return condition.all.flatMap(questionsNamedIn)
  if ('any' in condition) return condition.any.flatMap(questionsNamedIn)
  if ('not' in condition) return questionsNamedIn(condition.not)
  return []
}
