/** Every drawing of a Word report, made here one at a time so that the server answers others in between. */
import { setImmediate } from 'node:timers/promises'
import type { HourBarWords } from '#app/ui/hour-bar-picture.ts'
import { levelNames } from '../level-view.ts'
import { reportCharts } from '../report-charts.server.ts'
import type { ReportView } from '../report-view.ts'
import { hourBarDrawing, smallHourBarDrawing, type Drawing } from './hour-bar-drawing.ts'
import { levelDrawing } from './level-drawing.ts'
import { pictureOf } from './picture.server.ts'

export type Drawings = {
  /** by id of the scenario */
  readonly campaign: ReadonlyMap<string, Drawing>
  readonly others: ReadonlyMap<string, Drawing>
  readonly level: Drawing | null
  readonly bars: Drawing
  readonly radar: Drawing
}

export function drawingsOf(view: ReportView, words: HourBarWords): Drawings {
  const charts = reportCharts(view.themes)
  const { level } = view.level
  return {
    campaign: new Map(view.campaign.map(scenario => [scenario.id, hourBarDrawing(scenario.picture, words)])),
    others: new Map(view.others.rows.map(row => [row.id, smallHourBarDrawing(row.bar)])),
    level: level === null ? null : levelDrawing(level, ([1, 2, 3, 4, 5] as const).map(one => levelNames[one]())),
    bars: sized(charts.bars),
    radar: sized(charts.radar),
  }
}

/** Turns them into pictures, which are kept for when the document is put together. */
export async function prepare({ campaign, others, level, bars, radar }: Drawings): Promise<void> {
  for (const drawing of [...campaign.values(), ...others.values(), ...(level === null ? [] : [level]), bars, radar]) {
    pictureOf(drawing)
    await setImmediate()
  }
}

/** A chart says itself how large it is. */
function sized(svg: string): Drawing {
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []
  if (width === undefined || height === undefined) throw new Error('a chart without a size')
  return { svg, width: Number(width), height: Number(height) }
}
