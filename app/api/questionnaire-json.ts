/** A questionnaire as the interface tells it: everything that scoring needs, in the order in which it is asked. */
import type { z } from 'zod'
import type { Item, Measure, Option, Question, Questionnaire, Scenario } from '#app/core/questionnaire.ts'
import type { questionnaire as schema } from './answer-schemas.ts'

export type QuestionnaireJson = z.infer<typeof schema>

/** Endurance always tells its target, 72 hours where the question gives no other. */
export function questionnaireJson(questionnaire: Questionnaire): QuestionnaireJson {
  return {
    hash: questionnaire.hash,
    modules: questionnaire.modules.map(({ id, version }) => ({ id, version })),
    themes: questionnaire.themes.map(({ id, title, weight }) => ({ id, title, weight })),
    questions: questionnaire.questions.map(questionJson),
    scenarios: questionnaire.scenarios.map(scenarioJson),
    measures: questionnaire.measures.map(measureJson),
  }
}

function questionJson(question: Question): QuestionnaireJson['questions'][number] {
  const { id, module, theme, type, text, sizeOne, weight, must, quick, allowNotApplicable, topics, scenarios, showIf, options, items, resource } = question
  return {
    id,
    module,
    theme,
    type,
    text,
    ...(sizeOne && { sizeOne }),
    weight,
    must,
    quick,
    allowNotApplicable,
    topics: [...topics],
    scenarios: [...scenarios],
    ...(showIf && { showIf }),
    ...(options && { options: options.map(optionJson) }),
    ...(items && { items: items.map(itemJson) }),
    ...(resource !== undefined && { resource }),
    ...(type === 'endurance' && { target: question.target ?? 72 }),
  }
}

function optionJson({ id, label, score, hours }: Option) {
  return { id, label, ...(score !== undefined && { score }), ...(hours !== undefined && { hours }) }
}

function itemJson({ id, label, weight }: Item) {
  return { id, label, weight }
}

function scenarioJson({ id, title, target, extent, timeline }: Scenario) {
  return { id, title, target, extent, timeline: timeline.map(({ at, resource, when }) => ({ at, resource, ...(when && { when }) })) }
}

function measureJson({ id, title, effort, cost, showIf, lifts }: Measure) {
  return {
    id,
    title,
    effort,
    cost,
    ...(showIf && { showIf }),
    lifts: lifts.map(({ question, option, items }) => ({ question, ...(option !== undefined && { option }), ...(items && { items: [...items] }) })),
  }
}
