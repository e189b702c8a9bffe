/** Draws the themes of a report once, on the server, and keeps the last drawings: the same figures give the same picture. */
import { themeBars, type ThemeChart } from '#app/ui/theme-bars.server.tsx'
import { themeRadar } from '#app/ui/theme-radar.server.tsx'
import type { ThemeCharts } from './theme-part.tsx'
import type { ThemesView } from './theme-view.ts'

const kept = new Map<string, ThemeCharts>()
const mostKept = 200

export function reportCharts({ heading, sentence, themes }: ThemesView): ThemeCharts {
  const figures = themes.map(({ label, points, level, text }) => ({ label, points, level, text }))
  const key = JSON.stringify(figures)
  const known = kept.get(key)
  if (known !== undefined) return known
  const chart = (id: string): ThemeChart => ({ id, title: heading, description: sentence, themes: figures })
  const charts = { bars: themeBars(chart('themas-balken')), narrow: themeBars(chart('themas-smal'), 'narrow'), radar: themeRadar(chart('themas-radar')) }
  const oldest = kept.size >= mostKept ? kept.keys().next().value : undefined
  if (oldest !== undefined) kept.delete(oldest)
  kept.set(key, charts)
  return charts
}
