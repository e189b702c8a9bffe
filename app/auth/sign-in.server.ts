/** Signing in: the password, and then the code where there is a second factor. Unknown addresses cost and say the same as known ones. */
import { eq } from 'drizzle-orm'
import type { World } from '#db/open.server.ts'
import { users } from '#db/people-tables.ts'
import type { Session, User } from '#db/people-tables.ts'
import { transact } from '#db/transact.server.ts'
import { audit } from './audit.server.ts'
import { guess, type Guessed } from './guessing.server.ts'
import { isPassword } from './password.server.ts'
import { beginSession, endSession, readSession, type SignedInUser } from './session.server.ts'

/** An e-mail address as it is stored: without spaces around it, in lower case. */
export function storedAddress(typed: string): string {
  return typed.trim().toLowerCase()
}

/** The kind of session that the right password opens: with a second factor none yet but the step to it. */
export function kindAfterPassword({ totpSecret }: Pick<User, 'totpSecret'>): Session['kind'] {
  return totpSecret === null ? 'ordinary' : 'half'
}

/** The kind of session of who gave both; an operator's is short. */
export function kindAfterBoth({ operator }: Pick<User, 'operator'>): Session['kind'] {
  return operator ? 'strict' : 'ordinary'
}

/** The kind of the session that takes the place of this user's, who has given all that there is to give. */
export function kindFor(user: Pick<SignedInUser, 'operator' | 'secondFactor'>): Session['kind'] {
  return user.operator && user.secondFactor ? 'strict' : 'ordinary'
}

export type Credentials = { readonly email: string; readonly password: string; readonly address: string }

/** Checks an address with its password; `address` is the network address. The caller begins the session of the kind that comes with it. */
export async function checkCredentials(world: World, { email, password, address }: Credentials): Promise<Guessed<{ readonly userId: string; readonly kind: Session['kind'] }>> {
  const account = storedAddress(email)
  return await guess({ address, account }, async () => {
    const [user] = await world.database.reader.select().from(users).where(eq(users.email, account))
    if ((await isPassword(user?.passwordHash ?? null, password)) && user !== undefined) return { userId: user.id, kind: kindAfterPassword(user) }
    await transact(world.database, writer => audit(writer, world.now(), { event: 'signInRefused', userId: user?.id ?? null }))
    return null
  })
}

/** Asks somebody who is signed in for the password once more, before what cannot be taken back. Failures count as at signing in. */
export async function confirmPassword(world: World, user: Pick<SignedInUser, 'id' | 'email'>, password: string, address: string): Promise<Guessed<true>> {
  return await guess({ address, account: user.email }, async () => {
    const [row] = await world.database.reader.select({ passwordHash: users.passwordHash }).from(users).where(eq(users.id, user.id))
    if (await isPassword(row?.passwordHash ?? null, password)) return true as const
    await transact(world.database, writer => audit(writer, world.now(), { event: 'signInRefused', userId: user.id }))
    return null
  })
}

/** Begins a session and notes in the audit log that somebody came in. Resolves with the Set-Cookie header. */
export async function comeIn(world: World, request: Request, userId: string, kind: Session['kind']): Promise<string> {
  const noted =
    kind === 'half' ? undefined : transact(world.database, writer => audit(writer, world.now(), { event: 'signedIn', userId }))
  const [cookie] = await Promise.all([beginSession(world, request, userId, kind), noted])
  return cookie
}

/** Ends the session of this browser and notes who went. Resolves with the headers that make the browser forget it. */
export async function goOut(world: World, request: Request): Promise<Headers> {
  const signedIn = await readSession(world, request)
  if (signedIn !== null) await transact(world.database, writer => audit(writer, world.now(), { event: 'signedOut', userId: signedIn.user.id }))
  return await endSession(world, request)
}
