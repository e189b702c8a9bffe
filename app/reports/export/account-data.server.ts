/** Reads all that is stored of one user, for that user: what is theirs, and not what belongs to a company. No hash, code or password. */
import { asc, eq } from 'drizzle-orm'
import type { World } from '#db/open.server.ts'
import { invitations, memberships, sessions, users } from '#db/people-tables.ts'
import { organisations } from '#db/schema.ts'
import { auditLog } from '#db/work-tables.ts'
import { transact } from '#db/transact.server.ts'
import { audit } from '#app/auth/audit.server.ts'
import { instant } from './company-data.server.ts'

/** Everything of this user at this moment, and a note in the audit log that it was taken out. */
export async function accountData(world: World, userId: string) {
  const at = world.now()
  return await transact(world.database, async writer => {
    await audit(writer, at, { event: 'exported', userId, subjectId: userId })
    const [user] = await writer.select().from(users).where(eq(users.id, userId))
    if (user === undefined) throw new Error('there is no such user')
    const companies = await writer
      .select({ id: organisations.id, name: organisations.name, role: memberships.role, themes: memberships.themes, since: memberships.createdAt })
      .from(memberships)
      .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
      .where(eq(memberships.userId, userId))
      .orderBy(asc(memberships.createdAt))
    const invited = await writer
      .select({ role: invitations.role, createdAt: invitations.createdAt, expiresAt: invitations.expiresAt })
      .from(invitations)
      .where(eq(invitations.email, user.email))
    const signedIn = await writer.select().from(sessions).where(eq(sessions.userId, userId)).orderBy(asc(sessions.createdAt))
    const log = await writer.select().from(auditLog).where(eq(auditLog.userId, userId)).orderBy(asc(auditLog.id))
    return {
      format: 'paraat-account',
      version: 1,
      exportedAt: instant(at),
      user: {
        id: user.id,
        email: user.email,
        name: user.name,
        language: user.language,
        operator: user.operator,
        secondFactor: user.totpSecret !== null,
        createdAt: instant(user.createdAt),
        deletionAt: user.deletionAt === null ? null : instant(user.deletionAt),
      },
      companies: companies.map(company => ({ ...company, since: instant(company.since) })),
      invitations: invited.map(one => ({ role: one.role, createdAt: instant(one.createdAt), expiresAt: instant(one.expiresAt) })),
      sessions: signedIn.map(({ device, createdAt, expiresAt }) => ({ device, createdAt: instant(createdAt), expiresAt: instant(expiresAt) })),
      log: log.map(({ at: when, event, organisationId, subjectId }) => ({ at: instant(when), event, company: organisationId, about: subjectId })),
    }
  })
}
