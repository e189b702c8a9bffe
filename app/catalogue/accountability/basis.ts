/** Everything in the catalogue that rests on a source or on our own judgement: questions, measures, steps of a timeline, suggestions. */
import type { Question, Questionnaire, Source, Text } from '#app/core/questionnaire.ts'
import { isScored } from '#app/core/questionnaire.ts'
import { general } from '../sectors.ts'

/** The source that stands for our own judgement. */
export const judgement = 'oordeel'

export type Kind = 'question' | 'measure' | 'step' | 'tolerance'
/** One claim or choice of the questionnaires, with the module it stands in (`core` or a sector) and the ids of what it rests on. */
export type Claim = {
  readonly kind: Kind
  readonly id: string
  readonly module: string
  readonly text: Text
  readonly sources: readonly string[]
  /** for a question: whether it gives points */
  readonly scored: boolean
}
export type Basis = {
  /** core first, then the sectors in the order in which they are offered */
  readonly modules: readonly { readonly id: string; readonly title: Text | null; readonly questions: readonly Question[] }[]
  readonly claims: readonly Claim[]
  /** everything that is named by a claim, without our own judgement, in the order of sources.yaml as far as it can be told */
  readonly sources: readonly Source[]
}

/** `questionnaires` are those of all sectors, that of `algemeen` among them. Throws without it. */
export function basisOf(questionnaires: readonly Questionnaire[]): Basis {
  const core = questionnaires.find((one) => one.sector.id === general)
  if (core === undefined) throw new Error(`there is no questionnaire of ${general}`)
  const sectors = questionnaires.filter((one) => one !== core)
  const sources = new Map(questionnaires.flatMap((one) => one.sources).map((source) => [source.id, source]))
  sources.delete(judgement)
  return {
    modules: [
      { id: 'core', title: null, questions: core.questions },
      ...sectors.map(({ sector, questions }) => ({ ...sector, questions: questions.filter((one) => one.module === sector.id) })),
    ],
    claims: [...claimsOf(core, 'core', () => false), ...sectors.flatMap((one) => claimsOf(one, one.sector.id, stepsIn(core)))],
    sources: [...sources.values()],
  }
}

/** Whether a step stands in the questionnaire for everybody already. */
function stepsIn(core: Questionnaire): (scenario: string, resource: string) => boolean {
  const known = new Set(core.scenarios.flatMap((scenario) => scenario.timeline.map((step) => `${scenario.id} ${step.resource}`)))
  return (scenario, resource) => known.has(`${scenario} ${resource}`)
}

function claimsOf(
  questionnaire: Questionnaire,
  module: string,
  isKnown: (scenario: string, resource: string) => boolean,
): Claim[] {
  const questions = questionnaire.questions.filter((question) => question.module === module && question.sources.length > 0)
  const measures = questionnaire.measures.filter((measure) => measure.module === module)
  const steps = questionnaire.scenarios.flatMap(({ id, timeline }) =>
    timeline.filter((step) => !isKnown(id, step.resource)).map((step) => ({ ...step, scenario: id })),
  )
  const claim = (kind: Kind, id: string, text: Text, sources: readonly string[], scored = false): Claim => ({
    kind,
    id,
    module,
    text,
    sources,
    scored,
  })
  const suggested = questionnaire.suggestedTolerance
  return [
    ...questions.map((question) => claim('question', question.id, question.text, question.sources, isScored(question))),
    ...measures.map((measure) => claim('measure', measure.id, measure.title, measure.sources)),
    ...steps.map((step) => claim('step', step.scenario, step.text, step.sources)),
    ...(suggested === undefined ? [] : [claim('tolerance', 'tolerantie', suggested.reason, suggested.sources)]),
  ]
}

/** How firmly a claim stands: on two sources or more, on one, or on our judgement alone. */
export function strengthOf(claim: Pick<Claim, 'sources'>, sources: ReadonlyMap<string, Source>): 'more' | 'one' | 'judgement' {
  const found = claim.sources.flatMap((id) => sources.get(id) ?? [])
  if (found.length === 0) return 'judgement'
  return found.length > 1 || found.some((source) => source.strength === 'c2') ? 'more' : 'one'
}
