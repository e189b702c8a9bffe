/** The second factor: codes of an app (TOTP), and recovery codes on paper for who lost the app. Each code works once. */
import { createHash } from 'node:crypto'
import { and, eq, isNull, lt, or } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import type { Reader, World, Writer } from '#db/open.server.ts'
import { recoveryCodes, users } from '#db/people-tables.ts'
import { transact } from '#db/transact.server.ts'
import { audit } from './audit.server.ts'
import { guess, type Guessed } from './guessing.server.ts'
import { hashSecret, newSecret } from './secret.server.ts'
import { endSessions, type SignedInUser } from './session.server.ts'
import { confirmPassword } from './sign-in.server.ts'

const period = 30
const recoveryCount = 10
/** Letters and digits that nobody mistakes for each other: no 0 O 1 I L U. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const recoveryLength = 16

/** What an app needs to make codes, and the seed that the recovery codes will be made of. Nothing of it is stored yet. */
export type Offer = { readonly secret: string; readonly seed: string; readonly uri: string }

/** A new offer, or the one that is being confirmed. */
export function offerFor(email: string, given?: { readonly secret: string; readonly seed: string }): Offer {
  const { secret, seed } = given ?? { secret: new Secret({ size: 20 }).base32, seed: newSecret() }
  return { secret, seed, uri: totp(secret, email).toString() }
}

function totp(secret: string, email = ''): TOTP {
  return new TOTP({ issuer: 'Paraat', label: email, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period })
}

/** The time step of this code, one step early or late allowed; null where it is none of them. */
function stepOf(secret: string, code: string, now: number): number | null {
  const delta = totp(secret).validate({ token: code, timestamp: now, window: 1 })
  return delta === null ? null : Math.floor(now / 1000 / period) + delta
}

/** The ten recovery codes of a seed for this user, as they are stored: 16 characters, 78 random bits. */
export function recoveryCodesOf(seed: string, userId: string): string[] {
  return Array.from({ length: recoveryCount }, (_, index) => {
    let number = BigInt(`0x${createHash('sha256').update(`recovery ${index} ${userId} ${seed}`).digest('hex')}`)
    return Array.from({ length: recoveryLength }, () => {
      const character = alphabet[Number(number % BigInt(alphabet.length))]
      number /= BigInt(alphabet.length)
      return character
    }).join('')
  })
}

/** A recovery code as people read it: ABCD-2345-EFGH-6789. */
export function displayRecoveryCode(code: string): string {
  return code.match(/.{4}/g)?.join('-') ?? code
}

/** Uses a code of the app or a recovery code up, in the caller's transaction. Null where it is wrong, used or of somebody else. */
export async function useSecondFactor(writer: Writer, userId: string, typed: string, now: number): Promise<'totp' | 'recovery' | null> {
  const code = typed.toUpperCase().replace(/[\s\-–—]/g, '')
  const [user] = await writer.select({ secret: users.totpSecret }).from(users).where(eq(users.id, userId))
  if (user === undefined || user.secret === null) return null
  if (/^\d{6}$/.test(code)) {
    const step = stepOf(user.secret, code, now)
    if (step === null) return null
    const unused = and(eq(users.id, userId), or(isNull(users.totpStep), lt(users.totpStep, step)))
    const moved = await writer.update(users).set({ totpStep: step }).where(unused).returning({ id: users.id })
    return moved.length === 1 ? 'totp' : null
  }
  const mine = and(eq(recoveryCodes.hash, hashSecret(code)), eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt))
  const used = await writer.update(recoveryCodes).set({ usedAt: now }).where(mine).returning({ hash: recoveryCodes.hash })
  if (used.length === 0) return null
  await audit(writer, now, { event: 'recoveryCodeUsed', userId })
  return 'recovery'
}

/** How many recovery codes a user has left. */
export async function recoveryCodesLeft(reader: Reader, userId: string): Promise<number> {
  return await reader.$count(recoveryCodes, and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)))
}

/** The recovery codes of this seed, where they are this user's: only for who has just had them made. */
export async function shownCodes(world: World, userId: string, seed: string): Promise<string[] | null> {
  const codes = recoveryCodesOf(seed, userId)
  const [row] = await world.database.reader
    .select({ userId: recoveryCodes.userId })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.hash, hashSecret(codes[0] ?? '')), eq(recoveryCodes.userId, userId)))
  return row === undefined ? null : codes
}

