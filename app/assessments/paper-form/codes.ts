/** The code of each question on the paper form: the letter of its page and its number there, such as B3. */
import type { Questionnaire } from '#app/core/questionnaire.ts'
import { questionsOn, type Page } from '../flow.ts'

/** A letter for each page; I and O read as digits when written by hand. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

export type Lettered = { readonly letter: string; readonly page: Page }

/** The pages of a questionnaire in the order of the screens, each with its letter: A what must go on, B how long, then the themes. */
export function letteredPages(questionnaire: Questionnaire): Lettered[] {
  const themes = questionnaire.themes.map((theme): Page => ({ kind: 'theme', theme: theme.id }))
  const pages: Page[] = [{ kind: 'first' }, { kind: 'howLong' }, ...themes]
  return pages.map((page, index) => {
    const letter = letters[index]
    if (letter === undefined) throw new Error(`there are more pages than ${letters.length} letters`)
    return { letter, page }
  })
}

/**
 * Question id → code. All questions of the page count, in the questionnaire's order, also those that this company is not asked: a code
 * is the same in both languages, for every size and in a quick scan, and a core question has the same one in every sector.
 */
export function codesOf(questionnaire: Questionnaire): ReadonlyMap<string, string> {
  const numbered = ({ letter, page }: Lettered) => questionsOn(page, questionnaire).map((question, index) => [question.id, `${letter}${index + 1}`] as const)
  return new Map(letteredPages(questionnaire).flatMap(numbered))
}

