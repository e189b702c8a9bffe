/** Promises that are kept against everybody: looking changes nothing, nonsense is never an error of ours, and every answer is guarded. */
import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { noContent } from '#app/assessments/answer-content.ts'
import { pathsIn } from '#app/paths.ts'
import { expect, test } from './clean-page.ts'
import { finish, openLine, postForm, save, startGuest, type Guest, type Line } from './guest.ts'
import { ownServer } from './own-server.ts'
import type { RealServer } from './real-server.ts'

const paths = pathsIn('nl')
let server: RealServer
let line: Line
let open: Guest
let finished: Guest

test.beforeAll(async () => {
  server = await ownServer()
  line = openLine(server.port, 8)
  open = await startGuest(line, { sector: 'bouw' })
  await save(line, open, [{ question: 'noodplan', version: 0, ...noContent, answer: { unknown: true }, note: 'Staat in de rode map' }])
  finished = await startGuest(line, { sector: 'bouw', mode: 'quick' })
  await finish(line, finished)
})
test.afterAll(async () => {
  line.close()
  await server.stop()
})

/** Every row of every table as text. */
function dump(): string {
  const database = new SQLite(path.join(server.dataFolder, 'paraat.db'), { readonly: true })
  const tables = database.prepare("select name from sqlite_schema where type = 'table' order by name").all() as { name: string }[]
  const rows = tables.map(({ name }) => [name, database.prepare(`select * from "${name}"`).all()])
  database.close()
  return JSON.stringify(rows)
}

const pagesOf = (scan: string) => [paths.scan(scan), paths.whatMustGoOn(scan), paths.howLong(scan), paths.theme(scan, 'crisis'), paths.check(scan), paths.passOn(scan), paths.copy(scan), paths.remove(scan), paths.report(scan), paths.card(scan), paths.monday(scan)]
const publicPages = [paths.home, `${paths.home}?stroom=h8`, paths.start, paths.enterCode, paths.passOnLink('ABCD2345'), paths.privacy, paths.about, paths.trades, paths.health, '/bestaat-niet']

test('looking at every page changes no row', async () => {
  const before = dump()
  for (const guest of [open, finished]) {
    for (const page of [...publicPages, ...pagesOf(guest.scan)]) {
      for (const address of [page, `/en${page === '/' ? '' : page}`]) {
        expect((await line.call({ path: address, headers: { Cookie: guest.cookie } })).status, address).toBeLessThan(500)
      }
    }
  }
  expect(dump()).toBe(before)
})

test('the key in the cookie is nowhere in the database, and neither is anything it could be made from', () => {
  const rows = dump()
  expect(rows).toContain('Staat in de rode map')
  for (const { cookie } of [open, finished]) expect(rows).not.toContain(cookie.split('=')[1])
})

