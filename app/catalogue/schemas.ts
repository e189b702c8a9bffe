/** What each content file must look like; unknown keys are refused, and what is left out gets its usual value. */
import { z } from 'zod'
import { regions, sizes } from '#app/core/questionnaire.ts'
import type { Condition } from '#app/core/questionnaire.ts'

/** An object that refuses unknown keys; the message of that issue lists the keys it knows, for "did you mean". */
function strict<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const known = Object.keys(shape).join(' ')
  return z.strictObject(shape, { error: (issue) => (issue.code === 'unrecognized_keys' ? known : undefined) })
}

const id = z.string().regex(/^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/)
const words = z.string().trim().min(1)
const text = strict({ nl: words, en: words })
const positive = z.number().positive()
const ids = z.array(id).default([])
const sources = z.array(id).min(1)
const mark = z.union([z.number().min(0), z.literal('unlimited')])

const oneKey = 'exactly one of profile, answer, all, any, not'
export const condition: z.ZodType<Condition> = z.lazy(() =>
  strict({
    profile: strict({ field: z.enum(['sector', 'size', 'region']), in: z.array(z.string()).min(1) }).optional(),
    answer: strict({ question: id, in: z.array(id).min(1) }).optional(),
    all: z.array(condition).min(1).optional(),
    any: z.array(condition).min(1).optional(),
    not: condition.optional(),
  }).refine((value) => Object.keys(value).length === 1, { error: oneKey }),
) as z.ZodType<Condition>

const sizeOneTexts = { sizeOne: text.optional() }
const base = {
  id,
  theme: id,
  text,
  ...sizeOneTexts,
  help: text.optional(),
  why: text.optional(),
  whySizeOne: text.optional(),
  example: text.optional(),
  exampleSizeOne: text.optional(),
  ask: text.optional(),
  askSizeOne: text.optional(),
  sources: ids,
  quick: z.boolean().default(false),
  topics: ids,
  scenarios: ids,
  showIf: condition.optional(),
}
const scored = {
  ...base,
  weight: positive.default(1),
  allowNotApplicable: z.boolean().default(false),
  must: z.boolean().default(false),
  short: text.optional(),
}
const timed = strict({ id, label: text, ...sizeOneTexts, hours: mark })
const infoOption = strict({ id, label: text, ...sizeOneTexts, ownWords: z.boolean().optional() })

export const question = z.discriminatedUnion('type', [
  strict({
    ...scored,
    type: z.literal('choice'),
    options: z.array(strict({ id, label: text, ...sizeOneTexts, score: z.number().min(0).max(1) })).min(2),
  }),
  strict({
    ...scored,
    type: z.literal('checklist'),
    items: z.array(strict({ id, label: text, ...sizeOneTexts, weight: positive.default(1) })).min(1),
  }),
  strict({
    ...scored,
    type: z.literal('endurance'),
    resource: id,
    target: positive.default(72),
    options: z.array(timed).min(2).optional(),
    marks: z.array(mark).min(2).optional(),
  }),
  strict({
    ...base,
    type: z.literal('tolerance'),
    options: z.array(timed).min(2).optional(),
    marks: z.array(mark).min(2).optional(),
  }),
  strict({
    ...base,
    type: z.literal('info'),
    allowNotApplicable: z.boolean().default(false),
    options: z.array(infoOption).min(2),
  }),
])

const measure = strict({
  id,
  theme: id,
  title: text,
  ...sizeOneTexts,
  description: text.optional(),
  descriptionSizeOne: text.optional(),
  firstStep: text,
  firstStepSizeOne: text.optional(),
  call: text.optional(),
  minutes: positive,
  effort: z.number().min(0.5).multipleOf(0.5),
  cost: z.enum(['none', 'under100', 'under1000', 'more']),
  showIf: condition.optional(),
  lifts: z.array(strict({ question: id, option: id.optional(), items: z.array(id).min(1).optional() })).min(1),
  sources,
})

const resource = strict({ id, label: text, without: text, gone: text, goneSizeOne: text.optional() })
const step = { at: z.number().min(0), resource: id, when: condition.optional(), text, sources }

