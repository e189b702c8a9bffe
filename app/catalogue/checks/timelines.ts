/** Timelines are in order with each resource once, and a sector's own resource has its step. */
import type { Content, Report } from '../content.ts'
import { quoted } from '../failure.ts'
import { existing } from './names.ts'

export function checkTimelines(content: Content, report: Report): void {
  content.scenarios.content.scenarios.forEach((scenario, index) => {
    const path = ['scenarios', index, 'timeline']
    scenario.timeline.forEach((step, at) => {
      const before = scenario.timeline[at - 1]
      if (before !== undefined && step.at < before.at) {
        report(
          content.scenarios.file,
          [...path, at, 'at'],
          `step ${at + 1} of scenario ${quoted(scenario.id)} is at hour ${step.at}, after one at hour ${before.at}`,
          'put the steps in order of at',
        )
      }
      if (scenario.timeline.findIndex((other) => other.resource === step.resource) < at) {
        report(
          content.scenarios.file,
          [...path, at, 'resource'],
          `resource ${quoted(step.resource)} falls away twice in scenario ${quoted(scenario.id)}`,
          'keep the first of the two',
        )
      }
    })
  })
  for (const { file, content: sector } of content.sectors) {
    const own = sector.resources.map((resource) => resource.id)
    own.forEach((id, index) => {
      if (sector.timelineSteps.some((step) => step.resource === id)) return
      report(
        file,
        ['resources', index],
        `resource ${quoted(id)} stands in no timeline`,
        'add a step for it to timelineSteps, with a source',
      )
    })
    sector.timelineSteps.forEach((step, index) => {
      if (!own.includes(step.resource)) {
        report(
          file,
          ['timelineSteps', index, 'resource'],
          `a sector's step names resource ${quoted(step.resource)}, which is not its own`,
          existing(step.resource, own, 'resources of this file'),
        )
      }
      if (
        sector.timelineSteps.findIndex((other) => other.resource === step.resource && other.scenario === step.scenario) < index
      ) {
        report(
          file,
          ['timelineSteps', index, 'resource'],
          `resource ${quoted(step.resource)} falls away twice in scenario ${quoted(step.scenario)}`,
          'keep the first of the two',
        )
      }
    })
  }
}
