/** An answer in the words of its question, in both languages at once: what an export says beside the ids. */
import type { Answer } from '#app/core/answers.ts'
import type { Question, Size, Text } from '#app/core/questionnaire.ts'
import { m } from '#app/i18n/paraglide/messages.js'

type Labelled = { readonly label: Text; readonly sizeOne?: Text }

/** What was answered; null where there is no answer, or where the questionnaire no longer knows it. */
export function answerText(question: Question | undefined, answer: Answer | null, size: Size): Text | null {
  if (question === undefined || answer === null) return null
  const label = (one: Labelled) => (size === '1' ? (one.sizeOne ?? one.label) : one.label)
  if ('unknown' in answer) return both(locale => m.report_answer_unknown({}, { locale }))
  if ('notApplicable' in answer) return both(locale => m.report_answer_na({}, { locale }))
  if ('option' in answer) {
    const option = question.options?.find(one => one.id === answer.option)
    return option === undefined ? null : label(option)
  }
  const checked = (question.items ?? []).filter(item => answer.items.includes(item.id)).map(label)
  if (checked.length === 0) return both(locale => m.report_answer_none({}, { locale }))
  return both(locale => checked.map(text => text[locale]).join(' · '))
}

function both(say: (locale: 'nl' | 'en') => string): Text {
  return { nl: say('nl'), en: say('en') }
}
