/**
 * A questionnaire as a SurveyJS survey, as favourable to SurveyJS as it goes: its own question types and `visibleIf`, and per theme
 * one calculated value whose expression calls one compiled function with the answers, so that its expression engine parses once and
 * reads each answer once. The overall score is a calculated value over those of the themes. Companies answer only what they see, so
 * that no expression has to ask a second time whether a question is visible.
 */
import type { Answer } from '#app/core/answers.ts'
import { isScored } from '#app/core/questionnaire.ts'
import type { Condition, Question, Questionnaire } from '#app/core/questionnaire.ts'
import type { Evidence } from '#app/core/result.ts'

/** How the answers that are no option stand in a survey; SurveyJS takes an empty list for no answer. */
const unknown = '?'
const notApplicable = '-'
const none = '!'

function expressionOf(condition: Condition): string {
  if ('profile' in condition) return `{profile-${condition.profile.field}} anyof ${listOf(condition.profile.in)}`
  if ('answer' in condition) return `{${condition.answer.question}} anyof ${listOf(condition.answer.in)}`
  if ('all' in condition) return `(${condition.all.map(expressionOf).join(' and ')})`
  if ('any' in condition) return `(${condition.any.map(expressionOf).join(' or ')})`
  return `!(${expressionOf(condition.not)})`
}

function listOf(ids: readonly string[]): string {
  return `[${ids.map(id => `'${id}'`).join(', ')}]`
}

function elementOf(question: Question) {
  const choices = (question.items ?? question.options ?? []).map(({ id, label }) => ({ value: id, text: label.nl }))
  const others = [
    ...(question.type === 'checklist' ? [{ value: none, text: 'Geen van deze' }] : []),
    { value: unknown, text: 'Weet ik niet' },
    ...(question.allowNotApplicable ? [{ value: notApplicable, text: 'Niet van toepassing' }] : []),
  ]
  return {
    type: question.type === 'checklist' ? 'checkbox' : 'radiogroup',
    name: question.id,
    title: question.text.nl,
    ...(question.why === undefined ? {} : { description: question.why.nl }),
    choices: [...choices, ...others],
    ...(question.showIf === undefined ? {} : { visibleIf: expressionOf(question.showIf) }),
  }
}

/** The survey's definition: one page a theme, and the calculated values `score-<theme>` and `score`. */
export function surveyOf(questionnaire: Questionnaire) {
  const tolerance = questionnaire.questions.find(question => question.type === 'tolerance')
  const still = tolerance === undefined ? "''" : `{${tolerance.id}}`
  return {
    pages: questionnaire.themes.map(theme => ({
      name: theme.id,
      title: theme.title.nl,
      description: theme.intro.nl,
      elements: questionnaire.questions.filter(question => question.theme === theme.id).map(elementOf),
    })),
    calculatedValues: [
      ...questionnaire.themes.map(theme => {
        const values = scoredIn(questionnaire, theme.id).map(question => `{${question.id}}`)
        return { name: `score-${theme.id}`, expression: `themeScore('${theme.id}', ${[still, ...values].join(', ')})` }
      }),
      { name: 'score', expression: `overallScore(${questionnaire.themes.map(theme => `{score-${theme.id}}`).join(', ')})` },
    ],
  }
}

function scoredIn(questionnaire: Questionnaire, theme: string): Question[] {
  return questionnaire.questions.filter(question => question.theme === theme && isScored(question))
}

/** The company's answers and profile as a survey's data. */
export function dataOf({ answers, profile }: Evidence): Record<string, unknown> {
  return {
    ...Object.fromEntries(Object.entries(profile).map(([field, value]) => [`profile-${field}`, value])),
    ...Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, valueOf(answer)])),
  }
}

function valueOf(answer: Answer): unknown {
  if ('option' in answer) return answer.option
  if ('items' in answer) return answer.items.length === 0 ? [none] : answer.items
  // a radio group and a checkbox both read a word, the checkbox as a list of one
  return 'unknown' in answer ? unknown : notApplicable
}

type Counts = { readonly weight: number; readonly score: (value: unknown, still: number) => number }

function countsOf(question: Question): Counts {
  const { weight, items = [], options = [], target = 72 } = question
  if (question.type === 'checklist') {
    const weights = new Map(items.map(item => [item.id, item.weight]))
    const all = items.reduce((sum, item) => sum + item.weight, 0)
    return { weight, score: value => (value as string[]).reduce((sum, item) => sum + (weights.get(item) ?? 0), 0) / all }
  }
  if (question.type === 'choice') {
    const scores = new Map(options.map(option => [option.id, option.score ?? 0]))
    return { weight, score: value => scores.get(value as string)! }
  }
  const hours = new Map(options.map(option => [option.id, hoursOf(option.hours)]))
  return { weight, score: (value, still) => Math.min(1, hours.get(value as string)! / Math.min(target, Math.max(8, target - still))) }
}

function hoursOf(hours: number | string | undefined): number {
  return hours === 'unlimited' ? Infinity : Number(hours ?? 0)
}

/** The two functions that the expressions call, for SurveyJS's FunctionFactory. */
export function scoringFunctions(questionnaire: Questionnaire) {
  const themes = new Map(questionnaire.themes.map(theme => [theme.id, scoredIn(questionnaire, theme.id).map(countsOf)]))
  const tolerance = questionnaire.questions.find(question => question.type === 'tolerance')
  const stillFor = new Map(tolerance?.options?.map(option => [option.id, hoursOf(option.hours)]))
  return {
    themeScore([theme, still, ...values]: unknown[]): number | null {
      const tolerated = stillFor.get(still as string) ?? 0
      let sum = 0
      let weights = 0
      for (const [position, { weight, score }] of themes.get(theme as string)!.entries()) {
        const given = values[position]
        const value = Array.isArray(given) && given.length < 2 ? (given as unknown[])[0] : given
        if (value === undefined || value === null || value === notApplicable) continue
        weights += weight
        if (value !== unknown) sum += weight * score(given, tolerated)
      }
      return weights === 0 ? null : (100 * sum) / weights
    },
    overallScore(scores: unknown[]): number | null {
      let sum = 0
      let weights = 0
      for (const [position, theme] of questionnaire.themes.entries()) {
        const score = scores[position]
        if (typeof score !== 'number') continue
        sum += theme.weight * score
        weights += theme.weight
      }
      return weights === 0 ? null : sum / weights
    },
  }
}
