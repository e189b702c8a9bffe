/** How many minutes a scan takes, computed from the words in it. Runs in the browser too. */
import type { Mode, Question, Questionnaire, Size, Text } from '#app/core/questionnaire.ts'
import { wording } from '#app/core/questionnaire.ts'
import { mostSeen } from './reach.ts'

/** Silent reading of plain prose: the mean over 190 studies (Brysbaert 2019, https://doi.org/10.1016/j.jml.2019.104047). */
export const wordsPerMinute = 238
/** Time to think and to choose, on average for a question. Our judgement: no source gives it for a scan like this. */
export const thinkingSeconds = 7

/**
 * Whole minutes, rounded up: words / 238 + questions · 7 seconds / 60.
 * Words are those that must be read: the text, the line under it and the options or items of every question that this company can
 * come to see at most, in the longer of both languages, and the opening sentence of each theme once. An hour bar is
 * read once for all questions with the same marks. What folds out (why, example, whom to ask) does not count. The seven seconds are
 * our judgement.
 */
export function minutesFor(questionnaire: Questionnaire, mode: Mode, size: Size | undefined): number {
  const questions = mostSeen(questionnaire, mode, size)
  const themes = questionnaire.themes.filter((theme) => questions.some((question) => question.theme === theme.id))
  const barsRead = new Set<string>()
  let words = themes.reduce((sum, theme) => sum + wordsIn(theme.intro), 0)
  for (const question of questions) {
    words += wordsIn(wording(question.text, question.sizeOne, size)) + (question.help === undefined ? 0 : wordsIn(question.help))
    const bar = question.type === 'endurance' ? question.options?.map((option) => option.hours).join(' ') : undefined
    if (bar === undefined || !barsRead.has(bar)) words += wordsInOptions(question, size)
    if (bar !== undefined) barsRead.add(bar)
  }
  return Math.ceil(words / wordsPerMinute + (questions.length * thinkingSeconds) / 60)
}

function wordsInOptions(question: Question, size: Size | undefined): number {
  const choices = [...(question.options ?? []), ...(question.items ?? [])]
  return choices.reduce((sum, choice) => sum + wordsIn(wording(choice.label, choice.sizeOne, size)), 0)
}

function wordsIn(text: Text): number {
  return Math.max(...[text.nl, text.en].map((words) => words.split(/\s+/).filter((word) => word !== '').length))
}