export const themesFile = strict({
  themes: z.array(strict({ id, title: text, intro: text, weight: positive.default(1) })).min(1),
  topics: z.array(strict({ id, title: text })).min(1),
  resources: z.array(resource).min(1),
})

export const scenariosFile = strict({
  scenarios: z
    .array(
      strict({
        id,
        campaign: z.boolean().default(false),
        title: text,
        opening: text,
        summary: text,
        target: positive,
        extent: z.enum(['nation', 'area', 'company']),
        timeline: z.array(strict(step)).min(1),
      }),
    )
    .min(1),
})

export const sourcesFile = strict({
  sources: z
    .array(
      strict({
        id,
        title: words,
        url: z.string().regex(/^(https?:\/\/\S+|\/\S*)$/),
        date: words.optional(),
        strength: z.enum(['c1', 'c2', 'judgement']),
      }),
    )
    .min(1),
})

const version = z.string().regex(/^\d+\.\d+\.\d+$/)
/** Per scenario what that day looks like in the trade, and three questions to talk it through. */
const scenes = z.array(strict({ scenario: id, day: text, drill: z.array(text).length(3) })).default([])

export const coreFile = strict({
  id: z.literal('core'),
  version,
  title: text,
  questions: z.array(question).min(1),
  measures: z.array(measure).min(1),
  scenes,
})

export const sectorFile = strict({
  id,
  version,
  title: text,
  themeWeights: z.record(z.string(), positive).optional(),
  themeWeightReason: text.optional(),
  suggestedTolerance: strict({ hours: z.number().min(0), reason: text, sources }).optional(),
  replaceOptions: z.array(strict({ question: id, options: z.array(infoOption).min(2) })).default([]),
  resources: z.array(resource).default([]),
  timelineSteps: z.array(strict({ scenario: id, ...step })).default([]),
  questions: z.array(question).default([]),
  measures: z.array(measure).default([]),
  scenes,
})

const trialPoint = strict({ id, text, ...sizeOneTexts, sources: ids })
const trialPoints = z.array(trialPoint).min(1)

/** The trial hour: what is done before, during and after, what never goes off, and per sector what more and when not. */
export const trialHourFile = strict({
  general: strict({ never: trialPoints, before: trialPoints, during: trialPoints, after: trialPoints }),
  sectors: z.array(strict({ id, scope: z.enum(['whole', 'part']), never: trialPoints, not: trialPoints })).min(1),
})

/** What was published when, and why; newest first. `all@1.0.0` stands for every module of that version. */
export const historyFile = strict({
  history: z
    .array(
      strict({
        versions: z.array(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*@\d+\.\d+\.\d+$/)).min(1),
        date: z.iso.date(),
        what: text,
        why: text,
      }),
    )
    .min(1),
})

const answer = strict({
  option: id.optional(),
  items: z.array(id).optional(),
  unknown: z.literal(true).optional(),
  notApplicable: z.literal(true).optional(),
}).refine((value) => Object.keys(value).length === 1, { error: 'exactly one of option, items, unknown, notApplicable' })

/** A named company with its answers; `expected` is written by a command and compared as it stands. */
export const goldenFile = strict({
  name: words,
  description: text,
  sector: id,
  mode: z.enum(['quick', 'full']),
  profile: strict({ size: z.enum(sizes).optional(), region: z.enum(regions).optional() }),
  answers: z.record(id, answer),
  expected: z.record(z.string(), z.unknown()).optional(),
})

export type QuestionInFile = z.infer<typeof question>
export type MeasureInFile = z.infer<typeof measure>
export type ThemesFile = z.infer<typeof themesFile>
export type ScenariosFile = z.infer<typeof scenariosFile>
export type SourcesFile = z.infer<typeof sourcesFile>
export type CoreFile = z.infer<typeof coreFile>
export type SectorFile = z.infer<typeof sectorFile>
export type TrialHourFile = z.infer<typeof trialHourFile>
export type TrialPointInFile = z.infer<typeof trialPoint>
export type HistoryFile = z.infer<typeof historyFile>
export type GoldenFile = z.infer<typeof goldenFile>
