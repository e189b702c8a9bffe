/** Hours from suppliers: what a company asks and sees, what a supplier sends and takes back. */
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { supplierLinks, supplierScans } from '#db/plan-tables.ts'
import { assessments, results } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { newBrowserKey } from '#app/auth/browser-key.server.ts'
import { hashSecret, newSecret } from '#app/auth/secret.server.ts'
import { finishScan } from '#app/assessments/finish.server.ts'
import { removeScan } from '#app/assessments/remove.server.ts'
import { answerAll, begin, day, saveOf, scanFor, startOf, testWorld } from '#app/assessments/test-scan.ts'
import type { Scan } from '#app/assessments/scan.server.ts'
import { saveAnswers } from '#app/assessments/save.server.ts'
import { startFrom, startScan } from '#app/assessments/start.server.ts'
import { askSupplier, endedLinkDays, endSupplierLink, forgetSupplier, linkDays, mostSuppliers, openSupplierLink, removeEndedLinks, suppliersOf } from './ask.server.ts'
import { figuresOf } from './figures.ts'
import { askersOf, sendFigures, tieIn, tieScan, withdrawFigures } from './send.server.ts'

const { world, database, clock, ready } = testWorld()
beforeAll(ready)

async function finished(): Promise<{ key: string; scan: Scan }> {
  const { key, scan } = await begin(world)
  await answerAll(world, scan)
  await finishScan(world, scan, true)
  return { key, scan: await scanFor(world, key, scan.assessment.id) }
}

const ask = (token: string) => ({ token, label: 'De meelfabriek', asker: 'De bakker' })

/** A company, the link it made, and a supplier whose finished scan is tied to it. */
async function asked() {
  const { scan: company } = await finished()
  const token = newSecret()
  await askSupplier(world, company, ask(token))
  const link = (await openSupplierLink(world, token))!
  const { key, scan: supplier } = await finished()
  await tieScan(world, link.id, supplier.assessment.id)
  return { company, token, link, key, supplier }
}

const seen = async ({ assessment }: Scan) => (await suppliersOf(database.reader, assessment))[0]?.received ?? null

async function figures({ assessment }: Scan) {
  const [row] = await database.reader.select().from(results).where(eq(results.assessmentId, assessment.id))
  return figuresOf(row!.result)
}

