/** Drills as people hold them: begun once, noted by two without loss, closed once, with what comes of it. */
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { begin, answerAll, rowOf, scanFor, testWorld } from '#app/assessments/test-scan.ts'
import { confirmAnswers } from '#app/assessments/correct.server.ts'
import { finishScan } from '#app/assessments/finish.server.ts'
import { beginDrill, drillOf, drillsOf, holdDrill, removeDrill, saveNotes } from './drill.server.ts'

const { world, database, ready } = testWorld()
beforeAll(ready)

async function finished() {
  const { key, scan } = await begin(world)
  await answerAll(world, scan)
  await finishScan(world, scan, false)
  return await scanFor(world, key, scan.assessment.id)
}
async function withDrill() {
  const scan = await finished()
  return { scan, drill: await beginDrill(world, scan, 'stroom', randomUUID()) }
}
const none = async () => ({ ok: true }) as const

describe('a drill', () => {
  it('is begun once, however often its form is sent, and not found by the form of another company', async () => {
    const scan = await finished()
    const once = randomUUID()
    const all = await Promise.all(Array.from({ length: 50 }, () => beginDrill(world, scan, 'stroom', once)))
    expect(new Set(all.map(({ id }) => id)).size).toBe(1)
    expect(await drillsOf(database.reader, scan.assessment)).toHaveLength(1)
    const other = await finished()
    await expect(beginDrill(world, other, 'stroom', once)).rejects.toMatchObject({ status: 404 })
    expect(await drillOf(database.reader, other.assessment, all[0]!.id)).toBeNull()
  })
  it('shows the second who saves what the first wrote, and keeps both until then', async () => {
    const { scan, drill } = await withDrill()
    expect(await saveNotes(world, scan.assessment, drill.id, 1, { opening: 'Sanne' })).toMatchObject({ ok: true, drill: { version: 2 } })
    expect(await saveNotes(world, scan.assessment, drill.id, 1, { opening: 'Sanne' })).toMatchObject({ ok: true })
    expect(await saveNotes(world, scan.assessment, drill.id, 1, { opening: 'Bram' })).toMatchObject({ ok: false, reason: 'changed', now: { notes: { opening: 'Sanne' } } })
    expect(await saveNotes(world, scan.assessment, drill.id, 2, { opening: 'Sanne en Bram' })).toMatchObject({ ok: true, drill: { version: 3 } })
  })
  it('is closed once, with what is written along, and does not change after that', async () => {
    const { scan, drill } = await withDrill()
    let along = 0
    const close = () => holdDrill(world, scan.assessment, drill.id, { version: 1, notes: { opening: 'Sanne' }, exercised: ['noodplan'] }, async () => {
      along += 1
      return { ok: true }
    })
    const all = await Promise.all(Array.from({ length: 50 }, close))
    expect(all.filter(one => one.ok && one.first)).toHaveLength(1)
    expect(along).toBe(1)
    expect(await saveNotes(world, scan.assessment, drill.id, 2, { opening: 'Bram' })).toEqual({ ok: false, reason: 'held' })
    expect(await removeDrill(world, scan.assessment, drill.id, true)).toEqual({ ok: false, reason: 'held' })
  })
  it('stays open where what is written along fails', async () => {
    const { scan, drill } = await withDrill()
    await expect(holdDrill(world, scan.assessment, drill.id, { version: 1, notes: {}, exercised: [] }, () => Promise.reject(new Error('full')))).rejects.toThrow('full')
    expect(await drillOf(database.reader, scan.assessment, drill.id)).toMatchObject({ heldAt: null, version: 1 })
  })
  it('stays open where the plan has no room for what came out', async () => {
    const { scan, drill } = await withDrill()
    const full = { ok: false, reason: 'full', room: 2 } as const
    expect(await holdDrill(world, scan.assessment, drill.id, { version: 1, notes: {}, exercised: [] }, async () => full)).toEqual(full)
    expect(await drillOf(database.reader, scan.assessment, drill.id)).toMatchObject({ heldAt: null, version: 1 })
  })
  it('can be taken off the list before it is held, and put back with its notes', async () => {
    const { scan, drill } = await withDrill()
    await saveNotes(world, scan.assessment, drill.id, 1, { opening: 'Sanne' })
    await removeDrill(world, scan.assessment, drill.id, true)
    expect(await drillsOf(database.reader, scan.assessment)).toEqual([])
    await removeDrill(world, scan.assessment, drill.id, false)
    expect(await drillsOf(database.reader, scan.assessment)).toMatchObject([{ id: drill.id, notes: { opening: 'Sanne' } }])
  })
  it('marks the answers that it exercised', async () => {
    const { scan, drill } = await withDrill()
    await holdDrill(world, scan.assessment, drill.id, { version: 1, notes: {}, exercised: ['noodplan'] }, none)
    await confirmAnswers(world, scan, ['noodplan'], true)
    expect(await rowOf(database.reader, scan, 'noodplan')).toMatchObject({ firmness: 'exercised', confirmedAt: world.now() })
  })
})
