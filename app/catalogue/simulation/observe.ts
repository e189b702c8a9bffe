/** Scores the invented companies of one sector and size, and keeps what the rules and the table need to know of them. */
import { count } from '#app/core/counted.ts'
import type { Counted } from '#app/core/counted.ts'
import { lift, raisesAnything } from '#app/core/lifts.ts'
import { points } from '#app/core/numbers.ts'
import type { PreparedMeasure } from '#app/core/prepared.ts'
import { prepare } from '#app/core/prepared.ts'
import type { Hours, Mode, Questionnaire, Size } from '#app/core/questionnaire.ts'
import type { Level } from '#app/core/result.ts'
import { enduranceOf, timelinesOf } from '#app/core/scenario.ts'
import { isUnmetMust, scoresOf } from '#app/core/score.ts'
import { holds, standing } from '#app/core/visibility.ts'
import { mustEffort } from '../checks/measures.ts'
import { companies } from './filling.ts'
import type { Company } from './filling.ts'

/** What a scan came to: whole points, and the level after the musts. */
export type Outcome = { readonly points: number; readonly level: Level; readonly capped: boolean }
/** A leaning company with the outcome of its full scan, and that of a quick scan with the same answers. */
export type Leaning = { readonly strength: number; readonly full: Outcome; readonly quick: Outcome | null }
/** How many companies something holds for. */
export type Tally = { seen: number; failed: number }

/** What was seen of all companies of one size in one sector; every map and set is by id. */
export type Observation = {
  readonly sector: string
  readonly size: Size
  /** companies in each filling */
  readonly companies: number
  /** questions that were visible */
  readonly shown: Readonly<Record<Mode, Set<string>>>
  /** points and levels of companies that answered everything outright: "I do not know" scores 0 in any questionnaire */
  readonly points: Readonly<Record<Mode, Set<number>>>
  readonly levels: Readonly<Record<Mode, Set<Level>>>
  /** measures that were open for somebody */
  readonly open: Set<string>
  /** musts: for how many it was unmet, and how many of these have no measure of at most four hours that fixes it */
  readonly musts: Map<string, Tally>
  /** scenarios: for how many no step of the timeline has a visible endurance question */
  readonly scenarios: Map<string, Tally>
  readonly leaning: Leaning[]
  /** scenario → the endurance of each leaning company */
  readonly endurance: Map<string, (Hours | null)[]>
}

/** By position of a must the measures of at most four hours that lift it. */
type Fixing = ReadonlyMap<number, readonly PreparedMeasure[]>

/** Invents `number` companies for each filling and scores them. */
export function observe(questionnaire: Questionnaire, size: Size, number: number): Observation {
  const prepared = prepare(questionnaire)
  const seen: Observation = {
    sector: questionnaire.sector.id,
    size,
    companies: number,
    shown: { full: new Set(), quick: new Set() },
    points: { full: new Set(), quick: new Set() },
    levels: { full: new Set(), quick: new Set() },
    open: new Set(),
    musts: new Map(),
    scenarios: new Map(prepared.scenarios.map(({ id }) => [id, { seen: 0, failed: 0 }])),
    leaning: [],
    endurance: new Map(prepared.scenarios.map(({ id }) => [id, []])),
  }
  const light = prepared.measures.filter((measure) => measure.effort <= mustEffort)
  const fixing: Fixing = new Map(
    prepared.musts.map((must) => [must, light.filter((measure) => measure.lifts.some(({ question }) => question === must))]),
  )
  for (const company of companies(questionnaire, size, number)) watch(seen, fixing, questionnaire, company)
  return seen
}

function watch(seen: Observation, fixing: Fixing, questionnaire: Questionnaire, { filling, strength, evidence }: Company): void {
  const counted = count(questionnaire, evidence)
  const full = outcome(seen, counted, 'full')
  const quick = outcome(seen, count(questionnaire, { ...evidence, mode: 'quick' }), 'quick')
  watchMeasures(seen, counted)
  watchMusts(seen, fixing, counted)
  for (const timeline of timelinesOf(counted)) {
    const { id } = timeline.scenario
    tally(seen.scenarios, id, timeline.steps.length === 0)
    if (filling === 'leaning') seen.endurance.get(id)!.push(enduranceOf(counted, timeline).endurance)
  }
  if (filling === 'leaning' && full !== null) seen.leaning.push({ strength, full, quick })
}

/** The outcome of a scan, null where nothing is scored. Keeps its questions, and of outright answers the points and the level. */
function outcome(seen: Observation, counted: Counted, mode: Mode): Outcome | null {
  const { questions } = counted.prepared
  let outright = true
  for (let index = 0; index < questions.length; index++) {
    const state = counted.standings[index]!
    if (state === standing.hidden) continue
    seen.shown[mode].add(questions[index]!.id)
    if (state !== standing.answered) outright = false
  }
  const { score, level, capped } = scoresOf(counted).overall
  if (score === null || level === null) return null
  if (outright) {
    seen.points[mode].add(points(score))
    seen.levels[mode].add(level)
  }
  return { points: points(score), level, capped }
}

/** Keeps which measures are open; one that was open before is not looked at again. */
function watchMeasures(seen: Observation, counted: Counted): void {
  for (const measure of counted.prepared.measures) {
    if (seen.open.has(measure.id) || !exists(measure, counted)) continue
    if (raisesAnything(counted, lift(counted, [measure]), measure)) seen.open.add(measure.id)
  }
}

function watchMusts(seen: Observation, fixing: Fixing, counted: Counted): void {
  const { musts, questions } = counted.prepared
  for (const must of musts) {
    if (!isUnmetMust(counted, must)) continue
    const fixed = fixing.get(must)!.some((one) => exists(one, counted) && !isUnmetMust(lift(counted, [one]), must))
    tally(seen.musts, questions[must]!.id, !fixed)
  }
}

function exists(measure: PreparedMeasure, counted: Counted): boolean {
  return measure.showIf === undefined || holds(measure.showIf, counted.facts)
}

function tally(tallies: Map<string, Tally>, id: string, failed: boolean): void {
  const known = tallies.get(id) ?? { seen: 0, failed: 0 }
  known.seen++
  if (failed) known.failed++
  tallies.set(id, known)
}
