/** The whole result of an assessment from a questionnaire and its evidence, exactly as the interface answers it. */
import { count } from './counted.ts'
import { firstFive, measureResults } from './measures.ts'
import { scenarioResult, timelinesOf } from './scenario.ts'
import { certaintyOf, scoresOf } from './score.ts'
import type { Questionnaire } from './questionnaire.ts'
import type { Evidence, Result } from './result.ts'

/**
 * Scores, scenarios and advice. Same questionnaire and evidence in, same result out; unrounded numbers. Evidence is to have passed
 * `checkEvidence`: throws on an answer that the questionnaire cannot read.
 */
export function evaluate(questionnaire: Questionnaire, evidence: Evidence): Result {
  const counted = count(questionnaire, evidence)
  const timelines = timelinesOf(counted)
  const { overall, themes } = scoresOf(counted)
  const { completeness, certainty, unknownCount } = certaintyOf(counted)
  const scenarios = timelines.map((timeline) => scenarioResult(counted, timeline))
  const measures = measureResults(counted, timelines)
  return {
    scoringVersion: 1,
    questionnaire: questionnaire.hash,
    tolerance: counted.tolerance,
    overall,
    themes,
    completeness,
    certainty,
    unknownCount,
    scenarios,
    measures,
    first: firstFive(measures, scenarios),
  }
}
