/** What was answered to a question of a scan, in the words of its page. */
import { m } from '#app/i18n/paraglide/messages.js'
import type { Content } from './answer-content.ts'
import type { QuestionView } from './question-view.ts'

/** An answer in words. */
export function answerInWords(question: QuestionView, content: Content): string {
  const { answer } = content
  if (answer === null) return m.scan_no_answer()
  if ('unknown' in answer) return m.scan_unknown()
  if ('notApplicable' in answer) return question.type === 'endurance' ? m.scan_not_needed() : m.scan_not_applicable()
  if ('option' in answer) {
    const label = question.options.find(option => option.id === answer.option)?.label ?? answer.option
    return content.ownWords === null ? label : content.ownWords
  }
  if (answer.items.length === 0) return m.scan_none_of_these()
  return answer.items.map(id => question.items.find(item => item.id === id)?.label ?? id).join(' · ')
}
