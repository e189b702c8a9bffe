/** Beginning a scan: once, however often the form arrives, with what was answered already, and for nobody else. */
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { assessments, browserKeyAssessments, browserKeys, organisations } from '#db/schema.ts'
import { newBrowserKey } from '#app/auth/browser-key.server.ts'
import { hashSecret } from '#app/auth/secret.server.ts'
import { loadCatalogue } from '#app/catalogue/catalogue.server.ts'
import { finishScan } from './finish.server.ts'
import { makeDeviceCode, redeemCode } from './pass-on.server.ts'
import { saveAnswers } from './save.server.ts'
import { findScan, scansOf, storedAnswers, storedResult } from './scan.server.ts'
import { startForm } from './start-form.ts'
import { startFrom, startScan } from './start.server.ts'
import { answerAll, assessmentRow, begin, requestOf, rowOf, saveOf, scanFor, startOf, testWorld } from './test-scan.ts'

const { world, clock, ready } = testWorld()
const { reader } = world.database
const count = async () => [await reader.$count(assessments), await reader.$count(organisations)]
const bouw = () => loadCatalogue().questionnaire('bouw')

beforeAll(ready)

describe('Beginning a scan', () => {
  it('keeps what was said on the start page, pinned to the questionnaire of that moment', async () => {
    const { scan } = await begin(world, { mode: 'quick', size: '1', region: null, scope: 'site' })
    expect(scan.assessment).toMatchObject({ sector: 'bouw', mode: 'quick', size: '1', region: null, scope: 'site', questionnaireHash: bouw().hash, startedFrom: null, finishedAt: null })
    expect(scan.questionnaire).toEqual(bouw())
  })

  it('happens once when 50 copies of the form arrive at once', async () => {
    const [scans, companies] = await count()
    const [key, start] = [newBrowserKey(), startOf()]
    const ids = await Promise.all(Array.from({ length: 50 }, () => startScan(world, { browserKey: key }, start)))
    expect(new Set(ids).size).toBe(1)
    expect(await count()).toEqual([scans! + 1, companies! + 1])
  })

  it('gives a repeat the first scan as it is by then, also after it was opened on another device', async () => {
    const [key, other, start] = [newBrowserKey(), newBrowserKey(), startOf()]
    const id = await startScan(world, { browserKey: key }, start)
    const scan = await scanFor(world, key, id)
    await saveAnswers(world, scan, [saveOf('noodplan', { unknown: true })])
    await redeemCode(world, other, await makeDeviceCode(world, scan))
    expect(await startScan(world, { browserKey: key }, start)).toBe(id)
    expect(await storedAnswers(world, id)).toHaveLength(1)
  })

  it('lets another browser that knows the once-key in nowhere', async () => {
    const start = startOf()
    const id = await startScan(world, { browserKey: newBrowserKey() }, start)
    const stranger = newBrowserKey()
    await expect(startScan(world, { browserKey: stranger }, start)).rejects.toMatchObject({ status: 404 })
    expect(await findScan(world, requestOf(stranger), id)).toBeNull()
    expect(await scansOf(world, requestOf(stranger))).toEqual([])
  })

  it('carries the answer of the home page along', async () => {
    const { scan } = await begin(world, { power: 'h24' })
    expect(await storedAnswers(world, scan.assessment.id)).toMatchObject([{ questionId: 'zonder-power', answer: { option: 'h24' }, version: 1 }])
  })

  it.each(['', 'h25', 'verzonnen', ':unknown', '__proto__', '<script>'])('begins without an answer where the home page sent %j', async power => {
    const { scan } = await begin(world, { power })
    expect(await storedAnswers(world, scan.assessment.id)).toEqual([])
  })

  it('stores the browser by the hash of its key alone, and its scans with it', async () => {
    const key = newBrowserKey()
    const { scan } = await begin(world, {}, key)
    const { scan: second } = await begin(world, { sector: 'voeding' }, key)
    expect((await reader.select().from(browserKeys)).some(({ hash }) => hash === hashSecret(key))).toBe(true)
    expect(JSON.stringify([await reader.select().from(browserKeys), await reader.select().from(browserKeyAssessments)])).not.toContain(key)
    expect((await scansOf(world, requestOf(key))).map(({ id }) => id).sort()).toEqual([scan.assessment.id, second.assessment.id].sort())
  })

  it('lists the scans of a browser newest first', async () => {
    const key = newBrowserKey()
    const { scan: older } = await begin(world, {}, key)
    clock.at += 1000
    const { scan: newer } = await begin(world, {}, key)
    expect((await scansOf(world, requestOf(key))).map(({ id }) => id)).toEqual([newer.assessment.id, older.assessment.id])
  })
})

