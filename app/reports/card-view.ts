/** What is printed on the emergency card; everything else on it is a line for the pen, and nothing of that is stored. */
import type { Questionnaire } from '#app/core/questionnaire.ts'
import type { Evidence, Result } from '#app/core/result.ts'
import { date } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { answerWords } from './answer-words.ts'
import { inMiddle } from './moments.ts'
import { mustGoOn } from './report-view.ts'
import { toldFrom } from './told.ts'

export type CardView = {
  /** the wording for a company of one person */
  readonly sizeOne: boolean
  /** null where it was not said: an empty line then */
  readonly mustGoOn: string | null
  readonly level: string | null
  readonly foot: string
}

export function cardView(
  questionnaire: Questionnaire,
  evidence: Evidence,
  result: Result,
  context: { readonly ownWords: Readonly<Record<string, string>>; readonly finishedAt: number },
): CardView {
  const told = toldFrom(questionnaire, evidence, result)
  const level = questionnaire.questions.find(question => question.id === 'minimum')
  const answer = level === undefined ? undefined : evidence.answers[level.id]
  return {
    sizeOne: evidence.profile.size === '1',
    mustGoOn: mustGoOn(told, context),
    level: level === undefined || answer === undefined || !('option' in answer) ? null : m.card_level({ level: inMiddle(answerWords(told, level)) }),
    foot: m.card_foot({ date: date(context.finishedAt) }),
  }
}