/** What is typed to change the second factor; `address` is the network address of who types. */
export type Confirmation = { readonly password: string; readonly code: string; readonly address: string }
export type Changed = { readonly ok: true } | { readonly ok: false; readonly reason: 'password' | 'code' | 'state' } | { readonly ok: false; readonly reason: 'slow'; readonly seconds: number }

/**
 * Switches the second factor on, once the app has given a right code. It ends all sessions; the caller begins a new one. `state`: it is
 * on already, with another secret; a repeat of the same form is as if it were the first.
 */
export async function switchOn(world: World, user: SignedInUser, offer: { readonly secret: string; readonly seed: string }, confirmation: Confirmation): Promise<Changed> {
  const known = await confirmPassword(world, user, confirmation.password, confirmation.address)
  if (!known.ok) return known.reason === 'slow' ? known : { ok: false, reason: 'password' }
  const now = world.now()
  const step = stepOf(offer.secret, confirmation.code.replace(/\s/g, ''), now)
  return await transact(world.database, async (writer): Promise<Changed> => {
    const [row] = await writer.select({ secret: users.totpSecret }).from(users).where(eq(users.id, user.id))
    if (row !== undefined && row.secret === offer.secret) return { ok: true }
    if (row === undefined || row.secret !== null) return { ok: false, reason: 'state' }
    if (step === null) return { ok: false, reason: 'code' }
    await writer.update(users).set({ totpSecret: offer.secret, totpStep: step }).where(eq(users.id, user.id))
    await replaceCodes(writer, user.id, offer.seed)
    await endSessions(writer, user.id)
    await audit(writer, now, { event: 'secondFactorOn', userId: user.id })
    return { ok: true }
  })
}

/** Makes ten new recovery codes of this seed; the old ones are dead. A repeat with the same seed changes nothing. */
export async function renewCodes(world: World, user: SignedInUser, seed: string, { password, address }: Omit<Confirmation, 'code'>): Promise<Changed> {
  const known = await confirmPassword(world, user, password, address)
  if (!known.ok) return known.reason === 'slow' ? known : { ok: false, reason: 'password' }
  return await transact(world.database, async (writer): Promise<Changed> => {
    const [row] = await writer.select({ secret: users.totpSecret }).from(users).where(eq(users.id, user.id))
    if (row === undefined || row.secret === null) return { ok: false, reason: 'state' }
    const [first] = recoveryCodesOf(seed, user.id)
    const there = await writer.$count(recoveryCodes, and(eq(recoveryCodes.userId, user.id), eq(recoveryCodes.hash, hashSecret(first ?? ''))))
    if (there > 0) return { ok: true }
    await replaceCodes(writer, user.id, seed)
    await audit(writer, world.now(), { event: 'recoveryCodesRenewed', userId: user.id })
    return { ok: true }
  })
}

async function replaceCodes(writer: Writer, userId: string, seed: string): Promise<void> {
  await writer.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
  await writer.insert(recoveryCodes).values(recoveryCodesOf(seed, userId).map(code => ({ hash: hashSecret(code), userId })))
}

/** Switches the second factor off, with the password and a code. It ends all sessions; the caller begins a new one. */
export async function switchOff(world: World, user: SignedInUser, { password, code, address }: Confirmation): Promise<Changed> {
  const known = await confirmPassword(world, user, password, address)
  if (!known.ok) return known.reason === 'slow' ? known : { ok: false, reason: 'password' }
  const now = world.now()
  const right: Guessed<true> = await guess({ address, account: secondStepAccount(user.id) }, async () =>
    transact(world.database, async writer => {
      if ((await useSecondFactor(writer, user.id, code, now)) === null) return null
      await writer.update(users).set({ totpSecret: null, totpStep: null }).where(eq(users.id, user.id))
      await writer.delete(recoveryCodes).where(eq(recoveryCodes.userId, user.id))
      await endSessions(writer, user.id)
      await audit(writer, now, { event: 'secondFactorOff', userId: user.id })
      return true as const
    }),
  )
  if (right.ok) return { ok: true }
  return right.reason === 'slow' ? right : { ok: false, reason: 'code' }
}

/** Guesses at codes count apart from guesses at the password. */
export function secondStepAccount(userId: string): string {
  return `second factor of ${userId}`
}
