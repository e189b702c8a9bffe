/** Puts the core and one sector together into the questionnaire that is asked, and freezes it under a hash. */
import type { Questionnaire, Resource, Scenario, Source, Step, Theme } from '#app/core/questionnaire.ts'
import { contentHash } from './canonical.ts'
import type { Content, Module } from './content.ts'
import { modulesOf } from './content.ts'
import { general, sectorOf } from './sectors.ts'

/**
 * The questionnaire of `sector`; of the core alone (sector `algemeen`) where it is undefined. Core first, then the sector's own
 * questions and measures; the sector's own options, theme weights, resources and timeline steps in their places; and only the
 * sources that something in it rests on. Pure: the same content gives the same hash.
 */
export function compose(content: Content, sector: Module | undefined): Questionnaire {
  const modules = modulesOf(content, sector)
  const own = sector?.content
  const replaced = new Map(own?.replaceOptions.map((entry) => [entry.question, entry.options]))
  const questions = modules
    .flatMap((module) => module.questions)
    .map((question) => {
      const options = replaced.get(question.id)
      return options === undefined ? question : { ...question, options }
    })
  const measures = modules.flatMap((module) => module.measures)
  const scenarios = content.scenarios.content.scenarios.map(
    (scenario): Scenario => {
      const scene = (own ?? content.core.content).scenes.find((one) => one.scenario === scenario.id)
      return {
        ...scenario,
        timeline: mergedTimeline(scenario.timeline, own?.timelineSteps.filter((step) => step.scenario === scenario.id) ?? []),
        ...(scene && { day: scene.day, drill: scene.drill }),
      }
    },
  )
  const resources: Resource[] = [...content.themes.content.resources, ...(own?.resources ?? [])]
  const sources = usedSources(content.sources.content.sources, [
    ...questions,
    ...measures,
    ...scenarios.flatMap((scenario) => scenario.timeline),
    ...(own?.suggestedTolerance ? [own.suggestedTolerance] : []),
  ])
  const id = own?.id ?? general
  const rest: Omit<Questionnaire, 'hash'> = {
    sector: { id, title: sectorOf(id)?.title ?? own?.title ?? content.core.content.title },
    modules: modules.map((module) => ({ id: module.content.id, version: module.content.version })),
    themes: content.themes.content.themes.map(
      (theme): Theme => ({ ...theme, weight: own?.themeWeights?.[theme.id] ?? theme.weight }),
    ),
    topics: content.themes.content.topics,
    resources,
    questions,
    scenarios,
    measures,
    sources,
    ...(own?.suggestedTolerance && { suggestedTolerance: own.suggestedTolerance }),
    ...(own?.themeWeightReason && { themeWeightReason: own.themeWeightReason }),
  }
  return { hash: contentHash(rest), ...rest }
}

/** In order of `at`; a sector's own step comes after the steps of the same hour. */
function mergedTimeline(steps: readonly Step[], own: readonly (Step & { readonly scenario: string })[]): Step[] {
  return [...steps, ...own.map(({ scenario: _, ...step }) => step)].sort((a, b) => a.at - b.at)
}

function usedSources(sources: readonly Source[], resting: readonly { readonly sources: readonly string[] }[]): Source[] {
  const used = new Set(resting.flatMap((entry) => entry.sources))
  return sources.filter((source) => used.has(source.id))
}
