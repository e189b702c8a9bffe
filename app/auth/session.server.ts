/**
 * Who is signed in: the one door to lucia. It only ever sees the SHA-256 of the token in the cookie; reads go by the reader in one
 * join, writes by `transact`, and how long a session may last in all is ours.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { and, desc, eq, gt, lte, ne, sql } from 'drizzle-orm'
import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from 'lucia'
import type { Reader, World, Writer } from '#db/open.server.ts'
import { prepared } from '#db/prepared.ts'
import { sessions, users } from '#db/people-tables.ts'
import type { Session, User } from '#db/people-tables.ts'
import { transact } from '#db/transact.server.ts'
import { readToken, tokenCookie } from './cookie.ts'
import { hashSecret, newSecret } from './secret.server.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export const sessionCookieName = '__Host-paraat-session'

/** How long a session lasts without a visit, and how long in all, in milliseconds. */
export const lifetimes: Readonly<Record<Session['kind'], { readonly idle: number; readonly absolute: number }>> = {
  half: { idle: 10 * minute, absolute: 10 * minute },
  ordinary: { idle: 7 * day, absolute: 30 * day },
  strict: { idle: 12 * hour, absolute: 24 * hour },
}

/** The expiry of a session is written down anew when it has moved by so much. */
const coarse = { half: minute, ordinary: hour, strict: 5 * minute } as const satisfies Record<Session['kind'], number>

/** What every page may know of who is signed in: no hash and no secret. */
export type SignedInUser = Pick<User, 'id' | 'email' | 'name' | 'language' | 'operator' | 'deletionAt'> & { readonly secondFactor: boolean }
export type SignedIn = { readonly user: SignedInUser; readonly session: Pick<Session, 'id' | 'kind' | 'createdAt'> }

type SessionAttributes = Pick<Session, 'kind' | 'device' | 'createdAt'>
type UserAttributes = Omit<SignedInUser, 'id'>

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionAttributes, UserAttributes>
    DatabaseSessionAttributes: SessionAttributes
    DatabaseUserAttributes: UserAttributes
  }
}

