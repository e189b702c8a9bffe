/** Deletes a scan for good, at once, from the database and from its log. */
import { eq } from 'drizzle-orm'
import type { World } from '#db/open.server.ts'
import { assessments, organisations } from '#db/schema.ts'
import { emptyLog, transact } from '#db/transact.server.ts'
import type { Scan } from './scan.server.ts'

/** Deletes the scan with its answers, result and codes; its company too when this was the last scan of a company without members. */
export async function removeScan(world: World, scan: Scan): Promise<void> {
  const { id, organisationId } = scan.assessment
  await transact(world.database, async writer => {
    await writer.delete(assessments).where(eq(assessments.id, id))
    const others = await writer.$count(assessments, eq(assessments.organisationId, organisationId))
    if (others === 0) await writer.delete(organisations).where(eq(organisations.id, organisationId))
  })
  await emptyLog(world.database)
}
