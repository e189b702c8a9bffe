/** Reads the form of an action: what it says, and what is wrong with it. */
import { z } from 'zod'
import { longestNote } from '#app/core/answers.ts'
import { isDay } from '#app/core/actions.ts'
import { textIn } from '#app/assessments/form-text.ts'
import type { ActionFields } from './change-plan.server.ts'

/** The longest title of an own action and the longest name of who does it, in characters. */
export const longestTitle = 200
export const longestOwnerName = 80

export const actionProblems = ['noTitle', 'titleTooLong', 'notAMember', 'twoOwners', 'ownerTooLong', 'noDay', 'noteTooLong', 'noReason', 'reasonTooLong', 'full'] as const
export type ActionProblem = (typeof actionProblems)[number]

/** What was typed, as it was typed. */
export type TypedAction = { readonly title: string; readonly owner: string; readonly ownerName: string; readonly dueOn: string; readonly note: string; readonly reason: string }

export function typedAction(form: FormData): TypedAction {
  const text = (name: string) => textIn(form, name).replace(/\r\n/g, '\n')
  return { title: text('title'), owner: text('owner'), ownerName: text('ownerName'), dueOn: text('dueOn'), note: text('note'), reason: text('reason') }
}

const tidy = z.string().trim().transform(text => (text === '' ? null : text))

/** `own`: an own action, which has a title. A member who is no member any more is for the command to refuse. */
export function readAction(typed: TypedAction, own: boolean): { readonly problems: readonly ActionProblem[]; readonly fields: ActionFields } {
  const fields: ActionFields = {
    title: own ? tidy.parse(typed.title) : null,
    ownerId: tidy.parse(typed.owner),
    ownerName: tidy.parse(typed.ownerName),
    dueOn: tidy.parse(typed.dueOn),
    note: tidy.parse(typed.note),
  }
  const { title, ownerId, ownerName, dueOn, note } = fields
  const wrong: readonly (readonly [boolean, ActionProblem])[] = [
    [own && title === null, 'noTitle'],
    [(title?.length ?? 0) > longestTitle, 'titleTooLong'],
    [ownerId !== null && ownerName !== null, 'twoOwners'],
    [(ownerName?.length ?? 0) > longestOwnerName, 'ownerTooLong'],
    [dueOn !== null && !isDay(dueOn), 'noDay'],
    [(note?.length ?? 0) > longestNote, 'noteTooLong'],
  ]
  return { problems: wrong.flatMap(([is, problem]) => (is ? [problem] : [])), fields }
}

/** The reason for not doing it; null where none was typed. */
export function readReason(typed: TypedAction): { readonly problems: readonly ActionProblem[]; readonly reason: string | null } {
  const reason = tidy.parse(typed.reason)
  return { problems: (reason?.length ?? 0) > longestNote ? ['reasonTooLong'] : [], reason }
}