test('every page and file carries the security headers, errors included', async ({ page }) => {
  const html = (await line.call({ path: paths.home })).body
  const files = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(match => match[1] ?? '').slice(0, 5)
  expect(files.length).toBeGreaterThan(0)
  for (const address of [...publicPages, ...pagesOf(open.scan), ...pagesOf(finished.scan), ...files, '/favicon.svg', '/assets/bestaat-niet.js']) {
    const { headers } = await line.call({ path: address, headers: { Cookie: `${open.cookie}; ${finished.cookie}` } })
    const policy = String(headers['content-security-policy'])
    expect(policy, address).toMatch(/default-src 'none'/)
    expect(policy, address).not.toMatch(/script-src[^;]*(unsafe-inline|unsafe-eval|\*|https?:)/)
    for (const rule of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", 'form-action']) expect(policy, address).toContain(rule)
    expect(headers['x-content-type-options'], address).toBe('nosniff')
    expect(headers['referrer-policy'], address).toBe('same-origin')
    expect(headers['x-powered-by'], address).toBeUndefined()
  }
  await page.goto('about:blank')
})

const nonsense = ['', '0', '-1', 'null', 'undefined', ':unknown', ':none', '__proto__', 'constructor', 'x'.repeat(5000), '\u0000', '€🙂', "' or 1=1 --", '<script>alert(1)</script>', '../../etc/passwd', '//kwaad.example', 'a\r\nSet-Cookie: x=y', '\ud800', 'NaN', '1e999', '9'.repeat(400)]
const names = ['sector', 'size', 'region', 'scope', 'mode', 'power', 'once', 'how', 'email', 'code', 'rest', 'clear', 'v.noodplan', 'a.noodplan', 'w.noodplan', 'n.noodplan', 'v.wat-door', 'a.wat-door', 'w.wat-door', 'a.zonder-power', 'v.zonder-power', 'v.__proto__', 'a.__proto__', '__proto__', 'id', 'role', 'organisationId', 'score']
const good: Record<string, string> = { sector: 'bouw', size: '2-9', once: randomUUID(), how: 'code', mode: 'full', 'v.noodplan': '1', 'a.noodplan': 'ja' }
const oneOf = <T>(list: readonly T[]): T => list[randomInt(list.length)]!

/** A body as nobody means it, with the type it claims to have. */
function randomBody(): { body: string; type: string } {
  const fields = new URLSearchParams(Array.from({ length: randomInt(8) }, () => [oneOf(names), oneOf(nonsense)] as [string, string]))
  for (const [name, value] of Object.entries(good)) if (randomInt(2) === 0) fields.set(name, value)
  const answer = oneOf<unknown>([null, {}, { option: oneOf(nonsense) }, { items: [oneOf(nonsense)] }, { unknown: true }, { unknown: 1 }, [], 'x', { option: 'ja', items: [] }])
  const saves = [{ question: oneOf([...names, 'noodplan']), version: oneOf<unknown>([0, 1, -1, 1.5, '0', null, 1e308]), answer, ownWords: oneOf<unknown>([null, ...nonsense]), note: oneOf<unknown>([null, 5, ...nonsense]) }]
  return oneOf([
    { body: fields.toString(), type: 'application/x-www-form-urlencoded' },
    { body: fields.toString(), type: 'application/x-www-form-urlencoded' },
    { body: JSON.stringify({ saves }), type: 'application/json' },
    { body: randomBytes(randomInt(200)).toString('latin1'), type: oneOf(['application/json', 'text/plain', 'application/octet-stream', 'multipart/form-data', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded']) },
    { body: '--x\r\nContent-Disposition: form-data; name="code"; filename="a"\r\n\r\nabc\r\n--x--', type: 'multipart/form-data; boundary=x' },
  ])
}

for (const [what, address] of [
  ['the start form', () => paths.start],
  ['the first page', () => paths.whatMustGoOn(open.scan)],
  ['the page of hours', () => paths.howLong(open.scan)],
  ['a theme', () => paths.theme(open.scan, 'crisis')],
  ['autosave', () => paths.answer(open.scan)],
  ['another device', () => paths.passOn(open.scan)],
  ['a code', () => paths.enterCode],
  ['a link', () => paths.passOnLink('ABCD2345')],
  ['a new scan from this one', () => paths.copy(finished.scan)],
  ['an answer to a finished scan', () => paths.answer(finished.scan)],
] as const) {
  test(`nonsense sent to ${what} is never an error of ours`, async () => {
    for (let n = 0; n < 120; n += 1) {
      const { body, type } = randomBody()
      const reply = await line.call({ method: 'POST', path: address(), headers: { Cookie: `${open.cookie}; ${finished.cookie}`, 'Content-Type': type }, body })
      expect(reply.status, `${type}\n${JSON.stringify(body.slice(0, 300))}`).toBeLessThan(500)
    }
  })
}

test('a form of a year ago, posted to a scan of somebody else, is answered like any unknown address', async () => {
  const reply = await postForm(line, paths.theme(randomUUID(), 'crisis'), { 'v.noodplan': '0', 'a.noodplan': 'ja' }, open.cookie)
  expect(reply.status).toBe(404)
  expect(reply.body).toContain('Deze pagina bestaat niet')
})
