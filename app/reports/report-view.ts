/** Everything the report says, in the reader's language and in the wording for the size of the company. Pure. */
import { regionName } from '#app/catalogue/regions.ts'
import { shifts } from '#app/core/advice.ts'
import { strengths } from '#app/core/explain.ts'
import { compareNumbers } from '#app/core/numbers.ts'
import { isScored, type Mode, type Questionnaire } from '#app/core/questionnaire.ts'
import type { Evidence, MeasureResult, Result } from '#app/core/result.ts'
import { visibleQuestions } from '#app/core/visibility.ts'
import { date, oneDecimal, say } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { answerWords } from './answer-words.ts'
import { baselineView, type BaselineView } from './baseline-view.ts'
import type { CitedSource } from './citations.ts'
import { explanationView, findOutViews, versionsOf, type ExplanationView, type FindOutView } from './explanation-view.ts'
import { worstOf } from './findings.ts'
import { oldIn } from './old-answers.ts'
import { firmnessView, type FirmnessView, type Marks } from './firmness-view.ts'
import { splitFirst } from './first-steps.ts'
import { levelView, unmetMustViews, type LevelView, type MustView } from './level-view.ts'
import { measureView, measureWith, type MeasureView } from './measure-view.ts'
import { scenarioRow, scenarioView, type ScenarioRow, type ScenarioView } from './scenario-view.ts'
import { themesView, type ThemesView } from './theme-view.ts'
import { pointName, toldFrom, type Told } from './told.ts'
import { topicViews, type Point, type TopicView } from './topic-view.ts'

export type MeasuresOfTheme = { readonly title: string; readonly heading: string; readonly measures: readonly MeasureView[] }
export type Fact = { readonly term: string; readonly text: string }
export type ReportView = {
  readonly mode: Mode
  /** of a seeded company: says so on screen and on paper */
  readonly example: boolean
  readonly date: string
  /** "core 1.0.0 + bouw 1.0.0": stands on every printed page */
  readonly version: string
  readonly mustGoOn: string | null
  /** id of the campaign scenario that page one is about */
  readonly worst: string | null
  readonly level: LevelView
  /** how much of the score rests on old answers; null where none does */
  readonly old: string | null
  readonly findOut: readonly FindOutView[]
  readonly findOutMore: string | null
  readonly thisWeek: readonly MeasureView[]
  readonly thisMonth: readonly MeasureView[]
  readonly topics: readonly TopicView[]
  readonly campaign: readonly ScenarioView[]
  readonly others: { readonly heading: string; readonly rows: readonly ScenarioRow[]; readonly someNotAsked: boolean }
  readonly musts: { readonly heading: string; readonly unmet: readonly MustView[] }
  readonly strengths: readonly Point[]
  readonly strengthsMore: string | null
  readonly measures: { readonly heading: string; readonly themes: readonly MeasuresOfTheme[] }
  readonly done: { readonly heading: string; readonly titles: readonly string[] } | null
  readonly themes: ThemesView
  readonly baseline: BaselineView
  readonly explanation: ExplanationView
  readonly firmness: FirmnessView
  readonly about: readonly Fact[]
  readonly scopeNote: string | null
  readonly sources: readonly CitedSource[]
}

/** What a report needs beside questionnaire, answers and result. `ownWords` and `marks`: by question. */
export type ReportContext = {
  readonly finishedAt: number
  readonly scope: 'company' | 'site'
  readonly example?: boolean
  readonly ownWords: Readonly<Record<string, string>>
  readonly marks?: Marks
  /** the day on which it is read (2026-11-24): answers that are old on it are marked */
  readonly today?: string
}

/** So many unknown answers and strengths are named where others are only counted. */
const namedFindOut = 3
const namedStrengths = 8

export function reportView(questionnaire: Questionnaire, evidence: Evidence, result: Result, context: ReportContext): ReportView {
  const told = toldFrom(questionnaire, evidence, result)
  const findOut = findOutViews(told)
  const old = oldIn(told, context.marks ?? {}, context.today)
  const scenarios = questionnaire.scenarios.map(scenario => ({ scenario, result: result.scenarios.find(one => one.id === scenario.id)! }))
  const shifting = new Map(shifts(questionnaire, evidence).map(one => [one.scenario, one.measures]))
  const first = result.first.map(id => result.measures.find(one => one.id === id)!)
  const { thisWeek, thisMonth } = splitFirst(first)
  const strong = strengths(questionnaire, evidence).map(question => ({ name: pointName(told, question), answer: answerWords(told, question) }))
  const view = {
    mode: evidence.mode,
    example: context.example === true,
    date: date(context.finishedAt),
    version: versionsOf(told),
    mustGoOn: mustGoOn(told, context),
    worst: worstOf(scenarios)?.scenario.id ?? null,
    level: levelView(told),
    old: old.share === 0 ? null : m.again_report({ percent: oneDecimal(100 * old.share).replace(/[.,]0$/, '') }),
    findOut: findOut.slice(0, namedFindOut),
    findOutMore: moreToFindOut(findOut.length - namedFindOut),
    thisWeek: thisWeek.map(measure => measureView(told, measure)),
    thisMonth: thisMonth.map(measure => measureView(told, measure)),
    topics: topicViews(told),
    campaign: scenarios.filter(({ scenario }) => scenario.campaign).map(one => scenarioView(told, one.scenario, one.result, shifting.get(one.scenario.id) ?? [])),
    others: othersView(told, scenarios.filter(({ scenario }) => !scenario.campaign)),
    musts: mustsView(told),
    strengths: strong.slice(0, namedStrengths),
    strengthsMore: strong.length > namedStrengths ? m.report_strengths_more({ n: strong.length - namedStrengths }) : null,
    measures: measuresView(told),
    done: doneView(told),
    themes: themesView(told),
    baseline: baselineView(told),
    explanation: explanationView(told, context.finishedAt, context.marks ?? {}, old),
    firmness: firmnessView(told, context.marks ?? {}),
    about: aboutView(told, context),
    scopeNote: context.scope === 'site' ? m.report_scope_site() : null,
  }
  return { ...view, sources: told.citations.list() }
}

