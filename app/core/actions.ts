/** The actions of a plan: their states, their order, when they are due, and which changes a diary shows. */
import { compareIds } from './numbers.ts'

export const actionStates = ['open', 'busy', 'done', 'declined'] as const
export type ActionState = (typeof actionStates)[number]

/** Still to be done. */
export function isToDo(state: ActionState): boolean {
  return state === 'open' || state === 'busy'
}

export const planOrders = ['advice', 'date', 'owner'] as const
export type PlanOrder = (typeof planOrders)[number]

/** What the order of a plan reads of an action; `owner`: the name of who does it, `createdAt` in epoch milliseconds. */
export type Planned = {
  readonly id: string
  readonly measureId: string | null
  readonly owner: string | null
  /** a day: 2026-11-24 */
  readonly dueOn: string | null
  readonly createdAt: number
}

/**
 * The actions in this order. By advice: measures as in `advice` (ids of the newest result, in order of advice), then other measures, then
 * own actions, oldest first. By date: the earliest first, without a date last. By owner: by name, without one last, then by date. Where
 * that says nothing, advice decides.
 */
export function inPlanOrder<T extends Planned>(actions: readonly T[], order: PlanOrder, advice: readonly string[]): T[] {
  const places = new Map(advice.map((id, position) => [id, position]))
  const place = ({ measureId }: Planned) => (measureId === null ? advice.length + 1 : (places.get(measureId) ?? advice.length))
  const byAdvice = (a: T, b: T) => place(a) - place(b) || a.createdAt - b.createdAt || compareIds(a.id, b.id)
  const byDate = (a: T, b: T) => lastIfNull(a.dueOn, b.dueOn, compareIds) || byAdvice(a, b)
  const byOwner = (a: T, b: T) => lastIfNull(a.owner, b.owner, byName) || byDate(a, b)
  return actions.toSorted({ advice: byAdvice, date: byDate, owner: byOwner }[order])
}

const byName = (a: string, b: string) => a.localeCompare(b, 'nl', { sensitivity: 'base' })

function lastIfNull(a: string | null, b: string | null, compare: (a: string, b: string) => number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return compare(a, b)
}

/** How a date stands to today: past, today, within a week, or later. */
export type Due = 'overdue' | 'today' | 'soon' | 'later'

/** Null without a date, and for what is not to be done any more. Both days are days of the Netherlands: 2026-11-24. */
export function dueOf({ dueOn, state }: { readonly dueOn: string | null; readonly state: ActionState }, today: string): Due | null {
  if (dueOn === null || !isToDo(state)) return null
  const ahead = daysBetween(today, dueOn)
  if (ahead < 0) return 'overdue'
  if (ahead === 0) return 'today'
  return ahead <= 7 ? 'soon' : 'later'
}

/** How many days lie between two days; negative where `to` is the earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000)
}

/** Whether this text is a day that exists, in this century: 2026-11-24. */
export function isDay(text: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return false
  const at = Date.parse(`${text}T00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

const parts = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The day in the Netherlands at a moment in epoch milliseconds: 2026-11-24. */
export function dutchDay(at: number): string {
  return parts.format(at)
}

/** What a diary shows of an action. */
export type InDiary = {
  readonly title: string | null
  readonly dueOn: string | null
  readonly note: string | null
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly state: ActionState
  readonly removedAt: number | null
}

/** Whether a diary has to be told of this change: open and busy look the same in it, and removed is removed. */
export function diaryShows(before: InDiary, after: InDiary): boolean {
  const shown = (one: InDiary) =>
    JSON.stringify([one.title, one.dueOn, one.note, one.ownerId, one.ownerName, isToDo(one.state) ? 'open' : one.state, one.removedAt !== null])
  return shown(before) !== shown(after)
}
