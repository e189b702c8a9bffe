/** The hour bar as one drawing for paper, from the same picture as on screen: literal colours, and its words in it. */
import { position } from '#app/core/hour-bar.ts'
import type { Hours } from '#app/core/questionnaire.ts'
import { placeLabels } from '#app/ui/hour-bar-layout.ts'
import { groupSteps, type HourBarPicture, type HourBarWords } from '#app/ui/hour-bar-picture.ts'
import { colours } from './word-colours.ts'

export type Drawing = { readonly svg: string; readonly width: number; readonly height: number }

const width = 680
const left = 8
const ruler = 584
/** how far a label may reach, in lengths of the ruler */
const limit = (width - 4 - left) / ruler
const band = 26
const size = 15
const large = 34
const line = 19
/** mean widths of a character in ems, on the wide side */
const em = 0.52
const boldEm = 0.58

type Run = { readonly text: string; readonly bold?: boolean }
type Label = {
  readonly at: Hours
  readonly runs: readonly Run[]
  /** a large word above the others */
  readonly value?: string
  readonly glyph?: 'need' | 'end'
  /** without a leader, because nothing stands there */
  readonly loose?: boolean
  readonly open?: boolean
}

const round = (value: number) => Math.round(value * 100) / 100
const along = (hours: Hours) => Math.min(1.03, position(hours))
const x = (hours: Hours) => left + along(hours) * ruler
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const widthOf = (runs: readonly Run[]) => runs.reduce((sum, run) => sum + run.text.length * size * (run.bold ? boldEm : em), 0)

function rect(from: number, y: number, to: number, height: number, style: string): string {
  return `<rect x="${round(from)}" y="${round(y)}" width="${round(Math.max(0, to - from))}" height="${height}" ${style}/>`
}

function path(d: string, style: string): string {
  return `<path d="${d}" ${style}/>`
}

const inkLine = `fill="none" stroke="${colours.ink}" stroke-width="2"`
const hollow = `fill="${colours.raised}" stroke="${colours.ink}" stroke-width="2.5"`

/** Slanting lines within a box, drawn one by one: not every program knows a pattern. */
function hatch(from: number, y: number, to: number, height: number): string {
  let d = ''
  for (let start = from - height; start < to; start += 9) {
    const first = Math.max(start, from)
    const last = Math.min(start + height, to)
    if (last > first) d += `M${round(first)} ${round(y + height - (first - start))}L${round(last)} ${round(y + height - (last - start))}`
  }
  return path(d, `fill="none" stroke="${colours.edge}" stroke-width="1.75"`)
}

function dots(from: number, y: number, to: number, height: number): string {
  let all = ''
  for (let row = 0; row * 6 + 4 < height; row += 1) {
    for (let at = from + 4 + (row % 2) * 4.5; at < to - 2; at += 9) all += `<circle cx="${round(at)}" cy="${round(y + 4 + row * 6)}" r="1.5" fill="${colours.edge}"/>`
  }
  return all
}

/** What still runs; upright stripes where that is at most so long. */
function running({ stop }: HourBarPicture, top: number): string {
  if (stop.hours === null) return ''
  const to = x(stop.hours)
  if (stop.certainty === 'atMost') {
    let d = ''
    for (let at = left + 1.5; at < to; at += 6) d += `M${round(at)} ${top}V${top + band}`
    return path(d, `fill="none" stroke="${colours.amber}" stroke-width="3"`)
  }
  const bar = rect(left, top, to, band, `fill="${colours.amber}"`)
  if (stop.hours !== 'unlimited') return bar
  const middle = top + band / 2
  return bar + path(`M${round(to)} ${middle - band / 2 - 6}L${round(to + band / 2 + 8)} ${middle}L${round(to)} ${middle + band / 2 + 6}Z`, `fill="${colours.amber}"`)
}

