/** How writers queue, wait and undo. */
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { makeAnswer, makeAssessment, makeOrganisation } from './makers.ts'
import type { Writer } from './open.server.ts'
import { prepared } from './prepared.ts'
import { answers, assessments, organisations } from './schema.ts'
import { testDatabase } from './test-database.ts'
import { startProcess } from './test-process.ts'
import { DatabaseBusyError, emptyLog, transact } from './transact.server.ts'

const { database, file } = testDatabase()
const { reader } = database

/** Another process that takes the write lock, says so, and lets go after some milliseconds. */
const holdLock = `
  import SQLite from 'better-sqlite3'
  const [, file, milliseconds] = process.argv
  const client = new SQLite(file)
  client.exec('BEGIN IMMEDIATE')
  console.log('locked')
  setTimeout(() => { client.exec('COMMIT'); client.close() }, Number(milliseconds))
`

describe('transact', () => {
  it('gives back what the work returns, once it is stored', async () => {
    const organisation = await transact(database, writer => makeOrganisation(writer, { name: 'stored' }))
    expect(await reader.select().from(organisations).where(eq(organisations.id, organisation.id))).toEqual([organisation])
  })

  it('leaves nothing of work that throws, and the next writer works', async () => {
    const before = await reader.$count(organisations)
    const failing = transact(database, async writer => {
      await makeOrganisation(writer)
      throw new Error('the oven went out')
    })
    await expect(failing).rejects.toThrow('the oven went out')
    expect(await reader.$count(organisations)).toBe(before)
    await transact(database, writer => makeOrganisation(writer))
    expect(await reader.$count(organisations)).toBe(before + 1)
  })

  it('leaves nothing when a statement fails halfway', async () => {
    const before = await reader.$count(organisations)
    const failing = transact(database, async writer => {
      const { id } = await makeOrganisation(writer)
      await makeOrganisation(writer, { id })
    })
    await expect(failing).rejects.toThrow()
    expect(await reader.$count(organisations)).toBe(before)
  })

  it('refuses to be called inside itself, and the outer work is undone', async () => {
    const before = await reader.$count(organisations)
    const outer = transact(database, async writer => {
      await makeOrganisation(writer)
      await transact(database, inner => makeOrganisation(inner))
    })
    await expect(outer).rejects.toThrow(/inside transact/)
    expect(await reader.$count(organisations)).toBe(before)
  })

  it('lets work begun in a transaction start one of its own after the commit', async () => {
    let later: Promise<unknown> = Promise.resolve()
    await transact(database, async () => {
      later = pause(20).then(() => transact(database, writer => makeOrganisation(writer)))
    })
    await expect(later).resolves.toBeDefined()
  })

  it('refuses a write that was not awaited and comes after the commit', async () => {
    let late: Promise<unknown> = Promise.resolve()
    await transact(database, async writer => {
      late = pause(20).then(() => makeOrganisation(writer, { id: 'late' }))
      late.catch(() => undefined)
    })
    await expect(late).rejects.toThrow(/transact/)
    expect(await reader.$count(organisations, eq(organisations.id, 'late'))).toBe(0)
  })

  it('never lets fifty callers at once get between each other’s reading and writing', async () => {
    const answer = await transact(database, writer => makeAnswer(writer, { note: '0' }))
    const mine = eq(answers.assessmentId, answer.assessmentId)
    const order: string[] = []
    await Promise.all(
      Array.from({ length: 50 }, (_, caller) =>
        transact(database, async writer => {
          order.push(`${caller} begins`)
          const [row] = await writer.select().from(answers).where(mine)
          await pause(1)
          await writer.update(answers).set({ note: String(Number(row!.note) + 1) }).where(mine)
          order.push(`${caller} ends`)
        }),
      ),
    )
    expect(order).toEqual(Array.from({ length: 50 }, (_, caller) => [`${caller} begins`, `${caller} ends`]).flat())
    expect((await reader.select().from(answers).where(mine))[0]?.note).toBe('50')
  })

  it('shows a reader nothing before the commit', async () => {
    await transact(database, async writer => {
      await makeOrganisation(writer, { id: 'unseen' })
      expect(await reader.$count(organisations, eq(organisations.id, 'unseen'))).toBe(0)
    })
    expect(await reader.$count(organisations, eq(organisations.id, 'unseen'))).toBe(1)
  })

  it('runs a prepared statement again and again, and stores nothing as nothing', async () => {
    const save = prepared((writer: Writer) =>
      writer
        .insert(answers)
        .values({ assessmentId: sql.placeholder('scan'), questionId: 'p', answer: sql.placeholder('answer'), updatedAt: 1 })
        .onConflictDoUpdate({
          target: [answers.assessmentId, answers.questionId],
          set: { answer: sql`excluded.answer`, version: sql`${answers.version} + 1` },
        })
        .prepare(),
    )
    const { id } = await transact(database, writer => makeAssessment(writer))
    for (const answer of [{ option: 'yes' }, { items: [] }, null]) {
      await transact(database, async writer => void (await save(writer).execute({ scan: id, answer })))
    }
    const cleared = sql`${answers.assessmentId} = ${id} and ${answers.answer} is null`
    expect(await reader.select().from(answers).where(cleared)).toMatchObject([{ questionId: 'p', answer: null, version: 3 }])
  })
})

