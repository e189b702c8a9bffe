/** The municipalities and the region each lies in; the municipality itself is never stored. Runs in the browser too. */
import type { Region } from '#app/core/questionnaire.ts'
import type { Row } from './csv.ts'
import { distance, plain, withoutErrors } from './nearness.ts'

export const landsdelen = ['noord', 'oost', 'west', 'zuid'] as const
export type Landsdeel = (typeof landsdelen)[number]

export type Municipality = {
  /** CBS code: GM0363 */
  readonly code: string
  readonly name: string
  readonly province: string
  readonly region: Region
  readonly landsdeel: Landsdeel
}

export const municipalityColumns = ['code', 'name', 'province', 'region', 'landsdeel'] as const

/** Names that people use beside the official one. */
const alsoCalled: Readonly<Record<string, string>> = { GM0518: 'Den Haag', GM0796: 'Den Bosch' }

/** The municipalities of the rows of municipalities.csv; whether regions and landsdelen exist is left to the checks. */
export function municipalitiesOf(rows: readonly Row[]): Municipality[] {
  return rows.map(({ fields: [code = '', name = '', province = '', region = '', landsdeel = ''] }) => ({
    code,
    name,
    province,
    region: region as Region,
    landsdeel: landsdeel as Landsdeel,
  }))
}

/** At most `limit` municipalities that fit what was typed, nearest first; typing errors are forgiven as in the search over trades. */
export function searchMunicipalities<M extends Pick<Municipality, 'code' | 'name'>>(
  municipalities: readonly M[],
  query: string,
  limit: number,
): M[] {
  const typed = plain(query)
  const found: { municipality: M; far: number }[] = []
  for (const municipality of municipalities) {
    const names = [municipality.name, alsoCalled[municipality.code]].filter((name) => name !== undefined)
    const far = Math.min(...names.map((name) => distance(typed, plain(name)) ?? Infinity))
    if (far < Infinity) found.push({ municipality, far })
  }
  const fitting = withoutErrors(found)
  fitting.sort(
    (a, b) =>
      a.far - b.far ||
      a.municipality.name.length - b.municipality.name.length ||
      (a.municipality.name < b.municipality.name ? -1 : 1),
  )
  return fitting.slice(0, limit).map(({ municipality }) => municipality)
}

/** The region of the municipality called `name` (any case, with or without accents; "Den Haag" too), undefined when there is none. */
export function regionOf(municipalities: readonly Municipality[], name: string): Region | undefined {
  const wanted = plain(name)
  return municipalities.find(
    (municipality) =>
      plain(municipality.name) === wanted || (plain(alsoCalled[municipality.code] ?? '') === wanted && wanted !== ''),
  )?.region
}
