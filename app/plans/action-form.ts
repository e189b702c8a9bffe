/** Reads the form of an action: what it says, what is wrong with it, and what stood there before it. */
import { z } from 'zod'
import type { Action } from '#db/plan-tables.ts'
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

/** `before`: what stands before the names of the fields. */
export function typedAction(form: FormData, before = ''): TypedAction {
  const text = (name: string) => textIn(form, before + name).replace(/\r\n/g, '\n')
  return { title: text('title'), owner: text('owner'), ownerName: text('ownerName'), dueOn: text('dueOn'), note: text('note'), reason: text('reason') }
}

/** What the form of an action starts with. */
export function valueOf({ title, ownerId, ownerName, dueOn, note, reason }: Action): TypedAction {
  return { title: title ?? '', owner: ownerId ?? '', ownerName: ownerName ?? '', dueOn: dueOn ?? '', note: note ?? '', reason: reason ?? '' }
}

type Fields = Readonly<Record<string, string>>
const changed = ['title', 'owner', 'ownerName', 'dueOn', 'note'] as const

/** Hidden fields with what stood there when a form was made: nothing else remembers it once the form is saved. */
export function carried(before: TypedAction): Fields {
  return Object.fromEntries(changed.map(name => [`was.${name}`, before[name]]))
}

/** What a form carries; null where it carries nothing. */
export function carriedIn(form: FormData): TypedAction | null {
  return form.has('was.note') ? typedAction(form, 'was.') : null
}

/**
 * The form that puts back what stood there before this action was saved, which is judged as anything that is typed; null where nothing
 * is to be put back. A save that was sent twice offers what the first one did.
 */
export function undoOf(before: TypedAction | null, action: Action): Fields | null {
  const now = valueOf(action)
  if (before === null || changed.every(name => before[name] === now[name])) return null
  return { do: 'undo', version: String(action.version), ...Object.fromEntries(changed.map(name => [name, before[name]])), ...carried(now) }
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
