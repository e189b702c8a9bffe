/** "Nu wissen": what was deleted is in no table and in no file. */
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import SQLite from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { answers, assessments, browserKeyAssessments, organisations, passOnCodes, results } from '#db/schema.ts'
import { emptyLog } from '#db/transact.server.ts'
import { loadCatalogue } from '#app/catalogue/catalogue.server.ts'
import { finishScan } from './finish.server.ts'
import { makeDeviceCode } from './pass-on.server.ts'
import { removeScan } from './remove.server.ts'
import { saveAnswers } from './save.server.ts'
import { findScan, storedAnswers, type Scan } from './scan.server.ts'
import { startFrom } from './start.server.ts'
import { answerAll, assessmentRow, begin, requestOf, saveOf, scanFor, testWorld } from './test-scan.ts'

const { world, folder, ready } = testWorld()
const { reader } = world.database

/** The files in the data folder that hold these words. */
function filesWith(words: string): string[] {
  return readdirSync(folder).filter(name => readFileSync(path.join(folder, name)).includes(words))
}

async function rowsOf(scan: Scan): Promise<number[]> {
  const { id } = scan.assessment
  return Promise.all([
    reader.$count(assessments, eq(assessments.id, id)),
    reader.$count(answers, eq(answers.assessmentId, id)),
    reader.$count(results, eq(results.assessmentId, id)),
    reader.$count(passOnCodes, eq(passOnCodes.assessmentId, id)),
    reader.$count(browserKeyAssessments, eq(browserKeyAssessments.assessmentId, id)),
  ])
}

beforeAll(ready)

describe('A deleted scan', () => {
  it('leaves no row behind: no answer, result, code or way in, and no company without scans', async () => {
    const { key, scan } = await begin(world)
    await answerAll(world, scan)
    await finishScan(world, scan, false)
    await makeDeviceCode(world, scan)
    expect((await rowsOf(scan)).every(count => count > 0)).toBe(true)
    await removeScan(world, scan)
    expect(await rowsOf(scan)).toEqual([0, 0, 0, 0, 0])
    expect(await reader.$count(organisations, eq(organisations.id, scan.assessment.organisationId))).toBe(0)
    expect(await findScan(world, requestOf(key), scan.assessment.id)).toBeNull()
  })

  it('is in no file any more: a planted note is found before, and nowhere after', async () => {
    const { scan } = await begin(world)
    const planted = `geheim-${crypto.randomUUID()}`
    const long = `${planted} ${'langs de achterdeur '.repeat(150)}`.trim()
    await saveAnswers(world, scan, [saveOf('wat-door', { option: 'anders' }, 0, { ownWords: planted, note: long })])
    await saveAnswers(world, scan, [saveOf('noodplan', { unknown: true }, 0, { note: planted })])
    await emptyLog(world.database)
    await saveAnswers(world, scan, [saveOf('noodplan', null, 1, { note: `${planted} nog eens` })])
    expect(filesWith(planted)).toEqual(['paraat.db', 'paraat.db-wal'])
    await removeScan(world, scan)
    expect(filesWith(planted)).toEqual([])
    expect(filesWith(scan.assessment.id)).toEqual([])
  })

  it('is in no file any more either when another process was reading just then', async () => {
    const { scan } = await begin(world)
    const planted = `geheim-${crypto.randomUUID()}`
    await saveAnswers(world, scan, [saveOf('noodplan', { unknown: true }, 0, { note: planted })])
    await emptyLog(world.database)
    const reading = new SQLite(world.database.file, { readonly: true })
    reading.exec('BEGIN')
    for (const _ of reading.prepare('select count(*) from answers').iterate()) continue // from here on it holds what it saw
    setTimeout(() => reading.close(), 400)
    await removeScan(world, scan)
    expect(filesWith(planted)).toEqual([])
  })

  it('takes no other scan with it, neither of this company nor of this browser', async () => {
    const { key, scan } = await begin(world)
    const { scan: other } = await begin(world, {}, key)
    await saveAnswers(world, scan, [saveOf('noodplan', { unknown: true })])
    const id = await startFrom(world, key, scan, { questionnaire: loadCatalogue().questionnaire('bouw'), mode: 'full', onceKey: crypto.randomUUID() })
    await removeScan(world, scan)
    expect(await storedAnswers(world, id)).toHaveLength(1)
    expect(await assessmentRow(reader, id)).toMatchObject({ startedFrom: null })
    expect((await scanFor(world, key, other.assessment.id)).assessment.id).toBe(other.assessment.id)
    expect(await reader.$count(organisations, eq(organisations.id, scan.assessment.organisationId))).toBe(1)
  })

  it('can be deleted twice without harm', async () => {
    const { scan } = await begin(world)
    await removeScan(world, scan)
    await removeScan(world, scan)
    expect(await rowsOf(scan)).toEqual([0, 0, 0, 0, 0])
  })
})
