/** Every id is used once, and everything that is named exists. */
import type { Content, Module, Report } from '../content.ts'
import { modulesOf } from '../content.ts'
import { quoted } from '../failure.ts'
import { nearest } from '../nearness.ts'
import { subjectOf } from '../structure.ts'
import { sectors } from '../sectors.ts'
import type { Path, YamlFile } from '../yaml-file.ts'

/** What to do about a name that does not exist: the nearest one that does, or all of them when they are few. */
export function existing(wanted: string, known: readonly string[], where: string): string {
  const similar = nearest(wanted, known)
  if (similar !== undefined) return `did you mean ${similar}?`
  return known.length > 0 && known.length <= 12
    ? `choose one of ${known.join(', ')}`
    : `add it to ${where}, or name one that is there`
}

/** Unique ids within their kind over the catalogue, options and items within their question. */
export function checkUnique(content: Content, report: Report): void {
  const shared = content.themes.content
  const kinds = {
    theme: shared.themes.map((entry, index) => ({ id: entry.id, file: content.themes.file, path: ['themes', index, 'id'] })),
    topic: shared.topics.map((entry, index) => ({ id: entry.id, file: content.themes.file, path: ['topics', index, 'id'] })),
    resource: shared.resources.map((entry, index) => ({
      id: entry.id,
      file: content.themes.file,
      path: ['resources', index, 'id'],
    })),
    scenario: content.scenarios.content.scenarios.map((entry, index) => ({
      id: entry.id,
      file: content.scenarios.file,
      path: ['scenarios', index, 'id'],
    })),
    source: content.sources.content.sources.map((entry, index) => ({
      id: entry.id,
      file: content.sources.file,
      path: ['sources', index, 'id'],
    })),
    question: [] as Named[],
    measure: [] as Named[],
  } satisfies Record<string, Named[]>
  for (const module of [content.core, ...content.sectors]) {
    const { file } = module
    kinds.resource.push(
      ...module.content.resources.map((entry, index) => ({ id: entry.id, file, path: ['resources', index, 'id'] })),
    )
    kinds.question.push(...module.questions.map((entry, index) => ({ id: entry.id, file, path: ['questions', index, 'id'] })))
    kinds.measure.push(...module.measures.map((entry, index) => ({ id: entry.id, file, path: ['measures', index, 'id'] })))
    module.questions.forEach((question, index) => {
      once(
        'option',
        (question.options ?? []).map((entry, at) => ({ id: entry.id, file, path: ['questions', index, 'options', at, 'id'] })),
        report,
      )
      once(
        'item',
        (question.items ?? []).map((entry, at) => ({ id: entry.id, file, path: ['questions', index, 'items', at, 'id'] })),
        report,
      )
    })
    module.content.replaceOptions.forEach((replace, index) => {
      once(
        'option',
        replace.options.map((entry, at) => ({ id: entry.id, file, path: ['replaceOptions', index, 'options', at, 'id'] })),
        report,
      )
    })
  }
  for (const [kind, named] of Object.entries(kinds)) once(kind, named, report)
}

type Named = { id: string; file: YamlFile; path: Path }

function once(kind: string, named: readonly Named[], report: Report): void {
  const first = new Map<string, Named>()
  for (const entry of named) {
    const earlier = first.get(entry.id)
    if (earlier === undefined) first.set(entry.id, entry)
    else {
      const { line } = earlier.file.place(earlier.path)
      report(
        entry.file,
        entry.path,
        `there are two of ${kind} ${quoted(entry.id)}; the first stands in ${earlier.file.name}:${line}`,
        'give one of them another id',
      )
    }
  }
}

