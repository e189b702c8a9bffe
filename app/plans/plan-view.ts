/** A plan as its pages tell it: what is left to do, by whom and when, what each thing wins, and what is dealt with. Pure. */
import type { Action } from '#db/plan-tables.ts'
import { daysBetween, dueOf, inPlanOrder, isToDo, type ActionState, type Due, type PlanOrder } from '#app/core/actions.ts'
import { date } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { PlanMember } from './plan.server.ts'

/** A measure in words, as the report tells it. */
export type MeasureWords = {
  readonly title: string
  readonly description: string | null
  readonly firstStep: string
  readonly call: string | null
  /** "20 minuten", "in totaal 1 uur", "kost niets" */
  readonly minutes: string
  readonly effort: string
  readonly cost: string
  readonly free: boolean
  /** what it still wins in the newest result; empty where it wins nothing any more */
  readonly wins: readonly string[]
  readonly sources: readonly { readonly title: string; readonly url: string | null }[]
}

export type ActionView = {
  readonly id: string
  readonly href: string
  readonly version: number
  readonly title: string
  readonly own: boolean
  readonly state: ActionState
  readonly stateWords: string
  /** who does it; null for nobody */
  readonly owner: string | null
  readonly due: Due | null
  /** "Klaar op 24 november 2026"; null without a day */
  readonly when: string | null
  readonly note: string | null
  /** effort and cost of a measure */
  readonly facts: string | null
  readonly wins: readonly string[]
  /** what became of it: since when it is done, why it is not; empty while it is to be done */
  readonly ended: readonly string[]
}

export type PlanView = {
  readonly heading: string
  readonly lead: string
  readonly empty: boolean
  readonly toDo: readonly ActionView[]
  readonly ended: { readonly heading: string; readonly actions: readonly ActionView[] } | null
  readonly removed: { readonly heading: string; readonly actions: readonly ActionView[] } | null
  /** what the filter says of what it leaves out; null where it leaves out nothing */
  readonly leftOut: string | null
}

/** What a plan is told from. `measures`: by id, every one that an action of the plan is about. `today`: a day of the Netherlands. */
export type PlanContext = {
  readonly measures: ReadonlyMap<string, MeasureWords>
  /** ids of the measures in order of advice */
  readonly advice: readonly string[]
  readonly members: readonly PlanMember[]
  readonly today: string
  readonly href: (action: string) => string
}

/** The words of an action's state. */
export function stateWords(state: ActionState): string {
  return { open: m.plan_state_open, busy: m.plan_state_busy, done: m.plan_state_done, declined: m.plan_state_declined }[state]()
}

/** A day in words: 24 november 2026. */
export function dayInWords(day: string): string {
  return date(Date.parse(`${day}T12:00Z`))
}

/** What an action is called: an own one by its title, a measure by its words. */
export function titleOf(action: Action, measures: PlanContext['measures']): string {
  if (action.measureId === null) return action.title ?? ''
  const measure = measures.get(action.measureId)
  if (measure === undefined) throw new Error(`there are no words for measure ${action.measureId}`)
  return measure.title
}

/** Who does it: a member by name, or whoever was named; null for nobody. */
export function ownerOf(action: Pick<Action, 'ownerId' | 'ownerName'>, members: readonly PlanMember[]): string | null {
  if (action.ownerId === null) return action.ownerName
  return members.find(({ id }) => id === action.ownerId)?.name ?? m.plan_who_gone()
}

export function actionView(action: Action, context: PlanContext): ActionView {
  const measure = action.measureId === null ? undefined : context.measures.get(action.measureId)
  const due = dueOf(action, context.today)
  return {
    id: action.id,
    href: context.href(action.id),
    version: action.version,
    title: titleOf(action, context.measures),
    own: measure === undefined,
    state: action.state,
    stateWords: stateWords(action.state),
    owner: ownerOf(action, context.members),
    due,
    when: action.dueOn === null ? null : whenWords(action.dueOn, due, context.today),
    note: action.note,
    facts: measure === undefined ? null : `${measure.effort} · ${measure.cost}`,
    wins: isToDo(action.state) ? (measure?.wins ?? []) : [],
    ended: endedWords(action),
  }
}

