/** The eight themes: which stands best and worst, and the figures behind bars, radar and table. */
import { points } from '#app/core/numbers.ts'
import type { Level, ThemeResult } from '#app/core/result.ts'
import { number, say } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { levelNames } from './level-view.ts'
import type { Told } from './told.ts'

export type ThemeView = {
  readonly label: string
  readonly points: number | null
  readonly level: Level | null
  /** "3 · Op weg" */
  readonly text: string
  readonly weight: string
  readonly capped: boolean
}
export type ThemesView = { readonly heading: string; readonly sentence: string; readonly themes: readonly ThemeView[] }

export function themesView(told: Told): ThemesView {
  const themes = told.result.themes.map(theme => themeView(told, theme))
  return { heading: headingOf(themes), sentence: m.report_themes_chart({ list: themes.map(listed).join(', ') }), themes }
}

function themeView(told: Told, theme: ThemeResult): ThemeView {
  const named = told.questionnaire.themes.find(one => one.id === theme.id)
  return {
    label: named === undefined ? theme.id : say(named.title),
    points: theme.score === null ? null : points(theme.score),
    level: theme.level,
    text: theme.level === null ? m.report_no_score() : m.report_level_short({ n: theme.level, name: levelNames[theme.level]() }),
    weight: number(theme.weight, 2),
    capped: theme.capped,
  }
}

function headingOf(themes: readonly ThemeView[]): string {
  const scored = themes.filter((theme): theme is ThemeView & { points: number } => theme.points !== null)
  const [first] = scored
  if (first === undefined) return m.report_themes_none()
  if (scored.length === 1) return m.report_themes_one({ theme: first.label })
  const best = scored.reduce((a, b) => (b.points > a.points ? b : a))
  const worst = scored.reduce((a, b) => (b.points < a.points ? b : a))
  return best.points === worst.points ? m.report_themes_even() : m.report_themes_spread({ best: best.label, worst: worst.label })
}

function listed(theme: ThemeView): string {
  return theme.points === null ? m.report_themes_item_none({ theme: theme.label }) : m.report_themes_item({ theme: theme.label, n: theme.points })
}
