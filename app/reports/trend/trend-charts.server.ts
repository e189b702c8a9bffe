/** The pictures of the page of scans over time: the points, and the endurance of each scenario of the campaign on the scale of the hour bar. */
import { marks, pastEnd, position } from '#app/core/hour-bar.ts'
import { shortDate } from '#app/i18n/format.ts'
import { moment } from '../moments.ts'
import { trendChart, type TrendChart } from './trend-chart.server.tsx'
import type { TrendView } from './trend-view.ts'

export type Drawn = { readonly wide: string; readonly narrow: string }
/** `scenarios`: null where no hours are known. */
export type TrendCharts = { readonly points: Drawn; readonly scenarios: readonly (string | null)[] }

export function trendCharts(view: TrendView): TrendCharts {
  const { rows } = view
  const ends = { from: rows.length > 1 ? shortDate(rows[0]!.at) : '', to: shortDate(rows.at(-1)!.at) }
  const figures: TrendChart = {
    id: 'verloop-punten',
    title: view.heading,
    description: view.sentence,
    points: rows.map(({ at, mode, points }) => ({ at, mode, value: points, label: String(points ?? '') })),
    bottom: 0,
    top: 100,
    lines: [0, 20, 40, 60, 80, 100].map(value => ({ value, label: String(value) })),
    ...ends,
  }
  const scenarios = view.scenarios.map(({ id, title, sentence, points }) => {
    if (points.every(({ hours }) => hours === null)) return null
    return trendChart({
      id: `verloop-${id}`,
      title,
      description: sentence,
      points: points.map(({ at, mode, hours }) => ({ at, mode, value: hours === null ? null : position(hours), label: hours === null ? '' : moment(hours) })),
      bottom: 0,
      top: pastEnd,
      lines: marks.filter((_, index) => index % 2 === 0 || index === marks.length - 1).map(mark => ({ value: position(mark), label: moment(mark) })),
      ...ends,
    }, 'narrow')
  })
  return { points: { wide: trendChart(figures), narrow: trendChart({ ...figures, id: 'verloop-punten-smal' }, 'narrow') }, scenarios }
}