function whenWords(dueOn: string, due: Due | null, today: string): string {
  const words = { date: dayInWords(dueOn) }
  if (due === 'overdue') return m.plan_when_overdue(words)
  if (due === 'today') return m.plan_when_today()
  const n = daysBetween(today, dueOn)
  if (due !== 'soon') return m.plan_when(words)
  return n === 1 ? m.plan_when_soon_one(words) : m.plan_when_soon({ ...words, n })
}

function endedWords({ state, stateAt, reason }: Action): string[] {
  if (state === 'done') return [m.plan_done_on({ date: date(stateAt) })]
  if (state === 'declined') return [m.plan_declined_on({ date: date(stateAt) }), ...(reason === null ? [] : [m.plan_reason_was({ reason })])]
  return []
}

/** The whole plan in this order; `free`: of what is to be done only the measures that cost nothing. */
export function planView(actions: readonly Action[], context: PlanContext, order: PlanOrder, free: boolean): PlanView {
  const there = actions.filter(({ removedAt }) => removedAt === null)
  const ordered = inPlanOrder(there.map(action => ({ ...action, owner: ownerOf(action, context.members) })), order, context.advice)
  const toDo = ordered.filter(({ state }) => isToDo(state))
  const shown = free ? toDo.filter(({ measureId }) => measureId !== null && context.measures.get(measureId)?.free === true) : toDo
  const ended = there.filter(({ state }) => !isToDo(state)).toSorted((a, b) => b.stateAt - a.stateAt)
  const removed = actions.filter(({ removedAt }) => removedAt !== null).toSorted((a, b) => (b.removedAt ?? 0) - (a.removedAt ?? 0))
  const views = (some: readonly Action[]) => some.map(action => actionView(action, context))
  const left = toDo.length - shown.length
  return {
    heading: headingOf(there.length, toDo.length),
    lead: leadOf(there, context.today),
    empty: there.length === 0,
    toDo: views(shown),
    ended: ended.length === 0 ? null : { heading: ended.length === 1 ? m.plan_closed_one() : m.plan_closed({ n: ended.length }), actions: views(ended) },
    removed: removed.length === 0 ? null : { heading: removed.length === 1 ? m.plan_removed_one() : m.plan_removed({ n: removed.length }), actions: views(removed) },
    leftOut: left === 0 ? null : left === 1 ? m.plan_free_hidden_one() : m.plan_free_hidden({ n: left }),
  }
}

function headingOf(all: number, toDo: number): string {
  if (all === 0) return m.plan_title_empty()
  if (toDo === 0) return m.plan_title_done()
  return toDo === 1 ? m.plan_title_one() : m.plan_title({ n: toDo })
}

function leadOf(actions: readonly Action[], today: string): string {
  if (actions.length === 0) return m.plan_lead_empty()
  const overdue = actions.filter(action => dueOf(action, today) === 'overdue').length
  if (overdue > 0) return overdue === 1 ? m.plan_overdue_one() : m.plan_overdue({ n: overdue })
  const done = actions.filter(({ state }) => state === 'done').length
  if (done === 0) return m.plan_lead_none_done()
  return done === 1 ? m.plan_lead_done_one() : m.plan_lead_done({ n: done })
}

/** "nog 3 dingen te doen": in a list of plans. */
export function leftInWords(actions: readonly Action[]): string {
  const n = actions.filter(({ state, removedAt }) => removedAt === null && isToDo(state)).length
  if (n === 0) return m.plan_company_left_none()
  return n === 1 ? m.plan_company_left_one() : m.plan_company_left({ n })
}
