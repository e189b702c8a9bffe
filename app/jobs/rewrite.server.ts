/** Once a night: what was deleted from a file too large to be rewritten by day is overwritten on the disk too. */
import type { World } from '#db/open.server.ts'
import { emptyLogSoon, isTooLargeToRewrite } from '#db/transact.server.ts'

/** Throws when another process stood in the way. */
export async function rewrite({ database }: World): Promise<Record<string, number>> {
  const large = isTooLargeToRewrite(database)
  if (!(await emptyLogSoon(database, large))) throw new Error('The log could not be emptied: another process is reading.')
  return { rewritten: large ? 1 : 0 }
}
