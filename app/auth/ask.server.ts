/** Asking for an account or for a new password: whatever the address is, one letter goes to it and one answer to who asks. */
import { eq } from 'drizzle-orm'
import type { World } from '#db/open.server.ts'
import { users } from '#db/people-tables.ts'
import type { User } from '#db/people-tables.ts'
import type { Language } from '#app/core/questionnaire.ts'
import { knownLetter, resetLetter, signUpLetter, unknownLetter } from './account-letters.ts'
import { codeHours, mailCode } from './mail-codes.server.ts'
import { storedAddress } from './sign-in.server.ts'

/** Absolute addresses, from the configured origin. */
export type AccountLinks = {
  readonly signIn: string
  readonly signUp: (token: string) => string
  readonly reset: (token: string) => string
}
export type Asked = { readonly email: string; readonly onceKey: string; readonly language: Language; readonly links: AccountLinks }
/** `too-many-letters`: the day's letters to this address are used up. Nobody is told that, for it would tell of the address. */
export type AskedResult = { readonly ok: true } | { readonly ok: false; readonly reason: 'bad-address' | 'too-many-letters' }

async function userWith(world: World, email: string): Promise<User | undefined> {
  const [user] = await world.database.reader.select().from(users).where(eq(users.email, email))
  return user
}

/** Mails the way to a new account, which becomes the owner of this guest's company; or, to who has one, the ways into it. */
export async function askSignUp(world: World, asked: Asked, organisationId: string | null): Promise<AskedResult> {
  const { onceKey, language, links } = asked
  const email = storedAddress(asked.email)
  const user = await userWith(world, email)
  const happened = { event: 'resetAsked', userId: null, subjectId: user?.id ?? null } as const
  return user === undefined
    ? await mailCode(world, { kind: 'signUp', email, onceKey, organisationId }, token => signUpLetter(language, links.signUp(token), codeHours.signUp))
    : await mailCode(world, { kind: 'reset', email, onceKey, userId: user.id }, token => knownLetter(language, { signIn: links.signIn, reset: links.reset(token) }), happened)
}

/** Mails the way to a new password; or, to an address without an account, the way to one. */
export async function askReset(world: World, { email: typed, onceKey, language, links }: Asked): Promise<AskedResult> {
  const email = storedAddress(typed)
  const user = await userWith(world, email)
  const happened = { event: 'resetAsked', subjectId: user?.id ?? null } as const
  return user === undefined
    ? await mailCode(world, { kind: 'signUp', email, onceKey }, token => unknownLetter(language, links.signUp(token), codeHours.signUp), happened)
    : await mailCode(world, { kind: 'reset', email, onceKey, userId: user.id }, token => resetLetter(language, links.reset(token)), happened)
}
