/** A finished scan in one line for a list: its level, and how long the company goes on in the worst scenario of the campaign. */
import type { Mode, Questionnaire } from '#app/core/questionnaire.ts'
import type { Level, Result } from '#app/core/result.ts'
import { findingOf, worstOf } from './findings.ts'
import { levelNames } from './level-view.ts'

export type ScanHeadline = {
  readonly level: { readonly number: Level; readonly name: string } | null
  /** "Zonder stroom stop je na 4 uur. 48 uur heb je nodig."; null for a questionnaire without scenarios */
  readonly finding: string | null
}

/** In the language of the page, in the words of the report. */
export function headlineOf(questionnaire: Questionnaire, result: Result, mode: Mode): ScanHeadline {
  const { level } = result.overall
  const told = questionnaire.scenarios.flatMap(scenario => {
    const found = result.scenarios.find(one => one.id === scenario.id)
    return found === undefined ? [] : [{ scenario, result: found }]
  })
  const worst = worstOf(told)
  return {
    level: level === null ? null : { number: level, name: levelNames[level]() },
    finding: worst === undefined ? null : findingOf(worst.scenario, worst.result, mode).heading,
  }
}
