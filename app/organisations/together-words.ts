/** Why handing over a theme was refused: which field it is about, and the words. */
import { m } from '#app/i18n/paraglide/messages.js'

export type TogetherProblem = 'themes' | 'email' | 'letters' | 'mayAlready' | 'reads' | 'invitedOtherwise'
export type TogetherError = { readonly id: 'themes' | 'email'; readonly message: string }

/** The field and the words of a problem. */
export function togetherWords(problem: TogetherProblem): TogetherError {
  const words = {
    themes: m.together_problem_themes,
    email: m.company_people_problem_email,
    letters: m.company_people_problem_letters,
    mayAlready: m.together_problem_may,
    reads: m.together_problem_reader,
    invitedOtherwise: m.together_problem_invited,
  }
  return { id: problem === 'themes' ? 'themes' : 'email', message: words[problem]() }
}
