/** What the stateless interface answers, described once for openapi.json and for the tests that hold the answers against it. */
import { z } from 'zod'
import { regions, sizes } from '#app/core/questionnaire.ts'

const id = z.string().meta({ pattern: '^[a-z0-9-]+$' })
const ids = z.array(id)
export const text = z.strictObject({ nl: z.string(), en: z.string() }).meta({ id: 'Text', description: 'The same text in Dutch and in English.' })
const hours = z.union([z.number().min(0), z.literal('unlimited')]).meta({ id: 'Hours', description: 'Hours by the clock; "unlimited" means two weeks or longer and counts as infinite.' })
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]).nullable().describe('1 Kwetsbaar to 5 Goed voorbereid; null where there is no score.')
const score = z.number().min(0).max(100).nullable().describe('0 to 100, unrounded; null where nothing applicable was answered.')
const share = z.number().min(0).max(1)

export const sector = z.strictObject({ id, title: text }).meta({ id: 'Sector' })

export const condition = z
  .union([
    z.strictObject({ profile: z.strictObject({ field: z.enum(['sector', 'size', 'region']), in: z.array(z.string()).describe(`Values of the field: ${sizes.join(', ')} for size, ${regions[0]} and so on for region.`) }) }),
    z.strictObject({ answer: z.strictObject({ question: id, in: ids.describe('Ids of options or items.') }) }),
    z.strictObject({ get all() { return z.array(condition) } }),
    z.strictObject({ get any() { return z.array(condition) } }),
    z.strictObject({ get not() { return condition } }),
  ])
  .meta({ id: 'Condition', description: 'Over the profile and over answers. False on a question that is hidden, unanswered, unknown or not applicable, and on a profile field that is absent; not of false is true.' }) as z.ZodType

const option = z.strictObject({
  id,
  label: text,
  score: share.optional().describe('Of a choice.'),
  hours: hours.optional().describe('Of endurance and tolerance: at least so long.'),
})
const item = z.strictObject({ id, label: text, weight: z.number().positive() })

const question = z
  .strictObject({
    id,
    module: id.describe('The module that brings the question.'),
    theme: id,
    type: z.enum(['choice', 'checklist', 'endurance', 'tolerance', 'info']).describe('choice, checklist and endurance are scored; tolerance and info are not.'),
    text,
    sizeOne: text.optional().describe('The wording for a company of one person.'),
    weight: z.number().positive().describe('Counts for scored questions only.'),
    must: z.boolean().describe('A basic measure that every company should have.'),
    quick: z.boolean().describe('Also asked in a quick scan.'),
    allowNotApplicable: z.boolean(),
    topics: ids,
    scenarios: ids,
    showIf: condition.optional(),
    options: z.array(option).optional(),
    items: z.array(item).optional().describe('Of a checklist.'),
    resource: id.optional().describe('Of endurance: what falls away.'),
    target: z.number().positive().optional().describe('Of endurance: hours to be reached, before the tolerance is taken off.'),
  })
  .meta({ id: 'Question' })

const step = z.strictObject({ at: z.number().min(0).describe('Hour at which the resource falls away outside the fence.'), resource: id, when: condition.optional() })
const scenario = z
  .strictObject({ id, title: text, target: z.number().positive().describe('Hours the disruption lasts.'), extent: z.enum(['nation', 'area', 'company']), timeline: z.array(step) })
  .meta({ id: 'Scenario' })

const lift = z.strictObject({ question: id, option: id.optional().describe('The option that holds once the measure is done.'), items: ids.optional().describe('The items that do.') })
const measure = z
  .strictObject({ id, title: text, effort: z.number().min(0.5).describe('Hours, in steps of a half.'), cost: z.enum(['none', 'under100', 'under1000', 'more']), showIf: condition.optional(), lifts: z.array(lift) })
  .meta({ id: 'Measure' })

export const questionnaire = z
  .strictObject({
    hash: z.string().describe('SHA-256 of the questionnaire: the same hash, the same questions and weights.'),
    modules: z.array(z.strictObject({ id, version: z.string() })),
    themes: z.array(z.strictObject({ id, title: text, weight: z.number().positive().describe("After the sector's own.") })),
    questions: z.array(question).describe('In the order in which they are asked and summed.'),
    scenarios: z.array(scenario),
    measures: z.array(measure),
  })
  .meta({ id: 'Questionnaire' })

const overall = z
  .strictObject({
    score,
    level,
    capped: z.boolean().describe('True where unmet musts lowered the level.'),
    unmetMusts: z.int().min(0),
    musts: z.int().min(0).describe('Visible, applicable and answered.'),
  })
  .meta({ id: 'Overall' })
const themeResult = z.strictObject({ id, score, level, capped: z.boolean(), unmetMusts: ids.describe('Questions.'), weight: z.number().positive() }).meta({ id: 'ThemeResult' })
const scenarioResult = z
  .strictObject({
    id,
    endurance: hours.nullable().describe('Hours until what must go on stops; null where nothing is known of it. An upper bound while open is not empty.'),
    weakest: id.nullable().describe('The resource that stops it first; null unless endurance is a number.'),
    known: z.boolean().describe('False where endurance is a number that rests on answers "unknown".'),
    open: ids.describe('Resources with a question that has no answer yet.'),
    needed: z.number().describe('Hours, after tolerance.'),
    coverage: share.nullable().describe('endurance / needed, at most 1.'),
    short: z.number().min(0).nullable().describe('Hours that are missing.'),
    readiness: score,
  })
  .meta({ id: 'ScenarioResult' })
const measureResult = z
  .strictObject({
    id,
    open: z.boolean().describe('Whether it would raise an answer.'),
    fixesMust: z.boolean(),
    gain: z.number().describe('Points of the overall score, unrounded.'),
    effort: z.number().describe('Hours.'),
    after: z.array(z.strictObject({ scenario: id, endurance: hours })).describe('The new endurance of each scenario where the measure raises it.'),
  })
  .meta({ id: 'MeasureResult' })

export const scores = z
  .strictObject({
    scoringVersion: z.literal(1),
    questionnaire: z.string().describe('Hash of the questionnaire.'),
    tolerance: z.number().min(0).describe('Hours that what must go on may lie still; 0 where not answered.'),
    overall,
    themes: z.array(themeResult).describe('All themes, in order.'),
    completeness: share.describe('Share of the visible scored questions that are answered.'),
    certainty: share.describe('Share of the applicable answers that are not "unknown".'),
    unknownCount: z.int().min(0),
    scenarios: z.array(scenarioResult),
    measures: z.array(measureResult).describe('Those that exist for this company, in order of advice.'),
    first: ids.max(5).describe('The first five measures.'),
  })
  .meta({ id: 'Scores' })

export const plan = z
  .strictObject({
    measures: ids.describe('The exact best set within the budget, in order of advice.'),
    effort: z.number().min(0).describe('Hours, all together.'),
    overall: overall.describe('Once all of it is done.'),
    unmetMusts: ids.describe('Questions whose must the plan leaves open.'),
    scenarios: z.array(scenarioResult).describe('Once all of it is done.'),
  })
  .meta({ id: 'Plan' })

export const problemAnswer = z
  .strictObject({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What is wrong, as a sentence.'),
    field: z.string().optional().describe('Path of the field that is wrong, such as answers.noodplan.option; body for the whole.'),
    reason: z.string().optional().describe('The same in one word, for programs.'),
    errors: z.array(z.strictObject({ field: z.string(), reason: z.string(), detail: z.string() })).optional().describe('Every field that is wrong, where there are more.'),
  })
  .meta({ id: 'Problem', description: 'RFC 9457.' })
