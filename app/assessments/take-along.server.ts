/** Takes a guest's scan along to an account: its company gets its first member, and from then on its members alone open it. */
import { eq, inArray } from 'drizzle-orm'
import type { World } from '#db/open.server.ts'
import { memberships } from '#db/people-tables.ts'
import { assessments, browserKeyAssessments, passOnCodes } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { audit } from '#app/auth/audit.server.ts'
import type { SignedInUser } from '#app/auth/session.server.ts'
import type { Scan } from './scan.server.ts'

export type TakenAlong = { readonly ok: true } | { readonly ok: false; readonly reason: 'taken' }

/**
 * Makes this user the owner of the company of a guest's scan; browsers and codes no longer open its scans. Nothing is moved. A repeat
 * changes nothing; a company that has other members by now stays theirs.
 */
export async function takeAlong(world: World, user: SignedInUser, { assessment: { organisationId } }: Scan): Promise<TakenAlong> {
  const now = world.now()
  return await transact(world.database, async writer => {
    const members = await writer.select({ userId: memberships.userId }).from(memberships).where(eq(memberships.organisationId, organisationId))
    if (members.some(({ userId }) => userId === user.id)) return { ok: true }
    if (members.length > 0) return { ok: false, reason: 'taken' }
    await writer.insert(memberships).values({ organisationId, userId: user.id, role: 'owner', themes: [], createdAt: now })
    const scans = writer.select({ id: assessments.id }).from(assessments).where(eq(assessments.organisationId, organisationId))
    await writer.delete(browserKeyAssessments).where(inArray(browserKeyAssessments.assessmentId, scans))
    await writer.delete(passOnCodes).where(inArray(passOnCodes.assessmentId, scans))
    await audit(writer, now, { event: 'memberJoined', userId: user.id, organisationId, subjectId: user.id })
    return { ok: true }
  })
}
