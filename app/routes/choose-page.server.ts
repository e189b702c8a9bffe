/** What the page on which measures are chosen is made of: the newest finished scan, the plan, and what was asked in the address. */
import { randomUUID } from 'node:crypto'
import type { Questionnaire } from '#app/core/questionnaire.ts'
import { say } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { Action } from '#db/plan-tables.ts'
import { hourBarWords } from '#app/assessments/hour-bar-words.ts'
import { scanName } from '#app/assessments/scan-name.ts'
import { evidenceOf, storedAnswers, storedResult, type Scan } from '#app/assessments/scan.server.ts'
import { isToDo } from '#app/core/actions.ts'
import { may } from '#app/core/permissions.ts'
import { planFor } from '#app/core/plan.ts'
import type { Evidence } from '#app/core/result.ts'
import { scoringOnly } from '#app/core/scoring-only.ts'
import type { Paths } from '#app/paths.ts'
import type { ChooseMeasure, ChoosePageProps } from '#app/plans/choose-page.tsx'
import type { ChooseGround } from '#app/plans/choose-view.ts'
import { actionsOf } from '#app/plans/plan.server.ts'
import { measureView } from '#app/reports/measure-view.ts'
import { nameOf, toldFrom } from '#app/reports/told.ts'
import type { World } from '#app/world.server.ts'

/** The budgets in hours: two hours, half a day, a day, three days. */
const budgets = [2, 4, 8, 24] as const
type Budget = (typeof budgets)[number]

export type Asked = { readonly budget: Budget | null; readonly free: boolean; readonly chosen: readonly string[] }

/** What an address asks for: `uren`, `gratis` and any number of `kies`. */
export function askedIn(query: URLSearchParams): Asked {
  const budget = budgets.find(hours => String(hours) === query.get('uren')) ?? null
  return { budget, free: query.get('gratis') === 'ja', chosen: query.getAll('kies') }
}

function addressOf(choose: string, { budget, free }: Omit<Asked, 'chosen'>): string {
  const query = new URLSearchParams({ ...(budget === null ? {} : { uren: String(budget) }), ...(free ? { gratis: 'ja' } : {}) })
  return query.size === 0 ? choose : `${choose}?${query.toString()}`
}

/** `scan`: the newest finished one of its line. */
export async function choosePage(world: World, scan: Scan, asked: Asked, paths: Paths): Promise<Omit<ChoosePageProps, 'error'>> {
  const { assessment, questionnaire, actor } = scan
  const { budget, free } = asked
  const result = await storedResult(world, assessment.id)
  if (result === null) throw new Error(`scan ${assessment.id} is finished and has no result`)
  const evidence = evidenceOf(assessment, await storedAnswers(world, assessment.id))
  const told = toldFrom(questionnaire, evidence, result)
  const plan = new Map((await actionsOf(world.database.reader, assessment)).flatMap(action => (action.removedAt === null && action.measureId !== null ? [[action.measureId, action] as const] : [])))
  const costs = new Map(questionnaire.measures.map(measure => [measure.id, measure.cost]))
  const open = result.measures.filter(measure => measure.open)
  const measures = open
    .filter(({ id }) => !free || costs.get(id) === 'none')
    .map((measure): ChooseMeasure => {
      const { id, title, minutes, effort, cost, wins } = measureView(told, measure)
      const action = plan.get(id)
      return { id, title, facts: [minutes, effort, cost].join(' · '), wins: wins.join(' · '), ...(action === undefined ? { inPlan: null, ended: false } : inPlan(action)) }
    })
  const able = new Set(measures.flatMap(({ id, ended }) => (ended ? [] : [id])))
  const chosen = budget === null ? measures.flatMap(({ id }) => (able.has(id) && asked.chosen.includes(id) ? [id] : [])) : planFor(questionnaire, evidence, budget, id => able.has(id)).measures
  const choose = paths.choose(assessment.id)
  return {
    about: scanName(assessment),
    ...headOf(open.length),
    paths: { report: paths.report(assessment.id), plan: paths.plan(assessment.id), choose },
    may: may(actor, 'plan.change'),
    budgets: budgets.map(hours => ({ href: addressOf(choose, { budget: hours, free }), label: budgetWords[hours].label(), current: hours === budget })),
    planned: budget === null ? null : plannedWords(budget, chosen.length),
    free: { on: free, href: addressOf(choose, { budget, free: !free }) },
    measures,
    chosen,
    ground: groundOf(questionnaire, evidence, open.map(({ id }) => id), id => nameOf(told, told.question(id))),
    words: hourBarWords(),
    once: randomUUID(),
  }
}

function groundOf(questionnaire: Questionnaire, evidence: Evidence, measures: readonly string[], nameOfMust: (id: string) => string): ChooseGround {
  const campaign = questionnaire.scenarios.filter(scenario => scenario.campaign)
  return {
    scoring: scoringOnly(questionnaire, { scenarios: campaign.map(({ id }) => id), measures }),
    evidence,
    scenarios: campaign.map(({ id, opening, target }) => ({ id, opening: say(opening), target })),
    musts: Object.fromEntries(questionnaire.questions.flatMap(({ id, must }) => (must ? [[id, nameOfMust(id)]] : []))),
  }
}

function inPlan({ state }: Action): Pick<ChooseMeasure, 'inPlan' | 'ended'> {
  if (isToDo(state)) return { inPlan: m.choose_in_plan(), ended: false }
  return { inPlan: state === 'done' ? m.choose_is_done() : m.choose_is_declined(), ended: true }
}

function headOf(n: number): { heading: string; lead: string } {
  if (n === 0) return { heading: m.choose_title_none(), lead: m.choose_lead_none() }
  return { heading: n === 1 ? m.choose_title_one() : m.choose_title({ n }), lead: m.choose_lead() }
}

const budgetWords: Record<Budget, { label: () => string; time: () => string }> = {
  2: { label: m.choose_hours_2, time: m.choose_time_2 },
  4: { label: m.choose_hours_4, time: m.choose_time_4 },
  8: { label: m.choose_hours_8, time: m.choose_time_8 },
  24: { label: m.choose_hours_24, time: m.choose_time_24 },
}

function plannedWords(budget: Budget, n: number): string {
  const time = budgetWords[budget].time()
  if (n === 0) return m.choose_planned_none({ time })
  return n === 1 ? m.choose_planned_one({ time }) : m.choose_planned({ time, n })
}
