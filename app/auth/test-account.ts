/** What the tests of accounts stand on: a world with a clock that is moved by hand, users with a password, the letters that were queued. */
import { asc, eq } from 'drizzle-orm'
import { makersTime, makeUser } from '#db/makers.ts'
import type { World } from '#db/open.server.ts'
import type { User } from '#db/people-tables.ts'
import { testDatabase } from '#db/test-database.ts'
import { transact } from '#db/transact.server.ts'
import { auditLog, outbox } from '#db/work-tables.ts'
import type { AccountLinks } from './ask.server.ts'
import { hashPassword } from './password.server.ts'
import { readSession, type SignedIn } from './session.server.ts'
import { requestAs } from './test-session.ts'

export const goodPassword = 'vier manden appels'
export const otherPassword = 'zeven rode laarzen'

/** Opens everything. Call it at the top of a test file. */
export function accountWorld() {
  const { database, folder } = testDatabase()
  const clock = { at: makersTime }
  const world: World = { database, now: () => clock.at }
  return { world, database, folder, clock }
}

/** A user whose password is `goodPassword`. */
export async function userWithPassword(world: World, given: Partial<User> = {}): Promise<User> {
  const passwordHash = await hashPassword(goodPassword)
  return await transact(world.database, writer => makeUser(writer, { passwordHash, ...given }))
}

/** The session of somebody who has just signed in. */
export async function signedInAs(world: World, userId: string): Promise<SignedIn> {
  const signedIn = await readSession(world, await requestAs(world, userId))
  if (signedIn === null) throw new Error('nobody is signed in')
  return signedIn
}

export const links: AccountLinks & { forgot: string } = {
  signIn: 'https://paraat.example/inloggen',
  signUp: token => `https://paraat.example/account-maken/${token}`,
  reset: token => `https://paraat.example/wachtwoord-vergeten/${token}`,
  forgot: 'https://paraat.example/wachtwoord-vergeten',
}

/** The letters to this address, oldest first. */
export async function lettersFor(world: World, address: string) {
  return await world.database.reader.select().from(outbox).where(eq(outbox.recipient, address)).orderBy(asc(outbox.createdAt))
}

/** The secret in the link of the last letter to this address, or an empty text. */
export async function tokenFor(world: World, address: string): Promise<string> {
  const last = (await lettersFor(world, address)).at(-1)
  return /\/([\w-]{43})(?=\s|$)/.exec(last?.text ?? '')?.[1] ?? ''
}

/** What the audit log says of this user, in order. */
export async function notedOf(world: World, userId: string): Promise<string[]> {
  return (await world.database.reader.select().from(auditLog).where(eq(auditLog.userId, userId)).orderBy(asc(auditLog.id))).map(row => row.event)
}
