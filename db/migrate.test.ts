/** Bringing a database up to date. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api'
import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { afterAll, describe, expect, it } from 'vitest'
import { makeOrganisation } from './makers.ts'
import { migrate } from './migrate.ts'
import { databaseFile, openDatabase, schema } from './open.server.ts'
import { startProcess } from './test-process.ts'
import { transact } from './transact.server.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'paraat-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function look<T>(file: string, read: (client: SQLite.Database) => T): T {
  const client = new SQLite(file)
  try {
    return read(client)
  } finally {
    client.close()
  }
}

describe('the migrations', () => {
  it('hold every change of the schema (else run: npm run migration)', async () => {
    const meta = path.join(import.meta.dirname, 'migrations', 'meta')
    const newest = readdirSync(meta).filter(name => name.endsWith('_snapshot.json')).sort().at(-1)!
    const recorded = JSON.parse(readFileSync(path.join(meta, newest), 'utf8'))
    expect(await generateSQLiteMigration(recorded, await generateSQLiteDrizzleJson(schema))).toEqual([])
  })
})

describe('migrate', () => {
  it('makes the folder and the file, with every table and column of the schema', () => {
    const file = databaseFile(path.join(folder, 'not', 'there', 'yet'))
    const { applied, total } = migrate(file)
    expect(applied).toBe(total)
    const tables = Object.values(schema).filter(value => is(value, SQLiteTable)) as SQLiteTable[]
    expect(tables.length).toBeGreaterThan(8)
    for (const table of tables) {
      const columns = look(file, client => client.pragma(`table_info(${getTableName(table)})`) as { name: string }[]).map(column => column.name)
      expect(columns.sort()).toEqual(Object.values(getTableColumns(table)).map(column => column.name).sort())
    }
  })

  it('does nothing the second time and keeps what is stored', async () => {
    const file = databaseFile(path.join(folder, 'twice'))
    migrate(file)
    const database = openDatabase(file)
    await transact(database, writer => makeOrganisation(writer, { id: 'kept' }))
    await database.close()
    expect(migrate(file).applied).toBe(0)
    expect(look(file, client => client.prepare('SELECT id FROM organisations').pluck().all())).toEqual(['kept'])
  })

  it('is safe when four processes start at once: one does the work, all go on', async () => {
    const data = path.join(folder, 'at once')
    const code = `
      import { migrate } from '#db/migrate.ts'
      const { applied } = migrate(process.argv[1])
      console.log('applied ' + applied)
    `
    const starting = [1, 2, 3, 4].map(() => startProcess(code, [databaseFile(data)]))
    expect(await Promise.all(starting.map(process => process.ended))).toEqual([0, 0, 0, 0])
    const applied = starting.flatMap(process => process.lines).map(line => Number(line.replace('applied ', '')))
    expect(applied.filter(count => count > 0)).toHaveLength(1)
    expect(applied).toHaveLength(4)
  })

  it('leaves data of another version alone and says so', () => {
    const file = databaseFile(path.join(folder, 'newer'))
    migrate(file)
    look(file, client => client.exec(`INSERT INTO migrations VALUES ('of a later version', 999)`))
    expect(() => migrate(file)).toThrow(/is not the one of this version/)
  })

  it('leaves nothing half done when a migration fails', () => {
    const file = databaseFile(path.join(folder, 'failing'))
    migrate(file)
    look(file, client => client.exec('DELETE FROM migrations'))
    expect(() => migrate(file)).toThrow(/already exists/)
    expect(look(file, client => client.prepare('SELECT count(*) FROM migrations').pluck().get())).toBe(0)
  })
})
