/** How long a what-if and a plan for 24 hours take: of the largest questionnaire, and of 60 measures made to be hard to choose from. */
import { openMusts } from '#app/core/fix-musts.ts'
import { choose, type Candidate } from '#app/core/choose.ts'
import { evaluate } from '#app/core/evaluate.ts'
import { planFor, whatIf } from '#app/core/plan.ts'
import { scores } from '#app/core/score.ts'
import { scoringOnly } from '#app/core/scoring-only.ts'
import { repeating, type Random } from '#app/catalogue/simulation/random.ts'
import { planLine, timesOf, weakened, withMeasures } from './results.ts'
import { companyOf, largestQuestionnaire } from './sample-answers.ts'
import { median, readable } from './table.ts'
import type { Line } from './table.ts'

const budgetHours = 24
const frame = 16

export async function measurePlans(): Promise<Line[]> {
  const questionnaire = largestQuestionnaire()
  const random = repeating(3)
  const bare = scoringOnly(questionnaire)
  const companies = Array.from({ length: 200 }, () => weakened(questionnaire, companyOf(questionnaire, random), random))
  const ticked = new Map(companies.map(company => [company, evaluate(questionnaire, company).measures.filter(one => one.open && random() < 0.3).map(one => one.id)]))
  // what the page works out at each tick: before, after, and what the open musts take
  const live = timesOf(companies, company => [whatIf(bare, company, []), whatIf(bare, company, ticked.get(company)!), openMusts(bare, company, ticked.get(company)!)])
  const once = timesOf(companies, company => scores(questionnaire, company))
  const synthetic = withMeasures(questionnaire, 60, random)
  const made = timesOf(companies, company => planFor(synthetic, company, budgetHours))
  const baseline = `${readable(median(once))} ms for the scores alone`
  return [
    {
      name: `what-if of one tick (${questionnaire.questions.length} questions, ${questionnaire.measures.length} measures)`,
      figure: `${readable(median(live))} ms, worst ${readable(Math.max(...live))}`,
      baseline,
      ratio: `${readable(median(live) / median(once))}×`,
      bar: `worst ≤ ${frame} ms`,
      met: Math.max(...live) <= frame,
    },
    { ...planLine(`plan for ${budgetHours} hours (60 made-up measures, weak companies)`, made), baseline },
    ...Object.entries(hard).map(([name, make]) => {
      const cases = Array.from({ length: 20 }, () => make(random))
      return planLine(`choice of 60 for ${budgetHours} hours: ${name}`, timesOf(cases, some => choose(some, budgetHours * 2)))
    }),
  ]
}

const sixty = (make: (n: number) => Candidate): Candidate[] => Array.from({ length: 60 }, (_, n) => make(n))
const whole = (random: Random, from: number, to: number) => from + Math.floor(random() * (to - from + 1))

/** Choices that a bound finds hard: all worth the same per hour, all overlapping, few different values, or nearly equal. */
const hard: Record<string, (random: Random) => Candidate[]> = {
  'worth by the hour, nearly equal': random =>
    sixty(n => {
      const effort = whole(random, 3, 16)
      return { effort, brings: [{ slot: n, value: effort + random() * 0.01 }] }
    }),
  'worth as much by the hour, with a fixed part': random =>
    sixty(n => {
      const effort = whole(random, 3, 16)
      return { effort, brings: [{ slot: n, value: effort + 1 }] }
    }),
  'three slots of twenty each': random =>
    sixty(() => ({ effort: whole(random, 1, 16), brings: slotsOf(random, 20).map(slot => ({ slot, value: 0.5 + random() })) })),
  'three slots of thirty, of three values': random => {
    const values = [1, 1.4, 2.1].map(value => value + random() / 10)
    return sixty(() => ({ effort: whole(random, 2, 6), brings: slotsOf(random, 30).map(slot => ({ slot, value: values[slot % 3]! })) }))
  },
  'near triplets over shared slots': random => {
    const kinds = Array.from({ length: 20 }, () => ({ effort: whole(random, 2, 12), slots: slotsOf(random, 20) }))
    return sixty(n => {
      const { effort, slots } = kinds[n % 20]!
      return { effort, brings: slots.map(slot => ({ slot, value: 1 + random() / 100 })) }
    })
  },
}

/** Three slots at most, drawn from so many. */
function slotsOf(random: Random, many: number): number[] {
  return [...new Set(Array.from({ length: 3 }, () => whole(random, 0, many - 1)))]
}
