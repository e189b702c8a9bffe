/**
 * The themes as bars and as a radar: recharts drawn once, on the server, to a plain SVG text; no chart code reaches the browser.
 *
 * `themeBars({ id, title, description, themes }, 'wide' | 'narrow')` here and `themeRadar(…)` in theme-radar.server.tsx give an SVG string
 * (give the two shapes different ids); `<Chart svg narrow>` of chart.tsx puts them into the page. A theme whose points and level are null
 * has an empty bar, and its `text` says why.
 */
import { renderToStaticMarkup } from 'react-dom/server'
import { Bar, BarChart, XAxis, YAxis } from 'recharts'
import type { Level } from '#app/core/result.ts'

export type ThemeFigure = {
  readonly label: string
  /** 0..100, whole; null without a score */
  readonly points: number | null
  readonly level: Level | null
  /** what stands behind the bar: "3 Op weg" */
  readonly text: string
  /** the sector or the national baseline, 0..100 */
  readonly benchmark?: number | null
}
export type ThemeChart = { readonly id: string; readonly title: string; readonly description: string; readonly themes: readonly ThemeFigure[] }

/** Keeps only the svg element, gives it its id, its words and the width of its place. */
export function onlySvg(markup: string, { id, title, description }: { id: string; title: string; description: string }, width: number, height: number): string {
  const inside = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(markup)?.[1] ?? ''
  const plain = inside
    .replace(/<title><\/title>|<desc><\/desc>/g, '')
    .replace(/<defs>[\s\S]*?<\/defs>/g, '')
    .replace(/ clip-path="[^"]*"/g, '')
    .replace(/ id="[^"]*"/g, '')
  const words = renderToStaticMarkup(
    <>
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
    </>,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" id="${id}" class="chart-svg" role="img" aria-labelledby="${id}-title ${id}-desc" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${words}${plain}</svg>`
}

/** Wide: name, bar and level in one row. Narrow (a phone): name and level above the bar. */
const shapes = {
  wide: { width: 680, row: 46, bar: 24, from: 236, to: 520 },
  narrow: { width: 340, row: 66, bar: 24, from: 2, to: 338 },
} as const

/** One bar a theme, coloured by its level, with its level in words beside it; a tick where the benchmark stands. */
export function themeBars(chart: ThemeChart, shape: 'wide' | 'narrow' = 'wide'): string {
  const { width, row, bar, from, to } = shapes[shape]
  const height = chart.themes.length * row + 6
  const markup = renderToStaticMarkup(
    <BarChart width={width} height={height} data={[...chart.themes]} layout="vertical" margin={{ top: 3, right: width - to, bottom: 3, left: from }}>
      <XAxis type="number" domain={[0, 100]} hide />
      <YAxis type="category" dataKey="label" hide />
      <Bar dataKey={(theme: ThemeFigure) => theme.points ?? 0} barSize={bar} isAnimationActive={false} shape={<Row themes={chart.themes} shape={shape} />} />
    </BarChart>,
  )
  return onlySvg(markup, chart, width, height)
}

type RowProps = { index?: number; y?: number; width?: number; height?: number; themes: readonly ThemeFigure[]; shape: 'wide' | 'narrow' }

function Row({ index = 0, y = 0, width = 0, height = 0, themes, shape }: RowProps) {
  const theme = themes[index]
  if (!theme) return null
  const { from, to } = shapes[shape]
  const wide = shape === 'wide'
  const top = wide ? y : y + 10
  const line = wide ? top + height / 2 + 6 : top - 9
  const tick = typeof theme.benchmark === 'number' ? from + ((to - from) * theme.benchmark) / 100 : null
  return (
    <g>
      <text x={wide ? 0 : from} y={line} fontSize={16} fill="var(--ink)">
        {theme.label}
      </text>
      <text x={wide ? to + 12 : to} y={line} fontSize={15} fontWeight={650} textAnchor={wide ? 'start' : 'end'} fill="var(--ink)">
        {theme.text}
      </text>
      <rect x={from} y={top} width={to - from} height={height} fill="var(--sunken)" stroke="var(--edge)" />
      {theme.level && width > 0 ? <rect x={from} y={top} width={width} height={height} fill={`var(--level-${theme.level})`} stroke="var(--ink)" /> : null}
      {tick === null ? null : (
        <g stroke="var(--ink)" strokeWidth={2.5} fill="var(--raised)">
          <path d={`M${tick} ${top - 3}V${top + height + 3}`} />
          <circle cx={tick} cy={wide ? top - 4 : top + height + 4} r={3.5} />
        </g>
      )}
    </g>
  )
}
