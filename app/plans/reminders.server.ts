/** Writes who is to be reminded of what, a week before an action is due and on the day: one letter for each person. */
import { and, eq, gte, inArray, isNotNull, isNull, lte } from 'drizzle-orm'
import type { Reader, World, Writer } from '#db/open.server.ts'
import { memberships, users } from '#db/people-tables.ts'
import { actionReminders, actions, type Action } from '#db/plan-tables.ts'
import { organisations } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { newSecret } from '#app/auth/secret.server.ts'
import { newestFinished, type About } from '#app/assessments/line.server.ts'
import { daysBetween, dutchDay } from '#app/core/actions.ts'
import { may } from '#app/core/permissions.ts'
import type { Language } from '#app/core/questionnaire.ts'
import { queueLetter } from '#app/mail/outbox.server.ts'
import { pathsIn } from '#app/paths.ts'
import { titleOf } from './calendar-entries.server.ts'
import { reminderLetter, type DueItem } from './reminder-letter.ts'
import { storeReminderLink } from './reminders-off.server.ts'

const day = 24 * 60 * 60 * 1000
/** The week's letter is written from this many days before, and no later than so many: after that only the day's. */
const weekBefore = 7
const latestBefore = 2

type Person = { readonly id: string; readonly email: string; readonly language: Language }
type Due = { readonly action: Action; readonly company: string | null; readonly person: Person; readonly kind: 'week' | 'day' }

/** Which reminder is due on this day, or none. */
export function kindOn(today: string, dueOn: string): 'week' | 'day' | null {
  const ahead = daysBetween(today, dueOn)
  if (ahead === 0) return 'day'
  return ahead >= latestBefore && ahead <= weekBefore ? 'week' : null
}

/** Says how many letters were written, about how many actions, and how many the outbox did not take. Throws after the last, where one failed. `origin`: of the site. */
export async function writeReminders(world: World, origin: string): Promise<Record<string, number>> {
  const people = new Map<string, Due[]>()
  for (const due of await dueNow(world.database.reader, world.now())) people.set(due.person.id, [...(people.get(due.person.id) ?? []), due])
  const report = { letters: 0, actions: 0, refused: 0 }
  const failures: Error[] = []
  for (const due of people.values()) {
    const written = await remind(world, origin, due).catch((error: unknown) => {
      failures.push(error instanceof Error ? error : new Error(String(error)))
      return 0
    })
    if (written === null) report.refused += 1
    else if (written > 0) {
      report.letters += 1
      report.actions += written
    }
  }
  const [failure] = failures
  if (failure !== undefined) throw failure
  return report
}

/** What is due and not yet told: to be done, of a member who may see the plan, wants letters and is not about to leave, as is the company. */
async function dueNow(reader: Reader | Writer, now: number, userId?: string): Promise<Due[]> {
  const today = dutchDay(now)
  const lastDay = dutchDay(now + (weekBefore + 1) * day)
  const rows = await reader
    .select({
      action: actions,
      company: organisations.name,
      person: { id: users.id, email: users.email, language: users.language },
      role: memberships.role,
      themes: memberships.themes,
    })
    .from(actions)
    .innerJoin(organisations, eq(organisations.id, actions.organisationId))
    .innerJoin(users, eq(users.id, actions.ownerId))
    .innerJoin(memberships, and(eq(memberships.userId, users.id), eq(memberships.organisationId, actions.organisationId)))
    .where(
      and(
        isNotNull(actions.dueOn),
        gte(actions.dueOn, today),
        lte(actions.dueOn, lastDay),
        isNull(actions.removedAt),
        inArray(actions.state, ['open', 'busy']),
        eq(users.reminders, true),
        isNull(users.deletionAt),
        isNull(organisations.deletionAt),
        ...(userId === undefined ? [] : [eq(users.id, userId)]),
      ),
    )
    .orderBy(actions.dueOn, actions.createdAt, actions.id)
  const due = rows.flatMap(({ role, themes, ...row }) => {
    const kind = kindOn(today, row.action.dueOn ?? '')
    return kind === null || !may({ role, themes }, 'plan.see') ? [] : [{ ...row, kind }]
  })
  const told = await toldOf(reader, due.map(({ action }) => action.id))
  return due.filter(({ action, kind }) => !told.has(`${action.id} ${kind} ${action.dueOn}`))
}

async function toldOf(reader: Reader | Writer, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await reader.select().from(actionReminders).where(inArray(actionReminders.actionId, [...ids]))
  return new Set(rows.map(({ actionId, kind, dueOn }) => `${actionId} ${kind} ${dueOn}`))
}

/** True where this person was reminded of something already today. */
async function remindedToday(reader: Reader | Writer, userId: string, now: number): Promise<boolean> {
  const rows = await reader
    .select({ at: actionReminders.writtenAt })
    .from(actionReminders)
    .innerJoin(actions, eq(actions.id, actionReminders.actionId))
    .where(and(eq(actions.ownerId, userId), gte(actionReminders.writtenAt, now - 2 * day)))
  return rows.some(({ at }) => dutchDay(at) === dutchDay(now))
}

/**
 * Writes one person's letter: how many actions stand in it, 0 where nothing is to be told (any more), null where the outbox takes no more letters
 * to this address today. Letter, link and what was told are stored together; the next morning tries again what was not.
 */
async function remind(world: World, origin: string, due: readonly Due[]): Promise<number | null> {
  const now = world.now()
  const person = due[0]!.person
  const token = newSecret()
  const off = origin + pathsIn(person.language).remindersOff(token)
  const items = new Map(await Promise.all(due.map(async one => [keyOf(one), await itemOf(world, origin, one)] as const)))
  return await transact(world.database, async writer => {
    if (await remindedToday(writer, person.id, now)) return 0
    // what another process told in the meantime, or somebody did, is no longer due
    const still = (await dueNow(writer, now, person.id)).filter(one => items.has(keyOf(one)))
    if (still.length === 0) return 0
    const letter = reminderLetter(person.language, still.map(one => items.get(keyOf(one))!), off)
    const queued = await queueLetter(writer, { ...letter, recipient: person.email, unsubscribe: off }, now)
    if (!queued.ok) return null
    await storeReminderLink(writer, person.id, token, now)
    await writer.insert(actionReminders).values(still.map(({ action, kind }) => ({ actionId: action.id, kind, dueOn: action.dueOn ?? '', writtenAt: now })))
    return still.length
  })
}

const keyOf = ({ action, kind }: Due) => `${action.id} ${kind} ${action.version}`

async function itemOf(world: World, origin: string, { action, company, person, kind }: Due): Promise<DueItem> {
  const about: About = { organisationId: action.organisationId, site: action.site }
  const newest = await newestFinished(world.database.reader, about)
  const paths = pathsIn(person.language)
  const link = origin + (newest === null ? paths.company(action.organisationId) : paths.planAction(newest.id, action.id))
  return { title: await titleOf(world.database, action, newest?.size, person.language), company, dueOn: action.dueOn ?? '', kind, link }
}
