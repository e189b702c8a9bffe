/** Figures over time as a line: recharts drawn once, on the server, to a plain SVG text. Quick and full scans are marked apart and never joined by a line. */
import { renderToStaticMarkup } from 'react-dom/server'
import { Line, LineChart, ReferenceLine, XAxis, YAxis } from 'recharts'
import type { Mode } from '#app/core/questionnaire.ts'
import { onlySvg } from '#app/ui/theme-bars.server.tsx'

/** A moment and its figure; `value` null where nothing is known. `label` stands at it: "52", "8 uur". */
export type LinePoint = { readonly at: number; readonly mode: Mode; readonly value: number | null; readonly label: string }
export type TrendChart = {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly points: readonly LinePoint[]
  /** the ends of the vertical axis, and the lines across it with their words */
  readonly bottom: number
  readonly top: number
  readonly lines: readonly { readonly value: number; readonly label: string }[]
  /** the words under the first and the last moment */
  readonly from: string
  readonly to: string
}

const shapes = {
  wide: { width: 680, height: 250, left: 104, right: 24 },
  narrow: { width: 340, height: 230, left: 84, right: 12 },
} as const

/** A line for the full scans and one for the quick ones, each moment with its figure. */
export function trendChart(chart: TrendChart, shape: keyof typeof shapes = 'wide'): string {
  const { width, height, left, right } = shapes[shape]
  const lastIndex = chart.points.length - 1
  const data = chart.points.map(({ at, mode, value, label }, index) => ({
    at,
    // what stays the same is said at its beginning and at the end
    label: index === 0 || index === lastIndex || chart.points[index - 1]!.label !== label ? label : '',
    anchor: (lastIndex === 0 ? 'middle' : index === 0 ? 'start' : index === lastIndex ? 'end' : 'middle'),
    full: mode === 'full' ? value : null,
    quick: mode === 'quick' ? value : null,
  }))
  const first = chart.points[0]?.at ?? 0
  const last = chart.points.at(-1)?.at ?? first
  const room = first === last ? 1 : 0
  const line = (mode: Mode) => (
    <Line
      dataKey={mode}
      type="linear"
      connectNulls
      isAnimationActive={false}
      stroke="var(--sea)"
      strokeWidth={3}
      strokeDasharray={mode === 'quick' ? '6 5' : undefined}
      dot={<Moment mode={mode} />}
    />
  )
  const markup = renderToStaticMarkup(
    <LineChart width={width} height={height} data={data} margin={{ top: 26, right, bottom: 34, left }}>
      <XAxis type="number" dataKey="at" domain={[first - room, last + room]} hide />
      <YAxis type="number" domain={[chart.bottom, chart.top]} hide />
      {chart.lines.map(({ value }) => (
        <ReferenceLine key={value} y={value} stroke="var(--rule)" />
      ))}
      {line('full')}
      {line('quick')}
    </LineChart>,
  )
  const drawn = onlySvg(markup, chart, width, height)
  return drawn.replace('</svg>', `${axis(chart, shape)}</svg>`)
}

/** The words beside the lines and under the ends: placed by hand, for recharts' own axes cannot be told where to break. */
function axis({ lines, bottom, top, from, to }: TrendChart, shape: keyof typeof shapes): string {
  const { width, height, left, right } = shapes[shape]
  const yOf = (value: number) => 26 + (height - 60) * (1 - (value - bottom) / (top - bottom))
  return renderToStaticMarkup(
    <g fontSize={shape === 'wide' ? 15 : 14} fill="var(--soft)">
      {lines.map(({ value, label }) => (
        <text key={value} x={left - 14} y={yOf(value) + 5} textAnchor="end">
          {label}
        </text>
      ))}
      <text x={from === '' ? width - right : left} y={height - 6} textAnchor={from === '' ? 'end' : 'start'}>
        {from}
      </text>
      <text x={width - right} y={height - 6} textAnchor="end">
        {to}
      </text>
    </g>,
  )
}

type MomentProps = { cx?: number; cy?: number; mode: Mode; payload?: { label: string; anchor: 'start' | 'middle' | 'end'; full: number | null; quick: number | null } }

/** A full scan is a filled dot, a quick one an open square. */
function Moment({ cx, cy, mode, payload }: MomentProps) {
  if (cx === undefined || cy === undefined || payload === undefined || payload[mode] === null) return null
  return (
    <g>
      {mode === 'full' ? (
        <circle cx={cx} cy={cy} r={6} fill="var(--sea)" />
      ) : (
        <rect x={cx - 6} y={cy - 6} width={12} height={12} fill="var(--paper)" stroke="var(--sea)" strokeWidth={3} />
      )}
      <text x={payload.anchor === 'start' ? cx - 6 : payload.anchor === 'end' ? cx + 6 : cx} y={cy - 13} textAnchor={payload.anchor} fontSize={16} fontWeight={700} fill="var(--ink)">
        {payload.label}
      </text>
    </g>
  )
}
