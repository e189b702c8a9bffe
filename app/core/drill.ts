/** The script of a half-hour table-top drill, made from a company's own answers: ids and numbers only, the words are put to them elsewhere. */
import { count, type Counted } from './counted.ts'
import { compareNumbers } from './numbers.ts'
import { timelinesOf, type Timeline } from './scenario.ts'
import { isUnmetMust } from './score.ts'
import { standing } from './visibility.ts'
import type { Answer } from './answers.ts'
import type { PreparedStep } from './prepared.ts'
import type { Questionnaire, Scenario } from './questionnaire.ts'
import type { Evidence, Result, ScenarioResult } from './result.ts'

/** A drill lasts half an hour: so long for the opening, for all the injects together, and for the closing, in minutes. */
export const drillMinutes = { opening: 3, injects: 21, closing: 6 } as const
export const fewestInjects = 5
export const mostInjects = 7

/**
 * What an inject is: something falls away, the company stops, it lasts, a question about what is not in order, about what nobody knew, about
 * what was answered, or it is over.
 */
export type InjectKind = 'falls' | 'stops' | 'lasts' | 'must' | 'unknown' | 'check' | 'over'
export type Inject = {
  readonly id: string
  readonly kind: InjectKind
  /** hours since the scenario began; never less than of the inject before */
  readonly at: number
  /** minute of the half hour at which it begins, and how many it takes */
  readonly minute: number
  readonly minutes: number
  /** positions in the timeline of the scenario of what falls away now */
  readonly falls: readonly number[]
  /** stops: what stops the company */
  readonly resource: string | null
  /** ids of visible questions that it is about */
  readonly questions: readonly string[]
  /** position of the sector's own question for the table, or null */
  readonly scene: number | null
}
export type DrillScript = {
  readonly scenario: string
  readonly minutes: number
  readonly injects: readonly Inject[]
  /** minute at which the closing begins */
  readonly closing: number
  /** ids of the questions that it asks, each once, in order of the script */
  readonly questions: readonly string[]
  /** those of them with an answer that can turn out to be right: nobody exercises what nobody knows */
  readonly answered: readonly string[]
}

/** The steps of the script that have a place for a note. */
export const openingStep = 'opening'
export const closingSteps = ['went-well', 'went-wrong'] as const
/** Ids of every step where something can be written down. */
export function noteSteps(script: DrillScript): string[] {
  return [openingStep, ...script.injects.map(({ id }) => id), ...closingSteps]
}

/** The scenario to drill first: where the least of what is needed is there; a campaign one on ties, then the first. */
export function weakestScenario(questionnaire: Questionnaire, scenarios: readonly ScenarioResult[]): string {
  const campaign = (id: string) => questionnaire.scenarios.some(one => one.id === id && one.campaign)
  const order = scenarios.toSorted((a, b) => compareNumbers(a.coverage ?? 2, b.coverage ?? 2) || Number(campaign(b.id)) - Number(campaign(a.id)))
  const first = order[0]?.id ?? questionnaire.scenarios[0]?.id
  if (first === undefined) throw new Error(`the questionnaire of ${questionnaire.sector.id} has no scenario`)
  return first
}

type Draft = Pick<Inject, 'id' | 'kind' | 'at'> & Partial<Inject>