const sessionAndUser = prepared((reader: Reader) =>
  reader
    .select({
      session: sessions,
      user: {
        id: users.id,
        email: users.email,
        name: users.name,
        language: users.language,
        operator: users.operator,
        deletionAt: users.deletionAt,
        secondFactor: sql<number>`${users.totpSecret} is not null`.mapWith(Boolean),
      },
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(eq(sessions.id, sql.placeholder('id')))
    .prepare(),
)

/** Lucia reads the machine's clock; a session stands in the world's. */
function onLuciasClock(world: World, at: number): Date {
  // eslint-disable-next-line no-restricted-syntax -- the clock that lucia reads
  return new Date(at - world.now() + Date.now())
}

function adapterFor(world: World): Adapter {
  const asDatabaseSession = ({ id, userId, expiresAt, kind, device, createdAt }: Session): DatabaseSession => ({
    id,
    userId,
    expiresAt: onLuciasClock(world, expiresAt),
    attributes: { kind, device, createdAt },
  })
  return {
    async getSessionAndUser(id) {
      const [row] = await sessionAndUser(world.database.reader).execute({ id })
      if (row === undefined) return [null, null]
      const { id: userId, ...attributes } = row.user
      return [asDatabaseSession(row.session), { id: userId, attributes }]
    },
    async getUserSessions(userId) {
      return (await world.database.reader.select().from(sessions).where(eq(sessions.userId, userId))).map(asDatabaseSession)
    },
    async setSession({ id, userId, attributes }) {
      const expiresAt = attributes.createdAt + lifetimes[attributes.kind].idle
      await transact(world.database, async writer => void (await writer.insert(sessions).values({ id, userId, ...attributes, expiresAt })))
    },
    async updateSessionExpiration(id) {
      const [row] = await sessionAndUser(world.database.reader).execute({ id })
      if (row === undefined) return
      const { kind, createdAt, expiresAt } = row.session
      const moved = Math.min(world.now() + lifetimes[kind].idle, createdAt + lifetimes[kind].absolute)
      if (moved - expiresAt < coarse[kind]) return
      await transact(world.database, async writer => void (await writer.update(sessions).set({ expiresAt: moved }).where(eq(sessions.id, id))))
    },
    async deleteSession(id) {
      await transact(world.database, async writer => void (await writer.delete(sessions).where(eq(sessions.id, id))))
    },
    async deleteUserSessions(userId) {
      await transact(world.database, async writer => void (await writer.delete(sessions).where(eq(sessions.userId, userId))))
    },
    async deleteExpiredSessions() {
      await transact(world.database, async writer => void (await writer.delete(sessions).where(lte(sessions.expiresAt, world.now()))))
    },
  }
}

const opened = new WeakMap<World, Lucia<SessionAttributes, UserAttributes>>()

function luciaOf(world: World): Lucia<SessionAttributes, UserAttributes> {
  const known = opened.get(world)
  if (known !== undefined) return known
  const lucia = new Lucia(adapterFor(world), {
    // Lucia asks for a new expiry when less than half of this is left: an hour after the last one; of shorter sessions at every visit
    sessionExpiresIn: new TimeSpan(2 * (lifetimes.ordinary.idle - coarse.ordinary), 'ms'),
    getSessionAttributes: attributes => attributes,
    getUserAttributes: attributes => attributes,
  })
  opened.set(world, lucia)
  return lucia
}

/** The session that a request shows, looked up once for all its loaders; Remix hands each of them a Request of its own. */
const lookUps = new AsyncLocalStorage<Map<string, Promise<SignedIn | null>>>()

/** Runs `work`, a request that only reads, so that it looks its session up once. What writes has to see what it has changed. */
export function withOneLookUp<T>(work: () => T): T {
  return lookUps.run(new Map(), work)
}

async function readAny(world: World, request: Request): Promise<SignedIn | null> {
  const token = readToken(request, sessionCookieName)
  if (token === null) return null
  const known = lookUps.getStore()
  const found = known?.get(token) ?? lookUp(world, token)
  known?.set(token, found)
  return await found
}

async function lookUp(world: World, token: string): Promise<SignedIn | null> {
  const { session, user } = await luciaOf(world).validateSession(hashSecret(token))
  if (session === null) return null
  const { id, kind, createdAt } = session
  return { user, session: { id, kind, createdAt } }
}

/** Who is signed in, second factor included; null for everybody else. It moves the session's expiry at most once in a while. */
export async function readSession(world: World, request: Request): Promise<SignedIn | null> {
  const found = await readAny(world, request)
  return found === null || found.session.kind === 'half' ? null : found
}

/** Who gave the right password and still owes the second factor; null for everybody else. */
export async function readHalfSession(world: World, request: Request): Promise<SignedIn | null> {
  const found = await readAny(world, request)
  return found?.session.kind === 'half' ? found : null
}

/** True where the browser shows the cookie of a session, alive or not. */
export function hasSessionCookie(request: Request): boolean {
  return readToken(request, sessionCookieName) !== null
}

/** Begins a session and ends the one that this browser showed before. Resolves with the Set-Cookie header. Not inside `transact`. */
export async function beginSession(world: World, request: Request, userId: string, kind: Session['kind']): Promise<string> {
  const lucia = luciaOf(world)
  const before = readToken(request, sessionCookieName)
  if (before !== null) await lucia.invalidateSession(hashSecret(before))
  const token = newSecret()
  const device = deviceIn(request.headers.get('User-Agent') ?? '')
  await lucia.createSession(userId, { kind, device, createdAt: world.now() }, { sessionId: hashSecret(token) })
  return tokenCookie(sessionCookieName, token, Math.floor(lifetimes[kind].absolute / 1000))
}

/** Ends the session of this browser. Resolves with the headers that make the browser forget what it was shown. Not inside `transact`. */
export async function endSession(world: World, request: Request): Promise<Headers> {
  const token = readToken(request, sessionCookieName)
  if (token !== null) await luciaOf(world).invalidateSession(hashSecret(token))
  return new Headers([
    ['Set-Cookie', tokenCookie(sessionCookieName, '', 0)],
    ['Clear-Site-Data', '"cache", "storage"'],
  ])
}

/** Ends every session of a user, save the one with the id `except`, in the caller's transaction: at a new password, other rights, a removal. */
export async function endSessions(writer: Writer, userId: string, except?: string): Promise<void> {
  await writer.delete(sessions).where(and(eq(sessions.userId, userId), except === undefined ? undefined : ne(sessions.id, except)))
}

/** The living sessions of a user, newest first. */
export async function sessionsOf(world: World, userId: string): Promise<Session[]> {
  const alive = and(eq(sessions.userId, userId), ne(sessions.kind, 'half'), gt(sessions.expiresAt, world.now()))
  return await world.database.reader.select().from(sessions).where(alive).orderBy(desc(sessions.createdAt))
}

/** Deletes what has expired. */
export async function removeExpiredSessions(world: World): Promise<void> {
  await luciaOf(world).deleteExpiredSessions()
}

/** Browser and system in two words out of a User-Agent header, coarse on purpose; `?` for what it does not name. */
export function deviceIn(userAgent: string): string {
  const find = (names: readonly (readonly [RegExp, string])[]) => names.find(([pattern]) => pattern.test(userAgent))?.[1] ?? '?'
  const browser = find([[/Edg\//, 'Edge'], [/OPR\//, 'Opera'], [/Firefox\//, 'Firefox'], [/Chrome\/|Chromium\//, 'Chrome'], [/Safari\//, 'Safari']])
  const system = find([[/Windows/, 'Windows'], [/Android/, 'Android'], [/iPhone|iPad/, 'iOS'], [/Mac OS X/, 'macOS'], [/Linux/, 'Linux']])
  return `${browser} · ${system}`
}