describe('The start form', () => {
  const form = { sector: 'bouw', size: '2-9', region: 'zeeland', scope: 'company', mode: 'full', power: '', once: randomUUID() }
  const fieldsOf = (given: object) => startForm.safeParse(given).error?.issues.map(issue => [issue.path[0], issue.message])

  it('needs a trade and a size; the rest has a usual answer', () => {
    expect(startForm.safeParse({ sector: 'bouw', size: '1', once: form.once }).data).toMatchObject({ region: '', scope: 'company', mode: 'quick', power: '' })
    expect(fieldsOf({ ...form, sector: '', size: '' })).toEqual([['sector', 'sector'], ['size', 'size']])
  })

  it.each([{ size: '3' }, { region: 'atlantis' }, { scope: 'planet' }, { mode: 'slow' }])('names the field that was forged: %j', forged => {
    const [field] = Object.keys(forged)
    expect(fieldsOf({ ...form, ...forged })).toEqual([[field, field]])
  })

  it('is refused without a once-key of ours', () => {
    expect(fieldsOf({ ...form, once: 'x' })?.map(([field]) => field)).toEqual(['once'])
    expect(fieldsOf({ ...form, once: undefined })?.map(([field]) => field)).toEqual(['once'])
  })
})

describe('Going on from a finished scan', () => {
  async function finished(mode: 'quick' | 'full' = 'quick') {
    const { key, scan } = await begin(world, { mode })
    await saveAnswers(world, scan, [
      saveOf('wat-door', { option: 'anders' }, 0, { ownWords: 'Daken dicht', note: 'ook in het weekend' }),
      saveOf('noodplan', { unknown: true }, 0, { note: 'vraag het na' }),
    ])
    await answerAll(world, scan)
    await finishScan(world, scan, true)
    return { key, old: await scanFor(world, key, scan.assessment.id) }
  }

  it('carries the quick answers with their words and notes into the full scan, and leaves the old one as it is', async () => {
    const { key, old } = await finished()
    const before = [await assessmentRow(reader, old.assessment.id), await storedAnswers(world, old.assessment.id), await storedResult(world, old.assessment.id)]
    const id = await startFrom(world, key, old, { questionnaire: bouw(), mode: 'full', onceKey: randomUUID() })
    const next = await scanFor(world, key, id)
    expect(next.assessment).toMatchObject({ mode: 'full', startedFrom: old.assessment.id, organisationId: old.assessment.organisationId, size: '10-49', region: 'zeeland', finishedAt: null })
    const said = (rows: Awaited<ReturnType<typeof storedAnswers>>) => rows.map(({ questionId, answer, ownWords, note }) => ({ questionId, answer, ownWords, note }))
    expect(said(await storedAnswers(world, id))).toEqual(said(await storedAnswers(world, old.assessment.id)))
    expect([await assessmentRow(reader, old.assessment.id), await storedAnswers(world, old.assessment.id), await storedResult(world, old.assessment.id)]).toEqual(before)
  })

  it('leaves behind what the newest questions cannot read, and keeps the note beside it', async () => {
    const { key, old } = await finished()
    const newer = { ...bouw(), hash: bouw().hash, questions: bouw().questions.flatMap(question => {
      if (question.id === 'eerst-dit') return []
      if (question.id === 'wat-door') return [{ ...question, options: question.options!.filter(option => option.id !== 'anders') }]
      return [question]
    }) }
    const next = await scanFor(world, key, await startFrom(world, key, old, { questionnaire: newer, mode: 'full', onceKey: randomUUID() }))
    expect(await rowOf(reader, old, 'eerst-dit')).toBeDefined()
    expect(await rowOf(reader, next, 'eerst-dit')).toBeUndefined()
    expect(await rowOf(reader, next, 'wat-door')).toMatchObject({ answer: null, ownWords: null, note: 'ook in het weekend' })
    expect(await rowOf(reader, next, 'noodplan')).toMatchObject({ answer: { unknown: true }, note: 'vraag het na', version: 1 })
  })

  it('happens once, however often the button is pressed', async () => {
    const { key, old } = await finished()
    const next = { questionnaire: bouw(), mode: 'full' as const, onceKey: randomUUID() }
    const ids = await Promise.all(Array.from({ length: 50 }, () => startFrom(world, key, old, next)))
    expect(new Set(ids).size).toBe(1)
    expect(await scansOf(world, requestOf(key))).toHaveLength(2)
  })

  it('lets nobody into another company with its once-key', async () => {
    const [mine, theirs] = [await finished(), await finished()]
    const onceKey = randomUUID()
    await startFrom(world, theirs.key, theirs.old, { questionnaire: bouw(), mode: 'full', onceKey })
    await expect(startFrom(world, mine.key, mine.old, { questionnaire: bouw(), mode: 'full', onceKey })).rejects.toMatchObject({ status: 404 })
    expect(await scansOf(world, requestOf(mine.key))).toHaveLength(1)
  })
})
