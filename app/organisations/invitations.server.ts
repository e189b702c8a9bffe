/** Inviting people into a company: by a letter with a link that works once and for fourteen days, also after the letter was sent again. */
import { and, asc, eq, gt } from 'drizzle-orm'
import type { World, Writer } from '#db/open.server.ts'
import { invitations, memberships, users } from '#db/people-tables.ts'
import type { Invitation } from '#db/people-tables.ts'
import { organisations } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { addUser } from '#app/auth/account.server.ts'
import { longestName } from '#app/auth/account-words.ts'
import { audit } from '#app/auth/audit.server.ts'
import type { Member } from '#app/auth/guards.server.ts'
import { endCodes } from '#app/auth/mail-codes.server.ts'
import { hashPassword, passwordProblem, type PasswordProblem } from '#app/auth/password.server.ts'
import { hashSecret, newSecret } from '#app/auth/secret.server.ts'
import { endSessions, type SignedInUser } from '#app/auth/session.server.ts'
import { storedAddress } from '#app/auth/sign-in.server.ts'
import type { Language } from '#app/core/questionnaire.ts'
import type { Letter } from '#app/mail/letter.ts'
import { queueLetter } from '#app/mail/outbox.server.ts'
import { doneBefore, lostRight, membershipIn, type GivenRole, type PeopleResult } from './people.server.ts'

export const invitationDays = 14
const lifetime = invitationDays * 24 * 60 * 60 * 1000

/** Makes the letter around the link with this secret. */
export type WriteInvitation = (token: string, invitation: Pick<Invitation, 'role' | 'themes' | 'assessmentId'>) => Letter

export type Invite = {
  readonly email: string
  readonly role: GivenRole
  /** for a contributor: at least one */
  readonly themes: readonly string[]
  readonly onceKey: string
}
export type InviteResult = PeopleResult | { readonly ok: false; readonly reason: 'bad-address' | 'too-many-letters' | 'isMember' }

/** The open invitations of a company, oldest first. */
export async function invitationsOf({ database, organisation }: Pick<Member, 'database' | 'organisation'>) {
  return await database.reader
    .select({ id: invitations.id, email: invitations.email, role: invitations.role, themes: invitations.themes, expiresAt: invitations.expiresAt })
    .from(invitations)
    .where(eq(invitations.organisationId, organisation.id))
    .orderBy(asc(invitations.createdAt))
}

/**
 * Stores an invitation and its letter, in the caller's transaction, in place of an earlier one to the same address, whose link ends. Whether
 * the address has an account changes nothing.
 */
export async function putInvitation(
  writer: Writer,
  member: Member,
  { email, role, themes, onceKey, assessmentId }: Invite & { readonly assessmentId: string | null },
  token: string,
  letter: Letter,
): Promise<InviteResult> {
  const organisationId = member.organisation.id
  const now = member.now()
  const queued = await queueLetter(writer, { ...letter, recipient: email }, now)
  if (!queued.ok) return queued
  await writer.delete(invitations).where(and(eq(invitations.organisationId, organisationId), eq(invitations.email, email)))
  const given = { role, themes: role === 'contributor' ? [...new Set(themes)] : [], assessmentId, invitedBy: member.user.id }
  await writer
    .insert(invitations)
    .values({ id: onceKey, hash: hashSecret(token), organisationId, email, ...given, onceKey, createdAt: now, expiresAt: now + lifetime })
  await audit(writer, now, { event: 'memberInvited', userId: member.user.id, organisationId, subjectId: onceKey })
  return { ok: true }
}

/** The member of a company with this address, or undefined. */
export async function memberWith(writer: Writer, organisationId: string, email: string) {
  const [row] = await writer
    .select({ userId: memberships.userId, role: memberships.role, themes: memberships.themes, language: users.language })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.organisationId, organisationId), eq(users.email, email)))
  return row
}

/** Invites an address. A repeat of the form sends nothing more. */
export async function invite(member: Member, asked: Invite, write: WriteInvitation): Promise<InviteResult> {
  const email = storedAddress(asked.email)
  const organisationId = member.organisation.id
  const token = newSecret()
  const letter = write(token, { role: asked.role, themes: [...asked.themes], assessmentId: null })
  return await transact(member.database, async (writer): Promise<InviteResult> => {
    const refused = await lostRight(writer, member, 'people.manage')
    if (refused !== null) return refused
    if (await doneBefore(writer, organisationId, 'memberInvited', asked.onceKey)) return { ok: true }
    if ((await memberWith(writer, organisationId, email)) !== undefined) return { ok: false, reason: 'isMember' }
    return await putInvitation(writer, member, { ...asked, email, assessmentId: null }, token, letter)
  })
}

/** Sends the letter once more, with a new link: the one before ends. A repeat of the form sends nothing more. */
export async function inviteAgain(member: Member, id: string, onceKey: string, write: WriteInvitation): Promise<InviteResult> {
  const mine = and(eq(invitations.id, id), eq(invitations.organisationId, member.organisation.id))
  const [known] = await member.database.reader.select().from(invitations).where(mine)
  if (known === undefined) return { ok: false, reason: 'notFound' }
  const token = newSecret()
  const letter = write(token, known)
  return await transact(member.database, async (writer): Promise<InviteResult> => {
    const refused = await lostRight(writer, member, 'people.manage')
    if (refused !== null) return refused
    const [row] = await writer.select().from(invitations).where(mine)
    if (row === undefined) return { ok: false, reason: 'notFound' }
    if (row.onceKey === onceKey) return { ok: true }
    const now = member.now()
    const queued = await queueLetter(writer, { ...letter, recipient: row.email }, now)
    if (!queued.ok) return queued
    await writer.update(invitations).set({ hash: hashSecret(token), onceKey, invitedBy: member.user.id, expiresAt: now + lifetime }).where(mine)
    return { ok: true }
  })
}

