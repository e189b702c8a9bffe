/** Making an account by a mailed link: the user, and the guest's company that it came from, which gets its first member. Nothing is moved. */
import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { World, Writer } from '#db/open.server.ts'
import { memberships } from '#db/people-tables.ts'
import { assessments, browserKeyAssessments, passOnCodes } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { addUser } from '#app/auth/account.server.ts'
import { longestName } from '#app/auth/account-words.ts'
import { audit } from '#app/auth/audit.server.ts'
import { endCodes, lookUpCode, useCode } from '#app/auth/mail-codes.server.ts'
import { hashPassword, passwordProblem, type PasswordProblem } from '#app/auth/password.server.ts'
import type { Language } from '#app/core/questionnaire.ts'

/**
 * Makes a user the owner of a guest's company, in the caller's transaction. From then on its scans open by the account only: what browsers
 * and codes could open of it is taken back. False where it has members already, unless this user is one of them.
 */
export async function becomeFirstOwner(writer: Writer, organisationId: string, userId: string, now: number): Promise<boolean> {
  const members = await writer.select({ userId: memberships.userId }).from(memberships).where(eq(memberships.organisationId, organisationId))
  if (members.length > 0) return members.some(member => member.userId === userId)
  await writer.insert(memberships).values({ organisationId, userId, role: 'owner', themes: [], createdAt: now })
  const scans = writer.select({ id: assessments.id }).from(assessments).where(eq(assessments.organisationId, organisationId))
  await writer.delete(browserKeyAssessments).where(inArray(browserKeyAssessments.assessmentId, scans))
  await writer.delete(passOnCodes).where(inArray(passOnCodes.assessmentId, scans))
  await audit(writer, now, { event: 'memberJoined', userId, organisationId, subjectId: userId })
  return true
}

export type NewAccount = { readonly token: string; readonly password: string; readonly name: string; readonly language: Language }
export type SignUpResult =
  /** `owns`: the guest's company that is this user's now; null where there was none, or where it has other members */
  | { readonly ok: true; readonly userId: string; readonly owns: string | null; readonly cameTooLate: boolean }
  | { readonly ok: false; readonly reason: 'unknown' | 'expired' | 'taken' | PasswordProblem }

/** Uses the link up and makes the account. `taken`: the address got an account in the meantime. The caller begins the session. */
export async function signUp(world: World, { token, password, name, language }: NewAccount): Promise<SignUpResult> {
  const code = await lookUpCode(world, 'signUp', token)
  if (typeof code === 'string') return { ok: false, reason: code }
  const problem = await passwordProblem(password, code)
  if (problem !== null) return { ok: false, reason: problem }
  const passwordHash = await hashPassword(password)
  return await transact(world.database, async (writer): Promise<SignUpResult> => {
    const now = world.now()
    if ((await useCode(writer, 'signUp', token, now)) === null) return { ok: false, reason: 'expired' }
    const kept = name.trim().slice(0, longestName)
    const user = await addUser(writer, { email: code.email, name: kept === '' ? null : kept, passwordHash, language }, now)
    if (user === null) return { ok: false, reason: 'taken' }
    await endCodes(writer, 'signUp', code.email, now)
    const { organisationId } = code
    const owns = organisationId !== null && (await becomeFirstOwner(writer, organisationId, user.id, now)) ? organisationId : null
    return { ok: true, userId: user.id, owns, cameTooLate: organisationId !== null && owns === null }
  })
}

/** The scan of this company that leads on after signing up: the one that was asked for, else the one that changed last; null where there is none. */
export async function scanToOpen(world: World, organisationId: string, asked: string | null): Promise<{ readonly id: string; readonly finished: boolean } | null> {
  const rows = await world.database.reader
    .select({ id: assessments.id, finishedAt: assessments.finishedAt })
    .from(assessments)
    .where(and(eq(assessments.organisationId, organisationId), isNull(assessments.removedAt)))
    .orderBy(desc(assessments.updatedAt))
  const row = rows.find(one => one.id === asked) ?? rows[0]
  return row === undefined ? null : { id: row.id, finished: row.finishedAt !== null }
}
