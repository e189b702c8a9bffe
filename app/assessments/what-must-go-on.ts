/** The line that stands above every endurance question: what must go on, at what level, and how long it may lie still. */
import type { Language, Questionnaire, Size } from '#app/core/questionnaire.ts'
import { wording } from '#app/core/questionnaire.ts'
import type { Content } from './answer-content.ts'

/** The answers of the first page in words; null where there is no answer. `question` is the id of the core's question. */
export function saidOnFirstPage(
  questionnaire: Questionnaire,
  contents: ReadonlyMap<string, Content>,
  language: Language,
  size: Size,
): { mustGoOn: string | null; level: string | null; tolerance: string | null } {
  const inWords = (id: string) => {
    const question = questionnaire.questions.find(one => one.id === id)
    const content = contents.get(id)
    if (question === undefined || content?.answer == null || !('option' in content.answer)) return null
    const chosen = content.answer.option
    const option = question.options?.find(one => one.id === chosen)
    return content.ownWords ?? (option === undefined ? null : wording(option.label, option.sizeOne, size)[language])
  }
  return { mustGoOn: inWords('wat-door'), level: inWords('minimum'), tolerance: inWords('tolerantie') }
}
