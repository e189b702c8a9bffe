/** When a company last practised: a drill that was held, or an hour without power. */
import { eq, max } from 'drizzle-orm'
import type { World } from '#db/open.server.ts'
import { drills, trialHours } from '#db/plan-tables.ts'

/** Epoch milliseconds; null where nothing was held yet. */
export async function lastPractice({ database }: World, organisationId: string): Promise<number | null> {
  const [drill] = await database.reader.select({ at: max(drills.heldAt) }).from(drills).where(eq(drills.organisationId, organisationId))
  const [trial] = await database.reader.select({ at: max(trialHours.heldAt) }).from(trialHours).where(eq(trialHours.organisationId, organisationId))
  const held = [drill?.at ?? null, trial?.at ?? null].filter(at => at !== null)
  return held.length === 0 ? null : Math.max(...held)
}
