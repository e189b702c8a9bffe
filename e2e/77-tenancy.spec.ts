/** Every route, every role, one's own company, another one and none: who may not come in does not, sees nothing and changes nothing. */
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

/** Each row × actor × place in the languages of the row, as one request each. */
const cases = (row: Row) => languagesOf(row).flatMap(language => actors.flatMap(actor => wheres.map(where => ({ row, language, actor, where }))))

for (const [index, row] of rows.entries()) {
  const name = `${row.file}, row ${index + 1}`

  test(`looking: ${name} opens to who may and to nobody else, says nothing to the others and changes nothing`, async () => {
    recorder.changes()
    const wrong = await inParallel(
      cases(row).map(({ language, actor, where }) => async () => {
        const wanted = expected(row.get, actor, where)
        // a printed page takes a second: one of each kind
        if (row.slow === true && wanted === 'ok' && (language === 'en' || where !== 'own' || !['owner', 'guest'].includes(actor))) return []
        const stage = stageOf(standing, actor, where)
        const reply = await ask(server.port, row, language, stage)
        const came = outcomeOf(reply)
        const said = `GET ${addressOf(row, language, stage.place)} as ${actor} at ${where}`
        const problems = came === wanted ? [] : [`${said}: ${came} instead of ${wanted}`]
        if (wanted !== 'ok' && reply.body.includes(privateWord)) problems.push(`${said} shows what is private`)
        if (stage.cookie !== '' && JSON.stringify([reply.headers.location, reply.body]).includes(stage.cookie.split('=')[1]!)) problems.push(`${said} shows the key of the cookie`)
        if (wanted !== 'ok' && row.get.door !== 'anyone') {
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
        if (reply.body.includes(privateWord)) problems.push(`${said} shows what is private`)
        return problems
      }),
      atOnce,
    )
    expect(wrong.flat().slice(0, 12)).toEqual([])
    expect(telling(recorder.changes())).toEqual([])

    for (const { language, actor } of cases(row).filter(({ actor, where }) => where === 'own' && expected(rule, actor, where) === 'ok')) {
      const stage = await freshStage(cast, actor)
      const reply = await ask(server.port, row, language, stage, { method: 'POST', body: bodyOf(row, stage.place) })
      expect(outcomeOf(reply), `POST ${addressOf(row, language, stage.place)} as ${actor}: ${reply.status} ${reply.body.slice(0, 200)}`).toBe('ok')
    }
  })
}
