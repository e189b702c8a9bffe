/** What the plan and its report share: every measure of a plan in the words of the report, with what it still wins. */
import type { Action } from '#db/plan-tables.ts'
import { questionnaireWithHash } from '#app/assessments/questionnaires.server.ts'
import { evidenceOf, storedAnswers, storedResult, type Scan } from '#app/assessments/scan.server.ts'
import type { Questionnaire } from '#app/core/questionnaire.ts'
import type { Evidence, MeasureResult, Result } from '#app/core/result.ts'
import { measureView } from '#app/reports/measure-view.ts'
import { toldFrom, type Told } from '#app/reports/told.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { MeasureWords } from '#app/plans/plan-view.ts'
import { world } from '#app/world.server.ts'

export type PlanFigures = {
  readonly measures: ReadonlyMap<string, MeasureWords>
  /** ids in order of advice */
  readonly advice: readonly string[]
  readonly evidence: Evidence
  readonly result: Result
}

/** `scan`: the newest finished one. A measure that its questionnaire has no more keeps the words it was adopted with, and wins nothing. */
export async function planFigures(scan: Scan, actions: readonly Action[]): Promise<PlanFigures> {
  const result = await storedResult(world(), scan.assessment.id)
  if (result === null) throw new Error(`the finished scan ${scan.assessment.id} has no result`)
  const evidence = evidenceOf(scan.assessment, await storedAnswers(world(), scan.assessment.id))
  const told = toldFrom(scan.questionnaire, evidence, result)
  const measures = new Map(result.measures.map(one => [one.id, wordsOf(told, one)]))
  for (const { measureId, questionnaireHash } of actions) {
    if (measureId === null || questionnaireHash === null || measures.has(measureId)) continue
    const known = scan.questionnaire.measures.some(({ id }) => id === measureId)
    const from = known ? scan.questionnaire : await questionnaireWithHash(world().database, questionnaireHash)
    measures.set(measureId, wordsOf(withoutFigures(from, evidence, result), { id: measureId, open: false, fixesMust: false, gain: 0, effort: 0, after: [] }))
  }
  return { measures, advice: result.measures.map(({ id }) => id), evidence, result }
}

/** What another questionnaire is told from here: its words only, no answer is counted with it. */
function withoutFigures(questionnaire: Questionnaire, evidence: Evidence, result: Result): Told {
  return toldFrom(questionnaire, { ...evidence, answers: {} }, result)
}

function wordsOf(told: Told, result: MeasureResult): MeasureWords {
  const { title, description, firstStep, call, minutes, effort, cost, wins } = measureView(told, result)
  const measure = told.questionnaire.measures.find(one => one.id === result.id)!
  const sources = measure.sources.flatMap(id => {
    const source = told.questionnaire.sources.find(one => one.id === id)
    return source === undefined ? [] : [source.strength === 'judgement' ? { title: m.report_source_judgement(), url: null } : { title: source.title, url: source.url }]
  })
  return { title, description, firstStep, call, minutes, effort, cost, free: measure.cost === 'none', wins: result.open ? wins : [], sources }
}
