/** The history of an answer: who said what and when, what counts as one change, and putting back without losing anything. */
import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeMembership, makeUser } from '#db/makers.ts'
import { users } from '#db/people-tables.ts'
import { answerHistory } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { requestAs } from '#app/auth/test-session.ts'
import { finishScan } from './finish.server.ts'
import { historyOf, putBack, questionsWithHistory } from './history.server.ts'
import { oneChange, saveAnswers } from './save.server.ts'
import { findScan, storedResult, type Scan } from './scan.server.ts'
import { answerAll, begin, rowOf, saveOf, scanFor, testWorld } from './test-scan.ts'

const { world, clock, ready } = testWorld()
const { reader } = world.database
let [guests, key]: [Scan, string] = [undefined!, '']

/** Makes somebody a member of the scan's company; resolves with the scan as this member opens it. */
async function join(name: string | null, role: 'owner' | 'editor' = 'editor'): Promise<Scan> {
  const user = await transact(world.database, async writer => {
    const made = await makeUser(writer, { name })
    await makeMembership(writer, { organisationId: guests.assessment.organisationId, userId: made.id, role, createdAt: clock.at })
    return made
  })
  return (await findScan(world, await requestAs(world, user.id), guests.assessment.id))!
}
const save = (scan: Scan, note: string, version: number) => saveAnswers(world, scan, [saveOf('noodplan', { unknown: true }, version, { note })])
const told = async (scan: Scan) =>
  (await historyOf(world, scan, 'noodplan')).map(({ version, content, author }) => [version, content.note, author.kind === 'member' ? author.name : author.kind])

beforeAll(ready)
beforeEach(async () => {
  const begun = await begin(world)
  ;[guests, key] = [begun.scan, begun.key]
})

describe('The history of an answer', () => {
  it('is empty where nothing was said, and has one version after the first answer', async () => {
    expect(await told(guests)).toEqual([])
    await save(guests, 'eerst', 0)
    expect(await told(guests)).toEqual([[1, 'eerst', 'guest']])
    expect(await questionsWithHistory(world, guests.assessment.id)).toEqual(new Set())
  })

  it('takes what one person types within ten minutes for one change', async () => {
    await save(guests, 'a', 0)
    clock.at += oneChange
    await save(guests, 'b', 1)
    expect(await told(guests)).toEqual([[2, 'b', 'guest']])
    clock.at += oneChange + 1
    await save(guests, 'c', 2)
    expect(await told(guests)).toEqual([
      [3, 'c', 'guest'],
      [2, 'b', 'guest'],
    ])
    expect(await questionsWithHistory(world, guests.assessment.id)).toEqual(new Set(['noodplan']))
  })

  it('keeps what another person wrote, however short ago, with everything that stood beside it', async () => {
    const [sanne, piet] = [await join('Sanne'), await join(null)]
    await saveAnswers(world, sanne, [saveOf('noodplan', { option: 'ja' }, 0, { note: 'kast', firmness: 'paper', evidence: 'https://a.example/' })])
    await save(piet, 'lade', 1)
    expect(await told(piet)).toEqual([
      [2, 'lade', piet.user?.email],
      [1, 'kast', 'Sanne'],
    ])
    expect((await historyOf(world, piet, 'noodplan'))[1]?.content).toEqual({ answer: { option: 'ja' }, ownWords: null, note: 'kast', firmness: 'paper', evidence: 'https://a.example/' })
  })

  it('tells a guest from before there were members apart from somebody who is gone', async () => {
    await save(guests, 'van de gast', 0)
    clock.at += 1
    const [sanne, piet] = [await join('Sanne', 'owner'), await join('Piet')]
    await save(piet, 'van Piet', 1)
    await save(sanne, 'van Sanne', 2)
    await transact(world.database, writer => writer.delete(users).where(eq(users.id, piet.user!.id)).then(() => undefined))
    expect(await told(sanne)).toEqual([
      [3, 'van Sanne', 'Sanne'],
      [2, 'van Piet', 'gone'],
      [1, 'van de gast', 'guest'],
    ])
  })

  it('says where finishing filled in "weet ik niet", in nobody’s name', async () => {
    const sanne = await join('Sanne')
    await saveAnswers(world, sanne, [saveOf('noodplan', null, 0, { note: 'nog vragen' })])
    clock.at += 1
    await finishScan(world, sanne, true)
    const finished = (await findScan(world, await requestAs(world, sanne.user!.id), sanne.assessment.id))!
    expect(await rowOf(reader, finished, 'noodplan')).toMatchObject({ answer: { unknown: true }, savedBy: null, note: 'nog vragen' })
    expect((await told(finished))[0]).toEqual([2, 'nog vragen', 'finishing'])
  })
})

