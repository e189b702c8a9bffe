/** What is said of a form about people: why it was refused, and what was done. */
import { m } from '#app/i18n/paraglide/messages.js'

export type PeopleProblem = 'email' | 'role' | 'themes' | 'letters' | 'isMember' | 'lastOwner' | 'password' | 'person'
export type PeopleDone = 'invited' | 'again' | 'withdrawn' | 'changed' | 'removed' | 'over'

/** Why it was refused. */
export function problemWords(problem: PeopleProblem): string {
  return {
    email: m.company_people_problem_email,
    role: m.company_people_problem_role,
    themes: m.company_people_problem_themes,
    letters: m.company_people_problem_letters,
    isMember: m.company_people_problem_member,
    lastOwner: m.company_people_problem_owner,
    password: m.company_people_problem_password,
    person: m.company_people_problem_person,
  }[problem]()
}

const done = {
  invited: m.company_people_done_invited,
  again: m.company_people_done_again,
  withdrawn: m.company_people_done_withdrawn,
  changed: m.company_people_done_changed,
  removed: m.company_people_done_removed,
  over: m.company_people_done_over,
} as const satisfies Record<PeopleDone, () => string>

/** What was done, where the address says so. */
export function doneWords(asked: string | null): string | null {
  return asked !== null && Object.hasOwn(done, asked) ? done[asked as PeopleDone]() : null
}
