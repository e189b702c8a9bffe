/** The published national figures beside what this company said of itself: two different things, and said so. */
import { number } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { afterMoment, moment } from './moments.ts'
import { baselineSource, nationalBaseline } from './national-baseline.ts'
import type { Told } from './told.ts'

export type BaselineView = {
  readonly rows: readonly { readonly label: string; readonly percent: number; readonly share: string }[]
  /** how long this company lasts in the two scenarios that the figures are about */
  readonly you: readonly string[]
  readonly cited: readonly number[]
}

export function baselineView(told: Told): BaselineView {
  const { afterAWeek, nothingArranged } = nationalBaseline
  const row = (label: string, percent: number) => ({ label, percent, share: `${number(percent)}%` })
  return {
    rows: [
      row(m.report_baseline_power(), afterAWeek.power),
      row(m.report_baseline_internet(), afterAWeek.internet),
      row(m.report_baseline_ict(), afterAWeek.ictServices),
      row(m.report_baseline_nothing(), nothingArranged),
    ],
    you: [
      ...stopOf(told, 'stroom').map(stop => m.report_baseline_you_power({ stop })),
      ...stopOf(told, 'internet').map(stop => m.report_baseline_you_internet({ stop })),
    ],
    cited: told.citations.cite([baselineSource.id]),
  }
}

/** "je stopt na 4 uur", or nothing where it was not asked. */
function stopOf(told: Told, scenario: string): string[] {
  const result = told.result.scenarios.find(one => one.id === scenario)
  if (result === undefined || result.endurance === null) return []
  if (result.endurance === 'unlimited') return [moment('unlimited')]
  if (!result.known) return [m.report_cell_unknown()]
  return [m.report_baseline_you_stop({ when: afterMoment(result.endurance) })]
}
