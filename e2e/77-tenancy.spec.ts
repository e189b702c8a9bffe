/** Every route, every role, one's own company, another one and none: who may not come in does not, sees nothing and changes nothing. */
import { may, memberRoles, permissions } from '#app/core/permissions.ts'
import type { Language } from '#app/core/questionnaire.ts'
import { expect, test } from './clean-page.ts'
import { rows } from './matrix.ts'
import { actors, addressOf, everyRoute, expected, outcomeOf, status, wheres, type Row } from './matrix-rules.ts'
import { ask, bodyOf, freshStage, inParallel, stageOf, standingOf, type Standing } from './matrix-walk.ts'
import { openCast, privateWord, type Cast } from './members.ts'
import { ownServer } from './own-server.ts'
import type { RealServer } from './real-server.ts'
import { recordRows, telling, type Recorder } from './rows.ts'

const atOnce = 6
const routes = everyRoute()
let server: RealServer
let cast: Cast
let recorder: Recorder
let standing: Standing

test.describe.configure({ mode: 'default', timeout: 180_000 })
test.beforeAll(async () => {
  server = await ownServer()
  cast = await openCast(server)
  standing = await standingOf(cast)
  recorder = recordRows(server.dataFolder)
})
test.afterAll(async () => {
  recorder.close()
  await cast.close()
  await server.stop()
})

const languagesOf = (row: Row): Language[] => (routes.get(row.file)?.length === 0 ? ['nl'] : ['nl', 'en'])
const postRule = (row: Row) => row.post ?? status(405)

test('every route stands in the table, in both languages where it has them, and the table has no other', () => {
  expect([...new Set(rows.map(row => row.file))].toSorted()).toEqual([...routes.keys()].toSorted())
  for (const [file, languages] of routes) expect([[], ['nl', 'en']], file).toContainEqual(languages)
})

test('every permission opens some door of the table, and the list of scans decides what stands on the page of a company', async () => {
  const used = new Set(rows.flatMap(row => [row.get, row.post]).flatMap(rule => (rule !== undefined && 'may' in rule ? [rule.may] : [])))
  expect(permissions.filter(permission => !used.has(permission))).toEqual([])
  const page = rows.find(row => row.file === 'company.tsx')!
  for (const role of memberRoles) {
    const { body } = await ask(server.port, page, 'nl', stageOf(standing, role, 'own'))
    expect(body, role).toContain(standing.own.open)
    expect(body.includes(standing.own.finished), role).toBe(may({ role, themes: [] }, 'scan.list'))
  }
})

/** Each row × actor × place, as one request each; the English address, which is the same route, at one's own company only. */
const cases = (row: Row) =>
  languagesOf(row).flatMap(language =>
    actors.flatMap(actor => wheres.filter(where => language === 'nl' || where === 'own').map(where => ({ row, language, actor, where }))),
  )

for (const [index, row] of rows.entries()) {
  const name = `${row.file}, row ${index + 1}`

  const { get } = row
  if (get !== undefined) test(`looking: ${name} opens to who may and to nobody else, says nothing to the others and changes nothing`, async () => {
    recorder.changes()
    const wrong = await inParallel(
      cases(row).map(({ language, actor, where }) => async () => {
        const wanted = expected(get, actor, where)
        // a printed page takes a second: one of each kind
        if (row.slow === true && wanted === 'ok' && (language === 'en' || where !== 'own' || !['owner', 'guest'].includes(actor))) return []
        const stage = stageOf(standing, actor, where)
        const reply = await ask(server.port, row, language, stage)
        const came = outcomeOf(reply)
        const said = `GET ${addressOf(row, language, stage.place)} as ${actor} at ${where}`
        const problems = came === wanted ? [] : [`${said}: ${came} instead of ${wanted}`]
        if (wanted !== 'ok' && reply.body.includes(privateWord)) problems.push(`${said} shows what is private`)
        const keys = stage.cookie.split('; ').flatMap(cookie => cookie.split('=')[1] ?? [])
        if (keys.some(key => JSON.stringify([reply.headers.location, reply.body]).includes(key))) problems.push(`${said} shows the key of the cookie`)
        if (wanted !== 'ok' && get.door !== 'anyone') {
          const data = await ask(server.port, row, language, stage, { suffix: '.data' })
          if (data.body.includes(privateWord)) problems.push(`${said}: its data shows what is private`)
        }
        return problems
      }),
      atOnce,
    )
    expect(wrong.flat().slice(0, 12)).toEqual([])
    expect(telling(recorder.changes())).toEqual([])
  })

  test(`posting: ${name} takes it from who may and from nobody else, and a refusal changes nothing`, async () => {
    recorder.changes()
    const rule = postRule(row)
    const refused = cases(row).filter(({ actor, where }) => expected(rule, actor, where) !== 'ok')
    const wrong = await inParallel(
      refused.map(({ language, actor, where }) => async () => {
        const stage = stageOf(standing, actor, where)
        const wanted = expected(rule, actor, where)
        const reply = await ask(server.port, row, language, stage, { method: 'POST', body: bodyOf(row, stage.place) })
        const said = `POST ${addressOf(row, language, stage.place)} as ${actor} at ${where}`
        const problems = outcomeOf(reply) === wanted ? [] : [`${said}: ${outcomeOf(reply)} instead of ${wanted}`]
        // who is let in and typed something wrong sees the own page again
        if (wanted !== 422 && wanted !== 409 && reply.body.includes(privateWord)) problems.push(`${said} shows what is private`)
        return problems
      }),
      atOnce,
    )
    expect(wrong.flat().slice(0, 12)).toEqual([])
    expect(telling(recorder.changes())).toEqual([])

    const allowed = cases(row).filter(({ actor, where }) => where === 'own' && expected(rule, actor, where) === 'ok')
    for (const { language, actor } of row.slow === true ? allowed.slice(0, 1) : allowed) {
      const stage = await freshStage(cast, actor)
      const reply = await ask(server.port, row, language, stage, { method: 'POST', body: bodyOf(row, stage.place) })
      expect(outcomeOf(reply), `POST ${addressOf(row, language, stage.place)} as ${actor}: ${reply.status} ${reply.body.slice(0, 200)}`).toBe('ok')
    }
  })
}

/** Everything that has an id of its own, of somebody else, in the address and the forms of one's own company. */
for (const [index, row] of rows.entries()) {
  if ([row.get, row.post].every(rule => rule?.door !== 'company' && rule?.door !== 'user') || row.slow === true) continue
  test(`ids of another company do nothing in one’s own: ${row.file}, row ${index + 1}`, async () => {
    const stage = await freshStage(cast, 'owner')
    const { other } = standing
    const mixed = { ...stage, place: { ...other, organisation: stage.place.organisation } }
    const theirs = [other.organisation, other.open, other.finished, other.removed, other.invitation, ...Object.values(other.people).flatMap(({ id, session }) => [id, session])]
    recorder.changes()
    const looked = await ask(server.port, row, 'nl', mixed)
    expect(looked.body).not.toContain(other.name)
    const posted = await ask(server.port, row, 'nl', mixed, { method: 'POST', body: bodyOf(row, mixed.place) })
    expect(posted.status).toBeLessThan(500)
    const touched = telling(recorder.changes()).map(change => JSON.stringify(change)).filter(change => theirs.some(id => change.includes(id)))
    expect(touched).toEqual([])
  })
}
