/** All sectors by name, in the order in which they are offered; whether one has questions of its own is for the catalogue to say. */
import type { Text } from '#app/core/questionnaire.ts'

export type Sector = { readonly id: string; readonly title: Text }

/** The sector that the core module serves alone, and that serves every sector without a file of its own. */
export const general = 'algemeen'

export const sectors: readonly Sector[] = [
  { id: 'bouw', title: { nl: 'Bouw, dak en onderhoud', en: 'Building, roofing and maintenance' } },
  { id: 'transport-logistiek', title: { nl: 'Transport en logistiek', en: 'Transport and logistics' } },
  { id: 'land-tuinbouw', title: { nl: 'Land- en tuinbouw', en: 'Farming and horticulture' } },
  {
    id: 'voeding',
    title: { nl: 'Eten en drinken maken (bakker, slager, fabriek)', en: 'Making food and drink (baker, butcher, factory)' },
  },
  {
    id: 'maakindustrie',
    title: { nl: 'Maakindustrie (metaal, hout, druk, textiel)', en: 'Manufacturing (metal, wood, printing, textiles)' },
  },
  { id: 'detailhandel', title: { nl: 'Winkel en webwinkel', en: 'Shop and web shop' } },
  { id: 'groothandel', title: { nl: 'Groothandel', en: 'Wholesale' } },
  { id: 'horeca-recreatie', title: { nl: 'Horeca en recreatie', en: 'Hospitality and leisure' } },
  { id: 'zorg-welzijn', title: { nl: 'Zorg en welzijn', en: 'Health and social care' } },
  { id: 'ict-telecom', title: { nl: 'ICT en telecom', en: 'IT and telecoms' } },
  { id: 'zakelijk-financieel', title: { nl: 'Kantoor, advies en financiën', en: 'Office, advice and finance' } },
  { id: 'persoonlijke-diensten', title: { nl: 'Kapper, garage, schoonmaak', en: 'Hairdresser, garage, cleaning' } },
  { id: 'energie-water-installatie', title: { nl: 'Installatie, energie en water', en: 'Installation, energy and water' } },
  { id: 'onderwijs-kinderopvang', title: { nl: 'Onderwijs en kinderopvang', en: 'Education and childcare' } },
  { id: 'cultuur-erfgoed', title: { nl: 'Cultuur en erfgoed', en: 'Culture and heritage' } },
  { id: 'chemie', title: { nl: 'Chemie en kunststof', en: 'Chemicals and plastics' } },
  { id: general, title: { nl: 'Iets anders', en: 'Something else' } },
]

/** The sector called `id`, undefined when there is none. */
export function sectorOf(id: string): Sector | undefined {
  return sectors.find((sector) => sector.id === id)
}