describe('asking a supplier', () => {
  it('makes one link from fifty copies of one form, and only its hash is stored', async () => {
    const { scan } = await finished()
    const token = newSecret()
    const all = await Promise.all(Array.from({ length: 50 }, () => askSupplier(world, scan, ask(token))))
    expect(all.every(one => one.ok)).toBe(true)
    const rows = await suppliersOf(database.reader, scan.assessment)
    expect(rows).toHaveLength(1)
    expect(rows[0]!.link.hash).toBe(hashSecret(token))
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('ends by itself after its last day, and at once when it is revoked by its own company', async () => {
    const { company, token, link } = await asked()
    const { scan: stranger } = await finished()
    await endSupplierLink(world, stranger, link.id)
    expect(await openSupplierLink(world, token)).not.toBeNull()
    await endSupplierLink(world, company, link.id)
    expect(await openSupplierLink(world, token)).toBeNull()
    const other = await asked()
    clock.at += linkDays * day
    expect(await openSupplierLink(world, other.token)).toBeNull()
  })

  it(`is refused where ${mostSuppliers} stand in the list already`, async () => {
    const { scan } = await finished()
    for (let n = 0; n < mostSuppliers; n++) await askSupplier(world, scan, ask(newSecret()))
    expect(await askSupplier(world, scan, ask(newSecret()))).toEqual({ ok: false, reason: 'tooMany' })
  })
})

describe('what a supplier sends', () => {
  it('is nothing until he sends it, and then one figure for each scenario that his answers decide', async () => {
    const { company, link, supplier } = await asked()
    expect(await seen(company)).toBeNull()
    expect(await sendFigures(world, supplier, link.id)).toEqual({ ok: true })
    expect((await seen(company))!.hours).toEqual(await figures(supplier))
    expect(Object.keys(await figures(supplier)).length).toBeGreaterThan(0)
  })

  it('is gone for the company once he withdraws it, also after the link was revoked', async () => {
    const { company, link, supplier } = await asked()
    await sendFigures(world, supplier, link.id)
    await endSupplierLink(world, company, link.id)
    expect(await seen(company)).not.toBeNull()
    expect(await sendFigures(world, supplier, link.id)).toEqual({ ok: false, reason: 'ended' })
    await withdrawFigures(world, supplier, link.id)
    expect(await seen(company)).toBeNull()
    expect(await askersOf(world, supplier.assessment)).toEqual([])
  })

  it('is gone for the company when he deletes his scan', async () => {
    const { company, link, supplier } = await asked()
    await sendFigures(world, supplier, link.id)
    await removeScan(world, supplier)
    expect(await seen(company)).toBeNull()
  })

  it('comes from his newest scan when he sends again, and stands there once', async () => {
    const { company, link, key, supplier } = await asked()
    await sendFigures(world, supplier, link.id)
    const id = await startFrom(world, key, supplier, { questionnaire: supplier.questionnaire, mode: 'full', onceKey: crypto.randomUUID() })
    const open = await scanFor(world, key, id)
    const power = open.questionnaire.questions.find(one => one.type === 'endurance' && one.resource === 'power' && one.module === 'core')!
    const changed = await saveAnswers(world, open, [saveOf(power.id, { option: power.options!.at(-1)!.id }, 1)])
    expect(changed.ok).toBe(true)
    await finishScan(world, open, true)
    const newer = await scanFor(world, key, id)
    expect(await askersOf(world, newer.assessment)).toMatchObject([{ linkId: link.id, sent: { hours: await figures(supplier) } }])
    await Promise.all(Array.from({ length: 20 }, () => sendFigures(world, newer, link.id)))
    expect((await seen(company))!.hours).toEqual(await figures(newer))
    const rows = await database.reader.select().from(supplierScans).where(eq(supplierScans.linkId, link.id))
    expect(rows.filter(row => row.hours !== null).map(row => row.assessmentId)).toEqual([id])
  })

  it('cannot be sent or withdrawn by somebody who was not asked', async () => {
    const { company, link, supplier } = await asked()
    await sendFigures(world, supplier, link.id)
    const { scan: stranger } = await finished()
    expect(await sendFigures(world, stranger, link.id)).toEqual({ ok: false, reason: 'ended' })
    await withdrawFigures(world, stranger, link.id)
    expect((await seen(company))!.hours).toEqual(await figures(supplier))
  })
})

describe('a scan that is begun for a link', () => {
  it('is tied to it from its beginning, once for all copies of the form', async () => {
    const { link } = await asked()
    const [key, start] = [newBrowserKey(), startOf()]
    const ids = await Promise.all(
      Array.from({ length: 20 }, () => startScan(world, { browserKey: key }, start, (writer, id, now) => tieIn(writer, link.id, id, now))),
    )
    expect(new Set(ids).size).toBe(1)
    const { assessment } = await scanFor(world, key, ids[0]!)
    expect(await askersOf(world, assessment)).toEqual([{ linkId: link.id, asker: 'De bakker', open: true, sent: null }])
    expect(await database.reader.$count(supplierScans, eq(supplierScans.assessmentId, assessment.id))).toBe(1)
  })

  it('is not begun where it cannot be tied', async () => {
    const { link } = await asked()
    const start = startOf()
    const begun = startScan(world, { browserKey: newBrowserKey() }, start, async (writer, id, now) => {
      await tieIn(writer, link.id, id, now)
      throw new Error('the disk is full')
    })
    await expect(begun).rejects.toThrow('the disk is full')
    expect(await database.reader.$count(assessments, eq(assessments.onceKey, start.onceKey))).toBe(0)
  })
})

describe('an ended link', () => {
  it('stays with its figures until the company takes it out, or a year has gone', async () => {
    const { company, link, supplier } = await asked()
    await sendFigures(world, supplier, link.id)
    await forgetSupplier(world, company, link.id)
    expect(await seen(company)).not.toBeNull()
    await endSupplierLink(world, company, link.id)
    await endSupplierLink(world, company, link.id)
    expect(await seen(company)).not.toBeNull()
    await forgetSupplier(world, company, link.id)
    expect(await suppliersOf(database.reader, company.assessment)).toEqual([])

    const old = await asked()
    await sendFigures(world, old.supplier, old.link.id)
    clock.at += (linkDays + endedLinkDays) * day - 1
    await transact(database, writer => removeEndedLinks(writer, clock.at))
    expect(await seen(old.company)).not.toBeNull()
    clock.at += 1
    await transact(database, writer => removeEndedLinks(writer, clock.at))
    expect(await database.reader.$count(supplierLinks, eq(supplierLinks.id, old.link.id))).toBe(0)
  })
})
