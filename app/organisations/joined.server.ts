/** Who joined a company lately. */
import { and, desc, eq, gte, ne } from 'drizzle-orm'
import type { World } from '#db/open.server.ts'
import { memberships, users } from '#db/people-tables.ts'

/** The members other than this user who joined since `since` (epoch milliseconds), the newest first: by name, else by address. */
export async function joinedSince(world: World, organisationId: string, not: string, since: number): Promise<{ readonly who: string; readonly at: number }[]> {
  const rows = await world.database.reader
    .select({ name: users.name, email: users.email, at: memberships.createdAt })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.organisationId, organisationId), ne(memberships.userId, not), gte(memberships.createdAt, since)))
    .orderBy(desc(memberships.createdAt))
  return rows.map(({ name, email, at }) => ({ who: name ?? email, at }))
}
