/** Deletes for good what was asked to be deleted thirty days ago: scans, companies, accounts. In the audit log their ids stay. */
import { and, asc, eq, isNull, lte, ne, sql } from 'drizzle-orm'
import type { World, Writer } from '#db/open.server.ts'
import { invitations, mailCodes, memberships, users } from '#db/people-tables.ts'
import type { User } from '#db/people-tables.ts'
import { assessments, organisations } from '#db/schema.ts'
import { emptyLogSoon, transact } from '#db/transact.server.ts'
import { outbox } from '#db/work-tables.ts'
import { deleteScan } from '#app/assessments/remove.server.ts'
import { audit } from '#app/auth/audit.server.ts'
import { graceTime } from '#app/auth/remove-account.server.ts'
import { endSessions } from '#app/auth/session.server.ts'

/** Says how many of each went; each goes in a transaction of its own. */
export async function purge(world: World): Promise<Record<string, number>> {
  const now = world.now()
  const { reader } = world.database
  const dueScans = lte(assessments.removedAt, now - graceTime)
  const scans = await reader.select({ id: assessments.id, organisationId: assessments.organisationId }).from(assessments).where(dueScans)
  const companies = await reader.select({ id: organisations.id }).from(organisations).where(lte(organisations.deletionAt, now))
  const accounts = await reader.select().from(users).where(lte(users.deletionAt, now))
  const gone = { scans: 0, companies: 0, accounts: 0 }
  for (const scan of scans) {
    gone.scans += await transact(world.database, async writer => {
      if ((await writer.$count(assessments, and(eq(assessments.id, scan.id), dueScans))) === 0) return 0 // put back in the meantime
      await deleteScan(writer, scan)
      await audit(writer, now, { event: 'scanDeleted', organisationId: scan.organisationId, subjectId: scan.id })
      return 1
    })
  }
  for (const { id } of companies) gone.companies += await transact(world.database, writer => deleteCompany(writer, id, now))
  for (const user of accounts) gone.accounts += await transact(world.database, writer => deleteAccount(writer, user, now))
  if (gone.scans + gone.companies + gone.accounts > 0) await emptyLogSoon(world.database)
  return gone
}

async function deleteCompany(writer: Writer, id: string, now: number): Promise<number> {
  const rows = await writer.delete(organisations).where(and(eq(organisations.id, id), lte(organisations.deletionAt, now))).returning({ id: organisations.id })
  if (rows.length > 0) await audit(writer, now, { event: 'organisationDeleted', organisationId: id })
  return rows.length
}

/** What this user filled in stays with the company, without a name. A company never stays behind without an owner. */
async function deleteAccount(writer: Writer, { id, email }: User, now: number): Promise<number> {
  const due = and(eq(users.id, id), lte(users.deletionAt, now))
  if ((await writer.$count(users, due)) === 0) return 0
  const owned = and(eq(memberships.userId, id), eq(memberships.role, 'owner'))
  for (const { organisationId } of await writer.select({ organisationId: memberships.organisationId }).from(memberships).where(owned)) {
    await leaveToOthers(writer, organisationId, id, now)
  }
  await writer.delete(users).where(due)
  await writer.delete(mailCodes).where(eq(mailCodes.email, email))
  await writer.delete(invitations).where(eq(invitations.email, email))
  await writer.delete(outbox).where(eq(outbox.recipient, email))
  await audit(writer, now, { event: 'accountDeleted', subjectId: id })
  return 1
}

/** Where there is no other owner, the one becomes it who may do most and came first; where there is nobody, the company goes along. */
async function leaveToOthers(writer: Writer, organisationId: string, userId: string, now: number): Promise<void> {
  const rank = sql`case ${memberships.role} when 'owner' then 0 when 'editor' then 1 when 'contributor' then 2 else 3 end`
  const [next] = await writer
    .select({ userId: memberships.userId, role: memberships.role })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.organisationId, organisationId), ne(memberships.userId, userId), isNull(users.deletionAt)))
    .orderBy(asc(rank), asc(memberships.createdAt))
    .limit(1)
  if (next === undefined) {
    const others = await writer.$count(memberships, and(eq(memberships.organisationId, organisationId), ne(memberships.userId, userId)))
    if (others > 0) return // they leave too, in their own turn
    await writer.delete(organisations).where(eq(organisations.id, organisationId))
    await audit(writer, now, { event: 'organisationDeleted', organisationId })
  } else if (next.role !== 'owner') {
    const theirs = and(eq(memberships.organisationId, organisationId), eq(memberships.userId, next.userId))
    await writer.update(memberships).set({ role: 'owner', themes: [] }).where(theirs)
    await endSessions(writer, next.userId)
    await audit(writer, now, { event: 'ownershipHandedOver', organisationId, subjectId: next.userId })
  }
}
