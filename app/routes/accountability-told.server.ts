/** What the accountability page tells of a catalogue, worked out once for each language and kept in memory. */
import type { Language } from '#app/core/questionnaire.ts'
import { accountabilityView, type AccountabilityView } from '#app/catalogue/accountability/accountability-view.ts'
import { readExampleCompany } from '#app/catalogue/accountability/example-company.server.ts'
import type { AccountabilityExample } from '#app/catalogue/accountability/example.ts'
import { contentFolder, type Catalogue } from '#app/catalogue/catalogue.server.ts'
import { say } from '#app/i18n/format.ts'
import { exampleOf } from '#app/reports/accountability-example.ts'

type Told = { readonly view: AccountabilityView; readonly example: AccountabilityExample }

const told = new WeakMap<Catalogue, Map<Language, Told>>()

/** `language` is that of the page that is being made. The content stands as long as the process, and so does this. */
export function toldOnce(catalogue: Catalogue, language: Language): Told {
  const known = told.get(catalogue) ?? new Map<Language, Told>()
  told.set(catalogue, known)
  const once = known.get(language) ?? tell(catalogue)
  known.set(language, once)
  return once
}

function tell(catalogue: Catalogue): Told {
  const { name, description, sector, evidence } = readExampleCompany(contentFolder())
  const example = exampleOf({ name, description: say(description) }, catalogue.questionnaire(sector), evidence)
  return { view: accountabilityView(catalogue), example }
}
