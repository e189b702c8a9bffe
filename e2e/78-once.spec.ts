/** What a form does: once, however many copies of it arrive at the same moment, and no more than its own fields say. */
import { expect, test } from './clean-page.ts'
import { rows } from './matrix.ts'
import { outcomeOf, type Actor, type Body, type Row } from './matrix-rules.ts'
import { ask, bodyOf, freshStage, inParallel, postersOf, type Stage } from './matrix-walk.ts'
import { openCast, wordsFor, type Cast } from './members.ts'
import { ownServer } from './own-server.ts'
import type { RealServer } from './real-server.ts'
import { inWords, recordRows, telling, type Recorder } from './rows.ts'

const copies = 50
let server: RealServer
let cast: Cast
let recorder: Recorder

test.describe.configure({ mode: 'default', timeout: 120_000 })
test.beforeAll(async () => {
  server = await ownServer()
  cast = await openCast(server)
  recorder = recordRows(server.dataFolder)
})
test.afterAll(async () => {
  recorder.close()
  await cast.close()
  await server.stop()
})

/** Posts on a stage of its own. Resolves with the answers and with what changed, in words. */
async function post(row: Row, actor: Actor, count: number, change: (body: Body, stage: Stage) => Body = body => body): Promise<{ statuses: number[]; changed: string[] }> {
  const stage = await freshStage(cast, actor)
  const body = change(bodyOf(row, stage.place), stage)
  recorder.changes()
  const replies = await inParallel(Array.from({ length: count }, () => () => ask(server.port, row, 'nl', stage, { method: 'POST', body })), count)
  expect(replies.map(outcomeOf), JSON.stringify([replies[0]?.status, replies[0]?.body.slice(0, 300)])).toContain('ok')
  return { statuses: replies.map(reply => reply.status), changed: inWords(telling(recorder.changes()), { ...wordsFor(stage.place), ...stage.names }) }
}

/** What one post of each form by each actor did: in a stage of its own, so it is the same whoever asks. */
const once = new Map<string, Promise<{ statuses: number[]; changed: string[] }>>()

function postOnce(row: Row, actor: Actor, name: string): Promise<{ statuses: number[]; changed: string[] }> {
  const known = once.get(name) ?? post(row, actor, 1)
  once.set(name, known)
  return known
}

const forms = rows.flatMap((row, index) => postersOf(row).map(actor => ({ row, actor, name: `${row.file}, row ${index + 1}, by ${actor === 'owner' ? 'an' : 'a'} ${actor}` })))

for (const { row, actor, name } of forms) {
  test(`${copies} copies at once of what is posted to ${name} have one effect and no error`, async () => {
    const one = await postOnce(row, actor, name)
    // a file that is printed for each copy: a few will do
    const many = await post(row, actor, row.slow === true ? 3 : copies)
    expect(many.statuses.filter(status => status >= 500)).toEqual([])
    const counted = (changed: string[]) => (row.repeat === 'noted' ? [...new Set(changed)] : changed)
    if (row.repeat !== 'many') expect(counted(many.changed)).toEqual(counted(one.changed))
  })
}

/** What no form of ours asks, with what would be worth having. */
function foreignFields({ place }: Stage): Record<string, string> {
  const stranger = place.people.reader.id
  return {
    id: stranger, role: 'owner', organisationId: place.organisation, organisation: place.organisation, userId: stranger, user: stranger, operator: 'true', score: '100', level: '5',
    savedBy: stranger, invitedBy: stranger, createdAt: '1', updatedAt: '1', finishedAt: '1', deletionAt: '1', removedAt: '1', archivedAt: '1', expiresAt: '9999999999999', usedAt: '',
    kind: 'association', example: 'true', chosenAssessmentId: place.finished, startedFrom: place.finished, version: '99', themes: 'crisis', email: 'kwaad@example.nl', name: 'Kwaad',
    passwordHash: 'x', totpSecret: 'x', totpStep: '0', onceKey: 'x', hash: 'x', sector: 'zorg-welzijn', kvk: '12345678', partOfGroup: 'true',
  }
}

for (const { row, actor, name } of forms.filter(one => one.row.slow !== true)) {
  test(`fields that are not of the form change nothing that ${name} does`, async () => {
    const plain = await postOnce(row, actor, name)
    const laden = await post(row, actor, 1, (body, stage) => {
      if ('json' in body) return body
      const foreign = Object.entries(foreignFields(stage)).filter(([field]) => !(row.takes ?? []).includes(field))
      return { ...Object.fromEntries(foreign), ...body }
    })
    expect(laden.changed).toEqual(plain.changed)
  })
}
