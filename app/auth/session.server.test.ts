/** Sessions: what is stored of them, how long they last, and how they end. */
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { makersTime, makeUser } from '#db/makers.ts'
import type { World } from '#db/open.server.ts'
import { sessions } from '#db/people-tables.ts'
import type { Session } from '#db/people-tables.ts'
import { testDatabase } from '#db/test-database.ts'
import { transact } from '#db/transact.server.ts'
import {
  beginSession,
  deviceIn,
  endSession,
  endSessions,
  readHalfSession,
  readSession,
  removeExpiredSessions,
  sessionCookieName,
  sessionsOf,
  withOneLookUp,
} from './session.server.ts'
import { cookieOf } from './test-session.ts'

const { database, folder } = testDatabase()
const clock = { at: makersTime }
const world: World = { database, now: () => clock.at }
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const newUser = async () => (await transact(database, writer => makeUser(writer))).id
const asking = (cookie: string) => new Request('http://localhost/', { headers: { Cookie: cookie } })
const opens = async (cookie: string) => (await readSession(world, asking(cookie))) !== null
const opensHalf = async (cookie: string) => (await readHalfSession(world, asking(cookie))) !== null
const tokenIn = (cookie: string) => cookie.split('=')[1] ?? ''

/** All that stands on the disk of the database, as one text. */
function dump(): string {
  return readdirSync(folder, { recursive: true })
    .map(name => path.join(folder, String(name)))
    .filter(file => /paraat\.db/.test(file))
    .map(file => readFileSync(file, 'latin1'))
    .join('\n')
}

describe('The cookie of a session', () => {
  it('is for this host alone, out of reach of scripts, over a safe line, and not sent along from other sites', async () => {
    const header = await beginSession(world, new Request('http://localhost/'), await newUser(), 'ordinary')
    expect(header.replace(/=[\w-]{43};/, '=TOKEN;')).toBe(`${sessionCookieName}=TOKEN; Path=/; Max-Age=${30 * 24 * 3600}; Secure; HttpOnly; SameSite=Lax`)
    expect(sessionCookieName).toMatch(/^__Host-/)
  })

  it('holds 256 random bits, and no two are alike', async () => {
    const user = await newUser()
    const tokens = await Promise.all(Array.from({ length: 20 }, async () => tokenIn(await cookieOf(world, user))))
    expect(new Set(tokens).size).toBe(20)
    for (const token of tokens) expect(Buffer.from(token, 'base64url').byteLength).toBe(32)
  })

  it('stands nowhere in the files of the database, where its session does', async () => {
    const cookie = await cookieOf(world, await newUser())
    const signedIn = await readSession(world, asking(cookie))
    expect(dump()).toContain(signedIn?.session.id)
    expect(dump()).not.toContain(tokenIn(cookie))
    expect(dump()).not.toContain(Buffer.from(tokenIn(cookie), 'base64url').toString('latin1'))
  })

  it('opens nothing by the hash that is stored, nor by what looks like a token', async () => {
    const cookie = await cookieOf(world, await newUser())
    const signedIn = await readSession(world, asking(cookie))
    for (const guess of [signedIn?.session.id ?? '', 'A'.repeat(43), '', `${tokenIn(cookie)}A`]) {
      expect(await opens(`${sessionCookieName}=${guess}`)).toBe(false)
    }
  })
})

describe('A session that is renewed', () => {
  it('leaves the cookie of before dead, and what it is called in the database gone', async () => {
    const user = await newUser()
    const before = await cookieOf(world, user)
    const header = await beginSession(world, asking(before), user, 'ordinary')
    expect(await opens(before)).toBe(false)
    expect(await opens(header.split(';')[0] ?? '')).toBe(true)
    expect(await sessionsOf(world, user)).toHaveLength(1)
  })
})

