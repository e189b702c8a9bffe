/** Promises that are kept against everybody: looking changes nothing, nonsense is never an error of ours, and every answer is guarded. */
import { randomUUID } from 'node:crypto'
import type { Language } from '#app/core/questionnaire.ts'
import { pathsIn } from '#app/paths.ts'
import { expect, test } from './clean-page.ts'
import { openLine, postForm, type Line, type Reply } from './guest.ts'
import { rows } from './matrix.ts'
import { addressOf, everyRoute, type Row } from './matrix-rules.ts'
import { ask, bodyOf, inParallel, stageOf, standingOf, type Standing } from './matrix-walk.ts'
import { openCast, privateWord, type Cast } from './members.ts'
import { askNonsense, postNonsense } from './nonsense.ts'
import { ownServer } from './own-server.ts'
import type { RealServer } from './real-server.ts'
import { recordRows, telling, type Recorder } from './rows.ts'

const paths = pathsIn('nl')
const routes = everyRoute()
let server: RealServer
let line: Line
let cast: Cast
let standing: Standing
let recorder: Recorder

test.describe.configure({ mode: 'default', timeout: 120_000 })
test.beforeAll(async () => {
  server = await ownServer()
  line = openLine(server.port, 8)
  cast = await openCast(server)
  standing = await standingOf(cast)
  recorder = recordRows(server.dataFolder)
})
test.afterAll(async () => {
  recorder.close()
  line.close()
  await cast.close()
  await server.stop()
})

const languagesOf = (row: Row): Language[] => (routes.get(row.file)?.length === 0 ? ['nl'] : ['nl', 'en'])

test('the keys in the cookies are nowhere in the database', async () => {
  const set = (await line.call({ path: paths.start })).headers['set-cookie'] ?? []
  const begun = await postForm(line, paths.start, { sector: 'bouw', size: '2-9', region: '', scope: 'company', mode: 'quick', power: '', once: randomUUID() }, set.map(cookie => cookie.split(';')[0]).join('; '))
  expect(begun.status).toBe(302)
  const keys = [...set, ...(begun.headers['set-cookie'] ?? [])].flatMap(cookie => /^__Host-[\w-]+=([\w-]{43})/.exec(cookie)?.[1] ?? [])
  const dump = recorder.dump()
  expect(keys.length).toBeGreaterThan(0)
  expect(dump).toContain(privateWord)
  for (const key of [...keys, ...[standing.own.people.owner, standing.guest, standing.operator].map(({ cookie }) => cookie.split('=')[1]!)]) expect(dump).not.toContain(key)
})

function expectGuarded({ headers }: Reply, address: string): void {
  const policy = String(headers['content-security-policy'])
  expect(policy, address).toMatch(/default-src 'none'/)
  expect(policy, address).not.toMatch(/script-src[^;]*(unsafe-inline|unsafe-eval|\*|https?:)/)
  for (const rule of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", 'form-action']) expect(policy, address).toContain(rule)
  expect(headers['x-content-type-options'], address).toBe('nosniff')
  expect(headers['referrer-policy'], address).toMatch(/^(same-origin|no-referrer)$/)
  expect(headers['x-powered-by'], address).toBeUndefined()
}

test('every page and file carries the security headers, errors and refusals included, and nothing private may be kept', async () => {
  const kept: string[] = []
  for (const row of rows.filter(one => one.slow !== true && one.get !== undefined)) {
    for (const actor of ['owner', 'guest', 'operator', 'nobody'] as const) {
      for (const suffix of ['', '.data']) {
        const reply = await ask(server.port, row, 'nl', stageOf(standing, actor, 'own'), { suffix })
        expectGuarded(reply, `${row.file}${suffix} as ${actor}`)
        const isPrivate = row.get?.door !== 'anyone' && row.get?.door !== 'status'
        if (isPrivate && reply.headers['cache-control'] !== 'no-store') kept.push(`${row.file}${suffix} as ${actor}: ${reply.status}, ${reply.headers['cache-control']}`)
      }
    }
  }
  expect(kept).toEqual([])
  const html = (await line.call({ path: paths.home })).body
  const files = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(match => match[1] ?? '').slice(0, 5)
  expect(files.length).toBeGreaterThan(0)
  for (const address of [...files, '/favicon.svg', '/assets/bestaat-niet.js']) expectGuarded(await line.call({ path: address }), address)
})

/** All but what guard.ts lists: the interface, and the link that turns reminders off. */
const readsCookie = ({ file }: Row) => file !== 'reminders-off.tsx' && (!file.startsWith('api-') || file === 'api-not-found.ts')

const strangers: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['another site', { Origin: 'https://kwaad.example' }],
  ['a page without an origin', { Origin: 'null' }],
  ['a page of a site beside ours', { 'Sec-Fetch-Site': 'same-site' }],
  ['another site that calls itself a proxy', { Origin: 'https://kwaad.example', 'X-Forwarded-Host': 'kwaad.example' }],
  ['who says nothing about where it comes from', { Origin: '' }],
]
for (const [who, headers] of strangers) {
  test(`what ${who} sends is refused by every address that reads a cookie, whatever the method, and changes nothing`, async () => {
    recorder.changes()
    const wrong = await inParallel(
      rows.filter(readsCookie).flatMap(row =>
        languagesOf(row).flatMap(language =>
          ['POST', 'PUT', 'PATCH', 'DELETE'].map(method => async () => {
            const stage = stageOf(standing, (row.get ?? row.post)?.door === 'operator' ? 'operator' : 'owner', 'own')
            const reply = await ask(server.port, row, language, stage, { method, headers, body: bodyOf(row, stage.place) })
            return reply.status === 403 ? [] : [`${method} ${addressOf(row, language, stage.place)}: ${reply.status}`]
          }),
        ),
      ),
      8,
    )
    expect(wrong.flat()).toEqual([])
    expect(telling(recorder.changes())).toEqual([])
  })
}

for (const [index, row] of rows.entries()) {
  if (row.slow === true || row.get === undefined) continue
  test(`nonsense in the address of ${row.file}, row ${index + 1}, is never an error of ours`, async () => {
    expect(await askNonsense(server.port, row, stageOf(standing, (row.get ?? row.post)?.door === 'operator' ? 'operator' : 'owner', 'own'), index, 30)).toEqual([])
  })
}

for (const [index, row] of rows.entries()) {
  if (row.post === undefined || row.slow === true) continue
  test(`100 bodies of nonsense, the same at each run (a thousand others in the drill), posted to ${row.file}, row ${index + 1}, are never an error of ours`, async () => {
    expect(await postNonsense(server.port, cast, row, index, 100, 4)).toEqual([])
  })
}

test('a form of a year ago, posted to a scan of somebody else, is answered like any unknown address', async () => {
  const reply = await postForm(line, paths.theme(randomUUID(), 'crisis'), { 'v.noodplan': '0', 'a.noodplan': 'ja' }, standing.guest.cookie)
  expect(reply.status).toBe(404)
  expect(reply.body).toContain('Deze pagina bestaat niet')
})