/** Takes an invitation back: its link ends at once. */
export async function withdraw(member: Member, id: string): Promise<PeopleResult> {
  const organisationId = member.organisation.id
  return await transact(member.database, async (writer): Promise<PeopleResult> => {
    const refused = await lostRight(writer, member, 'people.manage')
    if (refused !== null) return refused
    const gone = await writer
      .delete(invitations)
      .where(and(eq(invitations.id, id), eq(invitations.organisationId, organisationId)))
      .returning({ id: invitations.id })
    if (gone.length === 0) return (await doneBefore(writer, organisationId, 'invitationWithdrawn', id)) ? { ok: true } : { ok: false, reason: 'notFound' }
    await audit(writer, member.now(), { event: 'invitationWithdrawn', userId: member.user.id, organisationId, subjectId: id })
    return { ok: true }
  })
}

async function openInvitation(reader: World['database']['reader'], token: string, now: number): Promise<Invitation | undefined> {
  const [row] = await reader
    .select()
    .from(invitations)
    .where(and(eq(invitations.hash, hashSecret(token)), gt(invitations.expiresAt, now)))
  return row
}

export type Invited = {
  readonly email: string
  readonly role: Invitation['role']
  readonly themes: readonly string[]
  readonly company: { readonly id: string; readonly name: string | null }
  /** name, else address; null where that account is gone */
  readonly by: string | null
  readonly hasAccount: boolean
}

/** What a link invites to; null where it was used, withdrawn, replaced or is too old. It uses nothing up. */
export async function lookUpInvitation(world: World, token: string): Promise<Invited | null> {
  const { reader } = world.database
  const row = await openInvitation(reader, token, world.now())
  if (row === undefined) return null
  const [company] = await reader.select({ id: organisations.id, name: organisations.name }).from(organisations).where(eq(organisations.id, row.organisationId))
  if (company === undefined) return null
  const [by] = await reader.select({ name: users.name, email: users.email }).from(users).where(eq(users.id, row.invitedBy ?? ''))
  const [known] = await reader.select({ id: users.id }).from(users).where(eq(users.email, row.email))
  const { email, role, themes } = row
  return { email, role, themes, company, by: by === undefined ? null : (by.name ?? by.email), hasAccount: known !== undefined }
}

export type Accepted = {
  readonly ok: true
  readonly userId: string
  readonly organisationId: string
  readonly role: Invitation['role']
  readonly themes: readonly string[]
  /** the scan that a theme was handed over in */
  readonly assessmentId: string | null
}
export type AcceptResult = Accepted | { readonly ok: false; readonly reason: 'gone' | 'otherAddress' | 'hasAccount' | PasswordProblem }

/** Uses the invitation up, in the caller's transaction. Who is a member already keeps that role; a contributor gets the themes on top. */
async function join(writer: Writer, invitation: Invitation, userId: string, now: number): Promise<Accepted> {
  const { organisationId, assessmentId } = invitation
  const before = await membershipIn(writer, organisationId, userId)
  const role = before?.role ?? invitation.role
  const themes = role === 'contributor' ? [...new Set([...(before?.themes ?? []), ...invitation.themes])] : []
  await writer
    .insert(memberships)
    .values({ organisationId, userId, role, themes, createdAt: now })
    .onConflictDoUpdate({ target: [memberships.organisationId, memberships.userId], set: { themes } })
  await writer.delete(invitations).where(eq(invitations.id, invitation.id))
  await audit(writer, now, { event: 'memberJoined', userId, organisationId, subjectId: userId })
  await endSessions(writer, userId)
  return { ok: true, userId, organisationId, role, themes, assessmentId }
}

/** Accepts as who is signed in, whose address must be the one invited. All sessions end; the caller begins a new one. */
export async function accept(world: World, user: Pick<SignedInUser, 'id' | 'email'>, token: string): Promise<AcceptResult> {
  return await transact(world.database, async (writer): Promise<AcceptResult> => {
    const invitation = await openInvitation(writer, token, world.now())
    if (invitation === undefined) return { ok: false, reason: 'gone' }
    if (invitation.email !== user.email) return { ok: false, reason: 'otherAddress' }
    return await join(writer, invitation, user.id, world.now())
  })
}

export type NewPerson = { readonly password: string; readonly name: string; readonly language: Language }

/** Makes an account for the address that was invited, which the link proves to be theirs, and accepts. The caller begins a session. */
export async function acceptAsNew(world: World, token: string, { password, name, language }: NewPerson): Promise<AcceptResult> {
  const known = await openInvitation(world.database.reader, token, world.now())
  if (known === undefined) return { ok: false, reason: 'gone' }
  const problem = await passwordProblem(password, known)
  if (problem !== null) return { ok: false, reason: problem }
  const passwordHash = await hashPassword(password)
  return await transact(world.database, async (writer): Promise<AcceptResult> => {
    const now = world.now()
    const invitation = await openInvitation(writer, token, now)
    if (invitation === undefined) return { ok: false, reason: 'gone' }
    const called = name.trim().slice(0, longestName)
    const user = await addUser(writer, { email: invitation.email, name: called === '' ? null : called, passwordHash, language }, now)
    if (user === null) return { ok: false, reason: 'hasAccount' }
    await endCodes(writer, 'signUp', invitation.email, now)
    return await join(writer, invitation, user.id, now)
  })
}