describe('How long a session lasts', () => {
  const stays: [Session['kind'], number, number][] = [
    ['ordinary', 7 * day, 30 * day],
    ['strict', 12 * hour, 24 * hour],
  ]

  it.each(stays)('without a visit: %s', async (kind, idle) => {
    const cookie = await cookieOf(world, await newUser(), kind)
    clock.at += idle - 1
    expect(await opens(cookie)).toBe(true)
    const other = await cookieOf(world, await newUser(), kind)
    clock.at += idle
    expect(await opens(other)).toBe(false)
  })

  it.each(stays)('in all, however often one comes by: %s', async (kind, idle, absolute) => {
    const cookie = await cookieOf(world, await newUser(), kind)
    const begun = clock.at
    while (clock.at + idle / 3 < begun + absolute) {
      clock.at += idle / 3
      expect(await opens(cookie), `${(clock.at - begun) / hour} h`).toBe(true)
    }
    clock.at = begun + absolute
    expect(await opens(cookie)).toBe(false)
  })

  it('is ten minutes for who still owes the second factor, and a visit does not make it longer', async () => {
    const cookie = await cookieOf(world, await newUser(), 'half')
    clock.at += 9 * minute
    expect(await opensHalf(cookie)).toBe(true)
    clock.at += minute
    expect(await opensHalf(cookie)).toBe(false)
  })

  it('is not written down at every visit', async () => {
    const user = await newUser()
    const cookie = await cookieOf(world, user)
    const expiry = async () => (await database.reader.select().from(sessions).where(eq(sessions.userId, user)))[0]?.expiresAt
    const before = await expiry()
    clock.at += 30 * minute
    await opens(cookie)
    expect(await expiry()).toBe(before)
    clock.at += 2 * hour
    await opens(cookie)
    expect(await expiry()).toBe(clock.at + 7 * day)
  })
})

describe('Who still owes the second factor', () => {
  it('is not signed in, and stands in no list of sessions', async () => {
    const user = await newUser()
    const cookie = await cookieOf(world, user, 'half')
    expect(await opens(cookie)).toBe(false)
    expect(await opensHalf(cookie)).toBe(true)
    expect(await sessionsOf(world, user)).toEqual([])
  })
})

describe('A session that is ended', () => {
  it('is dead for who kept the cookie, and the browser is told to forget', async () => {
    const cookie = await cookieOf(world, await newUser())
    const headers = await endSession(world, asking(cookie))
    expect(await opens(cookie)).toBe(false)
    expect(headers.get('Clear-Site-Data')).toBe('"cache", "storage"')
    expect(headers.get('Set-Cookie')).toContain('Max-Age=0')
  })

  it('takes all others of the same user along where that is asked, and nobody else\'s', async () => {
    const [user, other] = [await newUser(), await newUser()]
    const [mine, phone, half, theirs] = [
      await cookieOf(world, user),
      await cookieOf(world, user),
      await cookieOf(world, user, 'half'),
      await cookieOf(world, other),
    ]
    const signedIn = await readSession(world, asking(mine))
    await transact(database, writer => endSessions(writer, user, signedIn?.session.id))
    expect([await opens(mine), await opens(phone), await opensHalf(half), await opens(theirs)]).toEqual([true, false, false, true])
    await transact(database, writer => endSessions(writer, user))
    expect([await opens(mine), await opens(theirs)]).toEqual([false, true])
  })

  it('is deleted once it has expired', async () => {
    const user = await newUser()
    await cookieOf(world, user)
    clock.at += 8 * day
    const living = await newUser()
    await cookieOf(world, living)
    await removeExpiredSessions(world)
    const left = (await database.reader.select().from(sessions)).map(session => session.userId)
    expect(left).not.toContain(user)
    expect(left).toContain(living)
  })
})

describe('The name of a device', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox · Windows'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge · Windows'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile Safari/604.1', 'Safari · iOS'],
    ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36', 'Chrome · Android'],
    ['curl/8', '? · ?'],
  ])('%s', (userAgent, device) => {
    expect(deviceIn(userAgent)).toBe(device)
  })
})

describe('A request that only reads', () => {
  it('looks its session up once, however many loaders ask', async () => {
    const cookie = await cookieOf(world, await newUser())
    await withOneLookUp(async () => {
      expect(await opens(cookie)).toBe(true)
      await endSession(world, asking(cookie))
      expect(await opens(cookie)).toBe(true)
    })
    expect(await opens(cookie)).toBe(false)
  })

  it('knows nothing of what another request found', async () => {
    const cookie = await cookieOf(world, await newUser())
    expect(await withOneLookUp(() => opens(cookie))).toBe(true)
    await endSession(world, asking(cookie))
    expect(await withOneLookUp(() => opens(cookie))).toBe(false)
  })
})
