/** Deletes a scan for good, at once, from the database and from its log. */
import { and, eq, notExists } from 'drizzle-orm'
import type { World, Writer } from '#db/open.server.ts'
import { memberships } from '#db/people-tables.ts'
import { assessments, organisations } from '#db/schema.ts'
import type { Assessment } from '#db/schema.ts'
import { emptyLogSoon, transact } from '#db/transact.server.ts'
import type { Scan } from './scan.server.ts'

/** Deletes the scan with its answers, result and codes; its company too when this was the last scan of a company without members. */
export async function removeScan(world: World, scan: Scan): Promise<void> {
  await transact(world.database, writer => deleteScan(writer, scan.assessment))
  await emptyLogSoon(world.database)
}

/** The same in the caller's transaction; afterwards the log has to be emptied. */
export async function deleteScan(writer: Writer, { id, organisationId }: Pick<Assessment, 'id' | 'organisationId'>): Promise<void> {
  await writer.delete(assessments).where(eq(assessments.id, id))
  const members = writer.select({ id: memberships.userId }).from(memberships).where(eq(memberships.organisationId, organisations.id))
  const others = writer.select({ id: assessments.id }).from(assessments).where(eq(assessments.organisationId, organisations.id))
  await writer.delete(organisations).where(and(eq(organisations.id, organisationId), notExists(members), notExists(others)))
}
