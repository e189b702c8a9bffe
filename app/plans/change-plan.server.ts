/** Changing a plan: own actions, who does what by when, states, taking out and putting back. Nobody overwrites another silently. */
import { randomUUID } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { World, Writer } from '#db/open.server.ts'
import { memberships } from '#db/people-tables.ts'
import { actions, type Action } from '#db/plan-tables.ts'
import { transact } from '#db/transact.server.ts'
import type { About } from '#app/assessments/line.server.ts'
import type { Scan } from '#app/assessments/scan.server.ts'
import { diaryShows, type ActionState } from '#app/core/actions.ts'
import { may } from '#app/core/permissions.ts'
import { actionOf } from './plan.server.ts'

/** So many actions one plan holds. */
export const mostActions = 300

/** What a form sets of an action; `title` counts for an own action only. */
export type ActionFields = {
  readonly title: string | null
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly dueOn: string | null
  readonly note: string | null
}

export type Added = { readonly ok: true; readonly action: Action } | { readonly ok: false; readonly reason: 'owner' | 'full' }

/** `changed`: somebody saved in the meantime; `now` is what stands there, and nothing was written. `notFound`: not in this plan. */
export type PlanChange =
  | { readonly ok: true; readonly before: Action; readonly action: Action }
  | { readonly ok: false; readonly reason: 'changed'; readonly now: Action }
  | { readonly ok: false; readonly reason: 'notFound' | 'owner' | 'reason' }

/** A member may be given an action while he may change the plan. */
async function mayOwn(writer: Writer, organisationId: string, userId: string): Promise<boolean> {
  const [row] = await writer
    .select({ role: memberships.role, themes: memberships.themes })
    .from(memberships)
    .where(and(eq(memberships.organisationId, organisationId), eq(memberships.userId, userId)))
  return row !== undefined && may(row, 'plan.change')
}

/** Adds an own action; a repeat of the same once-key finds the first. Throws a 404 where the key is another company's. */
export async function addAction(world: World, scan: Scan, fields: ActionFields & { readonly title: string }, onceKey: string): Promise<Added> {
  const { organisationId, site } = scan.assessment
  const now = world.now()
  return await transact(world.database, async (writer): Promise<Added> => {
    const [first] = await writer.select().from(actions).where(eq(actions.onceKey, onceKey))
    if (first !== undefined) {
      if (first.organisationId !== organisationId || first.site !== site) throw new Response(null, { status: 404 })
      return { ok: true, action: first }
    }
    if (fields.ownerId !== null && !(await mayOwn(writer, organisationId, fields.ownerId))) return { ok: false, reason: 'owner' }
    const held = await writer.$count(actions, and(eq(actions.organisationId, organisationId), sql`${actions.site} is ${site}`, isNull(actions.removedAt)))
    if (held >= mostActions) return { ok: false, reason: 'full' }
    const [action] = await writer
      .insert(actions)
      .values({
        id: randomUUID(),
        organisationId,
        site,
        ...fieldsOf(fields),
        stateAt: now,
        createdBy: scan.user?.id ?? null,
        onceKey,
        createdAt: now,
        updatedAt: now,
      })
      .returning()
    return { ok: true, action: action! }
  })
}

/** The listed fields and no others. */
function fieldsOf({ title, ownerId, ownerName, dueOn, note }: ActionFields): ActionFields {
  return { title, ownerId, ownerName, dueOn, note }
}

/** Saves what stands on the page of an action, on the version that was read. The title of a measure stays the measure's. */
export async function changeAction(world: World, scan: Scan, id: string, version: number, fields: ActionFields): Promise<PlanChange> {
  return await change(world, scan.assessment, id, version, async (writer, row) => {
    // who is the owner already may stay so: somebody else's change of rights is no reason to lose what was typed
    const owner = fields.ownerId
    if (owner !== null && owner !== row.ownerId && !(await mayOwn(writer, row.organisationId, owner))) return 'owner'
    return { ...fieldsOf(fields), title: row.title === null ? null : (fields.title ?? row.title) }
  })
}

/**
 * Brings an action into another state. Declining takes a reason; one that was given before counts while no other is given. An action that
 * is begun or done again is asked again about its answers.
 */
export async function setActionState(world: World, scan: Scan, id: string, version: number, state: ActionState, reason: string | null): Promise<PlanChange> {
  return await change(world, scan.assessment, id, version, (_, row) => {
    const why = reason ?? row.reason
    if (state === 'declined' && why === null) return 'reason'
    if (state === row.state) return { reason: state === 'declined' ? why : row.reason }
    return { state, stateAt: world.now(), reason: why, answersAfter: null }
  })
}

/** Takes an action out of the plan. */
export async function removeAction(world: World, scan: Scan, id: string, version: number): Promise<PlanChange> {
  return await change(world, scan.assessment, id, version, (_, row) => ({ removedAt: row.removedAt ?? world.now() }))
}

/** Puts an action that was taken out back. */
export async function putActionBack(world: World, scan: Scan, id: string, version: number): Promise<PlanChange> {
  return await change(world, scan.assessment, id, version, () => ({ removedAt: null }))
}

/** Notes what was said about the answers of an action that is done. */
export async function noteAnswersAfter(world: World, scan: Scan, id: string, version: number, after: 'lifted' | 'left'): Promise<PlanChange> {
  return await change(world, scan.assessment, id, version, (_, row) => (row.state === 'done' ? { answersAfter: after } : {}))
}

type Next = Partial<ActionFields & Pick<Action, 'state' | 'stateAt' | 'reason' | 'answersAfter' | 'removedAt'>>

/** What is asked for a second time, or by two at once in the same words, is there already: that is no conflict. */
async function change(
  world: World,
  about: About,
  id: string,
  version: number,
  decide: (writer: Writer, row: Action) => Next | 'owner' | 'reason' | Promise<Next | 'owner' | 'reason'>,
): Promise<PlanChange> {
  return await transact(world.database, async (writer): Promise<PlanChange> => {
    const row = await actionOf(writer, about, id)
    if (row === null) return { ok: false, reason: 'notFound' }
    const next = await decide(writer, row)
    if (typeof next === 'string') return { ok: false, reason: next }
    if (Object.entries(next).every(([name, value]) => name === 'stateAt' || row[name as keyof Action] === value)) return { ok: true, before: row, action: row }
    if (row.version !== version) return { ok: false, reason: 'changed', now: row }
    const sequence = row.sequence + (diaryShows(row, { ...row, ...next }) ? 1 : 0)
    const [action] = await writer
      .update(actions)
      .set({ ...next, sequence, version: row.version + 1, updatedAt: world.now() })
      .where(eq(actions.id, row.id))
      .returning()
    return { ok: true, before: row, action: action! }
  })
}
