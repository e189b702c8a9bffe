/** A questionnaire with every name looked up once, so that scoring reads positions and numbers only. */
import { isScored } from './questionnaire.ts'
import type { Condition, QuestionType } from './questionnaire.ts'
import type { Scoring } from './scoring-only.ts'

export type PreparedQuestion = {
  readonly index: number
  readonly id: string
  readonly type: QuestionType
  readonly scored: boolean
  /** position in the themes; -1 for a question that is not scored */
  readonly theme: number
  readonly weight: number
  readonly must: boolean
  readonly quick: boolean
  readonly showIf: Condition | undefined
  /** option → score of a choice, hours of an endurance or tolerance question (`unlimited` is Infinity), else 0 */
  readonly values: ReadonlyMap<string, number>
  readonly itemIds: readonly string[]
  readonly itemWeights: readonly number[]
  readonly itemsWeight: number
  /** hours */
  readonly target: number
}
export type PreparedStep = {
  readonly at: number
  readonly resource: string
  readonly when: Condition | undefined
  /** positions of the endurance questions about the resource */
  readonly questions: readonly number[]
}
export type PreparedScenario = {
  readonly id: string
  readonly target: number
  readonly steps: readonly PreparedStep[]
  /** positions of the scored questions tagged with it */
  readonly tagged: readonly number[]
}
export type PreparedLift = { readonly question: number; readonly value: number; readonly items: readonly string[] }
export type PreparedMeasure = {
  readonly id: string
  readonly effort: number
  readonly showIf: Condition | undefined
  readonly lifts: readonly PreparedLift[]
}
export type Prepared = {
  readonly sector: string
  readonly questions: readonly PreparedQuestion[]
  readonly indexOf: ReadonlyMap<string, number>
  /** positions of the musts */
  readonly musts: readonly number[]
  readonly themeIds: readonly string[]
  readonly themeWeights: readonly number[]
  /** position of the tolerance question, -1 without one */
  readonly tolerance: number
  readonly scenarios: readonly PreparedScenario[]
  readonly measures: readonly PreparedMeasure[]
}

const cache = new WeakMap<Scoring, Prepared>()

/** The prepared form of a questionnaire, made once. Throws where it names something that does not exist, which its checks rule out. */
export function prepare(questionnaire: Scoring): Prepared {
  const known = cache.get(questionnaire)
  if (known !== undefined) return known
  const questions = questionnaire.questions.map((_, index) => prepareQuestion(questionnaire, index))
  const indexOf = new Map(questions.map((question) => [question.id, question.index]))
  const prepared: Prepared = {
    sector: questionnaire.sector.id,
    questions,
    indexOf,
    musts: questions.flatMap((question) => (question.must && question.scored ? [question.index] : [])),
    themeIds: questionnaire.themes.map((theme) => theme.id),
    themeWeights: questionnaire.themes.map((theme) => theme.weight),
    tolerance: questions.findIndex((question) => question.type === 'tolerance'),
    scenarios: questionnaire.scenarios.map((scenario) => prepareScenario(questionnaire, scenario)),
    measures: questionnaire.measures.map((measure) => ({
      id: measure.id,
      effort: measure.effort,
      showIf: measure.showIf,
      lifts: measure.lifts.map((lift) => prepareLift(measure.id, lift, questions[indexOf.get(lift.question) ?? -1])),
    })),
  }
  cache.set(questionnaire, prepared)
  return prepared
}

function prepareQuestion(questionnaire: Scoring, index: number): PreparedQuestion {
  const question = questionnaire.questions[index]!
  const scored = isScored(question)
  const theme = scored ? questionnaire.themes.findIndex((one) => one.id === question.theme) : -1
  if (scored && theme < 0) throw new Error(`question ${question.id} names theme ${question.theme}, which does not exist`)
  const items = question.items ?? []
  return {
    index,
    id: question.id,
    type: question.type,
    scored,
    theme,
    weight: question.weight,
    must: question.must,
    quick: question.quick,
    showIf: question.showIf,
    values: new Map(
      (question.options ?? []).map((option) => {
        const hours = option.hours === 'unlimited' ? Infinity : (option.hours ?? 0)
        return [option.id, question.type === 'choice' ? (option.score ?? 0) : hours]
      }),
    ),
    itemIds: items.map((item) => item.id),
    itemWeights: items.map((item) => item.weight),
    itemsWeight: items.reduce((sum, item) => sum + item.weight, 0),
    target: question.target ?? 72,
  }
}

function prepareScenario(questionnaire: Scoring, scenario: Scoring['scenarios'][number]): PreparedScenario {
  const { questions } = questionnaire
  return {
    id: scenario.id,
    target: scenario.target,
    steps: scenario.timeline.map((step) => ({
      at: step.at,
      resource: step.resource,
      when: step.when,
      questions: questions.flatMap((one, index) => (one.type === 'endurance' && one.resource === step.resource ? [index] : [])),
    })),
    tagged: questions.flatMap((one, index) => (isScored(one) && one.scenarios.includes(scenario.id) ? [index] : [])),
  }
}

function prepareLift(
  measure: string,
  lift: Scoring['measures'][number]['lifts'][number],
  question: PreparedQuestion | undefined,
): PreparedLift {
  if (question === undefined) throw new Error(`measure ${measure} lifts question ${lift.question}, which does not exist`)
  if (!question.scored) throw new Error(`measure ${measure} lifts question ${lift.question}, which is not scored`)
  if (question.type === 'checklist') {
    const items = lift.items ?? []
    if (!items.every((item) => question.itemIds.includes(item))) {
      throw new Error(`measure ${measure} lifts an item of ${lift.question} that does not exist`)
    }
    return { question: question.index, value: 0, items }
  }
  const value = question.values.get(lift.option ?? '')
  if (value === undefined) throw new Error(`measure ${measure} lifts an option of ${lift.question} that does not exist`)
  return { question: question.index, value, items: [] }
}
