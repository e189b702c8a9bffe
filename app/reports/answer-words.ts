/** An answer in the words in which it was given. */
import type { Question } from '#app/core/questionnaire.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { Told } from './told.ts'

/** What was answered to this question; own words come before the option they stand beside. */
export function answerWords(told: Told, question: Question, ownWords: string | null = null): string {
  const answer = told.evidence.answers[question.id]
  if (answer === undefined) return m.report_answer_not_given()
  if ('unknown' in answer) return m.report_answer_unknown()
  if ('notApplicable' in answer) return m.report_answer_na()
  if ('items' in answer) {
    const checked = (question.items ?? []).filter(item => answer.items.includes(item.id))
    return checked.length === 0 ? m.report_answer_none() : checked.map(item => told.words(item.label, item.sizeOne)).join(' · ')
  }
  const option = question.options?.find(one => one.id === answer.option)
  return ownWords ?? (option === undefined ? m.report_answer_not_given() : told.words(option.label, option.sizeOne))
}
