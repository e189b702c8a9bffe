/** What opening the database promises. */
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { makeOrganisation } from './makers.ts'
import { openDatabase } from './open.server.ts'
import type { Reader, Writer } from './open.server.ts'
import { organisations } from './schema.ts'
import { testDatabase } from './test-database.ts'
import { transact } from './transact.server.ts'

const { database, folder, file } = testDatabase()

describe('the writing connection', () => {
  it('keeps a write-ahead log, syncs at every commit, holds foreign keys, overwrites what is deleted and never waits by blocking', () => {
    const pragma = (name: string) => database.writing.client.pragma(name, { simple: true })
    expect(pragma('journal_mode')).toBe('wal')
    expect(pragma('synchronous')).toBe(2)
    expect(pragma('foreign_keys')).toBe(1)
    expect(pragma('secure_delete')).toBe(1)
    expect(pragma('busy_timeout')).toBe(0)
  })

  it('refuses a write outside transact', async () => {
    const { writer } = database.writing
    await expect(writer.insert(organisations).values({ id: 'outside', kind: 'company', createdAt: 1 }).then()).rejects.toThrow(/transact/)
    expect(await database.reader.$count(organisations)).toBe(0)
  })
})

describe('the reader', () => {
  it('sees what was committed', async () => {
    const { id } = await transact(database, writer => makeOrganisation(writer, { name: 'Bakker Jansen' }))
    const rows = await database.reader.select().from(organisations)
    expect(rows).toMatchObject([{ id, kind: 'company', name: 'Bakker Jansen', example: false, createdAt: expect.any(Number) }])
  })

  it('cannot write, in the compiler’s eyes and when it runs', async () => {
    const { reader } = database
    // @ts-expect-error a reader has no insert
    const insert = () => reader.insert(organisations).values({ id: 'written', kind: 'company', createdAt: 1 }).then()
    // @ts-expect-error nor an update behind a with
    const update = () => reader.with().update(organisations).set({ name: 'written' }).then()
    // @ts-expect-error nor plain statements
    const run = async () => reader.run(sql`delete from organisations`)
    for (const write of [insert, update, run]) await expect(write()).rejects.toThrow(/readonly|Failed/)
    // @ts-expect-error and does not pass for a writer
    const asWriter: Writer = reader
    await expect(makeOrganisation(asWriter)).rejects.toThrow()
    expect(await reader.$count(organisations)).toBe(1)
  })

  it('can be replaced by a writer where something is only read', async () => {
    const count = (reader: Reader) => reader.$count(organisations)
    expect(await transact(database, async writer => count(writer))).toBe(1)
  })
})

describe('opening and closing', () => {
  it('says what to do where there is no database', () => {
    expect(() => openDatabase(`${folder}/none.db`)).toThrow(/node db\/migrate\.ts/)
  })

  it('answers a ping until it is closed, and finishes what was queued before it closes', async () => {
    const second = openDatabase(file)
    expect(await second.ping()).toBe(true)
    const writing = transact(second, writer => makeOrganisation(writer, { id: 'last' }))
    await second.close()
    expect((await writing).id).toBe('last')
    expect(await second.ping()).toBe(false)
    await expect(transact(second, writer => makeOrganisation(writer))).rejects.toThrow(/closed/)
    expect(await database.reader.$count(organisations)).toBe(2)
  })
})
