/** What the accountability page tells of the catalogue: figures, weights, bounds, sources, judgement, the guide and the history. */
import type { Hours, Questionnaire } from '#app/core/questionnaire.ts'
import { isScored } from '#app/core/questionnaire.ts'
import { needed } from '#app/core/counted.ts'
import { levelOf } from '#app/core/numbers.ts'
import { date, duration, inHours, number, say } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { Catalogue } from '../catalogue.server.ts'
import type { HistoryEntry } from '../history.ts'
import { usualMarks } from '../marks.ts'
import { thinkingSeconds, wordsPerMinute } from '../reading-time.ts'
import { general } from '../sectors.ts'
import type { Basis } from './basis.ts'
import { basisOf } from './basis.ts'
import { judgementGroups, moduleTitle, sourceGroups, strengthRows } from './sources-view.ts'

export type LevelView = { readonly level: 1 | 2 | 3 | 4 | 5; readonly name: string; readonly from: number; readonly to: number }
/** `date` is 2026-11-24, `day` the same in words. */
export type HistoryView = {
  readonly versions: string
  readonly date: string
  readonly day: string
  readonly what: string
  readonly why: string
}
export type AccountabilityView = ReturnType<typeof accountabilityView>

/** In the language of the page. */
export function accountabilityView(catalogue: Pick<Catalogue, 'sectors' | 'questionnaire' | 'history'>) {
  const questionnaires = catalogue.sectors.map((sector) => catalogue.questionnaire(sector.id))
  const core = catalogue.questionnaire(general)
  const basis = basisOf(questionnaires)
  const strengths = strengthRows(basis)
  const sum = (key: 'all' | 'more' | 'one' | 'judgement') => strengths.reduce((total, row) => total + row[key], 0)
  const total = { all: sum('all'), more: sum('more'), one: sum('one'), judgement: sum('judgement') }
  return {
    figures: {
      questions: total.all,
      sourced: total.more + total.one,
      judged: total.judgement,
      sectors: questionnaires.length,
      measures: basis.claims.filter((claim) => claim.kind === 'measure').length,
      sources: basis.sources.length,
    },
    levels: levelViews(),
    floor: floorRows(),
    judgement: judgementFacts(basis, questionnaires),
    judgementGroups: judgementGroups(basis),
    strengths,
    total,
    sourceGroups: sourceGroups(basis),
    campaign: core.scenarios
      .filter((scenario) => scenario.campaign)
      .map((scenario) => ({ title: say(scenario.title), hours: lengthOf(scenario.target) })),
    topics: core.topics.map((topic) => ({ title: say(topic.title), questions: questionsOn(core, topic.id) })),
    history: catalogue.history.map((entry) => historyView(basis, entry)),
  }
}

function questionsOn(core: Questionnaire, topic: string): number {
  return core.questions.filter((question) => isScored(question) && question.topics.includes(topic)).length
}

/** The points of each level, as the scoring has them. */
export function levelViews(): LevelView[] {
  const names = [m.report_level_1(), m.report_level_2(), m.report_level_3(), m.report_level_4(), m.report_level_5()]
  const all = Array.from({ length: 101 }, (_, points) => points)
  return ([1, 2, 3, 4, 5] as const).map((level) => {
    const points = all.filter((one) => levelOf(one) === level)
    return { level, name: names[level - 1]!, from: points[0]!, to: points.at(-1)! }
  })
}

/** How much is needed in a disruption of 72 hours, for each tolerance that can be answered up to it. */
function floorRows() {
  const target = 72
  return [0, 8, 24, 48, target].map((tolerance) => ({
    tolerance: inHours(tolerance),
    needed: inHours(needed(target, tolerance)),
    floor: needed(target, tolerance) > target - tolerance,
  }))
}

function judgementFacts(basis: Basis, questionnaires: readonly Questionnaire[]) {
  const weights = basis.modules.flatMap((module) => module.questions.filter(isScored).map((question) => question.weight))
  const themeWeights = questionnaires.flatMap((one) => one.themes.map((theme) => theme.weight))
  const [first] = questionnaires
  return {
    questionWeights: range(weights),
    themeWeights: range(themeWeights),
    reasons: questionnaires.flatMap((one) => {
      if (one.themeWeightReason === undefined) return []
      const weights = one.themes.map((theme) => `${say(theme.title)} ${number(theme.weight, 2)}`).join(' · ')
      return [{ id: one.sector.id, sector: say(one.sector.title), weights, reason: say(one.themeWeightReason) }]
    }),
    scenarios: (first?.scenarios ?? []).map((scenario) => ({
      id: scenario.id,
      title: say(scenario.title),
      hours: lengthOf(scenario.target),
    })),
    marks: usualMarks.map(lengthOf).join(' · '),
    seconds: number(thinkingSeconds),
    words: number(wordsPerMinute),
  }
}

/** In hours as far as the hour bar counts in hours, in weeks beyond. */
function lengthOf(hours: Hours): string {
  return typeof hours === 'number' && hours <= 72 ? inHours(hours) : duration(hours)
}

/** The smallest and the largest, null where all are the same. */
function range(weights: readonly number[]): { readonly from: string; readonly to: string } | null {
  const [from, to] = [Math.min(...weights), Math.max(...weights)]
  return from === to ? null : { from: number(from, 2), to: number(to, 2) }
}

function historyView(basis: Basis, entry: HistoryEntry): HistoryView {
  const versions = entry.versions.map((one) => {
    const [module = '', version = ''] = one.split('@')
    return module === 'all' ? m.account_history_all({ version }) : m.account_history_one({ module: moduleTitle(basis, module), version })
  })
  const day = date(Date.parse(`${entry.date}T12:00:00Z`))
  return { versions: versions.join(', '), date: entry.date, day, what: say(entry.what), why: say(entry.why) }
}
