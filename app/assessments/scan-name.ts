/** What a scan is called in a list: by its name, else by what it is about; and what a company is called. */
import type { Assessment } from '#db/schema.ts'
import { sectorOf } from '#app/catalogue/sectors.ts'
import { language } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'

/** The title of a sector in the language of the page; undefined for one that is no more. */
export function sectorTitle(sector: string): string | undefined {
  return sectorOf(sector)?.title[language()]
}

/** "Filiaal Zuid", "Hele bedrijf", "Eén vestiging" */
export function scanName({ name, scope }: Pick<Assessment, 'name' | 'scope'>): string {
  return name ?? (scope === 'company' ? m.scans_whole() : m.scans_site())
}

/** "één vestiging · Bouw · snelle scan"; without the first where that is its name already; no line begins with a dot */
export function scanKind({ name, scope, sector, mode }: Pick<Assessment, 'name' | 'scope' | 'sector' | 'mode'>): string {
  const about = scope === 'company' ? m.scans_whole_inline() : m.scans_site_inline()
  const trade = sectorTitle(sector) ?? sector
  return [...(name === null ? [] : [about]), trade, mode === 'quick' ? m.scan_mode_quick() : m.scan_mode_full()].join('\u00a0· ')
}

/** What a company is called: by its name, else by its trade, else "je bedrijf". */
export function calledCompany(name: string | null, newest: Pick<Assessment, 'sector'> | null): string {
  return name ?? (newest === null ? undefined : sectorTitle(newest.sector)) ?? m.scans_your_company()
}
