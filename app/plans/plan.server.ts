/** Reads a plan: its actions, who may do them, and the scan that its figures come from. */
import { and, asc, eq, sql } from 'drizzle-orm'
import type { Reader } from '#db/open.server.ts'
import { memberships, users } from '#db/people-tables.ts'
import { actions, type Action } from '#db/plan-tables.ts'
import type { About } from '#app/assessments/line.server.ts'
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
