/** The dry run: many invented companies through every questionnaire, before a real one meets it. */
import type { Questionnaire } from '#app/core/questionnaire.ts'
import { sizes } from '#app/core/questionnaire.ts'
import { judge } from './judge.ts'
import type { Finding } from './judge.ts'
import { observe } from './observe.ts'
import type { Observation } from './observe.ts'

/** How many companies are invented for each sector, size and filling. */
export const thousand = 1000

export type DryRun = { readonly observations: readonly Observation[]; readonly findings: readonly Finding[] }

/**
 * Fills in each questionnaire for each size in each filling `companies` times, and judges what was seen. The same questionnaires
 * give the same run. All that share a module belong in one run: what nobody saw of it is judged over all of them.
 */
export function simulate(questionnaires: readonly Questionnaire[], companies: number = thousand): DryRun {
  const observations = questionnaires.flatMap((questionnaire) => sizes.map((size) => observe(questionnaire, size, companies)))
  return { observations, findings: judge(questionnaires, observations) }
}
