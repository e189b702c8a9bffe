/** What the pages of a company share: its head, with sectors called as in the questionnaires. */
import type { Member } from '#app/auth/guards.server.ts'
import type { Language } from '#app/core/questionnaire.ts'
import { calledName, headOf, lastScanOf, type HeadOf, type SectorTitle } from '#app/organisations/companies.server.ts'
import { world } from '#app/world.server.ts'

/** The sector of a company that has no scan yet. */
const anySector = 'algemeen'

/** The titles of the sectors in this language. */
export function sectorTitles(language: Language): SectorTitle {
  return id => world().catalogue.allSectors.find(sector => sector.id === id)?.title[language]
}

/** The head of this member's page: spread it into `CompanyHead`. */
export async function companyHead(member: Member, language: Language): Promise<HeadOf> {
  return await headOf(member, sectorTitles(language))
}

/** What this member's company is called, or null. */
export async function calledIn(member: Pick<Member, 'database' | 'now' | 'organisation'>, language: Language): Promise<string | null> {
  return await calledName(member, member.organisation, sectorTitles(language))
}

/** The themes that can be given in this company, titles by id: those of its last scan's questionnaire, else of the one for every sector. */
export async function themesOf(member: Member, language: Language): Promise<ReadonlyMap<string, string>> {
  const { catalogue } = world()
  const scan = await lastScanOf(member, member.organisation.id)
  const { themes } = catalogue.questionnaire(catalogue.servedBy(scan?.sector ?? anySector) ?? anySector)
  return new Map(themes.map(theme => [theme.id, theme.title[language]]))
}
