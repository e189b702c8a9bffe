/** Every text of the content in both languages: where it stands, what it is, and whether a company of one person can come to see it. */
import type { Condition, Language, Measure, Question, Text } from '#app/core/questionnaire.ts'
import { compose } from '../compose.ts'
import type { Content, Module } from '../content.ts'
import type { Chance, Known } from '../reach.ts'
import { chance, reach } from '../reach.ts'
import { placedPoints } from '../trial-hour.ts'
import type { Path, YamlFile } from '../yaml-file.ts'

export const languages: readonly Language[] = ['nl', 'en']

/**
 * What a text is. `question` is the text, its wording for one person and the line under it; `option` an option or an item;
 * `explanation` what folds out (why, example, whom to ask); `name` a title, a label or a few words that stand inside a sentence.
 */
export type Part = 'question' | 'option' | 'explanation' | 'measure' | 'scene' | 'scenario' | 'theme' | 'resource' | 'reason' | 'trial' | 'name'

export type WrittenText = {
  readonly file: YamlFile
  readonly path: Path
  /** the id of the module, or the name of the shared file without its ending */
  readonly module: string
  readonly part: Part
  readonly text: Text
  /** the question that a `question`, `option` or `explanation` belongs to */
  readonly question?: Question
  /** whether it asks something: the text of a question or of a drill */
  readonly asks: boolean
  readonly seenByOne: boolean
}

type Rest = { readonly question?: Question; readonly asks?: boolean; readonly seenByOne?: boolean }

