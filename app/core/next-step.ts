/** What a member of a company does best next: one thing, by a fixed order. */
import { may, type Actor, type Permission } from './permissions.ts'

export const nextSteps = ['start', 'goOn', 'overdue', 'choose', 'confirm', 'again', 'drill', 'nothing'] as const
export type NextStep = (typeof nextSteps)[number]

/** How a company stands, as far as it decides what comes next. */
export type Standing = {
  readonly finished: boolean
  /** a scan is begun and not finished; `corrected`: it was begun from an earlier one */
  readonly open: 'none' | 'new' | 'corrected'
  /** actions in the plan, done or not */
  readonly planned: number
  readonly overdue: number
  readonly oldAnswers: number
  /** a drill or trial hour was held in the last twelve months */
  readonly practised: boolean
}

/** What each step takes; the others may be done by whoever sees the page. */
const needs: Readonly<Partial<Record<NextStep, Permission>>> = {
  start: 'scan.start',
  overdue: 'plan.change',
  choose: 'plan.change',
  confirm: 'scan.fill',
  again: 'scan.finish',
  drill: 'practice.hold',
}

/**
 * The first of these that is so and that the actor may do: nothing finished yet (go on with what is begun, else begin); actions overdue; no
 * plan; old answers; a new scan that waits to be finished; nothing practised in a year. Else nothing. Going on with a first scan is for
 * contributors too, within their themes.
 */
export function nextStep(standing: Standing, actor: Actor): NextStep {
  const { finished, open, planned, overdue, oldAnswers, practised } = standing
  const so: Readonly<Record<NextStep, boolean>> = {
    start: !finished && open === 'none',
    goOn: open !== 'none' && (!finished || actor.role === 'contributor') && (may(actor, 'scan.fill') || actor.themes.length > 0),
    overdue: finished && overdue > 0,
    choose: finished && planned === 0,
    confirm: finished && oldAnswers > 0,
    again: finished && open !== 'none',
    drill: finished && !practised,
    nothing: true,
  }
  return nextSteps.find(step => so[step] && (needs[step] === undefined || may(actor, needs[step]))) ?? 'nothing'
}
