/** What the page for sending hours shows: for each who asked exactly what leaves, and what stands there now. */
import type { Hours, Questionnaire } from '#app/core/questionnaire.ts'
import { date, say } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { sameFigures, type Figures } from './figures.ts'
import type { Asker } from './send.server.ts'
import { span } from './supplier-view.ts'

export type FigureRow = { readonly id: string; readonly scenario: string; readonly hours: string }
export type SendView = {
  readonly linkId: string
  readonly asker: string
  readonly open: boolean
  /** what stands there now; null where nothing does */
  readonly sent: { readonly rows: readonly FigureRow[]; readonly date: string } | null
  /** what would be sent, where that is something else than what stands there; null where it is the same or nothing */
  readonly next: readonly FigureRow[] | null
}

function hoursWords(hours: Hours): string {
  return hours === 0 ? m.supplier_send_at_once() : span(hours)
}

/** The figures as rows, in the order of the scenarios. */
export function figureRows(figures: Figures, scenarios: Questionnaire['scenarios']): FigureRow[] {
  return scenarios.flatMap(one => {
    const hours = figures[one.id]
    return hours === undefined ? [] : [{ id: one.id, scenario: say(one.title), hours: hoursWords(hours) }]
  })
}

/** One who asked, for who can send `figures`. */
export function sendView({ linkId, asker, open, sent }: Asker, figures: Figures, scenarios: Questionnaire['scenarios']): SendView {
  const rows = figureRows(figures, scenarios)
  return {
    linkId,
    asker,
    open,
    sent: sent === null ? null : { rows: figureRows(sent.hours, scenarios), date: date(sent.sentAt) },
    next: rows.length === 0 || sameFigures(sent?.hours ?? null, figures) ? null : rows,
  }
}

/** The heading of the page: what stands there, or what can be done. */
export function sendHeading(views: readonly SendView[]): string {
  const [only, ...more] = views
  if (only === undefined) return m.supplier_send_title_none()
  if (more.length > 0) return m.supplier_send_title_many()
  return only.sent === null ? m.supplier_send_title({ asker: only.asker }) : m.supplier_send_title_sent({ asker: only.asker })
}
