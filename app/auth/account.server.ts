/** What somebody changes of an own account: name, language, password, address, and where it is signed in. */
import { and, eq } from 'drizzle-orm'
import type { Reader, World, Writer } from '#db/open.server.ts'
import { sessions, users } from '#db/people-tables.ts'
import type { Session, User } from '#db/people-tables.ts'
import { transact } from '#db/transact.server.ts'
import type { Language } from '#app/core/questionnaire.ts'
import { queueLetter } from '#app/mail/outbox.server.ts'
import { emailChangedLetter, emailLetter, emailTakenLetter, passwordChangedLetter } from './account-letters.ts'
import { longestName } from './account-words.ts'
import { audit } from './audit.server.ts'
import { forgetFailures } from './guessing.server.ts'
import { codeHours, endCodes, lookUpCode, mailCode, useCode } from './mail-codes.server.ts'
import { hashPassword, isPassword, passwordProblem, type PasswordProblem } from './password.server.ts'
import { endSessions, type SignedIn, type SignedInUser } from './session.server.ts'
import { confirmPassword, kindAfterPassword, storedAddress } from './sign-in.server.ts'

/** A new user, in the caller's transaction; null where the address has an account already. The hash is made before. */
export async function addUser(
  writer: Writer,
  { email, name, passwordHash, language }: Pick<User, 'email' | 'name' | 'passwordHash' | 'language'>,
  now: number,
): Promise<User | null> {
  const row = { id: crypto.randomUUID(), email: storedAddress(email), name, passwordHash, language, createdAt: now }
  const [user] = await writer.insert(users).values(row).onConflictDoNothing().returning()
  if (user === undefined) return null
  await audit(writer, now, { event: 'accountMade', userId: user.id })
  return user
}

/** `reminders`: whether letters come about actions; undefined: as it was. */
export type Details = { readonly name: string; readonly language: Language; readonly reminders?: boolean | undefined }

/** Changes how colleagues see a user, the language of letters, and whether reminders come. An empty name is none. */
export async function changeDetails(world: World, userId: string, { name, language, reminders }: Details): Promise<void> {
  const kept = name.trim().slice(0, longestName)
  const set = { name: kept === '' ? null : kept, language, ...(reminders === undefined ? {} : { reminders }) }
  await transact(world.database, async writer => void (await writer.update(users).set(set).where(eq(users.id, userId))))
}

/** Sets a password in the caller's transaction: all sessions end, and a letter tells the user. `forgot`: an absolute address. */
async function setPassword(writer: Writer, user: Pick<User, 'id' | 'email' | 'language'>, passwordHash: string, forgot: string, now: number): Promise<void> {
  await writer.update(users).set({ passwordHash }).where(eq(users.id, user.id))
  await endSessions(writer, user.id)
  await endCodes(writer, 'reset', user.email, now)
  await audit(writer, now, { event: 'passwordChanged', userId: user.id })
  await queueLetter(writer, { ...passwordChangedLetter(user.language, forgot), recipient: user.email }, now, { notice: true })
}

export type NewPassword = { readonly current: string; readonly next: string; readonly address: string; readonly forgot: string }
export type PasswordResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'current' | PasswordProblem }
  | { readonly ok: false; readonly reason: 'slow'; readonly seconds: number }

async function storedPassword(reader: Reader, userId: string): Promise<string | null> {
  const [row] = await reader.select({ passwordHash: users.passwordHash }).from(users).where(eq(users.id, userId))
  return row?.passwordHash ?? null
}

/** Changes the password of who knows the present one. All sessions end; the caller begins a new one. A copy of the same wish changes nothing more. */
export async function changePassword(world: World, user: SignedInUser, { current, next, address, forgot }: NewPassword): Promise<PasswordResult> {
  const problem = await passwordProblem(next, user)
  if (problem !== null) return { ok: false, reason: problem }
  const { reader } = world.database
  const before = await storedPassword(reader, user.id)
  const known = await confirmPassword(world, user, current, address)
  if (!known.ok) return known.reason === 'slow' ? known : { ok: false, reason: 'current' }
  const passwordHash = await hashPassword(next)
  const changed = await transact(world.database, async writer => {
    if ((await storedPassword(writer, user.id)) !== before) return false
    await setPassword(writer, user, passwordHash, forgot, world.now())
    return true
  })
  if (changed || (await isPassword(await storedPassword(reader, user.id), next))) return { ok: true }
  return { ok: false, reason: 'current' }
}

