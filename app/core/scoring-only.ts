/** A questionnaire without its words: all that scoring reads of it, to be sent to where scores are worked out again. */
import type { Item, Measure, Option, Question, Questionnaire, Scenario, Step, Theme } from './questionnaire.ts'

/** What scoring reads of a questionnaire. Every questionnaire is one. */
export type Scoring = {
  readonly hash: string
  readonly sector: Pick<Questionnaire['sector'], 'id'>
  readonly themes: readonly Pick<Theme, 'id' | 'weight'>[]
  readonly questions: readonly ScoringQuestion[]
  readonly scenarios: readonly (Pick<Scenario, 'id' | 'target'> & { readonly timeline: readonly Pick<Step, 'at' | 'resource' | 'when'>[] })[]
  readonly measures: readonly Pick<Measure, 'id' | 'effort' | 'showIf' | 'lifts'>[]
}
type ScoringQuestion = Pick<Question, 'id' | 'type' | 'theme' | 'weight' | 'must' | 'quick' | 'scenarios' | 'showIf' | 'resource' | 'target'> & {
  readonly options?: readonly Pick<Option, 'id' | 'score' | 'hours'>[]
  readonly items?: readonly Pick<Item, 'id' | 'weight'>[]
}

/** Which scenarios and measures are needed; all of them where nothing is said. */
export type Needed = { readonly scenarios?: readonly string[]; readonly measures?: readonly string[] }

/** The questionnaire without words, sources and what else scoring does not read, with the scenarios and measures that are needed. */
export function scoringOnly(questionnaire: Questionnaire, { scenarios, measures }: Needed = {}): Scoring {
  const told = (scenario: string) => scenarios === undefined || scenarios.includes(scenario)
  return {
    hash: questionnaire.hash,
    sector: { id: questionnaire.sector.id },
    themes: questionnaire.themes.map(({ id, weight }) => ({ id, weight })),
    questions: questionnaire.questions.map((question) => questionOnly(question, told)),
    scenarios: questionnaire.scenarios
      .filter(({ id }) => told(id))
      .map(({ id, target, timeline }) => ({
        id,
        target,
        timeline: timeline.map(({ at, resource, when }) => given({ at, resource, when })),
      })),
    measures: questionnaire.measures
      .filter(({ id }) => measures === undefined || measures.includes(id))
      .map(({ id, effort, showIf, lifts }) => given({ id, effort, showIf, lifts })),
  }
}

function questionOnly(question: Question, told: (scenario: string) => boolean): ScoringQuestion {
  const { id, type, theme, weight, must, quick, showIf, resource, target, options, items } = question
  return given({
    id,
    type,
    theme,
    weight,
    must,
    quick,
    scenarios: question.scenarios.filter(told),
    showIf,
    resource,
    target,
    options: options?.map((option) => given({ id: option.id, score: option.score, hours: option.hours })),
    items: items?.map((item) => ({ id: item.id, weight: item.weight })),
  })
}

type Given<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> }

/** Without what is undefined. */
function given<T extends object>(all: T): Given<T> {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Given<T>
}
