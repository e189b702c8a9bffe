/** Draws the themes of a report once, on the server. */
import { themeBars, type ThemeChart } from '#app/ui/theme-bars.server.tsx'
import { themeRadar } from '#app/ui/theme-radar.server.tsx'
import type { ThemeCharts } from './theme-part.tsx'
import type { ThemesView } from './theme-view.ts'

export function reportCharts({ heading, sentence, themes }: ThemesView): ThemeCharts {
  const chart = (id: string): ThemeChart => ({
    id,
    title: heading,
    description: sentence,
    themes: themes.map(({ label, points, level, text }) => ({ label, points, level, text })),
  })
  return { bars: themeBars(chart('themas-balken')), narrow: themeBars(chart('themas-smal'), 'narrow'), radar: themeRadar(chart('themas-radar')) }
}