/** The script for one scenario. Throws where the questionnaire has none with this id. */
export function drillScript(questionnaire: Questionnaire, evidence: Evidence, result: Result, scenarioId: string): DrillScript {
  const scenario = questionnaire.scenarios.find(one => one.id === scenarioId)
  const outcome = result.scenarios.find(one => one.id === scenarioId)
  const counted = count(questionnaire, evidence)
  const timeline = timelinesOf(counted).find(one => one.scenario.id === scenarioId)
  if (scenario === undefined || outcome === undefined || timeline === undefined) throw new Error(`there is no scenario ${scenarioId}`)
  const used = new Set<number>()
  // the question about what stops the company is kept for that moment
  const end = endOf(counted, scenario, outcome, timeline, used)
  const fixed = [...fallsOf(counted, scenario, timeline, used), ...end]
  const room = mostInjects - fixed.length
  const gaps = gapsOf(counted, timeline, used).slice(0, Math.min(3, room))
  const fill = checksOf(counted, timeline, used).slice(0, Math.max(0, fewestInjects - fixed.length - gaps.length))
  const injects = timed(spread(fixed, [...gaps, ...fill]), scenario.drill?.length ?? 0)
  const { opening, injects: middle, closing } = drillMinutes
  const questions = [...new Set(injects.flatMap(inject => inject.questions))]
  return {
    scenario: scenarioId,
    minutes: opening + middle + closing,
    injects,
    closing: opening + middle,
    questions,
    answered: questions.filter(id => isKnown(evidence.answers[id])),
  }
}

/** Whether it says something: an option or items. */
function isKnown(answer: Answer | undefined): boolean {
  return answer !== undefined && !('unknown' in answer) && !('notApplicable' in answer)
}

const idOf = (counted: Counted, index: number) => counted.prepared.questions[index]!.id

/** The first three moments at which something falls away, each with at most two questions about it. */
function fallsOf(counted: Counted, scenario: Scenario, timeline: Timeline, used: Set<number>): Draft[] {
  const moments = [...new Set(timeline.steps.map(step => step.at))].toSorted(compareNumbers).slice(0, 3)
  return moments.map(at => {
    const steps = timeline.steps.filter(step => step.at === at)
    const asked = steps.flatMap(step => step.questions).filter(index => !used.has(index) && counted.standings[index] !== standing.notApplicable)
    const questions = asked.slice(0, 2)
    for (const index of questions) used.add(index)
    return { id: `falls-${at}`, kind: 'falls', at, falls: steps.map(step => positionOf(scenario, step)), questions: questions.map(index => idOf(counted, index)) }
  })
}

function positionOf(scenario: Scenario, step: PreparedStep): number {
  return scenario.timeline.findIndex(one => one.at === step.at && one.resource === step.resource && one.when === step.when)
}

/** The moment at which the company stops, or that it lasts; and the end of it all. */
function endOf(counted: Counted, scenario: Scenario, outcome: ScenarioResult, timeline: Timeline, used: Set<number>): Draft[] {
  const { endurance, weakest } = outcome
  const stops = typeof endurance === 'number' && endurance < scenario.target
  const asked = stops ? timeline.steps.filter(step => step.resource === weakest).flatMap(step => step.questions) : []
  const answered = asked.filter(index => counted.standings[index]! > standing.notApplicable)
  const questions = answered.toSorted((a, b) => compareNumbers(counted.hours[a]!, counted.hours[b]!)).slice(0, 1)
  for (const index of questions) used.add(index)
  const ids = questions.map(index => idOf(counted, index))
  const last = Math.max(scenario.target, ...timeline.steps.map(step => step.at))
  const middle: Draft = stops
    ? { id: 'stops', kind: 'stops', at: endurance, resource: weakest, questions: ids }
    : { id: 'lasts', kind: 'lasts', at: Math.min(scenario.target, last) / 2 }
  return [middle, { id: 'over', kind: 'over', at: last }]
}

/** What is not in order in this scenario: musts first, then what nobody knew, the heaviest first. */
function gapsOf(counted: Counted, timeline: Timeline, used: Set<number>): Draft[] {
  const tagged = byWeight(counted, timeline.scenario.tagged.filter(index => !used.has(index)))
  const musts = tagged.filter(index => counted.standings[index]! > standing.open && isUnmetMust(counted, index))
  const unknown = tagged.filter(index => counted.standings[index] === standing.unknown && !musts.includes(index))
  // a must that nobody knows is a question to find out, as any other
  const drafts = [...musts, ...unknown].map(index => about(counted, index, counted.standings[index] === standing.unknown ? 'unknown' : 'must'))
  for (const index of [...musts, ...unknown].slice(0, 3)) used.add(index)
  return drafts
}

