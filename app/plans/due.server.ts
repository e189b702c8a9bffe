/** What of a company's plans is due, how much they hold, and what was done lately. */
import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lte } from 'drizzle-orm'
import type { World } from '#db/open.server.ts'
import { users } from '#db/people-tables.ts'
import { actions } from '#db/plan-tables.ts'
import type { Size, Text } from '#app/core/questionnaire.ts'
import { titleTexts } from './calendar-entries.server.ts'

/** `size`, where it is asked for: of the company, for its wording. `title`: an own action says the same in both languages; `dueOn`: 2026-11-24; `owner`: by name, or by address where there is none. */
export type DueAction = { readonly id: string; readonly site: string | null; readonly title: Text; readonly dueOn: string; readonly owner: string | null }

/** The actions that are still to be done and due on this day (2026-11-24) or before, the earliest first. */
export async function dueActions(world: World, organisationId: string, size: Size | undefined, until: string): Promise<DueAction[]> {
  const toDo = and(inArray(actions.state, ['open', 'busy']), isNull(actions.removedAt))
  const rows = await world.database.reader
    .select({ action: actions, name: users.name, email: users.email })
    .from(actions)
    .leftJoin(users, eq(users.id, actions.ownerId))
    .where(and(eq(actions.organisationId, organisationId), toDo, isNotNull(actions.dueOn), lte(actions.dueOn, until)))
    .orderBy(asc(actions.dueOn), asc(actions.createdAt), asc(actions.id))
  return await Promise.all(
    rows.map(async ({ action, name, email }): Promise<DueAction> => {
      const { id, site, dueOn, ownerName } = action
      return { id, site, title: await titleTexts(world.database, action, size), dueOn: dueOn ?? until, owner: name ?? email ?? ownerName }
    }),
  )
}

/** How many actions the plans of a company hold, done or not; those that were taken out do not count. */
export async function plannedCount(world: World, organisationId: string): Promise<number> {
  return await world.database.reader.$count(actions, and(eq(actions.organisationId, organisationId), isNull(actions.removedAt)))
}

/** The actions that were finished since `since` (epoch milliseconds), the newest first. */
export async function actionsDoneSince(world: World, organisationId: string, size: Size | undefined, since: number): Promise<{ readonly title: Text; readonly at: number }[]> {
  const rows = await world.database.reader
    .select()
    .from(actions)
    .where(and(eq(actions.organisationId, organisationId), eq(actions.state, 'done'), isNull(actions.removedAt), gte(actions.stateAt, since)))
    .orderBy(desc(actions.stateAt))
  return await Promise.all(rows.map(async row => ({ title: await titleTexts(world.database, row, size), at: row.stateAt })))
}
