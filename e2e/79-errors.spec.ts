/** When what a page stands on breaks, the visitor is told so with a number, learns nothing else, and the server goes on. */
import path from 'node:path'
import SQLite from 'better-sqlite3'
import type { Language } from '#app/core/questionnaire.ts'
import { pathsIn } from '#app/paths.ts'
import { expect, test } from './clean-page.ts'
import { openLine, type Reply } from './guest.ts'
import { rows } from './matrix.ts'
import { everyRoute } from './matrix-rules.ts'
import { ask, bodyOf, freshStage, inParallel, postersOf, type Stage } from './matrix-walk.ts'
import { openCast } from './members.ts'
import { ownServer } from './own-server.ts'
import type { RealServer } from './real-server.ts'

const paths = pathsIn('nl')
const routes = everyRoute()
const identity = ['users', 'sessions', 'memberships', 'organisations']
type Ready = { readonly row: (typeof rows)[number]; readonly language: Language; readonly stage: Stage }

test.describe.configure({ mode: 'default', timeout: 120_000 })

/** Takes the tables away behind the server's back. */
function breakTables(server: RealServer, keep: readonly string[]): void {
  const database = new SQLite(path.join(server.dataFolder, 'paraat.db'), { timeout: 10_000 })
  database.pragma('foreign_keys = OFF')
  const tables = database.prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'").all() as { name: string }[]
  for (const { name } of tables) if (!keep.includes(name)) database.exec(`drop table "${name}"`)
  database.close()
}

const id = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/

/** What is wrong with an answer that tells of an error of ours; /health has words of its own for it, and no number. */
function faultsOf(reply: Reply, page: boolean): string[] {
  const faults: string[] = []
  if (/\bat \w+ \(|node_modules|\.server\.(ts|js)|\.tsx?:\d|Sqlite|SQLITE|no such table|ZodError|select .* from|TypeError/i.test(reply.body)) faults.push('tells what broke')
  if (!String(reply.headers['content-security-policy']).includes("default-src 'none'")) faults.push('has no policy')
  if (reply.headers['cache-control'] !== 'no-store') faults.push('may be kept')
  if (reply.headers['set-cookie']?.some(cookie => cookie.startsWith('__Host-paraat-session'))) faults.push('sets a session')
  if (page && reply.status === 500 && !id.test(reply.body)) faults.push('has no number')
  if (page && !String(reply.headers['content-type']).startsWith('text/html') && !String(reply.headers['content-type']).includes('json')) faults.push(`is ${reply.headers['content-type']}`)
  return faults
}

for (const [what, keep] of [
  ['all but who is who', identity],
  ['everything', []],
] as const) {
  test(`with ${what} broken, every page and form answers with an error page that gives nothing away, and the server lives on`, async () => {
    const server = await ownServer()
    const cast = await openCast(server)
    const ready: Ready[] = []
    for (const row of rows) {
      if (row.slow === true) continue
      for (const actor of postersOf(row).length === 0 ? (['owner'] as const) : postersOf(row)) {
        const stage = await freshStage(cast, (row.get ?? row.post)?.door === 'operator' ? 'operator' : actor)
        for (const language of routes.get(row.file)?.length === 0 ? (['nl'] as const) : (['nl', 'en'] as const)) ready.push({ row, language, stage })
      }
    }
    await cast.close()
    breakTables(server, keep)

    const calls = ready.flatMap(({ row, language, stage }) => [
      { method: 'GET', row, language, stage },
      { method: 'DATA', row, language, stage },
      ...(row.post === undefined ? [] : [{ method: 'POST', row, language, stage }]),
    ])
    const came = await inParallel(
      calls.map(({ method, row, language, stage }) => async () => {
        const asked = method === 'POST' ? { method, body: bodyOf(row, stage.place) } : { suffix: method === 'DATA' ? '.data' : '' }
        const reply = await ask(server.port, row, language, stage, asked)
        return { said: `${method} ${row.file} (${language})`, status: reply.status, faults: reply.status < 500 ? [] : faultsOf(reply, method !== 'DATA') }
      }),
      4,
    )
    expect(came.filter(({ faults }) => faults.length > 0)).toEqual([])
    const ours = came.filter(({ status }) => status >= 500)
    expect(ours.length, 'requests that met what was broken').toBeGreaterThan(came.length / 4)
    const [first] = rows.filter(row => row.file === 'report.tsx')
    expect(came.find(({ said }) => said === `GET ${first!.file} (nl)`)?.status).toBe(500)

    expect(server.child.exitCode).toBeNull()
    const line = openLine(server.port, 1)
    expect((await line.call({ path: paths.health })).status, 'it says that it is not well').toBe(503)
    expect((await line.call({ path: paths.privacy })).status).toBe(200)
    line.close()
    expect(await server.stop()).toBe(0)
  })
}
