/** Deleting an account: asked for with the password, gone for good thirty days later, and until then taken back with one click. */
import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Reader, World, Writer } from '#db/open.server.ts'
import { memberships, users } from '#db/people-tables.ts'
import type { User } from '#db/people-tables.ts'
import { organisations } from '#db/schema.ts'
import type { Organisation } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { queueLetter } from '#app/mail/outbox.server.ts'
import { audit } from './audit.server.ts'
import { accountDeletionLetter, companyDeletionLetter, type DeletionLinks } from './deletion-letters.ts'
import type { SignedInUser } from './session.server.ts'
import { confirmPassword } from './sign-in.server.ts'

/** How long what was deleted can be put back, in milliseconds. */
export const graceTime = 30 * 24 * 60 * 60 * 1000

export type OwnedAlone = Pick<Organisation, 'id' | 'name'> & { readonly others: number }

/** The companies that would stay behind without an owner, and that nobody is deleting yet; `others`: members beside the owner. */
export async function ownedAlone(reader: Reader, userId: string): Promise<OwnedAlone[]> {
  const owned = await reader
    .select({ id: organisations.id, name: organisations.name })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(memberships.userId, userId), eq(memberships.role, 'owner'), isNull(organisations.deletionAt)))
  const alone: OwnedAlone[] = []
  for (const company of owned) {
    const rest = await reader
      .select({ role: memberships.role, leaving: users.deletionAt })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(and(eq(memberships.organisationId, company.id), ne(memberships.userId, userId)))
    if (!rest.some(({ role, leaving }) => role === 'owner' && leaving === null)) alone.push({ ...company, others: rest.length })
  }
  return alone
}

/** `along`: ids of the companies that go along; `address`: the network address of who asks. */
export type RemovalAsked = { readonly password: string; readonly along: readonly string[]; readonly address: string; readonly links: DeletionLinks }
export type RemovalResult =
  | { readonly ok: true; readonly at: number }
  | { readonly ok: false; readonly reason: 'password' | 'companies' }
  | { readonly ok: false; readonly reason: 'slow'; readonly seconds: number }

/** Sets the day on which the account goes. Ends nothing yet. `companies`: one would stay without an owner. A repeat answers with the same day. */
export async function askRemoval(world: World, user: SignedInUser, { password, along, address, links }: RemovalAsked): Promise<RemovalResult> {
  const known = await confirmPassword(world, user, password, address)
  if (!known.ok) return known.reason === 'slow' ? known : { ok: false, reason: 'password' }
  return await transact(world.database, async (writer): Promise<RemovalResult> => {
    const now = world.now()
    const [row] = await writer.select().from(users).where(eq(users.id, user.id))
    if (row === undefined) return { ok: false, reason: 'password' }
    if (row.deletionAt !== null) return { ok: true, at: row.deletionAt }
    const alone = await ownedAlone(writer, user.id)
    if (alone.some(({ id }) => !along.includes(id))) return { ok: false, reason: 'companies' }
    const at = now + graceTime
    for (const { id } of alone) await markCompany(writer, { organisationId: id, userId: user.id, now, at, links })
    await writer.update(users).set({ deletionAt: at }).where(eq(users.id, user.id))
    await audit(writer, now, { event: 'accountDeletionAsked', userId: user.id })
    // where the letters of the day are used up, the day stands all the same
    await queueLetter(writer, { ...accountDeletionLetter(row.language, at, links), recipient: row.email }, now)
    return { ok: true, at }
  })
}

/** Keeps the account after all, and the companies that were to go in the same breath. A repeat changes nothing. */
export async function keepAccount(world: World, user: Pick<User, 'id'>): Promise<void> {
  await transact(world.database, async writer => {
    const now = world.now()
    const [row] = await writer.select({ at: users.deletionAt }).from(users).where(eq(users.id, user.id))
    if (row === undefined || row.at === null) return
    await writer.update(users).set({ deletionAt: null }).where(eq(users.id, user.id))
    await audit(writer, now, { event: 'accountDeletionCancelled', userId: user.id })
    const along = await writer
      .select({ id: organisations.id })
      .from(memberships)
      .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
      .where(and(eq(memberships.userId, user.id), eq(memberships.role, 'owner'), eq(organisations.deletionAt, row.at)))
    for (const { id } of along) await unmarkCompany(writer, { organisationId: id, userId: user.id, now })
  })
}

export type Marking = { readonly organisationId: string; readonly userId: string; readonly now: number }

/** Sets the day on which a company goes and mails everybody in it, in the caller's transaction. Resolves with the day, an earlier one where there was one. */
export async function markCompany(writer: Writer, { organisationId, userId, now, at, links }: Marking & { readonly at: number; readonly links: DeletionLinks }): Promise<number> {
  const [company] = await writer.select().from(organisations).where(eq(organisations.id, organisationId))
  if (company === undefined) return at
  if (company.deletionAt !== null) return company.deletionAt
  await writer.update(organisations).set({ deletionAt: at }).where(eq(organisations.id, organisationId))
  await audit(writer, now, { event: 'organisationDeletionAsked', userId, organisationId })
  const members = await writer
    .select({ email: users.email, language: users.language, role: memberships.role })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.organisationId, organisationId))
  for (const { email, language, role } of members) {
    const letter = companyDeletionLetter(language, { id: organisationId, name: company.name, at, owner: role === 'owner' }, links)
    await queueLetter(writer, { ...letter, recipient: email }, now)
  }
  return at
}

/** Keeps a company after all, in the caller's transaction. A repeat changes nothing. */
export async function unmarkCompany(writer: Writer, { organisationId, userId, now }: Marking): Promise<void> {
  const [company] = await writer.select({ at: organisations.deletionAt }).from(organisations).where(eq(organisations.id, organisationId))
  if (company === undefined || company.at === null) return
  await writer.update(organisations).set({ deletionAt: null }).where(eq(organisations.id, organisationId))
  await audit(writer, now, { event: 'organisationDeletionCancelled', userId, organisationId })
}