/** What must go on, in own words where there are any; null where it was not said. */
export function mustGoOn(told: Told, context: { readonly ownWords: Readonly<Record<string, string>> }): string | null {
  const question = told.questionnaire.questions.find(one => one.type === 'info' && one.options?.some(option => option.ownWords === true))
  const answer = question === undefined ? undefined : told.evidence.answers[question.id]
  if (question === undefined || answer === undefined || !('option' in answer)) return null
  return answerWords(told, question, context.ownWords[question.id] ?? null)
}

function moreToFindOut(more: number): string | null {
  if (more <= 0) return null
  return more === 1 ? m.report_find_out_one_more() : m.report_find_out_more({ n: more })
}

type Pair = { readonly scenario: Questionnaire['scenarios'][number]; readonly result: Result['scenarios'][number] }

function othersView(told: Told, others: readonly Pair[]): ReportView['others'] {
  const known = others.filter(({ result }) => result.coverage !== null)
  const worst = known.reduce<Pair | undefined>((a, b) => (a === undefined || compareNumbers(b.result.coverage!, a.result.coverage!) < 0 ? b : a), undefined)
  const heading =
    worst === undefined
      ? m.report_other_none()
      : worst.result.coverage === 1
        ? m.report_other_fine()
        : m.report_other_finding({ title: say(worst.scenario.title) })
  return {
    heading,
    rows: others.map(({ scenario, result }) => scenarioRow(told, scenario, result)),
    someNotAsked: told.evidence.mode === 'quick' && known.length < others.length,
  }
}

function mustsView(told: Told): ReportView['musts'] {
  const { unmetMusts, musts } = told.result.overall
  const heading =
    musts === 0 ? m.report_musts_not_asked() : unmetMusts === 0 ? m.report_musts_met() : unmetMusts === 1 ? m.report_musts_unmet_one() : m.report_musts_unmet({ n: unmetMusts })
  return { heading, unmet: unmetMustViews(told) }
}

function measuresView(told: Told): ReportView['measures'] {
  const open = told.result.measures.filter(measure => measure.open)
  const heading = open.length === 0 ? m.report_measures_none() : open.length === 1 ? m.report_measures_one() : m.report_measures({ n: open.length })
  const themes = told.questionnaire.themes.map((theme): MeasuresOfTheme => {
    const measures = open.filter((measure: MeasureResult) => measureWith(told, measure.id).theme === theme.id).map(measure => measureView(told, measure))
    const title = say(theme.title)
    return { title, heading: measures.length === 1 ? m.report_theme_measures_one({ theme: title }) : m.report_theme_measures({ theme: title, n: measures.length }), measures }
  })
  return { heading, themes: themes.filter(theme => theme.measures.length > 0) }
}

function doneView(told: Told): ReportView['done'] {
  const titles = told.result.measures
    .filter(measure => !measure.open)
    .map(({ id }) => measureWith(told, id))
    .map(measure => told.words(measure.title, measure.sizeOne))
  if (titles.length === 0) return null
  return { heading: titles.length === 1 ? m.report_done_one() : m.report_done({ n: titles.length }), titles }
}

/** The profile, and every answer that is not scored: what must go on, at what level, the tolerance, heating and so on. */
function aboutView(told: Told, context: ReportContext): Fact[] {
  const { profile } = told.evidence
  const asked = visibleQuestions(told.questionnaire, told.evidence).filter(question => !isScored(question))
  return [
    { term: m.report_sector(), text: say(told.questionnaire.sector.title) },
    ...(profile.size === undefined ? [] : [{ term: m.report_size(), text: profile.size === '1' ? m.report_size_one() : profile.size.replace('-', '–') }]),
    ...(profile.region === undefined ? [] : [{ term: m.report_region(), text: regionName(profile.region) }]),
    ...asked.map(question => ({
      term: told.words(question.text, question.sizeOne),
      text: answerWords(told, question, context.ownWords[question.id] ?? null),
    })),
  ]
}
