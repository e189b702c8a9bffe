/** What the pages of a company share: its head, with sectors called as in the questionnaires. */
import type { Member } from '#app/auth/guards.server.ts'
import type { Language } from '#app/core/questionnaire.ts'
import { headOf, type HeadOf, type SectorTitle } from '#app/organisations/companies.server.ts'
import { world } from '#app/world.server.ts'

/** The titles of the sectors in this language. */
export function sectorTitles(language: Language): SectorTitle {
  return id => world().catalogue.allSectors.find(sector => sector.id === id)?.title[language]
}

/** The head of this member's page: spread it into `CompanyHead`. */
export async function companyHead(member: Member, language: Language): Promise<HeadOf> {
  return await headOf(member, sectorTitles(language))
}
