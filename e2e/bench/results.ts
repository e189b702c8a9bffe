/** How long a whole result and a plan for 24 hours take. */
import { evaluate } from '#app/core/evaluate.ts'
import { planFor } from '#app/core/plan.ts'
import type { Measure, Question, Questionnaire } from '#app/core/questionnaire.ts'
import type { Evidence } from '#app/core/result.ts'
import { pick, repeating } from '#app/catalogue/simulation/random.ts'
import { companyOf, largestQuestionnaire } from './sample-answers.ts'
import { median, readable } from './table.ts'
import type { Line } from './table.ts'

const budgetHours = 24

export async function measureResults(): Promise<Line[]> {
  const questionnaire = largestQuestionnaire()
  const random = repeating(2)
  const companies = Array.from({ length: 400 }, () => companyOf(questionnaire, random))
  const whole = timesOf(companies, company => evaluate(questionnaire, company))
  const plans = timesOf(companies, company => planFor(questionnaire, company, budgetHours))

  const synthetic = withMeasures(questionnaire, 60, random)
  const hard = timesOf(companies.slice(0, 200).map(company => weakened(synthetic, company, random)), company => planFor(synthetic, company, budgetHours))
  return [
    {
      name: `whole result (${questionnaire.measures.length} measures, ${questionnaire.scenarios.length} scenarios)`,
      figure: `${readable(median(whole))} ms, worst ${readable(Math.max(...whole))}`,
      bar: '≤ 2 ms',
      met: median(whole) <= 2,
    },
    planLine(`plan for ${budgetHours} hours (${questionnaire.measures.length} measures)`, plans),
    planLine(`plan for ${budgetHours} hours (60 made-up measures)`, hard),
  ]
}

export function planLine(name: string, times: readonly number[]): Line {
  const [middle, worst] = [median(times), Math.max(...times)]
  return { name, figure: `${readable(middle)} ms, worst ${readable(worst)}`, bar: '≤ 50 ms, worst ≤ 200', met: middle <= 50 && worst <= 200 }
}

/** Milliseconds for each, after a first pass over some of them to warm up. */
export function timesOf<T>(companies: readonly T[], compute: (company: T) => unknown): number[] {
  for (const company of companies.slice(0, 50)) compute(company)
  return companies.map(company => {
    const start = performance.now()
    compute(company)
    return performance.now() - start
  })
}

/** The questionnaire with as many measures as said, each lifting one to three questions, so that many of them overlap. */
export function withMeasures(questionnaire: Questionnaire, count: number, random: () => number): Questionnaire {
  const scored = questionnaire.questions.filter(question => question.type !== 'info' && question.type !== 'tolerance' && question.showIf === undefined)
  const measures = Array.from({ length: count }, (_, index): Measure => {
    const lifted = new Set(Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(random, scored)))
    return {
      ...questionnaire.measures[0]!,
      id: `made-up-${index}`,
      showIf: undefined,
      effort: (1 + Math.floor(random() * 16)) / 2,
      lifts: [...lifted].map(question => liftOf(question, random)),
    }
  })
  return { ...questionnaire, hash: 'made-up', measures }
}

function liftOf(question: Question, random: () => number) {
  if (question.type !== 'checklist') return { question: question.id, option: pick(random, question.options!.slice(1)).id }
  const items = question.items!.filter(() => random() < 0.5).map(item => item.id)
  return { question: question.id, items: items.length > 0 ? items : [question.items![0]!.id] }
}

/** The same company with the worst answer to two questions in three, so that nearly every measure is open. */
export function weakened(questionnaire: Questionnaire, company: Evidence, random: () => number): Evidence {
  const answers = Object.entries(company.answers).map(([id, answer]) => {
    const question = questionnaire.questions.find(one => one.id === id)!
    const scored = question.type !== 'info' && question.type !== 'tolerance'
    return [id, scored && random() < 0.67 ? { unknown: true as const } : answer] as const
  })
  return { ...company, answers: Object.fromEntries(answers) }
}