/** All texts of the content, file by file in the order of the files. Hours that are worded by themselves are not among them. */
export function writtenTexts(content: Content): WrittenText[] {
  const texts: WrittenText[] = []
  const { themes, scenarios } = content
  const add = (file: YamlFile, module: string, path: Path, part: Part, text: Text | undefined, rest: Rest = {}) => {
    if (text !== undefined) texts.push({ file, path, module, part, text, asks: false, seenByOne: true, ...rest })
  }

  themes.content.themes.forEach((theme, index) => {
    add(themes.file, 'themes', ['themes', index, 'title'], 'name', theme.title)
    add(themes.file, 'themes', ['themes', index, 'intro'], 'theme', theme.intro)
  })
  // A topic is named as the guide names it.
  themes.content.topics.forEach((topic, index) => {
    add(themes.file, 'themes', ['topics', index, 'title'], 'name', topic.title, { seenByOne: false })
  })
  addResources(themes.file, 'themes', themes.content.resources)

  const eachSeen = knownOfOne(content)
  const everywhere = [...eachSeen.values()]
  scenarios.content.scenarios.forEach((scenario, index) => {
    const path = ['scenarios', index]
    add(scenarios.file, 'scenarios', [...path, 'title'], 'name', scenario.title)
    add(scenarios.file, 'scenarios', [...path, 'opening'], 'name', scenario.opening)
    add(scenarios.file, 'scenarios', [...path, 'summary'], 'scenario', scenario.summary)
    scenario.timeline.forEach((step, at) => {
      add(scenarios.file, 'scenarios', [...path, 'timeline', at, 'text'], 'scenario', step.text, {
        seenByOne: canBe(step.when, everywhere),
      })
    })
  })

  for (const module of [content.core, ...content.sectors]) {
    const seen = module === content.core ? everywhere : [eachSeen.get(module)].filter((one) => one !== undefined)
    addModule(module, seen)
  }
  for (const { point, path } of placedPoints(content.trialHour)) {
    add(content.trialHour.file, 'trial-hour', [...path, 'text'], 'trial', point.text, { seenByOne: point.sizeOne === undefined })
    add(content.trialHour.file, 'trial-hour', [...path, 'sizeOne'], 'trial', point.sizeOne)
  }
  return texts

  function addResources(file: YamlFile, module: string, resources: Content['themes']['content']['resources']): void {
    resources.forEach((resource, index) => {
      add(file, module, ['resources', index, 'label'], 'name', resource.label)
      add(file, module, ['resources', index, 'without'], 'name', resource.without)
      add(file, module, ['resources', index, 'gone'], 'resource', resource.gone, { seenByOne: resource.goneSizeOne === undefined })
      add(file, module, ['resources', index, 'goneSizeOne'], 'resource', resource.goneSizeOne)
    })
  }

  function addModule(module: Module, seen: readonly Known[]): void {
    const { file, content: own } = module
    const put = (path: Path, part: Part, text: Text | undefined, rest?: Rest) => add(file, own.id, path, part, text, rest)
    put(['title'], 'name', own.title)
    put(['themeWeightReason'], 'reason', own.themeWeightReason)
    put(['suggestedTolerance', 'reason'], 'reason', own.suggestedTolerance?.reason)
    own.replaceOptions.forEach((replaced, index) => {
      const question = content.core.questions.find((one) => one.id === replaced.question)
      putChoices(['replaceOptions', index, 'options'], replaced.options, question, true)
    })
    addResources(file, own.id, own.resources)
    own.timelineSteps.forEach((step, index) => {
      put(['timelineSteps', index, 'text'], 'scenario', step.text, { seenByOne: canBe(step.when, seen) })
    })
    module.questions.forEach((question, index) => {
      const path = ['questions', index]
      const seenByOne = seen.some((known) => known.questions.get(question.id) !== 'no')
      const both = (key: 'text' | 'why' | 'example' | 'ask', oneKey: `${string}izeOne` & keyof Question, part: Part, asks = false) => {
        const one = question[oneKey]
        put([...path, key], part, question[key], { question, asks, seenByOne: seenByOne && one === undefined })
        put([...path, oneKey], part, one, { question, asks, seenByOne })
      }
      both('text', 'sizeOne', 'question', true)
      put([...path, 'help'], 'question', question.help, { question, seenByOne })
      both('why', 'whySizeOne', 'explanation')
      both('example', 'exampleSizeOne', 'explanation')
      both('ask', 'askSizeOne', 'explanation')
      put([...path, 'short'], 'name', question.short, { question, seenByOne })
      if (stands(file, [...path, 'options'])) putChoices([...path, 'options'], question.options ?? [], question, seenByOne)
      putChoices([...path, 'items'], question.items ?? [], question, seenByOne)
    })
    module.measures.forEach((measure, index) => {
      const path = ['measures', index]
      const seenByOne = canAdvise(measure, seen)
      const both = (key: 'title' | 'description' | 'firstStep', oneKey: `${string}izeOne` & keyof Measure) => {
        const one = measure[oneKey]
        put([...path, key], 'measure', measure[key], { seenByOne: seenByOne && one === undefined })
        put([...path, oneKey], 'measure', one, { seenByOne })
      }
      both('title', 'sizeOne')
      both('description', 'descriptionSizeOne')
      both('firstStep', 'firstStepSizeOne')
      put([...path, 'call'], 'name', measure.call, { seenByOne })
    })
    own.scenes.forEach((scene, index) => {
      put(['scenes', index, 'day'], 'scene', scene.day)
      scene.drill.forEach((text, at) => put(['scenes', index, 'drill', at], 'scene', text, { asks: true }))
    })

    function putChoices(path: Path, choices: readonly Choice[], question: Question | undefined, seenByOne: boolean): void {
      choices.forEach((choice, index) => {
        const rest = { question, seenByOne: seenByOne && choice.sizeOne === undefined }
        put([...path, index, 'label'], 'option', choice.label, rest)
        put([...path, index, 'sizeOne'], 'option', choice.sizeOne, { question, seenByOne })
      })
    }
  }
}

type Choice = { readonly label: Text; readonly sizeOne?: Text }

/** For the core alone and for each sector what is known of a company of one person in it. */
function knownOfOne(content: Content): Map<Module, Known> {
  return new Map(
    [undefined, ...content.sectors].map((sector) => {
      const questionnaire = compose(content, sector)
      const questions: ReadonlyMap<string, Chance> = reach(questionnaire, 'full', '1')
      return [sector ?? content.core, { sector: questionnaire.sector.id, size: '1', questions }]
    }),
  )
}

function canBe(condition: Condition | undefined, everywhere: readonly Known[]): boolean {
  return everywhere.some((known) => chance(condition, known) !== 'no')
}

/** A measure is advised when its condition holds and a question that it lifts is seen. */
function canAdvise(measure: Measure, everywhere: readonly Known[]): boolean {
  return everywhere.some(
    (known) =>
      chance(measure.showIf, known) !== 'no' && measure.lifts.some((lift) => (known.questions.get(lift.question) ?? 'no') !== 'no'),
  )
}

/** Whether something stands in the file itself under `path`. */
function stands(file: YamlFile, path: Path): boolean {
  let value: unknown = file.data
  for (const key of path) value = typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined
  return value !== undefined
}
