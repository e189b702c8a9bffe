/** The absolute addresses that letters about a deletion carry, from the configured origin. */
import type { DeletionLinks } from '#app/auth/deletion-letters.ts'
import { pathsIn } from '#app/paths.ts'
import { world } from '#app/world.server.ts'

export function deletionLinks(): DeletionLinks {
  const { ORIGIN } = world().environment
  return {
    account: language => ORIGIN + pathsIn(language).accountRemove,
    company: (language, id) => ORIGIN + pathsIn(language).companyRemove(id),
  }
}
