/**
 * The themes as a radar, for screens from 720 px up and for paper; the bars beside it say the same and are always there.
 *
 * `themeRadar({ id, title, description, themes })` gives an SVG string; a theme without a score counts as 0 and is marked with a dash.
 */
import { renderToStaticMarkup } from 'react-dom/server'
import { PolarAngleAxis, PolarGrid, PolarRadiusAxis, Radar, RadarChart } from 'recharts'
import { onlySvg, type ThemeChart } from './theme-bars.server.tsx'

const width = 640
const height = 440

export function themeRadar(chart: ThemeChart): string {
  const compared = chart.themes.some(theme => typeof theme.benchmark === 'number')
  const data = chart.themes.map(theme => ({ label: theme.points === null ? `${theme.label} –` : theme.label, points: theme.points ?? 0, benchmark: theme.benchmark ?? 0 }))
  const markup = renderToStaticMarkup(
    <RadarChart width={width} height={height} data={data} outerRadius={150} margin={{ top: 10, right: 10, bottom: 10, left: 10 }}>
      <PolarGrid stroke="var(--edge)" strokeOpacity={0.55} />
      <PolarRadiusAxis domain={[0, 100]} tickCount={6} tick={false} axisLine={false} />
      <PolarAngleAxis dataKey="label" tick={<Name />} tickLine={false} />
      {compared ? <Radar dataKey="benchmark" isAnimationActive={false} fill="none" stroke="var(--ink)" strokeWidth={2} strokeDasharray="3 5" /> : null}
      <Radar dataKey="points" isAnimationActive={false} fill="var(--sea)" fillOpacity={0.22} stroke="var(--sea)" strokeWidth={3} dot={{ r: 4.5, fill: 'var(--sea)', fillOpacity: 1, strokeWidth: 0 }} />
    </RadarChart>,
  )
  return onlySvg(markup, chart, width, height)
}

type Part = { x?: number; y?: number; cy?: number; textAnchor?: 'start' | 'middle' | 'end'; payload?: { value?: string } }

/** Long names stand on two lines. */
function Name({ x = 0, y = 0, cy = 0, textAnchor, payload }: Part) {
  const lines = twoLines(payload?.value ?? '')
  const up = y < cy - 120 ? lines.length - 1 : y > cy + 120 ? 0 : (lines.length - 1) / 2
  return (
    <text x={x} y={y - up * 18} dy="0.35em" fontSize={15} fill="var(--ink)" textAnchor={textAnchor}>
      {lines.map((line, index) => (
        <tspan key={line} x={x} dy={index === 0 ? '0.35em' : 18}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

/** Breaks at the space nearest to the middle when a name is longer than 17 characters. */
export function twoLines(name: string): string[] {
  if (name.length <= 17) return [name]
  const spaces = [...name.matchAll(/ /g)].map(match => match.index)
  if (spaces.length === 0) return [name]
  const at = spaces.reduce((best, now) => (Math.abs(now - name.length / 2) < Math.abs(best - name.length / 2) ? now : best))
  return [name.slice(0, at), name.slice(at + 1)]
}
