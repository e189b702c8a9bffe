/** The least effort that meets the musts which some chosen measures leave open. Exact. */
import { count } from './counted.ts'
import { existingMeasures, lift } from './lifts.ts'
import { compareIds } from './numbers.ts'
import { isUnmetMust } from './score.ts'
import type { Counted } from './counted.ts'
import type { PreparedMeasure } from './prepared.ts'
import type { Evidence } from './result.ts'
import type { Scoring } from './scoring-only.ts'

/** Measures in the order of the questionnaire, and their effort together in hours. */
export type Fix = { readonly measures: readonly string[]; readonly effort: number }
export type OpenMusts = {
  /** the musts that stay open, in the order of the questionnaire; `fix` is null where no measures meet it */
  readonly musts: readonly { readonly id: string; readonly fix: Fix | null }[]
  /** what meets all of those that can be met */
  readonly together: Fix
}

/** What these measures (ids) leave open, and the least effort that meets it on top of them. */
export function openMusts(questionnaire: Scoring, evidence: Evidence, chosen: readonly string[]): OpenMusts {
  const counted = count(questionnaire, evidence)
  const existing = existingMeasures(counted)
  const done = existing.filter(({ id }) => chosen.includes(id))
  const rest = existing.filter(({ id }) => !chosen.includes(id))
  const { questions, musts } = counted.prepared
  const unmet = (after: Counted, some: readonly number[]) => some.filter((index) => isUnmetMust(after, index))
  const open = unmet(lift(counted, done), musts)
  const never = new Set(unmet(lift(counted, existing), open))
  const fixOf = (targets: readonly number[]) => toFix(leastEffort(counted, done, rest, targets), existing)
  const single = open.map((index) => ({ id: questions[index]!.id, fix: never.has(index) ? null : fixOf([index]) }))
  const parts = groups(open.filter((index) => !never.has(index)), rest).map((targets) => leastEffort(counted, done, rest, targets))
  return { musts: single, together: toFix(parts.flat(), existing) }
}

function toFix(chosen: readonly PreparedMeasure[], existing: readonly PreparedMeasure[]): Fix {
  const measures = existing.filter((measure) => chosen.includes(measure))
  return { measures: measures.map(({ id }) => id), effort: measures.reduce((sum, { effort }) => sum + effort, 0) }
}

const liftsOne = (measure: PreparedMeasure, targets: readonly number[]) => measure.lifts.some(({ question }) => targets.includes(question))

/** The targets, apart where no measure lifts one of both: each group is met on its own. */
function groups(targets: readonly number[], measures: readonly PreparedMeasure[]): number[][] {
  const parts: number[][] = []
  for (const target of targets) {
    const bound = measures.filter((measure) => liftsOne(measure, [target]))
    const near = parts.filter((part) => bound.some((measure) => liftsOne(measure, part)))
    for (const part of near) parts.splice(parts.indexOf(part), 1)
    parts.push([...near.flat(), target])
  }
  return parts
}

/** The measures of the least effort that meet all targets on top of `done`; of equals those found first, cheap ones first, then by id. */
function leastEffort(counted: Counted, done: readonly PreparedMeasure[], rest: readonly PreparedMeasure[], targets: readonly number[]): PreparedMeasure[] {
  const candidates = rest
    .filter((measure) => liftsOne(measure, targets))
    .toSorted((a, b) => a.effort - b.effort || compareIds(a.id, b.id))
  let best: readonly PreparedMeasure[] = []
  let bestEffort = Infinity

  function visit(chosen: readonly PreparedMeasure[], left: readonly PreparedMeasure[], effort: number): void {
    const lifted = lift(counted, [...done, ...chosen])
    const open = targets.filter((index) => isUnmetMust(lifted, index))
    if (open.length === 0) {
      if (effort < bestEffort) [best, bestEffort] = [chosen, effort]
      return
    }
    // every target still needs one more measure: the dearest of the cheapest is the least that all of them take
    const cheapest = open.map((index) => left.find((measure) => liftsOne(measure, [index]))?.effort ?? Infinity)
    if (effort + Math.max(...cheapest) >= bestEffort) return
    const ways = left.filter((measure) => liftsOne(measure, [open[0]!]))
    let others = left
    for (const way of ways) {
      others = others.filter((measure) => measure !== way)
      if (effort + way.effort < bestEffort) visit([...chosen, way], others, effort + way.effort)
    }
  }

  visit([], candidates, 0)
  return [...best]
}
