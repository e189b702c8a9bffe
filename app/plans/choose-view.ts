/** What chosen measures come to, in words and pictures: the same on the server as in the browser. Pure. */
import { openMusts } from '#app/core/fix-musts.ts'
import { points } from '#app/core/numbers.ts'
import { whatIf, type WhatIf } from '#app/core/plan.ts'
import type { Evidence, Level, OverallResult, ScenarioResult } from '#app/core/result.ts'
import type { Scoring } from '#app/core/scoring-only.ts'
import { effort } from '#app/i18n/format.ts'
import { atStart, moment } from '#app/i18n/moments.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { HourBarPicture, StopMark } from '#app/ui/hour-bar-picture.ts'

/** All that is needed to work out a choice; `scenarios` and `musts` with their words in the language of the page. */
export type ChooseGround = {
  readonly scoring: Scoring
  readonly evidence: Evidence
  readonly scenarios: readonly { readonly id: string; readonly opening: string; readonly target: number }[]
  readonly musts: Readonly<Record<string, string>>
}
export type ChooseBar = { readonly id: string; readonly heading: string; readonly picture: HourBarPicture; readonly sentence: string; readonly moved: boolean }
export type Outcome = {
  /** "3 maatregelen, 4,5 uur" */
  readonly chosen: string
  /** "Van 31 naar 44 punten" */
  readonly heading: string
  readonly levels: readonly { readonly level: Level | null; readonly words: string }[]
  readonly bars: readonly ChooseBar[]
  readonly musts: { readonly heading: string; readonly lines: readonly string[]; readonly together: string | null }
  /** all that changed, in one sentence */
  readonly spoken: string
}

/** How the company would stand with these measures (ids) done, beside how it stands now. */
export function outcomeOf(ground: ChooseGround, chosen: readonly string[]): Outcome {
  const { scoring, evidence } = ground
  const before = whatIf(scoring, evidence, [])
  const after = whatIf(scoring, evidence, chosen)
  const heading = headingOf(before.overall, after.overall, after.measures.length)
  const bars = ground.scenarios.flatMap(scenario => {
    const [was, becomes] = [resultOf(before, scenario.id), resultOf(after, scenario.id)]
    return was === undefined || becomes === undefined || becomes.endurance === null ? [] : [barOf(scenario, was, becomes)]
  })
  const count = chosenWords(after)
  const moved = bars.filter(bar => bar.moved).map(bar => `${bar.heading}.`)
  return {
    chosen: count,
    heading,
    levels: levelsOf(before.overall, after.overall),
    bars,
    musts: mustsOf(ground, chosen),
    spoken: after.measures.length === 0 ? m.choose_spoken_none() : [`${count}: ${heading}.`, ...moved].join(' '),
  }
}

function resultOf({ scenarios }: WhatIf, id: string): ScenarioResult | undefined {
  return scenarios.find(one => one.id === id)
}

function chosenWords({ measures, effort: hours }: WhatIf): string {
  if (measures.length === 0) return m.choose_chosen_none()
  return measures.length === 1 ? m.choose_chosen_one({ effort: effort(hours) }) : m.choose_chosen({ n: measures.length, effort: effort(hours) })
}

function headingOf(before: OverallResult, after: OverallResult, chosen: number): string {
  if (before.score === null || after.score === null) return m.choose_result_unknown()
  const [was, becomes] = [points(before.score), points(after.score)]
  if (chosen === 0) return m.choose_result_none({ points: was })
  return was === becomes ? m.choose_result_same({ points: was }) : m.choose_result({ before: was, after: becomes })
}

const levelNames = { 1: m.report_level_1, 2: m.report_level_2, 3: m.report_level_3, 4: m.report_level_4, 5: m.report_level_5 }

function levelsOf(before: OverallResult, after: OverallResult): Outcome['levels'] {
  const words = (level: Level | null) => (level === null ? m.report_no_level() : m.report_level({ n: level, name: levelNames[level]() }))
  if (before.level === after.level) return [{ level: after.level, words: m.choose_level_same({ level: words(after.level) }) }]
  return [
    { level: before.level, words: m.choose_level_now({ level: words(before.level) }) },
    { level: after.level, words: m.choose_level_then({ level: words(after.level) }) },
  ]
}

function barOf({ id, opening, target }: ChooseGround['scenarios'][number], before: ScenarioResult, after: ScenarioResult): ChooseBar {
  const [was, becomes] = [stopOf(before), stopOf(after)]
  const moved = was.value !== becomes.value
  const need = moment(after.needed)
  return {
    id,
    moved,
    heading: moved ? m.choose_bar({ opening, before: was.value, after: becomes.value }) : m.choose_bar_same({ opening, now: becomes.value }),
    sentence: moved
      ? m.choose_bar_sentence({ opening, before: was.value, after: becomes.value, need })
      : m.choose_bar_sentence_same({ opening, now: becomes.value, need }),
    picture: {
      before: { ...was, text: m.choose_mark_now() },
      stop: { ...becomes, value: atStart(becomes.value) },
      need: { hours: after.needed, value: need, text: m.report_mark_need() },
      end: { hours: target, value: moment(target), text: m.report_mark_end() },
    },
  }
}

/** Where a company stops, its value to stand in a sentence. */
function stopOf({ endurance, known, open, short }: ScenarioResult): StopMark {
  if (endurance === null) return { hours: null, value: m.report_mark_null_value(), text: '' }
  if (endurance === 'unlimited') return { hours: endurance, value: moment(endurance), text: m.report_mark_unlimited(), certainty: 'known' }
  if (!known) return { hours: endurance, value: m.report_mark_unknown_value(), text: m.report_mark_unknown(), certainty: 'unknown' }
  const certainty = open.length > 0 ? 'atMost' : 'known'
  if (short === 0) return { hours: endurance, value: moment(endurance), text: m.report_mark_lasts(), certainty }
  return { hours: endurance, value: moment(endurance), text: open.length > 0 ? m.report_mark_at_most() : m.report_mark_stop(), certainty }
}

function mustsOf({ scoring, evidence, musts }: ChooseGround, chosen: readonly string[]): Outcome['musts'] {
  const open = openMusts(scoring, evidence, chosen)
  const n = open.musts.length
  const fixable = open.musts.filter(one => one.fix !== null).length
  return {
    heading: n === 0 ? m.choose_musts_none() : n === 1 ? m.choose_musts_one() : m.choose_musts({ n }),
    lines: open.musts.map(({ id, fix }) => {
      const name = musts[id] ?? id
      return fix === null ? m.choose_must_never({ name }) : m.choose_must_fix({ name, effort: effort(fix.effort) })
    }),
    together: fixable < 2 ? null : m.choose_musts_together({ effort: effort(open.together.effort) }),
  }
}
