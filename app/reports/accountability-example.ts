/** The worked example of the accountability page: a golden company, scored as every other, told with the words of its report. */
import type { Questionnaire } from '#app/core/questionnaire.ts'
import { evaluate } from '#app/core/evaluate.ts'
import { explain, type QuestionExplanation, type ThemeExplanation } from '#app/core/explain.ts'
import { points } from '#app/core/numbers.ts'
import { hoursOf, timelinesOf } from '#app/core/scenario.ts'
import type { Evidence } from '#app/core/result.ts'
import type { AccountabilityExample, ExampleRow, ExampleStep } from '#app/catalogue/accountability/example.ts'
import { inHours, number, say } from '#app/i18n/format.ts'
import { answerWords } from './answer-words.ts'
import { afterMoment, atStart, moment } from './moments.ts'
import { scenarioView } from './scenario-view.ts'
import { nameOf, resourceLabel, toldFrom, type Told } from './told.ts'

/** The theme that shows most: one that a missing must holds down, else the one with most questions. */
function themeToTell(themes: readonly ThemeExplanation[]): ThemeExplanation {
  const most = (some: readonly ThemeExplanation[]) => [...some].sort((a, b) => b.questions.length - a.questions.length)[0]
  const theme = most(themes.filter((one) => one.capped)) ?? most(themes.filter((one) => one.score !== null))
  if (theme === undefined) throw new Error('the example has no theme with a score')
  return theme
}

/**
 * Every number comes from core; here they are only written. Throws where the company has no score, or does not say how long it lasts in
 * `scenario`.
 */
export function exampleOf(
  company: { readonly name: string; readonly description: string },
  questionnaire: Questionnaire,
  evidence: Evidence,
  scenario = 'stroom',
): AccountabilityExample {
  const result = evaluate(questionnaire, evidence)
  const told = toldFrom(questionnaire, evidence, result)
  const explained = explain(questionnaire, evidence)
  const { overall, themes } = explained
  const asked = questionnaire.scenarios.find((one) => one.id === scenario)
  const lasts = result.scenarios.find((one) => one.id === scenario)
  if (asked === undefined || lasts === undefined || typeof lasts.endurance !== 'number' || lasts.weakest === null || overall.score === null) {
    throw new Error(`${company.name} does not fit as an example`)
  }
  const theme = themeToTell(themes)
  const scoredThemes = themes.filter((one) => one.score !== null)
  const unmet = themes.flatMap((one) => one.unmetMusts)
  const view = scenarioView(told, asked, lasts, [])
  return {
    ...company,
    theme: {
      title: titleOf(told, theme),
      rows: theme.questions.map((one) => rowOf(told, one)),
      formula: formulaOf(theme.questions.flatMap((one) => (one.s === null ? [] : [{ weight: one.weight, value: 100 * one.s }]))),
      ...scoreWords(theme.score ?? 0),
      uncapped: theme.uncapped,
      level: theme.level,
      capped: theme.capped,
      unmet: theme.unmetMusts.map((id) => nameOf(told, told.question(id))),
    },
    themes: themes.map((one) => ({
      title: titleOf(told, one),
      weight: number(one.weight, 2),
      score: one.score === null ? null : number(one.score, 1),
      level: one.level,
      capped: one.capped,
    })),
    overall: {
      formula: formulaOf(scoredThemes.map((one) => ({ weight: one.weight, value: one.score ?? 0 }))),
      ...scoreWords(overall.score),
      uncapped: overall.uncapped,
      level: overall.level,
      capped: overall.capped,
      musts: overall.musts,
      unmet: unmet.map((id) => nameOf(told, told.question(id))),
    },
    scenario: {
      picture: view.picture,
      sentence: view.finding.heading,
      target: inHours(asked.target),
      tolerance: inHours(result.tolerance),
      left: inHours(asked.target - result.tolerance),
      needed: inHours(lasts.needed),
      endurance: inHours(lasts.endurance),
      short: lasts.short === null || lasts.short === 0 ? null : inHours(lasts.short),
      weakest: resourceLabel(told, lasts.weakest),
      steps: stepsOf(told, scenario, lasts.weakest),
    },
  }
}

/** What falls away and counts for this company, with how long it lasts after that. */
function stepsOf(told: Told, scenario: string, weakest: string): ExampleStep[] {
  const timeline = timelinesOf(told.counted).find((one) => one.scenario.id === scenario)
  return (timeline?.steps ?? []).map((step) => {
    const hours = hoursOf(told.counted, step) ?? 0
    return {
      when: atStart(afterMoment(step.at)),
      label: resourceLabel(told, step.resource),
      lasts: moment(hours === Infinity ? 'unlimited' : hours),
      stops: hours === Infinity ? '–' : atStart(afterMoment(step.at + hours)),
      weakest: step.resource === weakest,
    }
  })
}

function titleOf(told: Told, theme: ThemeExplanation): string {
  const named = told.questionnaire.themes.find((one) => one.id === theme.id)
  return named === undefined ? theme.id : say(named.title)
}

function rowOf(told: Told, explained: QuestionExplanation): ExampleRow {
  const question = told.question(explained.id)
  return {
    id: question.id,
    question: told.words(question.text, question.sizeOne),
    answer: answerWords(told, question),
    weight: number(explained.weight, 2),
    counts: explained.s === null ? null : `${number(100 * explained.s, 1)}%`,
    must: explained.must,
  }
}

/** The mean as one would type it: "(0 + 50 + 100) : 3", each value with its weight where these differ. */
function formulaOf(parts: readonly { readonly weight: number; readonly value: number }[]): string {
  const even = parts.every((part) => part.weight === 1)
  const sum = parts.map(({ weight, value }) => (even ? number(value, 1) : `${number(weight, 2)} × ${number(value, 1)}`)).join(' + ')
  return `(${sum}) : ${number(parts.reduce((total, part) => total + part.weight, 0), 2)}`
}

function scoreWords(score: number) {
  return { score: number(score, 1), points: points(score) }
}
