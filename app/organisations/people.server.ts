/**
 * Who belongs to a company, and changing that. Every command reads inside its transaction who asks and whom it is about, so that two at once
 * leave the company with an owner; and every change of somebody's rights ends that person's sessions.
 */
import { and, asc, eq, ne } from 'drizzle-orm'
import type { Reader, World, Writer } from '#db/open.server.ts'
import type { AuditEvent } from '#db/audit-events.ts'
import { memberships, users } from '#db/people-tables.ts'
import { transact } from '#db/transact.server.ts'
import { auditLog } from '#db/work-tables.ts'
import { audit } from '#app/auth/audit.server.ts'
import type { Member } from '#app/auth/guards.server.ts'
import { endSessions } from '#app/auth/session.server.ts'
import { may, type MemberRole, type Permission } from '#app/core/permissions.ts'

/** `notFound`: not of this company; `noLonger`: who asks lost the right to it just now. */
export type PeopleResult = { readonly ok: true } | { readonly ok: false; readonly reason: 'notFound' | 'noLonger' | 'lastOwner' }
type Refused = Extract<PeopleResult, { ok: false }>

/** The roles that an owner gives away; ownership goes by handing over. */
export const givenRoles = ['editor', 'contributor', 'reader'] as const satisfies readonly MemberRole[]
export type GivenRole = (typeof givenRoles)[number]

export type Person = {
  readonly id: string
  readonly name: string | null
  readonly email: string
  readonly role: MemberRole
  readonly themes: readonly string[]
}

/** The members of a company, those who came first on top. */
export async function peopleOf({ database, organisation }: Pick<Member, 'database' | 'organisation'>): Promise<Person[]> {
  return await database.reader
    .select({ id: users.id, name: users.name, email: users.email, role: memberships.role, themes: memberships.themes })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.organisationId, organisation.id))
    .orderBy(asc(memberships.createdAt), asc(users.email))
}

/** The membership of a user in a company as it stands now. */
export async function membershipIn(reader: Reader, organisationId: string, userId: string) {
  const [row] = await reader
    .select({ role: memberships.role, themes: memberships.themes })
    .from(memberships)
    .where(and(eq(memberships.organisationId, organisationId), eq(memberships.userId, userId)))
  return row
}

/** What stands in the way of who asks: null where the right still holds. */
export async function lostRight(writer: Writer, member: Member, permission: Permission): Promise<Refused | null> {
  const own = await membershipIn(writer, member.organisation.id, member.user.id)
  return own !== undefined && may(own, permission) ? null : { ok: false, reason: 'noLonger' }
}

/** True where this was done to this subject before: a form that is sent again is answered as the first. */
export async function doneBefore(writer: Writer, organisationId: string, event: AuditEvent, subjectId: string): Promise<boolean> {
  const same = and(eq(auditLog.organisationId, organisationId), eq(auditLog.event, event), eq(auditLog.subjectId, subjectId))
  return (await writer.$count(auditLog, same)) > 0
}

async function isLastOwner(writer: Writer, organisationId: string, userId: string): Promise<boolean> {
  const owners = and(eq(memberships.organisationId, organisationId), eq(memberships.role, 'owner'), ne(memberships.userId, userId))
  return (await writer.$count(memberships, owners)) === 0
}

function membershipKey(organisationId: string, userId: string) {
  return and(eq(memberships.organisationId, organisationId), eq(memberships.userId, userId))
}

/** Gives a membership another role and themes, in the caller's transaction, notes it and ends the sessions of who it is about. */
export async function setMembership(
  writer: Writer,
  member: Member,
  userId: string,
  next: { readonly role: MemberRole; readonly themes: readonly string[] },
): Promise<void> {
  const organisationId = member.organisation.id
  await writer
    .update(memberships)
    .set({ role: next.role, themes: [...next.themes] })
    .where(membershipKey(organisationId, userId))
  await audit(writer, member.now(), { event: 'memberRoleChanged', userId: member.user.id, organisationId, subjectId: userId })
  await endSessions(writer, userId)
}