/** Themes, topics, resources, scenarios and sources that are named exist; a module is what its file says it is. */
export function checkReferences(content: Content, report: Report): void {
  const themes = content.themes.content.themes.map((theme) => theme.id)
  const topics = content.themes.content.topics.map((topic) => topic.id)
  const scenarios = content.scenarios.content.scenarios.map((scenario) => scenario.id)
  const sources = content.sources.content.sources.map((source) => source.id)
  const sharedResources = content.themes.content.resources.map((resource) => resource.id)
  const one = (file: YamlFile, path: Path, kind: string, id: string, known: readonly string[], where: string) => {
    if (!known.includes(id))
      report(
        file,
        path,
        `${subjectOf(file, owner(path))} names ${kind} ${quoted(id)}, which does not exist`,
        existing(id, known, where),
      )
  }
  const each = (file: YamlFile, path: Path, kind: string, ids: readonly string[], known: readonly string[], where: string) => {
    ids.forEach((id, index) => one(file, [...path, index], kind, id, known, where))
  }
  content.scenarios.content.scenarios.forEach((scenario, index) => {
    scenario.timeline.forEach((step, at) => {
      const path = ['scenarios', index, 'timeline', at]
      one(content.scenarios.file, [...path, 'resource'], 'resource', step.resource, sharedResources, 'themes.yaml')
      each(content.scenarios.file, [...path, 'sources'], 'source', step.sources, sources, 'sources.yaml')
    })
  })
  for (const module of [content.core, ...content.sectors]) {
    const { file } = module
    const resources = [...sharedResources, ...module.content.resources.map((resource) => resource.id)]
    module.questions.forEach((question, index) => {
      const path = ['questions', index]
      one(file, [...path, 'theme'], 'theme', question.theme, themes, 'themes.yaml')
      each(file, [...path, 'topics'], 'topic', question.topics, topics, 'themes.yaml')
      each(file, [...path, 'scenarios'], 'scenario', question.scenarios, scenarios, 'scenarios.yaml')
      each(file, [...path, 'sources'], 'source', question.sources, sources, 'sources.yaml')
      if (question.resource !== undefined)
        one(file, [...path, 'resource'], 'resource', question.resource, resources, 'themes.yaml')
    })
    module.measures.forEach((measure, index) => {
      one(file, ['measures', index, 'theme'], 'theme', measure.theme, themes, 'themes.yaml')
      each(file, ['measures', index, 'sources'], 'source', measure.sources, sources, 'sources.yaml')
    })
    each(
      file,
      ['suggestedTolerance', 'sources'],
      'source',
      module.content.suggestedTolerance?.sources ?? [],
      sources,
      'sources.yaml',
    )
    module.content.timelineSteps.forEach((step, index) => {
      one(file, ['timelineSteps', index, 'scenario'], 'scenario', step.scenario, scenarios, 'scenarios.yaml')
      each(file, ['timelineSteps', index, 'sources'], 'source', step.sources, sources, 'sources.yaml')
    })
  }
  for (const sector of content.sectors) checkSector(content, sector, themes, report)
}

/** The list entry or the entry with a name that a path lies in: what the writer calls it by. */
function owner(path: Path): Path {
  const end = typeof path.at(-1) === 'number' ? path.slice(0, -2) : path.slice(0, -1)
  return end
}

function checkSector(content: Content, sector: Module, themes: readonly string[], report: Report): void {
  const { file } = sector
  const { id, title, themeWeights, themeWeightReason } = sector.content
  const known = sectors.find((entry) => entry.id === id)
  const fileId = /([^/]+)\.yaml$/.exec(file.name)?.[1] ?? ''
  if (known === undefined)
    report(
      file,
      ['id'],
      `there is no sector ${quoted(id)}`,
      existing(
        id,
        sectors.map((entry) => entry.id),
        'app/catalogue/sectors.ts',
      ),
    )
  else if (id !== fileId)
    report(file, ['id'], `the file is called ${fileId}.yaml and its id is ${quoted(id)}`, 'make them the same')
  else {
    for (const language of ['nl', 'en'] as const) {
      if (title[language] !== known.title[language]) {
        report(
          file,
          ['title', language],
          `the title ${quoted(title[language])} is not the sector's`,
          `write ${quoted(known.title[language])}`,
        )
      }
    }
  }
  const prefix = `${id.split('-')[0]}-`
  sector.questions.forEach((question, index) => {
    if (!question.id.startsWith(prefix)) {
      report(
        file,
        ['questions', index, 'id'],
        `question ${quoted(question.id)} of a sector does not say so in its id`,
        `begin the id with ${prefix}`,
      )
    }
  })
  if (themeWeights !== undefined) {
    const missing = themes.filter((theme) => themeWeights[theme] === undefined)
    if (missing.length > 0)
      report(file, ['themeWeights'], `the theme weights leave out ${missing.join(', ')}`, 'weigh every theme or none')
    for (const theme of Object.keys(themeWeights)) {
      if (!themes.includes(theme))
        report(
          file,
          ['themeWeights', theme],
          `a weight is given to theme ${quoted(theme)}, which does not exist`,
          existing(theme, themes, 'themes.yaml'),
        )
    }
    if (themeWeightReason === undefined)
      report(file, ['themeWeights'], 'the themes are weighed without a reason', 'add themeWeightReason in both languages')
  }
  sector.content.replaceOptions.forEach((replace, index) => {
    const path = ['replaceOptions', index]
    const replaced = content.core.questions.find((question) => question.id === replace.question)
    if (replaced === undefined || replaced.type !== 'info') {
      const infos = content.core.questions.filter((question) => question.type === 'info').map((question) => question.id)
      report(
        file,
        [...path, 'question'],
        `options are replaced of ${quoted(replace.question)}, which is no info question of the core`,
        existing(replace.question, infos, 'core.yaml'),
      )
    }
    const last = replace.options.at(-1)
    if (last?.id !== 'anders' || last.ownWords !== true) {
      report(
        file,
        [...path, 'options'],
        `the options for ${quoted(replace.question)} do not end with own words`,
        'make the last one { id: anders, label: { … }, ownWords: true }',
      )
    }
  })
}

/** The questions a module may name: those of the core and its own. */
export function questionsFor(content: Content, module: Module) {
  return modulesOf(content, module === content.core ? undefined : module).flatMap((entry) => entry.questions)
}
