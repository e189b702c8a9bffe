/** The answers that wait to be confirmed, page by page: in a finished scan those that are old or soon will be, in a new one those of last time. */
import { isOld, type Confirmed } from '#app/core/ageing.ts'
import { may, type Actor } from '#app/core/permissions.ts'
import type { CheckGroup } from './check-view.ts'
import { themeIn } from './flow.ts'

export type Waiting = CheckGroup['answers'][number]
export type WaitingGroup = Omit<CheckGroup, 'answers'> & { readonly answers: readonly Waiting[] }

/** How far ahead old answers are shown in a finished scan, in days: who looks at some now looks at all. */
export const lookAhead = 60

/** The groups with what waits in them, as far as this actor fills them in. "Weet ik niet" is not confirmed but answered. */
export function waitingFor(groups: readonly CheckGroup[], actor: Actor, waits: (question: string) => boolean): WaitingGroup[] {
  return groups
    .filter(({ page }) => may(actor, 'scan.fill', themeIn(page)))
    .map(group => ({
      ...group,
      answers: group.answers.filter(({ question, content }) => content.answer !== null && !('unknown' in content.answer) && waits(question.id)),
    }))
    .filter(group => group.answers.length > 0)
}

/** Whether an answer is old on this day (2026-11-24). */
export function oldBy(confirmed: Readonly<Record<string, Confirmed>>, day: string): (question: string) => boolean {
  return question => {
    const said = Object.hasOwn(confirmed, question) ? confirmed[question] : undefined
    return said !== undefined && isOld(said, day)
  }
}