export type ResetResult =
  | { readonly ok: true; readonly userId: string; readonly kind: Session['kind'] }
  | { readonly ok: false; readonly reason: 'unknown' | 'expired' | PasswordProblem }

/** Sets a new password by a mailed link, which is used up. The second factor stays. All sessions end; the caller begins the one that comes with it. */
export async function resetPassword(world: World, token: string, password: string, forgot: string): Promise<ResetResult> {
  const code = await lookUpCode(world, 'reset', token)
  if (typeof code === 'string') return { ok: false, reason: code }
  const problem = await passwordProblem(password, code)
  if (problem !== null) return { ok: false, reason: problem }
  const passwordHash = await hashPassword(password)
  const result = await transact(world.database, async (writer): Promise<ResetResult> => {
    const now = world.now()
    const used = await useCode(writer, 'reset', token, now)
    const [user] = used === null ? [] : await writer.select().from(users).where(eq(users.id, used.userId ?? ''))
    // a link that went to an earlier address of this user opens nothing any more
    if (user === undefined || user.email !== used?.email) return { ok: false, reason: 'expired' }
    await setPassword(writer, user, passwordHash, forgot, now)
    return { ok: true, userId: user.id, kind: kindAfterPassword(user) }
  })
  if (result.ok) await forgetFailures(code.email)
  return result
}

export type EmailAsked = {
  readonly email: string
  readonly password: string
  readonly address: string
  readonly onceKey: string
  readonly language: Language
  readonly links: { readonly signIn: string; readonly confirm: (token: string) => string }
}
export type EmailResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'password' | 'bad-address' | 'too-many-letters' }
  | { readonly ok: false; readonly reason: 'slow'; readonly seconds: number }

/** Mails a link to the new address of who knows the password. An address that has an account gets a letter that says so. */
export async function askEmailChange(world: World, user: SignedInUser, asked: EmailAsked): Promise<EmailResult> {
  const known = await confirmPassword(world, user, asked.password, asked.address)
  if (!known.ok) return known.reason === 'slow' ? known : { ok: false, reason: 'password' }
  const email = storedAddress(asked.email)
  const [taken] = await world.database.reader.select({ id: users.id }).from(users).where(eq(users.email, email))
  const write = (token: string) =>
    taken === undefined ? emailLetter(asked.language, asked.links.confirm(token), codeHours.email) : emailTakenLetter(asked.language, asked.links.signIn)
  return await mailCode(world, { kind: 'email', email, userId: user.id, onceKey: asked.onceKey }, write, { event: 'emailChangeAsked', userId: user.id })
}

/** Moves the account to the address that this link was mailed to. All sessions end; the caller begins a new one. A link of somebody else's is unknown. */
export async function confirmEmail(world: World, { user }: SignedIn, token: string): Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: 'unknown' | 'expired' | 'taken' }> {
  const code = await lookUpCode(world, 'email', token)
  if (typeof code === 'string') return { ok: false, reason: code }
  if (code.userId !== user.id) return { ok: false, reason: 'unknown' }
  return await transact(world.database, async writer => {
    const now = world.now()
    if ((await useCode(writer, 'email', token, now)) === null) return { ok: false, reason: 'expired' }
    const [other] = await writer.select({ id: users.id }).from(users).where(eq(users.email, code.email))
    if (other !== undefined) return { ok: false, reason: 'taken' }
    await writer.update(users).set({ email: code.email }).where(eq(users.id, user.id))
    await endSessions(writer, user.id)
    await audit(writer, now, { event: 'emailChanged', userId: user.id })
    await queueLetter(writer, { ...emailChangedLetter(user.language, code.email), recipient: user.email }, now, { notice: true })
    return { ok: true }
  })
}

/** Ends one session of this user, or `all` but the present one; what belongs to somebody else is left alone. */
export async function endOthers(world: World, { user, session }: SignedIn, which: string): Promise<void> {
  await transact(world.database, async writer => {
    if (which === 'all') await endSessions(writer, user.id, session.id)
    else await writer.delete(sessions).where(and(eq(sessions.id, which), eq(sessions.userId, user.id)))
    await audit(writer, world.now(), { event: 'sessionsEnded', userId: user.id })
  })
}
