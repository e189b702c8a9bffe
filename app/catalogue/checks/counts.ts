/** The bounds on how much is asked: musts, topics, campaign scenarios, and scored questions for each size. */
import type { Mode, Questionnaire, Size } from '#app/core/questionnaire.ts'
import { isScored, sizes } from '#app/core/questionnaire.ts'
import type { Content, Module, Report } from '../content.ts'
import { quoted } from '../failure.ts'
import { fewestScored, mostScored } from '../reach.ts'
import { minutesFor } from '../reading-time.ts'

export const bounds = {
  mustsInCore: 6,
  mustsInSector: 2,
  questionsPerTopic: 3,
  quickPerTopic: 2,
  questionsPerCampaignScenario: 4,
  sizeOne: 22,
  general: { least: 22, most: 26 },
  sector: { least: 27, most: 34 },
  quick: { least: 10, most: 16 },
  minutes: { quick: 5, full: 15 },
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

/**
 * For one composed questionnaire: how many scored questions each size sees. The most is what it can come to see, the least
 * what it sees whatever it answers. In a full scan from size 2 up, with a bound of its own for size 1; in a quick scan
 * every size.
 */
export function checkLength(content: Content, sector: Module | undefined, questionnaire: Questionnaire, report: Report): void {
  const { file } = sector ?? content.core
  const path = ['questions']
  const name = quoted(questionnaire.sector.id)
  const one = mostScored(questionnaire, 'full', '1')
  if (one > bounds.sizeOne) {
    report(
      file,
      path,
      `${name} asks a company of one person up to ${one} scored questions`,
      `ask at most ${bounds.sizeOne}, the sector's own included: hide some from size 1 by showIf`,
    )
  }
  const check = (mode: Mode, among: readonly Size[], { least, most }: Bound, few: string, many: string) => {
    const counted = (count: typeof mostScored) => among.map((size): Asked => [size, count(questionnaire, mode, size)])
    const asks = (asked: string) => `${name} asks ${asked} scored questions in a ${mode} scan`
    const tooFew = counted(fewestScored).filter(([, count]) => count < least)
    const tooMany = counted(mostScored).filter(([, count]) => count > most)
    if (tooFew.length > 0) {
      report(file, path, asks(listed(tooFew, 'as few as')), `ask at least ${least} whatever is answered${few}`)
    }
    if (tooMany.length > 0) report(file, path, asks(listed(tooMany, 'up to')), `ask at most ${most}${many}`)
  }
  const fromTwo = sizes.filter((size) => size !== '1')
  check('full', fromTwo, sector === undefined ? bounds.general : bounds.sector, openKind, '')
  check('quick', sizes, bounds.quick, ': mark more questions as quick', ': take quick out of some')
  for (const mode of ['quick', 'full'] as const) {
    const minutes = Math.max(...sizes.map((size) => minutesFor(questionnaire, mode, size)))
    if (minutes > bounds.minutes[mode]) {
      report(
        file,
        path,
        `${name} takes up to ${minutes} minutes in a ${mode} scan`,
        `let it take at most ${bounds.minutes[mode]}: fewer questions, or fewer words`,
      )
    }
  }
}

type Bound = { readonly least: number; readonly most: number }
type Asked = readonly [size: Size, count: number]

function listed(asked: readonly Asked[], words: string): string {
  return asked.map(([size, count]) => `size ${size} ${words} ${count}`).join(', ')
}

const openKind =
  '; what hangs on a kind of work has to be seen too when that is left open: say with not for which kinds it is silly'