function bandOf(picture: HourBarPicture, ticks: HourBarWords['ticks'], top: number): string {
  const { stop, need, end, steps = [] } = picture
  const floor = top + band
  const ending = end === undefined ? left + ruler : x(end.hours)
  const parts: string[] = []
  if (end) parts.push(rect(left, top, ending, band, `fill="${colours.sunken}"`))
  if (stop.hours === null) parts.push(dots(left, top, ending, band))
  else if (need && x(need.hours) > x(stop.hours)) parts.push(hatch(x(stop.hours), top, x(need.hours), band))
  parts.push(running(picture, top))
  if (end) parts.push(rect(left, top, ending, band, `fill="none" stroke="${colours.edge}" stroke-width="1.5"`))
  for (const tick of ticks) {
    const at = round(x(tick.hours))
    parts.push(path(`M${at} ${floor}V${floor + 10}`, inkLine))
    parts.push(`<text x="${at + 8}" y="${floor + 17}" font-size="14" font-weight="700" fill="${colours.ink}">${escaped(tick.value)}</text>`)
    parts.push(`<text x="${at + 8}" y="${floor + 31}" font-size="12" fill="${colours.soft}">${escaped(tick.unit)}</text>`)
  }
  parts.push(path(`M${left} ${floor}H${round(left + 1.03 * ruler)}`, `fill="none" stroke="${colours.ink}" stroke-width="2.5"`))
  for (const at of new Set(steps.map(step => step.at))) parts.push(path(`M${round(x(at) - 6)} ${top - 7}h12l-6 10Z`, `fill="${colours.ink}"`))
  if (end) parts.push(path(`M${round(ending)} ${top - 7}V${floor + 7}M${round(ending + 5)} ${top - 7}V${floor + 7}`, inkLine))
  if (typeof stop.hours === 'number') {
    const open = stop.certainty !== undefined && stop.certainty !== 'known'
    const style = open ? `fill="#ffffff" stroke="${colours.ink}" stroke-width="2.5" stroke-dasharray="5 3"` : `fill="${colours.ink}" stroke="#ffffff" stroke-width="2"`
    parts.push(rect(x(stop.hours) - 5, top - 12, x(stop.hours) + 5, band + 22, style))
  }
  if (need) {
    const at = round(x(need.hours))
    parts.push(path(`M${at} ${top}V${floor + 12}`, inkLine), path(`M${at} ${top + 3}l10 10l-10 10l-10 -10Z`, hollow))
  }
  return parts.join('')
}

/** Words on lines no longer than this many pixels. */
function wrapped(runs: readonly Run[], room: number): Run[][] {
  const lines: Run[][] = [[]]
  for (const run of runs) {
    for (const word of run.text.split(' ').filter(one => one !== '')) {
      const current = lines.at(-1)!
      const next: Run = { text: word, ...(run.bold ? { bold: true } : {}) }
      if (current.length > 0 && widthOf([...current, { text: ' ' }, next]) > room) lines.push([next])
      else current.push(next)
    }
  }
  return lines
}

function textOf(runs: readonly Run[], at: number, y: number, anchor: 'start' | 'end'): string {
  const spans = runs.map((run, index) => {
    const word = escaped(index === runs.length - 1 ? run.text : `${run.text} `)
    return run.bold ? `<tspan font-weight="700">${word}</tspan>` : `<tspan>${word}</tspan>`
  })
  return `<text x="${round(at)}" y="${round(y)}" font-size="${size}" text-anchor="${anchor}" fill="${colours.ink}" xml:space="preserve">${spans.join('')}</text>`
}

function glyphOf(kind: 'need' | 'end', at: number, y: number): string {
  const middle = y - 5
  if (kind === 'need') return path(`M${round(at)} ${middle - 6}l6 6l-6 6l-6 -6Z`, `fill="${colours.raised}" stroke="${colours.ink}" stroke-width="2"`)
  return path(`M${round(at - 2.5)} ${middle - 6.5}v13M${round(at + 2.5)} ${middle - 6.5}v13`, inkLine)
}

