/** The trades behind "Wat doet je bedrijf?" and the search over them. Runs in the browser too. */
import type { Language } from '#app/core/questionnaire.ts'
import type { Row } from './csv.ts'
import { distance, plain, withoutErrors } from './nearness.ts'

/** One word for a trade in both languages, and the id of the sector it leads to (which may have no questions of its own yet). */
export type Trade = { readonly nl: string; readonly en: string; readonly sector: string }

export const tradeColumns = ['nl', 'en', 'sector'] as const

/** The trades of the rows of trades.csv; rows that lack a field are left to the checks. */
export function tradesOf(rows: readonly Row[]): Trade[] {
  return rows.map(({ fields: [nl = '', en = '', sector = ''] }) => ({ nl, en, sector }))
}

/**
 * At most `limit` trades that fit what was typed, nearest first. Dutch and English names are both found; on a tie the name in
 * `language` goes first, then the shorter name, then by letter. Case and accents do not matter, a typing error or two neither:
 * "dakdekr" finds "dakdekker" (errors are only forgiven where nothing fits as typed). Nothing typed finds nothing.
 */
export function searchTrades(trades: readonly Trade[], query: string, language: Language, limit: number): Trade[] {
  const typed = plain(query)
  const other: Language = language === 'nl' ? 'en' : 'nl'
  const found: { trade: Trade; far: number; name: string }[] = []
  for (const trade of trades) {
    const own = distance(typed, plain(trade[language]))
    const foreign = distance(typed, plain(trade[other]))
    if (own === null && foreign === null) continue
    found.push({ trade, far: Math.min(own ?? Infinity, (foreign ?? Infinity) + 0.5), name: trade[language] })
  }
  const fitting = withoutErrors(found)
  fitting.sort((a, b) => a.far - b.far || a.name.length - b.name.length || (a.name < b.name ? -1 : 1))
  return fitting.slice(0, limit).map(({ trade }) => trade)
}
