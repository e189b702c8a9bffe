/** A question as one company reads it in one language: what a page sends to the browser, and no more. */
import { wording, type Condition, type Language, type Question, type QuestionType, type Questionnaire, type Size, type Text } from '#app/core/questionnaire.ts'

export type QuestionView = {
  readonly id: string
  readonly type: QuestionType
  readonly text: string
  readonly help: string | null
  readonly why: string | null
  readonly example: string | null
  readonly must: boolean
  readonly allowNotApplicable: boolean
  /** choice, endurance, tolerance and info */
  readonly options: readonly { readonly id: string; readonly label: string; readonly ownWords?: boolean; readonly hours?: number | 'unlimited' }[]
  /** checklist */
  readonly items: readonly { readonly id: string; readonly label: string }[]
  /** endurance: what is gone; the label only where the question asks about nothing narrower than the whole resource */
  readonly resource: { readonly label: string | null; readonly gone: string } | null
  /** where the question rests on; without those that are our own judgement */
  readonly sources: readonly { readonly title: string; readonly url: string }[]
  readonly judgement: boolean
  readonly showIf: Condition | null
}

/** A question is frozen with its questionnaire, so each view of it is made once. */
const made = new WeakMap<Question, Map<string, QuestionView>>()

/** The view of one question for a company of this size. */
export function viewQuestion(questionnaire: Questionnaire, question: Question, language: Language, size: Size): QuestionView {
  const views = made.get(question) ?? new Map<string, QuestionView>()
  made.set(question, views)
  const key = `${language} ${size}`
  const view = views.get(key) ?? makeView(questionnaire, question, language, size)
  views.set(key, view)
  return view
}

function makeView(questionnaire: Questionnaire, question: Question, language: Language, size: Size): QuestionView {
  const say = (text: Text | undefined, sizeOne?: Text) => (text === undefined ? null : wording(text, sizeOne, size)[language])
  const resource = questionnaire.resources.find(one => one.id === question.resource)
  const sources = questionnaire.sources.filter(source => question.sources.includes(source.id))
  return {
    id: question.id,
    type: question.type,
    text: wording(question.text, question.sizeOne, size)[language],
    help: say(question.help),
    why: say(question.why, question.whySizeOne),
    example: say(question.example, question.exampleSizeOne),
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
    sources: sources.filter(source => source.strength !== 'judgement').map(source => ({ title: source.title, url: source.url })),
    judgement: sources.some(source => source.strength === 'judgement'),
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
