/** Deletes a scan for good, at once, from the database and from its log. */
import { setTimeout as pause } from 'node:timers/promises'
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
  await emptyLogSoon(world)
}

/** Milliseconds between tries, and how many: a reader of another process stands in the way for a moment only. */
const pauseBetween = 100
const tries = 30

/** Empties the log, as often as it takes within three seconds; what is still in it then goes with the next deletion or start. */
async function emptyLogSoon(world: World): Promise<void> {
  for (let left = tries; left > 0; left--) {
    if (await emptyLog(world.database)) return
    await pause(pauseBetween)
  }
}
