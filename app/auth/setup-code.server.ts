/** How the first operator comes in: with a code that only who starts the server sees, that works once and for a day. */
import { and, eq, gt } from 'drizzle-orm'
import type { Language } from '#app/core/questionnaire.ts'
import type { World } from '#db/open.server.ts'
import { users } from '#db/people-tables.ts'
import { transact } from '#db/transact.server.ts'
import { setupCodes } from '#db/work-tables.ts'
import { addUser } from './account.server.ts'
import { audit } from './audit.server.ts'
import { guessingPause, noteFailure } from './guessing.server.ts'
import { hashPassword, passwordProblem, type PasswordProblem } from './password.server.ts'
import { hashSecret, newSecret } from './secret.server.ts'
import { storedAddress } from './sign-in.server.ts'

const lifetime = 24 * 60 * 60 * 1000

/** A new code, which ends the one before; null where there is an operator. Only its hash is stored. */
export async function newSetupCode(world: World): Promise<string | null> {
  const code = newSecret()
  return await transact(world.database, async writer => {
    await writer.delete(setupCodes)
    if ((await writer.$count(users, eq(users.operator, true))) > 0) return null
    const createdAt = world.now()
    await writer.insert(setupCodes).values({ hash: hashSecret(code), createdAt, expiresAt: createdAt + lifetime })
    return code
  })
}

/** True while there is a code that somebody could use. */
export async function canSetUp(world: World): Promise<boolean> {
  return (await world.database.reader.$count(setupCodes, gt(setupCodes.expiresAt, world.now()))) > 0
}

export type SetUp = { readonly code: string; readonly email: string; readonly password: string; readonly language: Language; readonly address: string }
export type SetUpResult =
  | { readonly ok: true; readonly userId: string }
  | { readonly ok: false; readonly reason: 'code' | 'bad-address' | 'taken' | PasswordProblem }
  | { readonly ok: false; readonly reason: 'slow'; readonly seconds: number }

/**
 * Makes the first operator and uses the code up. `address` is the network address: a wrong code counts against it. What is wrong with the
 * rest is said to who has the code only. The caller begins a session; without a second factor it opens nothing of an operator's.
 */
export async function setUp(world: World, { code, email, password, language, address }: SetUp): Promise<SetUpResult> {
  const seconds = await guessingPause(address)
  if (seconds !== null) return { ok: false, reason: 'slow', seconds }
  const mine = and(eq(setupCodes.hash, hashSecret(code.trim())), gt(setupCodes.expiresAt, world.now()))
  if ((await world.database.reader.$count(setupCodes, mine)) === 0) {
    await noteFailure(address)
    return { ok: false, reason: 'code' }
  }
  const account = storedAddress(email)
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(account) || account.length > 254) return { ok: false, reason: 'bad-address' }
  const problem = await passwordProblem(password, { email: account })
  if (problem !== null) return { ok: false, reason: problem }
  const passwordHash = await hashPassword(password)
  return await transact(world.database, async (writer): Promise<SetUpResult> => {
    const now = world.now()
    if ((await writer.$count(setupCodes, mine)) === 0) return { ok: false, reason: 'code' }
    const user = await addUser(writer, { email: account, name: null, passwordHash, language }, now)
    if (user === null) return { ok: false, reason: 'taken' }
    await writer.delete(setupCodes)
    await writer.update(users).set({ operator: true }).where(eq(users.id, user.id))
    await audit(writer, now, { event: 'operatorMade', userId: user.id })
    return { ok: true, userId: user.id }
  })
}