/** The labels above or below the band, each on its leader. `y` is where they begin; resolves to their drawing and their height. */
function labelsOf(labels: readonly Label[], above: boolean, y: number, bandEdge: number): { readonly svg: string; readonly height: number } {
  if (labels.length === 0) return { svg: '', height: 0 }
  const gap = 7
  const glyphRoom = (label: Label) => (label.glyph === undefined ? 0 : 18)
  const measured = labels.map(label => ({
    position: along(label.at),
    width: (Math.max(widthOf(label.runs) + glyphRoom(label), (label.value?.length ?? 0) * large * boldEm) + gap + 8) / ruler,
  }))
  const placed = placeLabels(measured, limit).map((place, index) => {
    const label = labels[index]!
    const room = (place.to - place.from) * ruler - gap - glyphRoom(label)
    return { ...place, label, lines: wrapped(label.runs, Math.max(room, 90)) }
  })
  const rows = Math.max(...placed.map(one => one.row)) + 1
  const heightOf = (row: number) =>
    Math.max(0, ...placed.filter(one => one.row === row).map(one => one.lines.length * line + (one.label.value === undefined ? 0 : large + 4))) + 6
  const heights = Array.from({ length: rows }, (_, row) => heightOf(row))
  const height = heights.reduce((sum, one) => sum + one, 0)
  const topOf = (row: number) => {
    const before = heights.slice(0, row).reduce((sum, one) => sum + one, 0)
    return above ? y + height - before - heights[row]! : y + before
  }
  const svg = placed.map(({ row, side, label, lines }) => {
    const at = x(label.at)
    const top = topOf(row)
    const toLeft = side === 'end'
    const from = toLeft ? at - gap : at + (label.loose ? 0 : gap)
    let below = top
    let drawn = ''
    if (!label.loose) {
      const leader = above ? `M${round(at)} ${round(top + 2)}V${bandEdge}` : `M${round(at)} ${bandEdge}V${round(top + (label.value === undefined ? line : large + line))}`
      drawn += path(leader, `fill="none" stroke="${colours.edge}" stroke-width="1.25"${label.open ? ' stroke-dasharray="4 3"' : ''}`)
    }
    if (label.value !== undefined) {
      below += large + 4
      drawn += `<text x="${round(from)}" y="${round(top + large - 4)}" font-size="${large}" font-weight="700" text-anchor="${side}" fill="${colours['amber-ink']}">${escaped(label.value)}</text>`
    }
    if (label.glyph !== undefined) drawn += glyphOf(label.glyph, toLeft ? from - 7 : from + 7, below + 14)
    const indent = toLeft ? -glyphRoom(label) : glyphRoom(label)
    return drawn + lines.map((runs, index) => textOf(runs, from + indent, below + 14 + index * line, side)).join('')
  })
  return { svg: svg.join(''), height }
}

function marksOf({ stop, need, end }: HourBarPicture): Label[] {
  const marks: Label[] = [
    {
      at: stop.hours ?? 0,
      runs: [{ text: stop.text }],
      value: stop.value,
      loose: typeof stop.hours !== 'number',
      open: stop.certainty === 'unknown' || stop.certainty === 'atMost',
    },
  ]
  if (need) marks.push({ at: need.hours, runs: [{ text: need.value, bold: true }, { text: need.text }], glyph: 'need' })
  if (end) marks.push({ at: end.hours, runs: [{ text: end.value, bold: true }, { text: end.text }], glyph: 'end' })
  return marks
}

/** The whole bar with its words; the same picture gives the same drawing. */
export function hourBarDrawing(picture: HourBarPicture, words: HourBarWords): Drawing {
  const groups = groupSteps(picture.steps ?? []).map((group): Label => ({ at: group.at, runs: [{ text: group.when, bold: true }, { text: group.labels.join(', ') }] }))
  const probe = labelsOf(groups, true, 0, 0).height
  const top = probe + 14
  const above = labelsOf(groups, true, 2, top - 7)
  const underTicks = top + band + 38
  const below = labelsOf(marksOf(picture), false, underTicks, underTicks - 2)
  const bottom = underTicks + below.height
  const note = `<text x="${width - 4}" y="${round(bottom + 12)}" font-size="12" text-anchor="end" fill="${colours.soft}">${escaped(words.notToScale)}</text>`
  const height = Math.ceil(bottom + 18)
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${above.svg}${bandOf(picture, words.ticks, top)}${below.svg}${note}</svg>`,
    width,
    height,
  }
}

/** The bar alone, for a row of a table. */
export function smallHourBarDrawing({ hours, need, end }: { readonly hours: Hours | null; readonly need: number; readonly end: number }): Drawing {
  const mark = (at: number) => ({ hours: at, value: '', text: '' })
  const drawn = bandOf({ stop: { hours, value: '', text: '' }, need: mark(need), end: mark(end) }, [], 14)
  return { svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 56" width="${width}" height="56">${drawn}</svg>`, width, height: 56 }
}
