/** What the page of suppliers shows: each supplier's hours beside the company's own, added up, in words. */
import { position } from '#app/core/hour-bar.ts'
import type { Hours, Questionnaire } from '#app/core/questionnaire.ts'
import { date, duration, inHours, say } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { AskedSupplier } from './ask.server.ts'
import { together, type OwnSupplies } from './figures.ts'

/** "72 uur", "13 dagen", "2 weken of langer": in hours as long as people count in hours, in days beyond where it comes out even. */
export function span(hours: Hours): string {
  return hours === 'unlimited' || (hours > 72 && hours % 24 === 0) ? duration(hours) : inHours(hours)
}

/** One scenario: `bar` in positions of the hour bar, where he stops and where the company does. */
export type FigureView = {
  readonly id: string
  readonly opening: string
  readonly delivers: string
  readonly then: string
  /** null where the two cannot be added up */
  readonly sum: string | null
  readonly bar: { readonly supplier: number; readonly both: number | null }
}
export type SupplierView = {
  readonly id: string
  readonly label: string
  readonly asker: string
  readonly state: string
  readonly live: boolean
  readonly has: boolean
  readonly both: readonly FigureView[]
  /** what hits the supplier alone */
  readonly alone: readonly FigureView[]
  /** names of the scenarios that he sent nothing about */
  readonly notSent: readonly string[]
}

function thenWords(own: OwnSupplies): string {
  switch (own.kind) {
    case 'notNeeded':
      return m.supplier_then_not_needed()
    case 'unknown':
    case 'open':
      return m.supplier_then_unknown()
    case 'lasts':
      return own.hours === 0 ? m.supplier_then_not() : m.supplier_then({ hours: span(own.hours) })
  }
}

/** One figure beside the company's own answer: "Levert nog 24 uur · jij houdt het daarna 48 uur vol · samen 72 uur". */
export function figureWords(supplier: Hours, own: OwnSupplies): Pick<FigureView, 'delivers' | 'then' | 'sum'> {
  const sum = together(supplier, own)
  return {
    delivers: supplier === 'unlimited' ? m.supplier_delivers_long() : supplier === 0 ? m.supplier_delivers_not() : m.supplier_delivers({ hours: span(supplier) }),
    then: thenWords(own),
    sum: sum === null ? null : m.supplier_sum({ hours: span(sum) }),
  }
}

/** One link of the list; the scenarios are those of the company's own questionnaire, so that it reads its own words. */
export function supplierView({ link, received }: AskedSupplier, own: OwnSupplies, scenarios: Questionnaire['scenarios'], now: number): SupplierView {
  const live = link.expiresAt > now
  const until = date(link.expiresAt)
  const figures = received?.hours ?? {}
  const sent = scenarios.filter(one => figures[one.id] !== undefined)
  const figure = (one: (typeof scenarios)[number]): FigureView => {
    const hours = figures[one.id]!
    const sum = together(hours, own)
    return { id: one.id, opening: say(one.opening), ...figureWords(hours, own), bar: { supplier: position(hours), both: sum === null ? null : position(sum) } }
  }
  const empty = live ? m.supplier_waiting({ until }) : m.supplier_waiting_ended({ until })
  const told = (sentAt: number) => (live ? m.supplier_received({ date: date(sentAt), until }) : m.supplier_received_ended({ date: date(sentAt), until }))
  return {
    id: link.id,
    label: link.label,
    asker: link.asker,
    state: received === null ? empty : told(received.sentAt),
    live,
    has: received !== null,
    both: sent.filter(one => one.extent !== 'company').map(figure),
    alone: sent.filter(one => one.extent === 'company').map(figure),
    notSent: received === null ? [] : scenarios.filter(one => figures[one.id] === undefined).map(one => say(one.title)),
  }
}

/** The company's own answer, in a sentence. */
export function ownSentence(own: OwnSupplies): string {
  switch (own.kind) {
    case 'lasts':
      return own.hours === 0 ? m.supplier_own_at_once() : m.supplier_own_lasts({ hours: span(own.hours) })
    case 'notNeeded':
      return m.supplier_own_not_needed()
    case 'unknown':
      return m.supplier_own_unknown()
    case 'open':
      return m.supplier_own_open()
  }
}

/** The heading: what came in. */
export function suppliersHeading(asked: readonly AskedSupplier[]): string {
  const received = asked.filter(one => one.received !== null).length
  if (asked.length === 0) return m.supplier_title_none()
  if (received === 0) return m.supplier_title_waiting()
  return received === 1 ? m.supplier_title_one() : m.supplier_title_many({ n: received })
}
