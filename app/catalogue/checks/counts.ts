/** The bounds on how much is asked: musts, topics, campaign scenarios, and scored questions for each size. */
import type { Questionnaire, Size } from '#app/core/questionnaire.ts'
import { isScored, sizes } from '#app/core/questionnaire.ts'
import type { Content, Module, Report } from '../content.ts'
import { quoted } from '../failure.ts'
import { mostScored } from '../reach.ts'

export const bounds = {
  mustsInCore: 6,
  mustsInSector: 2,
  questionsPerTopic: 3,
  quickPerTopic: 2,
  questionsPerCampaignScenario: 4,
  sizeOne: 22,
  general: { least: 22, most: 26 },
  sector: { least: 27, most: 34 },
} as const

export function checkCounts(content: Content, report: Report): void {
  checkMusts(content.core, bounds.mustsInCore, 'the core', report)
  for (const sector of content.sectors) checkMusts(sector, bounds.mustsInSector, 'a sector', report)
  const core = content.core.questions
  content.themes.content.topics.forEach((topic, index) => {
    const tagged = core.filter((question) => question.topics.includes(topic.id))
    const quick = tagged.filter((question) => question.quick)
    if (tagged.length < bounds.questionsPerTopic || quick.length < bounds.quickPerTopic) {
      report(
        content.themes.file,
        ['topics', index],
        `topic ${quoted(topic.id)} stands on ${tagged.length} core questions, ${quick.length} of them quick`,
        `tag at least ${bounds.questionsPerTopic} questions of core.yaml with it, ${bounds.quickPerTopic} of them quick`,
      )
    }
  })
  content.scenarios.content.scenarios.forEach((scenario, index) => {
    const tagged = core.filter((question) => isScored(question) && question.scenarios.includes(scenario.id)).length
    if (scenario.campaign && tagged < bounds.questionsPerCampaignScenario) {
      report(
        content.scenarios.file,
        ['scenarios', index],
        `campaign scenario ${quoted(scenario.id)} stands on ${tagged} scored core questions`,
        `tag at least ${bounds.questionsPerCampaignScenario} scored questions of core.yaml with it`,
      )
    }
  })
}

function checkMusts(module: Module, most: number, whose: string, report: Report): void {
  const musts = module.questions.flatMap((question, index) => (question.must ? [index] : []))
  const over = musts[most]
  if (over === undefined) return
  report(
    module.file,
    ['questions', over, 'must'],
    `question ${quoted(module.questions[over]?.id)} is must number ${most + 1}`,
    `${whose} has at most ${most} musts; take must out here or elsewhere`,
  )
}

/** For one composed questionnaire: how many scored questions each size can come to see in a full scan. */
export function checkLength(content: Content, sector: Module | undefined, questionnaire: Questionnaire, report: Report): void {
  const { file } = sector ?? content.core
  const path = ['questions']
  const name = questionnaire.sector.id
  const one = mostScored(questionnaire, 'full', '1')
  if (one > bounds.sizeOne) {
    report(
      file,
      path,
      `${quoted(name)} asks a company of one person up to ${one} scored questions`,
      `ask at most ${bounds.sizeOne}, the sector's own included: hide some from size 1 by showIf`,
    )
  }
  const { least, most } = sector === undefined ? bounds.general : bounds.sector
  const counts = sizes
    .filter((size) => size !== '1')
    .map((size): [Size, number] => [size, mostScored(questionnaire, 'full', size)])
  const outside = counts.filter(([, count]) => count < least || count > most)
  if (outside.length > 0) {
    report(
      file,
      path,
      `${quoted(name)} asks ${outside
        .map(([size, count]) => `size ${size} up to ${count}`)
        .join(', ')} scored questions in a full scan`,
      `ask between ${least} and ${most}`,
    )
  }
}
