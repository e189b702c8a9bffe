/** Reads a plan: its actions, who may do them, and the scan that its figures come from. */
import { and, asc, eq, sql } from 'drizzle-orm'
import type { Reader, World } from '#db/open.server.ts'
import { memberships, users } from '#db/people-tables.ts'
import { actions, type Action } from '#db/plan-tables.ts'
import { organisations } from '#db/schema.ts'
import { newestFinished, type About } from '#app/assessments/line.server.ts'
import { findScan, type Scan } from '#app/assessments/scan.server.ts'
import { may } from '#app/core/permissions.ts'

/** Every action of the plan of this company or site, also those that were taken out, oldest first. */
export async function actionsOf(reader: Reader, { organisationId, site }: About): Promise<Action[]> {
  return await reader
    .select()
    .from(actions)
    .where(and(eq(actions.organisationId, organisationId), sql`${actions.site} is ${site}`))
    .orderBy(asc(actions.createdAt), asc(actions.id))
}

/** One action of this plan, taken out or not; null where the plan has none with this id. */
export async function actionOf(reader: Reader, { organisationId, site }: About, id: string): Promise<Action | null> {
  const [row] = await reader
    .select()
    .from(actions)
    .where(and(eq(actions.id, id), eq(actions.organisationId, organisationId), sql`${actions.site} is ${site}`))
  return row ?? null
}

/** The name of the company whose plan it is, or null where it has none, as a guest's. */
export async function companyNameOf(reader: Reader, { organisationId }: About): Promise<string | null> {
  const [row] = await reader.select({ name: organisations.name }).from(organisations).where(eq(organisations.id, organisationId))
  return row?.name ?? null
}

/** A member by name, or by address where there is no name; `may`: may change the plan, and so be given an action. */
export type PlanMember = { readonly id: string; readonly name: string; readonly may: boolean }

/** The members of a company; none for a guest's. */
export async function planMembers(reader: Reader, organisationId: string): Promise<PlanMember[]> {
  const rows = await reader
    .select({ id: users.id, name: users.name, email: users.email, role: memberships.role, themes: memberships.themes })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.organisationId, organisationId))
    .orderBy(asc(memberships.createdAt), asc(users.email))
  return rows.map(({ id, name, email, role, themes }) => ({ id, name: name ?? email, may: may({ role, themes }, 'plan.change') }))
}

/**
 * The scan that the plan's figures come from: the newest finished one of the line of this scan, as whoever asks may open it. A guest's
 * browser that has no key to that one stays with the scan it has. Null where none is finished.
 */
export async function scanOfPlan(world: World, request: Request, scan: Scan): Promise<Scan | null> {
  const newest = await newestFinished(world.database.reader, scan.assessment)
  if (newest === null) return null
  if (newest.id === scan.assessment.id) return scan
  return (await findScan(world, request, newest.id)) ?? (scan.assessment.finishedAt === null ? null : scan)
}
