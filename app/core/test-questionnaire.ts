/** Small questionnaires for tests: short to write by hand, and at random for properties. */
import fc from 'fast-check'
import { regions, sizes } from './questionnaire.ts'
import type { Answer, Answers } from './answers.ts'
import type { Condition, Hours, Lift, Measure, Profile, Question, Questionnaire, Scenario, Step, Theme } from './questionnaire.ts'
import type { Evidence } from './result.ts'

const text = (words: string) => ({ nl: words, en: words })

function question(id: string, rest: Partial<Question> & Pick<Question, 'type'>): Question {
  return {
    id,
    module: 'core',
    theme: 'a',
    text: text(id),
    sources: [],
    weight: 1,
    must: false,
    quick: true,
    allowNotApplicable: true,
    topics: [],
    scenarios: [],
    ...rest,
  }
}

/** A choice with option ids and their scores. */
export function choice(id: string, scores: Record<string, number> = { nee: 0, half: 0.5, ja: 1 }, rest: Partial<Question> = {}): Question {
  const options = Object.entries(scores).map(([option, score]) => ({ id: option, label: text(option), score }))
  return question(id, { type: 'choice', options, ...rest })
}

/** A checklist with item ids and their weights. */
export function checklist(id: string, weights: Record<string, number>, rest: Partial<Question> = {}): Question {
  const items = Object.entries(weights).map(([item, weight]) => ({ id: item, label: text(item), weight }))
  return question(id, { type: 'checklist', items, ...rest })
}

export const usualMarks: readonly Hours[] = [0, 4, 8, 24, 48, 72, 168, 'unlimited']
const markId = (hours: Hours) => (hours === 'unlimited' ? 'unlimited' : `h${hours}`)
const marked = (marks: readonly Hours[]) => marks.map((hours) => ({ id: markId(hours), label: text(`${hours}`), hours }))

/** An endurance question with option ids such as `h24` and `unlimited`. */
export function endurance(id: string, resource: string, rest: Partial<Question> = {}, hours = usualMarks): Question {
  return question(id, { type: 'endurance', resource, options: marked(hours), ...rest })
}

/** The tolerance question, with option ids such as `h24`. */
export function tolerance(id = 'stilstand', rest: Partial<Question> = {}): Question {
  return question(id, { type: 'tolerance', options: marked(usualMarks.slice(0, 7)), ...rest })
}

export function info(id: string, options: readonly string[], rest: Partial<Question> = {}): Question {
  return question(id, { type: 'info', options: options.map((option) => ({ id: option, label: text(option) })), ...rest })
}

export function measure(id: string, effort: number, lifts: readonly Lift[], showIf?: Condition): Measure {
  const base = { id, module: 'core', theme: 'a', title: text(id), firstStep: text(id), minutes: 5, effort, lifts, sources: [] }
  return { ...base, cost: 'none', ...(showIf === undefined ? {} : { showIf }) }
}

/** A scenario with steps written as `[at, resource, when?]`. */
export function scenario(id: string, target: number, steps: readonly (readonly [number, string, Condition?])[]): Scenario {
  const timeline = steps.map(([at, resource, when]): Step => ({ at, resource, when, text: text(resource), sources: [] }))
  return { id, campaign: true, title: text(id), opening: text(id), summary: text(id), target, extent: 'nation', timeline }
}

export function theme(id: string, weight = 1): Theme {
  return { id, title: text(id), intro: text(id), weight }
}

export function questionnaire(parts: Partial<Questionnaire>): Questionnaire {
  return {
    hash: 'test',
    sector: { id: 'bouw', title: text('bouw') },
    modules: [{ id: 'core', version: '1.0.0' }],
    themes: [theme('a'), theme('b'), theme('c')],
    topics: [],
    resources: [],
    questions: [],
    scenarios: [],
    measures: [],
    sources: [],
    ...parts,
  }
}

/** Full evidence of a company of 2–9 in Zeeland, unless said otherwise. */
export function evidence(answers: Answers, mode: Evidence['mode'] = 'full', profile: Partial<Profile> = {}): Evidence {
  return { mode, profile: { sector: 'bouw', size: '2-9', region: 'zeeland', ...profile }, answers }
}

/** Answers written short: an option, a list of items, `?` for unknown, `-` for not applicable. */
export function answers(short: Record<string, string | readonly string[]>): Answers {
  return Object.fromEntries(
    Object.entries(short).map(([id, value]): [string, Answer] => {
      if (typeof value !== 'string') return [id, { items: value }]
      if (value === '?') return [id, { unknown: true }]
      return [id, value === '-' ? { notApplicable: true } : { option: value }]
    }),
  )
}

const resourceIds = ['power', 'telecom', 'staff']
const weights = fc.constantFrom(0.1, 0.5, 1, 1.5, 2, 3)

function arbitraryCondition(earlier: readonly Question[]): fc.Arbitrary<Condition> {
  const profile: fc.Arbitrary<Condition> = fc.oneof(
    fc.subarray([...sizes]).map((some) => ({ profile: { field: 'size' as const, in: some } })),
    fc.constantFrom('bouw', 'voeding').map((sector) => ({ profile: { field: 'sector' as const, in: [sector] } })),
  )
  if (earlier.length === 0) return profile
  const answer = fc.constantFrom(...earlier).chain((one): fc.Arbitrary<Condition> => {
    const ids = (one.options ?? one.items ?? []).map(({ id }) => id)
    return fc.subarray(ids).map((some) => ({ answer: { question: one.id, in: some } }))
  })
  const leaf = fc.oneof(profile, answer)
  return fc.oneof(
    leaf,
    leaf.map((not): Condition => ({ not })),
    fc.array(leaf, { maxLength: 2 }).map((all): Condition => ({ all })),
    fc.array(leaf, { maxLength: 2 }).map((any): Condition => ({ any })),
  )
}