describe('another process that holds the lock', () => {
  it('is waited for while the event loop goes on', async () => {
    const other = startProcess(holdLock, [file, '400'])
    await other.says('locked')
    let ticks = 0
    const ticking = setInterval(() => (ticks += 1), 5)
    const start = performance.now()
    const { id } = await transact(database, writer => makeOrganisation(writer))
    const waited = performance.now() - start
    clearInterval(ticking)
    expect(waited).toBeGreaterThan(200)
    expect(ticks).toBeGreaterThan(20)
    expect(await reader.$count(organisations, eq(organisations.id, id))).toBe(1)
    expect(await other.ended).toBe(0)
  })

  it('is given up after five seconds with a clear error, for all who queue, and nothing is written', async () => {
    const before = await reader.$count(organisations)
    const other = startProcess(holdLock, [file, '30000'])
    await other.says('locked')
    const start = performance.now()
    const refused = await Promise.allSettled([1, 2, 3].map(() => transact(database, writer => makeOrganisation(writer))))
    const waited = performance.now() - start
    for (const outcome of refused) expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(DatabaseBusyError) })
    expect(waited).toBeGreaterThan(4900)
    expect(waited).toBeLessThan(6000)
    other.child.kill('SIGKILL')
    await other.ended
    expect(await reader.$count(organisations)).toBe(before)
    await transact(database, writer => makeOrganisation(writer))
    expect(await reader.$count(organisations)).toBe(before + 1)
  })
})

describe('emptyLog', () => {
  it('leaves nothing on disk of a note that was deleted', async () => {
    const secret = `secret-${crypto.randomUUID()}`
    const onDisk = () => [file, `${file}-wal`].some(name => readFileSync(name).includes(secret))
    const { assessmentId } = await transact(database, writer => makeAnswer(writer, { note: secret }))
    expect(onDisk()).toBe(true)
    await transact(database, async writer => void (await writer.delete(answers).where(eq(answers.assessmentId, assessmentId))))
    expect(await emptyLog(database)).toBe(true)
    expect(onDisk()).toBe(false)
  })
  it('leaves nothing of it either where pages were rearranged before', async () => {
    const left: string[] = []
    for (let scan = 0; scan < 60; scan++) {
      const { id } = await transact(database, writer => makeAssessment(writer))
      for (let question = 0; question < 24; question++) {
        await transact(database, writer => makeAnswer(writer, { assessmentId: id, questionId: `vraag-${(question * 7) % 24}`, note: 'x'.repeat(question) }))
      }
      if (scan % 2 === 1) continue
      await transact(database, async writer => void (await writer.delete(assessments).where(eq(assessments.id, id))))
      await emptyLog(database)
      if (readFileSync(file).includes(id)) left.push(id)
    }
    expect(left).toEqual([])
  })
})
