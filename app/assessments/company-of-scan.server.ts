/** The company that a scan belongs to, as its pages speak of it: its name, and who fills in which theme. */
import { and, asc, eq } from 'drizzle-orm'
import type { World } from '#db/open.server.ts'
import { memberships, users } from '#db/people-tables.ts'
import { organisations } from '#db/schema.ts'
import type { Assessment } from '#db/schema.ts'

/** The name of the scan's company; null where it has none. */
export async function storedCompanyName(world: World, { organisationId }: Pick<Assessment, 'organisationId'>): Promise<string | null> {
  const [row] = await world.database.reader.select({ name: organisations.name }).from(organisations).where(eq(organisations.id, organisationId))
  return row?.name ?? null
}

/** The contributors of the scan's company by theme, by name, else by address. */
export async function contributorsByTheme(world: World, { organisationId }: Assessment): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await world.database.reader
    .select({ name: users.name, email: users.email, themes: memberships.themes })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.organisationId, organisationId), eq(memberships.role, 'contributor')))
    .orderBy(asc(memberships.createdAt))
  const byTheme = new Map<string, string[]>()
  for (const { name, email, themes } of rows) for (const theme of themes) byTheme.set(theme, [...(byTheme.get(theme) ?? []), name ?? email])
  return byTheme
}