/** Answers to hold against the table: of this scenario first, then any. */
function checksOf(counted: Counted, timeline: Timeline, used: Set<number>): Draft[] {
  const { questions } = counted.prepared
  const tagged = new Set(timeline.scenario.tagged)
  const free = questions.filter(({ index, scored }) => scored && !used.has(index) && counted.standings[index] !== standing.hidden && counted.standings[index] !== standing.notApplicable)
  const order = byWeight(counted, free.map(({ index }) => index)).toSorted((a, b) => Number(tagged.has(b)) - Number(tagged.has(a)))
  return order.map(index => about(counted, index, counted.standings[index] === standing.answered ? 'check' : 'unknown'))
}

function about(counted: Counted, index: number, kind: InjectKind): Draft {
  const id = idOf(counted, index)
  return { id: `ask-${id}`, kind, at: 0, questions: [id] }
}

function byWeight(counted: Counted, indexes: readonly number[]): number[] {
  const { questions } = counted.prepared
  return indexes.toSorted((a, b) => compareNumbers(questions[b]!.weight, questions[a]!.weight) || a - b)
}

/** The questions between the moments: one after each in turn, some hours later but before the next. */
function spread(fixed: readonly Draft[], asked: readonly Draft[]): Draft[] {
  const order = fixed.toSorted((a, b) => compareNumbers(a.at, b.at))
  const slots = Math.max(1, order.length - 1)
  return order.flatMap((draft, place) => {
    const here = asked.filter((_, n) => n % slots === place)
    const until = order[place + 1]?.at ?? draft.at
    const apart = Math.min(2, (until - draft.at) / (here.length + 1))
    return [draft, ...here.map((one, n) => ({ ...one, at: quarter(draft.at + apart * (n + 1)) }))]
  })
}

/** Down to a whole quarter of an hour, as a clock is called out at a table. */
function quarter(hours: number): number {
  return Math.floor(hours * 4) / 4
}

/** Shares the minutes out, and gives the sector's own questions to what is not itself one. */
function timed(drafts: readonly Draft[], scenes: number): Inject[] {
  const each = Math.floor(drillMinutes.injects / drafts.length)
  const more = drillMinutes.injects - each * drafts.length
  let minute: number = drillMinutes.opening
  let latest = 0
  const moments = drafts.filter(({ kind }) => !isQuestion(kind))
  const sceneOf = (draft: Draft) => {
    const place = moments.indexOf(draft)
    return place < 0 || place >= scenes ? null : place
  }
  return drafts.map((draft, n) => {
    const minutes = each + (n < more ? 1 : 0)
    const begins = minute
    minute += minutes
    latest = Math.max(latest, draft.at)
    return { falls: [], resource: null, questions: [], ...draft, at: latest, minute: begins, minutes, scene: sceneOf(draft) }
  })
}

function isQuestion(kind: InjectKind): boolean {
  return kind === 'must' || kind === 'unknown' || kind === 'check'
}

/** Ids of the open measures that would put right what the drill asked about, in order of advice, at most `most`. */
export function measuresAfterDrill(questionnaire: Questionnaire, result: Result, script: DrillScript, most = 5): string[] {
  const asked = new Set(script.questions)
  const lifting = new Set(questionnaire.measures.filter(one => one.lifts.some(lift => asked.has(lift.question))).map(({ id }) => id))
  return result.measures.filter(one => one.open && lifting.has(one.id)).slice(0, most).map(({ id }) => id)
}

/** Hours since the scenario began as a day and a time by its clock, which starts on day 1 at nine. */
export function drillClock(at: number): { readonly day: number; readonly hour: number; readonly minute: number } {
  const minutes = 9 * 60 + Math.round(at * 60)
  return { day: 1 + Math.floor(minutes / 1440), hour: Math.floor(minutes / 60) % 24, minute: minutes % 60 }
}
