/** Finds the scan that counts now: what comes after a report goes by the newest finished one of the company or the site. */
import type { World } from '#db/open.server.ts'
import { newestFinished } from './line.server.ts'
import { findScan, type Scan } from './scan.server.ts'

/**
 * The newest finished scan about the same company or site, as this request may open it: the scan itself where it is that one, or where
 * the newer one is not open to this request. Null where none is finished.
 */
export async function newestScan(world: World, request: Request, scan: Scan): Promise<Scan | null> {
  const newest = await newestFinished(world.database.reader, scan.assessment)
  if (newest === null) return null
  if (newest.id === scan.assessment.id) return scan
  return (await findScan(world, request, newest.id)) ?? (scan.assessment.finishedAt === null ? null : scan)
}
