/** Overall and theme scores per second: core's function against SurveyJS with a model that is made once and reused. */
import { FunctionFactory, Model } from 'survey-core'
import type { Questionnaire } from '#app/core/questionnaire.ts'
import type { Evidence } from '#app/core/result.ts'
import { scores } from '#app/core/score.ts'
import { repeating } from '#app/catalogue/simulation/random.ts'
import { companyOf, largestQuestionnaire } from './sample-answers.ts'
import { dataOf, scoringFunctions, surveyOf } from './survey-model.ts'
import { median, readable } from './table.ts'
import type { Line } from './table.ts'

/** Seconds that each side is measured in one round; rounds take turns, so that a busy machine slows both. */
const seconds = 1
const rounds = 5
/** Different companies, one after the other, so that no answer is the same as the one before. */
const companies = 64

export async function measureScores(): Promise<Line[]> {
  const questionnaire = largestQuestionnaire()
  const random = repeating(1)
  const evidence = Array.from({ length: companies }, () => companyOf(questionnaire, random))
  const survey = surveyFor(questionnaire)
  const data = evidence.map(dataOf)
  insistOnSameScores(questionnaire, evidence, survey, data)

  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < rounds; round++) {
    ours.push(perSecond(turn => scores(questionnaire, evidence[turn % companies]!).overall.score))
    theirs.push(
      perSecond(turn => {
        survey.data = data[turn % companies]!
        return survey.getVariable('score') as number | null
      }),
    )
  }
  const [core, surveyJs] = [median(ours), median(theirs)]
  const ratio = core / surveyJs
  return [
    {
      name: `overall and theme scores (${questionnaire.questions.length} questions)`,
      figure: `${readable(core)}/s`,
      baseline: `${readable(surveyJs)}/s SurveyJS, model reused`,
      ratio: `${readable(ratio)}×`,
      bar: '≥ 300×',
      met: ratio >= 300,
    },
  ]
}

function surveyFor(questionnaire: Questionnaire): Model {
  for (const [name, run] of Object.entries(scoringFunctions(questionnaire))) FunctionFactory.Instance.register(name, run)
  return new Model(surveyOf(questionnaire))
}

/** Both sides have to do the same work: throws where a theme or overall score differs for any of the companies. */
function insistOnSameScores(questionnaire: Questionnaire, evidence: readonly Evidence[], survey: Model, data: readonly Record<string, unknown>[]): void {
  for (const [position, company] of evidence.entries()) {
    const { overall, themes } = scores(questionnaire, company)
    survey.data = data[position]!
    const ours = new Map([['score', overall.score], ...themes.map(theme => [`score-${theme.id}`, theme.score] as const)])
    for (const [name, score] of ours) {
      const other = (survey.getVariable(name) ?? null) as number | null
      const same = score === null || other === null ? score === other : Math.abs(score - other) < 1e-9
      if (!same) throw new Error(`Company ${position}: ${name} is ${score} here and ${other} in SurveyJS.`)
    }
  }
}

let sink: unknown
function perSecond(compute: (turn: number) => unknown): number {
  let turns = 0
  const start = performance.now()
  const end = start + seconds * 1000
  while (performance.now() < end) for (let batch = 0; batch < 16; batch++) sink = compute(turns++)
  return turns / ((performance.now() - start) / 1000)
}
void sink