/** Changes what a member may do; `themes` count for a contributor only. The last owner stays owner. */
export async function changeRole(member: Member, userId: string, next: { readonly role: GivenRole; readonly themes: readonly string[] }): Promise<PeopleResult> {
  const organisationId = member.organisation.id
  const themes = next.role === 'contributor' ? [...new Set(next.themes)] : []
  return await transact(member.database, async (writer): Promise<PeopleResult> => {
    const refused = await lostRight(writer, member, 'people.manage')
    if (refused !== null) return refused
    const row = await membershipIn(writer, organisationId, userId)
    if (row === undefined) return { ok: false, reason: 'notFound' }
    if (row.role === next.role && sameThemes(row.themes, themes)) return { ok: true }
    if (row.role === 'owner' && (await isLastOwner(writer, organisationId, userId))) return { ok: false, reason: 'lastOwner' }
    await setMembership(writer, member, userId, { role: next.role, themes })
    return { ok: true }
  })
}

function sameThemes(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every(theme => other.includes(theme))
}

/** Takes a member out of the company, at once. What this member filled in stays. */
export async function removeMember(member: Member, userId: string): Promise<PeopleResult> {
  const organisationId = member.organisation.id
  return await transact(member.database, async (writer): Promise<PeopleResult> => {
    const refused = await lostRight(writer, member, 'people.manage')
    if (refused !== null) return refused
    const row = await membershipIn(writer, organisationId, userId)
    if (row === undefined) return (await doneBefore(writer, organisationId, 'memberRemoved', userId)) ? { ok: true } : { ok: false, reason: 'notFound' }
    if (row.role === 'owner' && (await isLastOwner(writer, organisationId, userId))) return { ok: false, reason: 'lastOwner' }
    await writer.delete(memberships).where(membershipKey(organisationId, userId))
    await audit(writer, member.now(), { event: 'memberRemoved', userId: member.user.id, organisationId, subjectId: userId })
    await endSessions(writer, userId)
    return { ok: true }
  })
}

/** Lets a member go who wants to; the last owner hands the company over first. The caller begins a new session. */
export async function leave(member: Member): Promise<PeopleResult> {
  const organisationId = member.organisation.id
  const { id } = member.user
  return await transact(member.database, async (writer): Promise<PeopleResult> => {
    const row = await membershipIn(writer, organisationId, id)
    if (row === undefined) return { ok: true }
    if (row.role === 'owner' && (await isLastOwner(writer, organisationId, id))) return { ok: false, reason: 'lastOwner' }
    await writer.delete(memberships).where(membershipKey(organisationId, id))
    await audit(writer, member.now(), { event: 'memberLeft', userId: id, organisationId, subjectId: id })
    await endSessions(writer, id)
    return { ok: true }
  })
}

/** Makes another member the owner; who handed over becomes editor. The password was asked before; the caller begins a new session. */
export async function handOver(member: Member, userId: string): Promise<PeopleResult> {
  const organisationId = member.organisation.id
  const { id } = member.user
  return await transact(member.database, async (writer): Promise<PeopleResult> => {
    const [own, other] = [await membershipIn(writer, organisationId, id), await membershipIn(writer, organisationId, userId)]
    if (other === undefined || userId === id) return { ok: false, reason: 'notFound' }
    const repeated = own?.role === 'editor' && other.role === 'owner' && (await doneBefore(writer, organisationId, 'ownershipHandedOver', userId))
    if (repeated) return { ok: true }
    if (own === undefined || !may(own, 'organisation.handOver')) return { ok: false, reason: 'noLonger' }
    await writer.update(memberships).set({ role: 'owner', themes: [] }).where(membershipKey(organisationId, userId))
    await writer.update(memberships).set({ role: 'editor', themes: [] }).where(membershipKey(organisationId, id))
    await audit(writer, member.now(), { event: 'ownershipHandedOver', userId: id, organisationId, subjectId: userId })
    await endSessions(writer, userId)
    await endSessions(writer, id)
    return { ok: true }
  })
}

/** True where this company's screens speak of somebody who looks along instead of a group: below ten people, and while nothing is known. */
export function isSmall(size: string | undefined): boolean {
  return size === undefined || size === '1' || size === '2-9'
}

/** The language in which a member reads, for a letter. */
export async function readsIn(world: World, userId: string) {
  const [row] = await world.database.reader.select({ language: users.language }).from(users).where(eq(users.id, userId))
  return row?.language
}
