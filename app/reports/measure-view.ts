/** A measure as the report tells it: first step, whom to call, minutes, money, and what it wins. */
import type { Measure } from '#app/core/questionnaire.ts'
import type { MeasureResult } from '#app/core/result.ts'
import { points } from '#app/core/numbers.ts'
import { effort, say } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { costWords, inMiddle, moment } from './moments.ts'
import type { Told } from './told.ts'

export type MeasureView = {
  readonly id: string
  readonly title: string
  readonly description: string | null
  readonly firstStep: string
  readonly call: string | null
  /** "20 minuten": the first step */
  readonly minutes: string
  /** "in totaal 1 uur" */
  readonly effort: string
  readonly cost: string
  /** what it wins, the most important first: a must, hours, points */
  readonly wins: readonly string[]
  readonly fixesMust: boolean
  readonly first: boolean
  readonly cited: readonly number[]
}

/** `wins` names at most two scenarios: the campaign's first. */
export function measureView(told: Told, result: MeasureResult): MeasureView {
  const measure = measureWith(told, result.id)
  return {
    id: measure.id,
    title: told.words(measure.title, measure.sizeOne),
    description: measure.description === undefined ? null : told.words(measure.description, measure.descriptionSizeOne),
    firstStep: told.words(measure.firstStep, measure.firstStepSizeOne),
    call: measure.call === undefined ? null : inMiddle(say(measure.call)),
    minutes: m.report_minutes({ n: measure.minutes }),
    effort: m.report_whole_effort({ effort: effort(measure.effort) }),
    cost: costWords(measure.cost),
    wins: winsOf(told, result),
    fixesMust: result.fixesMust,
    first: told.result.first.includes(measure.id),
    cited: told.citations.cite(measure.sources),
  }
}

export function measureWith(told: Told, id: string): Measure {
  const measure = told.questionnaire.measures.find(one => one.id === id)
  if (measure === undefined) throw new Error(`the questionnaire has no measure ${id}`)
  return measure
}

function winsOf(told: Told, result: MeasureResult): string[] {
  const moved = told.questionnaire.scenarios.flatMap(scenario => {
    const after = result.after.find(one => one.scenario === scenario.id)
    const before = told.result.scenarios.find(one => one.id === scenario.id)
    if (after === undefined || typeof before?.endurance !== 'number') return []
    const from = before.known ? moment(before.endurance) : m.report_win_unknown()
    return [{ campaign: scenario.campaign, words: m.report_win_scenario({ opening: inMiddle(say(scenario.opening)), before: from, after: moment(after.endurance) }) }]
  })
  const hours = [...moved.filter(one => one.campaign), ...moved.filter(one => !one.campaign)].slice(0, 2).map(one => one.words)
  return [...(result.fixesMust ? [m.report_win_must()] : []), ...hours, pointsWon(result.gain)]
}

function pointsWon(gain: number): string {
  const won = points(gain)
  if (won === 0) return m.report_win_little()
  return won === 1 ? m.report_win_point() : m.report_win_points({ n: won })
}
