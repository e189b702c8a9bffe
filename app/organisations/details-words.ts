/** What the details of a company hold to, and say of what was refused. */
import { m } from '#app/i18n/paraglide/messages.js'

/** A company's name, in characters. */
export const longestCompanyName = 120

export type DetailsField = 'name' | 'kvk'
export type DetailsProblem = 'missing' | 'long' | 'bad'

/** Why a field is refused. */
export function detailsWords(field: DetailsField, problem: DetailsProblem): string {
  if (field === 'kvk') return m.company_kvk_bad()
  return problem === 'long' ? m.company_name_long() : m.company_name_missing()
}
