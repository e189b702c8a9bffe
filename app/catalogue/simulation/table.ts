/** What a dry run saw, as a table of plain text: one line a sector, over all its sizes. */
import { histogramOf, quantile } from '#app/core/benchmark.ts'
import type { Hours, Questionnaire } from '#app/core/questionnaire.ts'
import { sizes } from '#app/core/questionnaire.ts'
import { mostScored } from '../reach.ts'
import { minutesFor } from '../reading-time.ts'
import { cappedShare, quickAgainstFull } from './judge.ts'
import type { Observation } from './observe.ts'

/**
 * By sector: the most scored questions and minutes of a full scan; and over its leaning companies the points (p5, median, p95),
 * the share of the strong that a must holds down, quick against full (mean difference in points, share with another level), and
 * the median endurance in hours of each scenario: ∞ for two weeks or longer, – where there is none.
 */
export function table(questionnaires: readonly Questionnaire[], observations: readonly Observation[]): string {
  const scenarios = questionnaires[0]?.scenarios.map(({ id }) => id) ?? []
  const header = ['sector', 'questions', 'minutes', 'p5', 'median', 'p95', 'capped', 'quick−full', 'level', ...scenarios]
  const rows = questionnaires.map((questionnaire) => {
    const seen = observations.filter(({ sector }) => sector === questionnaire.sector.id)
    return row(questionnaire, seen, scenarios)
  })
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map((cells) => cells[column]!.length)))
  const line = (cells: readonly string[]) =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  ')
  return [header, ...rows].map(line).join('\n')
}

function row(questionnaire: Questionnaire, seen: readonly Observation[], scenarios: readonly string[]): string[] {
  const leaning = seen.flatMap((one) => one.leaning)
  const histogram = histogramOf(leaning.map(({ full }) => full.points))
  const against = quickAgainstFull(leaning)
  return [
    questionnaire.sector.id,
    String(Math.max(...sizes.map((size) => mostScored(questionnaire, 'full', size)))),
    String(Math.max(...sizes.map((size) => minutesFor(questionnaire, 'full', size)))),
    ...[0.05, 0.5, 0.95].map((p) => String(quantile(histogram, p) ?? '–')),
    share(cappedShare(leaning)),
    against === null ? '–' : against.difference.toFixed(1),
    share(against === null ? null : against.otherLevel),
    ...scenarios.map((id) => hours(medianEndurance(seen.flatMap((one) => one.endurance.get(id) ?? [])))),
  ]
}

/** The smallest endurance that at least half of the companies do not pass; `unlimited` is the longest, null is left out. */
export function medianEndurance(endurances: readonly (Hours | null)[]): Hours | null {
  const known = endurances.flatMap((one) => (one === null ? [] : one === 'unlimited' ? [Infinity] : [one])).sort((a, b) => a - b)
  const median = known[Math.ceil(known.length / 2) - 1]
  return median === undefined ? null : median === Infinity ? 'unlimited' : median
}

function share(share: number | null): string {
  return share === null ? '–' : `${Math.round(100 * share)} %`
}

function hours(endurance: Hours | null): string {
  return endurance === null ? '–' : endurance === 'unlimited' ? '∞' : String(Math.round(100 * endurance) / 100)
}
