/** The trades for the search in the browser, small enough to fetch with the start page. */
import type { Catalogue } from '#app/catalogue/catalogue.server.ts'

export type TradesJson = {
  /** ids of the sectors with questions of their own, and `algemeen` */
  readonly built: readonly string[]
  /** a trade in Dutch, in English, and the id of the sector it leads to */
  readonly trades: readonly (readonly [nl: string, en: string, sector: string])[]
}

/** Every trade of the catalogue, and which sectors are built. */
export function tradesJson({ sectors, trades }: Catalogue): TradesJson {
  return { built: sectors.map(({ id }) => id), trades: trades.map(({ nl, en, sector }) => [nl, en, sector] as const) }
}
