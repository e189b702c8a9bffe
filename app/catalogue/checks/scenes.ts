/** A module that tells what a disruption looks like tells it of every scenario, once. */
import type { Content, Report } from '../content.ts'
import { quoted } from '../failure.ts'

export function checkScenes(content: Content, report: Report): void {
  const scenarios = content.scenarios.content.scenarios.map((scenario) => scenario.id)
  for (const { file, content: module } of [content.core, ...content.sectors]) {
    if (module.scenes.length === 0) continue
    module.scenes.forEach((scene, index) => {
      if (!scenarios.includes(scene.scenario)) {
        report(file, ['scenes', index, 'scenario'], `there is no scenario ${quoted(scene.scenario)}`, `name one of ${scenarios.join(', ')}`)
      } else if (module.scenes.findIndex((other) => other.scenario === scene.scenario) < index) {
        report(file, ['scenes', index, 'scenario'], `scenario ${quoted(scene.scenario)} is told twice`, 'keep the first of the two')
      }
    })
    for (const id of scenarios.filter((one) => !module.scenes.some((scene) => scene.scenario === one))) {
      report(file, ['scenes'], `scenario ${quoted(id)} is not told`, 'write its day and three questions')
    }
  }
}
