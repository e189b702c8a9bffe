/** Signing in under attack: guesses are slowed down and lock nobody out for good, nobody learns who has an account, and no address leads away. */
import { randomUUID } from 'node:crypto'
import { pathsIn } from '#app/paths.ts'
import { expect, test } from './clean-page.ts'
import { openLine, postForm, type Reply } from './guest.ts'
import { nextAddress } from './matrix-walk.ts'
import { openCast, password, type Cast } from './members.ts'
import { ownServer } from './own-server.ts'
import type { RealServer } from './real-server.ts'

const paths = pathsIn('nl')
let server: RealServer
let cast: Cast

test.beforeAll(async () => {
  server = await ownServer()
  cast = await openCast(server)
})
test.afterAll(async () => {
  await cast.close()
  await server.stop()
})

/** Posts from an address of this machine; from a new one each time where none is given. */
async function post(path: string, fields: Record<string, string>, { from = nextAddress(), cookie }: { from?: string; cookie?: string } = {}): Promise<Reply> {
  const line = openLine(server.port, 1, from)
  const reply = await postForm(line, path, fields, cookie)
  line.close()
  return reply
}

test('two hundred wrong passwords for one account are answered, five of them after a look at the password, and the right one is let in later', async () => {
  const { email } = await cast.person()
  const statuses: number[] = []
  let last: Reply | undefined
  for (let n = 0; n < 200; n += 1) {
    last = await post(paths.signIn(), { email: n % 2 === 0 ? email : email.toUpperCase(), password: `dit is nummer ${n} van de gokken` })
    statuses.push(last.status)
  }
  expect(statuses.filter(status => status === 422)).toHaveLength(5)
  expect(statuses.slice(5).every(status => status === 429)).toBe(true)
  expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0)
  expect(Number(last?.headers['retry-after'])).toBeLessThanOrEqual(15 * 60)
  expect((await post(paths.signIn(), { email, password })).status, 'the right one has to wait as well').toBe(429)
})

test('thirty failures from one address make it wait, right passwords in between do not count, and others come in', async () => {
  const from = nextAddress()
  const { email } = await cast.person()
  const statuses: number[] = []
  for (let n = 0; n < 35; n += 1) {
    if (n % 10 === 0 && n < 30) expect((await post(paths.signIn(), { email, password }, { from })).status).toBe(302)
    statuses.push((await post(paths.signIn(), { email: `${randomUUID()}@example.nl`, password: 'een gok van twaalf tekens' }, { from })).status)
  }
  expect(statuses.slice(0, 30)).toEqual(Array(30).fill(422))
  expect(statuses.slice(30)).toEqual(Array(5).fill(429))
  expect((await post(paths.signIn(), { email, password }, { from })).status).toBe(429)
  expect((await post(paths.signIn(), { email, password })).status).toBe(302)
})

/** What a reply is to who counts: status, length without what differs at each answer, headers that are there. */
function looksLike({ status, headers, body }: Reply, email: string): unknown {
  const fixed = body.replaceAll(email, '').replaceAll(encodeURIComponent(email), '').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '').replaceAll(/nonce="[^"]*"/g, '')
  return { status, length: fixed.length, names: Object.keys(headers).toSorted(), location: headers.location ?? null }
}

for (const [what, path, fields] of [
  ['signing in', paths.signIn(), () => ({ password: 'niet het goede wachtwoord' })],
  ['signing up', paths.signUp(), () => ({ once: randomUUID() })],
  ['asking for a new password', paths.forgot, () => ({ once: randomUUID() })],
] as const) {
  test(`${what} answers the same for an address that has an account and for one that has none`, async () => {
    const known = await cast.person()
    const unknown = `${randomUUID()}@example.nl`
    const replies = await Promise.all([known.email, unknown].map(async email => looksLike(await post(path, { email, ...fields() }), email)))
    expect(replies[0]).toEqual(replies[1])
  })
}

test('inviting answers the same for an address that has an account and for one that has none', async () => {
  const known = (await cast.person()).email
  const unknown = `${randomUUID()}@example.nl`
  const replies = []
  for (const email of [known, unknown]) {
    const { organisation, people } = await cast.company()
    const { cookie } = people.owner
    const told = looksLike(await post(paths.people(organisation), { do: 'invite', email, role: 'editor', once: randomUUID() }, { cookie }), email)
    const line = openLine(server.port, 1)
    const shown = (await line.call({ path: paths.people(organisation), headers: { Cookie: cookie } })).body
    line.close()
    expect(shown).toContain(email)
    replies.push({ told: JSON.stringify(told).replaceAll(organisation, ''), length: shown.length })
  }
  expect(replies[0]).toEqual(replies[1])
})

test('going on after signing in stays on this site, whatever the address asks for', async () => {
  const { email } = await cast.person()
  for (const asked of ['//evil.example', 'https:evil.example', 'https://evil.example', '/\\evil.example', '/%5cevil.example', '\\\\evil.example', 'javascript:alert(1)', '/\t/evil.example', '/\r\nSet-Cookie: x=y', 'evil.example', '/.//evil.example', '']) {
    for (const language of ['nl', 'en'] as const) {
      const reply = await post(`${pathsIn(language).signIn()}?verder=${encodeURIComponent(asked)}`, { email, password })
      expect(reply.status, asked).toBe(302)
      expect(new URL(reply.headers.location ?? '', server.origin).origin, asked).toBe(server.origin)
      expect(reply.headers.location, asked).toMatch(/^\/(?![/\\])/)
    }
  }
  const back = await post(paths.signIn('/scan/x?y=1'), { email, password })
  expect(back.headers.location).toBe('/scan/x?y=1')
})

test('signing out ends the session at once and has the browser forget what it was shown', async () => {
  const { cookie } = await cast.person()
  const line = openLine(server.port, 1)
  expect((await line.call({ path: paths.account, headers: { Cookie: cookie } })).status).toBe(200)
  expect((await line.call({ path: paths.signOut, headers: { Cookie: cookie } })).status, 'looking signs nobody out').toBe(200)
  expect((await line.call({ path: paths.account, headers: { Cookie: cookie } })).status).toBe(200)
  const out = await post(paths.signOut, {}, { cookie })
  expect(out.headers['clear-site-data']).toContain('"cache"')
  expect(out.headers['clear-site-data']).toContain('"storage"')
  const replayed = await line.call({ path: paths.account, headers: { Cookie: cookie } })
  expect(replayed.headers.location).toContain(paths.signIn())
  line.close()
})

test('the browser stores nothing by itself: no key, no address, no answer', async ({ page, context }) => {
  const { email } = await cast.person()
  await page.goto(server.origin + paths.signIn(paths.account))
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(password)
  await page.locator('input[name=password]').press('Enter')
  await page.waitForURL(server.origin + paths.account)
  const keys = (await context.cookies()).filter(({ name }) => name.startsWith('__Host-')).map(({ value }) => value)
  expect(keys.length).toBeGreaterThan(0)
  for (const path of [paths.home, paths.account, paths.accountSessions, paths.start]) {
    await page.goto(server.origin + path)
    const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, document.cookie, location.href]))
    for (const key of keys) expect(stored).not.toContain(key)
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    expect(await page.evaluate(() => document.cookie)).not.toContain('__Host-')
  }
})