describe('Putting an earlier answer back', () => {
  let sanne: Scan
  beforeEach(async () => {
    sanne = await join('Sanne')
    await save(await join('Piet'), 'van Piet', 0)
    await save(sanne, 'van Sanne', 1)
  })

  it('saves it as the newest, and keeps what stood there, however fresh', async () => {
    expect(await putBack(world, sanne, 'noodplan', 1, 2)).toEqual({ ok: true })
    expect(await told(sanne)).toEqual([
      [3, 'van Piet', 'Sanne'],
      [2, 'van Sanne', 'Sanne'],
      [1, 'van Piet', 'Piet'],
    ])
  })

  it('has one effect when it is sent 50 times at once', async () => {
    const results = await Promise.all(Array.from({ length: 50 }, () => putBack(world, sanne, 'noodplan', 1, 2)))
    expect(results.every(result => result.ok)).toBe(true)
    expect(await rowOf(reader, sanne, 'noodplan')).toMatchObject({ note: 'van Piet', version: 3 })
    expect(await reader.select().from(answerHistory).where(eq(answerHistory.assessmentId, sanne.assessment.id))).toHaveLength(2)
  })

  it('does nothing where somebody changed the answer meanwhile, or the version is not there', async () => {
    await save(sanne, 'nieuwer', 2)
    expect(await putBack(world, sanne, 'noodplan', 1, 2)).toEqual({ ok: false, reason: 'changed' })
    expect(await putBack(world, sanne, 'noodplan', 7, 3)).toEqual({ ok: false, reason: 'unknown' })
    expect(await putBack(world, sanne, 'geoefend', 1, 3)).toEqual({ ok: false, reason: 'unknown' })
    expect(await rowOf(reader, sanne, 'noodplan')).toMatchObject({ note: 'nieuwer', version: 3 })
  })

  it('does nothing in a finished scan', async () => {
    await finishScan(world, sanne, true)
    expect(await putBack(world, sanne, 'noodplan', 1, 2)).toEqual({ ok: false, reason: 'finished' })
  })

  it('finds no version of another scan', async () => {
    const other = (await begin(world)).scan
    await save(other, 'eigen', 0)
    expect(await putBack(world, other, 'noodplan', 1, 1)).toEqual({ ok: false, reason: 'unknown' })
  })
})

describe('Two members on one answer', () => {
  it('are told who changed it and when; in another window of one’s own that it was oneself', async () => {
    const [sanne, piet] = [await join('Sanne'), await join('Piet')]
    await save(sanne, 'van Sanne', 0)
    const at = clock.at
    clock.at += 60_000
    expect(await save(piet, 'van Piet', 0)).toMatchObject({ saves: [{ ok: false, theirs: { note: 'van Sanne' }, by: { name: 'Sanne', you: false, at } }] })
    expect(await save(sanne, 'ander venster', 0)).toMatchObject({ saves: [{ ok: false, by: { name: 'Sanne', you: true, at } }] })
  })

  it('are told of nobody where a guest changed it', async () => {
    await save(guests, 'eerst', 0)
    expect(await save(await scanFor(world, key, guests.assessment.id), 'later', 0)).toMatchObject({ saves: [{ ok: false, by: { name: null, you: false } }] })
  })
})

describe('How firm an answer is', () => {
  it('changes no result: the same answers come to the same with and without', async () => {
    const other = (await begin(world)).scan
    for (const scan of [guests, other]) await answerAll(world, scan)
    const rows = await Promise.all(['noodplan', 'geoefend'].map(async id => ({ id, row: (await rowOf(reader, guests, id))! })))
    await saveAnswers(world, guests, rows.map(({ id, row }) => ({ ...row, question: id, firmness: 'exercised' as const, evidence: 'https://a.example/' })))
    for (const scan of [guests, other]) await finishScan(world, scan, true)
    expect(await rowOf(reader, guests, 'noodplan')).toMatchObject({ firmness: 'exercised', version: 2 })
    expect(await storedResult(world, guests.assessment.id)).toEqual(await storedResult(world, other.assessment.id))
  })
})
