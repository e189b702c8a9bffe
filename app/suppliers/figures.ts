/** What a supplier's hours and a company's own come to: which figures leave a scan, and how two of them add up. */
import { hoursOf } from '#app/core/scenario.ts'
import type { Counted } from '#app/core/counted.ts'
import { round9 } from '#app/core/numbers.ts'
import { standing } from '#app/core/visibility.ts'
import type { Hours } from '#app/core/questionnaire.ts'
import type { Result } from '#app/core/result.ts'

/** Scenario → when deliveries stop, in hours from its beginning. */
export type Figures = Readonly<Record<string, Hours>>

/** The figures that a finished scan can send: one for each scenario where answers decide it; what rests on "weet ik niet" stays behind. */
export function figuresOf(result: Pick<Result, 'scenarios'>): Figures {
  const decided = result.scenarios.filter(one => one.known && one.open.length === 0)
  return Object.fromEntries(decided.flatMap(one => (one.endurance === null ? [] : [[one.id, one.endurance]])))
}

/** True where both say the same of the same scenarios. */
export function sameFigures(a: Figures | null, b: Figures | null): boolean {
  if (a === null || b === null) return a === b
  const ids = Object.keys(a)
  return ids.length === Object.keys(b).length && ids.every(id => a[id] === b[id])
}

/** How long a company lasts once deliveries stop, as its own scan says. `open`: it was not asked or not answered. */
export type OwnSupplies = { readonly kind: 'lasts'; readonly hours: Hours } | { readonly kind: 'notNeeded' | 'unknown' | 'open' }

/** A company's own answer about supplies; the shortest, where more questions ask about them. */
export function ownSupplies(counted: Counted): OwnSupplies {
  const step = counted.prepared.scenarios.flatMap(one => one.steps).find(one => one.resource === 'supplies')
  const asked = step?.questions.filter(index => counted.standings[index] !== standing.hidden) ?? []
  if (step === undefined || asked.length === 0) return { kind: 'open' }
  const standings = asked.map(index => counted.standings[index])
  if (standings.every(one => one === standing.notApplicable)) return { kind: 'notNeeded' }
  const hours = hoursOf(counted, { ...step, questions: asked })
  if (hours === null) return { kind: 'open' }
  if (standings.includes(standing.unknown)) return { kind: 'unknown' }
  return { kind: 'lasts', hours: Number.isFinite(hours) ? hours : 'unlimited' }
}

/** When a company notices that a supplier stopped: his hours and its own after that. Null where that cannot be said. */
export function together(supplier: Hours, own: OwnSupplies): Hours | null {
  if (own.kind !== 'lasts') return null
  return supplier === 'unlimited' || own.hours === 'unlimited' ? 'unlimited' : round9(supplier + own.hours)
}
