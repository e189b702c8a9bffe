/** The sector that a form's address names. */
import type { Catalogue } from '#app/catalogue/catalogue.server.ts'

/** Throws a 404 for a sector without a questionnaire of its own; the general one is a sector too. */
export function formSector(catalogue: Catalogue, params: { sector?: string | undefined }): string {
  const found = catalogue.sectors.find(sector => sector.id === params.sector)
  if (found === undefined) throw new Response(null, { status: 404 })
  return found.id
}
