/** How a page of questions stands in a form: the same reading in the browser, for autosave, and on the server, without JavaScript. */
import { firmnesses, type Answer, type Firmness } from '#app/core/answers.ts'
import type { QuestionType } from '#app/core/questionnaire.ts'
import type { Content, Save } from './answer-content.ts'
import { textIn } from './form-text.ts'

/** What reading a form needs to know of a question. */
export type Asked = {
  readonly id: string
  readonly type: QuestionType
  readonly options?: readonly { readonly id: string; readonly ownWords?: boolean }[]
}

/** Form values that are no option or item; ids never begin with a colon. */
export const special = { unknown: ':unknown', notApplicable: ':not-applicable', none: ':none' } as const

/** The names of a question's fields. */
export const fieldNames = {
  answer: (question: string) => `a.${question}`,
  ownWords: (question: string) => `w.${question}`,
  note: (question: string) => `n.${question}`,
  firmness: (question: string) => `f.${question}`,
  evidence: (question: string) => `e.${question}`,
  version: (question: string) => `v.${question}`,
}

/** The form values that stand for an answer: what is checked when the page opens. */
export function valuesOf(answer: Answer | null): string[] {
  if (answer === null) return []
  if ('unknown' in answer) return [special.unknown]
  if ('notApplicable' in answer) return [special.notApplicable]
  if ('option' in answer) return [answer.option]
  return answer.items.length === 0 ? [special.none] : [...answer.items]
}

/**
 * The answer that form values stand for; null for none. More than one choice where only one can be, or a box together with one that
 * excludes it, is `unclear`. Ids are not checked here.
 */
export function answerFrom(question: Asked, values: readonly string[]): Answer | null | 'unclear' {
  const chosen = [...new Set(values.filter(value => value !== ''))]
  if (chosen.length === 0) return null
  const [only] = chosen
  if (chosen.length === 1) {
    if (only === special.unknown) return { unknown: true }
    if (only === special.notApplicable) return { notApplicable: true }
    if (only === special.none && question.type === 'checklist') return { items: [] }
  }
  if (question.type !== 'checklist') return chosen.length === 1 ? { option: only as string } : 'unclear'
  return chosen.some(value => value.startsWith(':')) ? 'unclear' : { items: chosen }
}

function textFrom(form: FormData, name: string): string | null {
  const text = textIn(form, name).replace(/\r\n/g, '\n').trim()
  return text === '' ? null : text
}

function firmnessFrom(value: FormDataEntryValue | null): Firmness | null {
  return firmnesses.find(firmness => firmness === value) ?? null
}

/** What one question's fields say, or `unclear`. Own words count only while their option is chosen. */
export function contentFrom(form: FormData, question: Asked): Content | 'unclear' {
  const answer = answerFrom(question, form.getAll(fieldNames.answer(question.id)).filter(value => typeof value === 'string'))
  if (answer === 'unclear') return 'unclear'
  const words = textFrom(form, fieldNames.ownWords(question.id))
  const takesWords = answer !== null && 'option' in answer && question.options?.some(option => option.id === answer.option && option.ownWords === true)
  return {
    answer,
    ownWords: takesWords === true ? words : null,
    note: textFrom(form, fieldNames.note(question.id)),
    firmness: firmnessFrom(form.get(fieldNames.firmness(question.id))),
    evidence: textFrom(form, fieldNames.evidence(question.id)),
  }
}

/** The questions whose fields were on the page; a version field stands with each. */
export function questionsIn<Q extends Asked>(form: FormData, questions: readonly Q[]): Q[] {
  return questions.filter(question => form.has(fieldNames.version(question.id)))
}

/** A save for every question on the page, and the ids of those that are unclear. */
export function savesFrom(form: FormData, questions: readonly Asked[]): { saves: Save[]; unclear: string[] } {
  const saves: Save[] = []
  const unclear: string[] = []
  for (const question of questionsIn(form, questions)) {
    const content = contentFrom(form, question)
    const version = Number(form.get(fieldNames.version(question.id)))
    if (content === 'unclear') unclear.push(question.id)
    else saves.push({ ...content, question: question.id, version: Number.isInteger(version) && version >= 0 ? version : 0 })
  }
  return { saves, unclear }
}
