/** The plan as a table to go on with: what stands in it, or else the first measures with room for a name and a day. */
import type { ActionState } from '#app/core/actions.ts'
import { date } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { ReportView } from '../report-view.ts'
import { para, table, title, type Block } from './parts.server.ts'

/** An action in words. `dueOn`: a day, 2026-11-24. */
export type PlanLine = { readonly title: string; readonly owner: string | null; readonly dueOn: string | null; readonly state: ActionState }

const states: Record<ActionState, () => string> = {
  open: () => m.word_state_open(),
  busy: () => m.word_state_busy(),
  done: () => m.word_state_done(),
  declined: () => m.word_state_declined(),
}

/** A plan of so many rows stays on one page. */
const mostTogether = 12
/** Empty rows at the end, for what comes to mind on paper. */
const spare = 3

function introOf(plan: readonly PlanLine[], first: number): { heading: string; text: string } {
  if (plan.length > 0) return { heading: plan.length === 1 ? m.word_plan_one() : m.word_plan({ n: plan.length }), text: m.word_plan_intro() }
  if (first > 0) return { heading: m.word_plan_first(), text: m.word_plan_first_intro() }
  return { heading: m.word_plan_none(), text: m.word_plan_none_intro() }
}

/** `plan`: empty where nothing was taken up. */
export function planPart(view: ReportView, plan: readonly PlanLine[]): Block[] {
  const first = [...view.thisWeek, ...view.thisMonth]
  const { heading, text } = introOf(plan, first.length)
  const rows =
    plan.length > 0
      ? plan.map(line => [line.title, line.owner ?? '', line.dueOn === null ? '' : date(Date.parse(`${line.dueOn}T12:00:00Z`)), states[line.state]()])
      : first.map(measure => [measure.title, '', '', ''])
  return [
    title(2, heading),
    para(text),
    table({
      heads: [m.word_col_measure(), m.word_col_who(), m.word_col_when(), m.word_col_state()],
      shares: [46, 20, 19, 15],
      rows: [...rows, ...Array.from({ length: spare }, () => ['', '', '', ''])],
      rowHeight: 480,
      together: rows.length <= mostTogether,
      grid: true,
    }),
  ]
}
