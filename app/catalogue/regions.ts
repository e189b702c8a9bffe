/** The names of the 25 veiligheidsregio's; proper names, the same in both languages. Source of the list: rijksoverheid.nl, "Veiligheidsregio's". */
import { regions, type Region } from '#app/core/questionnaire.ts'

const names: Readonly<Record<Region, string>> = {
  groningen: 'Groningen',
  fryslan: 'Fryslân',
  drenthe: 'Drenthe',
  ijsselland: 'IJsselland',
  twente: 'Twente',
  'noord-en-oost-gelderland': 'Noord- en Oost-Gelderland',
  'gelderland-midden': 'Gelderland-Midden',
  'gelderland-zuid': 'Gelderland-Zuid',
  utrecht: 'Utrecht',
  'noord-holland-noord': 'Noord-Holland Noord',
  'zaanstreek-waterland': 'Zaanstreek-Waterland',
  kennemerland: 'Kennemerland',
  'amsterdam-amstelland': 'Amsterdam-Amstelland',
  'gooi-en-vechtstreek': 'Gooi en Vechtstreek',
  haaglanden: 'Haaglanden',
  'hollands-midden': 'Hollands Midden',
  'rotterdam-rijnmond': 'Rotterdam-Rijnmond',
  'zuid-holland-zuid': 'Zuid-Holland Zuid',
  zeeland: 'Zeeland',
  'midden-en-west-brabant': 'Midden- en West-Brabant',
  'brabant-noord': 'Brabant-Noord',
  'brabant-zuidoost': 'Brabant-Zuidoost',
  'limburg-noord': 'Limburg-Noord',
  'zuid-limburg': 'Zuid-Limburg',
  flevoland: 'Flevoland',
}

/** The name of a region as people write it. */
export function regionName(region: Region): string {
  return names[region]
}

/** All regions with their names, from north to south. */
export const namedRegions: readonly { readonly id: Region; readonly name: string }[] = regions.map(id => ({ id, name: names[id] }))