function arbitraryQuestion(id: string, type: Question['type'], earlier: readonly Question[]): fc.Arbitrary<Question> {
  const rest = fc.record({
    theme: fc.constantFrom('a', 'b', 'c'),
    weight: weights,
    must: type === 'choice' || type === 'checklist' ? fc.boolean() : fc.constant(false),
    quick: fc.boolean(),
    scenarios: fc.subarray(['stroom', 'conflict']),
    target: fc.constantFrom(undefined, 24, 96),
    showIf: fc.option(arbitraryCondition(earlier), { nil: undefined, freq: 2 }),
  })
  if (type === 'checklist') {
    return fc.tuple(rest, fc.array(weights, { minLength: 1, maxLength: 4 })).map(([more, list]) =>
      checklist(id, Object.fromEntries(list.map((weight, item) => [`i${item}`, weight])), more),
    )
  }
  if (type === 'endurance') return fc.tuple(rest, fc.constantFrom(...resourceIds)).map(([more, one]) => endurance(id, one, more))
  if (type === 'tolerance') return rest.map((more) => tolerance(id, more))
  if (type === 'info') return rest.map((more) => info(id, ['x', 'y'], more))
  return fc.tuple(rest, fc.constantFrom(0.2, 0.5, 0.7)).map(([more, half]) => choice(id, { nee: 0, half, ja: 1 }, more))
}

function arbitraryAnswer(one: Question): fc.Arbitrary<Answer | undefined> {
  const given: fc.Arbitrary<Answer> =
    one.type === 'checklist'
      ? fc.subarray(one.items!.map(({ id }) => id)).map((items) => ({ items }))
      : fc.constantFrom(...one.options!).map(({ id }) => ({ option: id }))
  const rest = fc.constantFrom<(Answer | undefined)[]>(undefined, { unknown: true }, { notApplicable: true })
  return fc.oneof({ weight: 4, arbitrary: given }, { weight: 1, arbitrary: rest })
}

function arbitraryMeasure(id: string, questions: readonly Question[]): fc.Arbitrary<Measure> {
  const scored = questions.filter(({ type }) => type !== 'info' && type !== 'tolerance')
  const lift = fc.constantFrom(...scored).chain((one): fc.Arbitrary<Lift> =>
    one.type === 'checklist'
      ? fc.subarray(one.items!.map((item) => item.id), { minLength: 1 }).map((items) => ({ question: one.id, items }))
      : fc.constantFrom(...one.options!).map((option) => ({ question: one.id, option: option.id })),
  )
  return fc
    .tuple(
      fc.integer({ min: 1, max: 10 }),
      fc.array(lift, { minLength: 1, maxLength: 3 }),
      fc.option(arbitraryCondition(questions), { nil: undefined, freq: 1 }),
    )
    .map(([halves, lifts, showIf]) => measure(id, halves / 2, lifts, showIf))
}

/** A questionnaire with up to ten questions, two scenarios and up to eight measures, and evidence for it. */
export const arbitraryCase: fc.Arbitrary<{ questionnaire: Questionnaire; evidence: Evidence }> = fc
  .array(fc.constantFrom('choice', 'checklist', 'endurance', 'info'), { minLength: 1, maxLength: 8 })
  .map((types): Question['type'][] => ['choice', 'tolerance', ...(types as Question['type'][])])
  .chain((types) =>
    types.reduce<fc.Arbitrary<Question[]>>(
      (before, type, index) =>
        before.chain((earlier) => arbitraryQuestion(`q${index}`, type, earlier).map((one) => [...earlier, one])),
      fc.constant([]),
    ),
  )
  .chain((questions) =>
    fc.record({
      questionnaire: fc
        .record({
          themes: fc.tuple(weights, weights, weights).map(([a, b, c]) => [theme('a', a), theme('b', b), theme('c', c)]),
          scenarios: fc.tuple(fc.nat(8), fc.nat(8), arbitraryCondition(questions)).map(([x, y, when]) => [
            scenario('stroom', 72, [[0, 'power'], [x, 'telecom'], [x + y, 'staff', when]]),
            scenario('conflict', 336, [[x, 'staff']]),
          ]),
          measures: fc
            .integer({ min: 0, max: 8 })
            .chain((n) => fc.tuple(...Array.from({ length: n }, (_, index) => arbitraryMeasure(`m${index}`, questions)))),
        })
        .map((parts) => questionnaire({ ...parts, questions })),
      evidence: fc
        .tuple(
          fc.constantFrom<Evidence['mode'][]>('full', 'full', 'quick'),
          fc.constantFrom(undefined, ...sizes),
          fc.constantFrom(undefined, ...regions),
          fc.tuple(...questions.map(arbitraryAnswer)),
        )
        .map(([mode, size, region, given]): Evidence => {
          const pairs = questions.flatMap(({ id }, index) => (given[index] === undefined ? [] : [[id, given[index]] as const]))
          return { mode, profile: { sector: 'bouw', size, region }, answers: Object.fromEntries(pairs) }
        }),
    }),
  )
