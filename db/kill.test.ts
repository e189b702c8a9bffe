/** A writer that is killed in the middle loses nothing that it had acknowledged. */
import SQLite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { organisations } from './schema.ts'
import { testDatabase } from './test-database.ts'
import { startProcess } from './test-process.ts'

const { database, file } = testDatabase()

/** Writes without end, two rows a transaction, eight at a time, and prints each id once it is acknowledged. */
const writeOn = `
  import { writeSync } from 'node:fs'
  import { makeOrganisation } from '#db/makers.ts'
  import { openDatabase } from '#db/open.server.ts'
  import { transact } from '#db/transact.server.ts'
  const [, file, round] = process.argv
  const database = openDatabase(file)
  let next = 0
  const write = async () => {
    for (;;) {
      const id = round + '-' + next++
      await transact(database, async writer => {
        await makeOrganisation(writer, { id: id + '-a' })
        await new Promise(resolve => setImmediate(resolve))
        await makeOrganisation(writer, { id: id + '-b' })
      })
      writeSync(1, id + '\\n')
    }
  }
  await Promise.all(Array.from({ length: 8 }, write))
`

describe('kill -9 in the middle of writing', () => {
  it.each([1, 2, 3])('keeps every acknowledged pair and never half a pair (round %i)', async round => {
    const writer = startProcess(writeOn, [file, String(round)])
    await writer.says(`${round}-${round * 40}`)
    writer.child.kill('SIGKILL')
    expect(await writer.ended).toBe('SIGKILL')

    const stored = new Set((await database.reader.select({ id: organisations.id }).from(organisations)).map(row => row.id))
    const acknowledged = writer.lines
    expect(acknowledged.length).toBeGreaterThan(round * 40)
    expect(acknowledged.filter(id => !stored.has(`${id}-a`) || !stored.has(`${id}-b`))).toEqual([])
    expect([...stored].filter(id => !stored.has(id.replace(/[ab]$/, other => (other === 'a' ? 'b' : 'a'))))).toEqual([])

    const check = new SQLite(file, { readonly: true })
    expect(check.pragma('integrity_check', { simple: true })).toBe('ok')
    check.close()
  })
})
