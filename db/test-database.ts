/** A database of its own for a test file: one migrated template, copied into a temporary folder, gone when the file is through. */
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { migrate, migrationsText } from './migrate.ts'
import { databaseFile, openDatabase } from './open.server.ts'
import type { Database } from './open.server.ts'

const templates = path.join(import.meta.dirname, '../node_modules/.cache/paraat')

export type TestDatabase = {
  readonly database: Database
  /** the database's file, for a second process */
  readonly file: string
  /** the data folder around it */
  readonly folder: string
}

/** Opens a fresh, empty, migrated database; closed and removed after the last test. Call it at the top of a test file. */
export function testDatabase(): TestDatabase {
  const folder = mkdtempSync(path.join(tmpdir(), 'paraat-test-'))
  const file = databaseFile(folder)
  copyFileSync(template(), file)
  const database = openDatabase(file)
  afterAll(async () => {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { database, file, folder }
}

/** The path of a migrated, closed database; made once for each set of migrations, by whoever comes first. */
function template(): string {
  const name = createHash('sha256').update(migrationsText()).digest('hex').slice(0, 16)
  const file = path.join(templates, `${name}.db`)
  if (existsSync(file)) return file
  mkdirSync(templates, { recursive: true })
  const unfinished = path.join(templates, `${name}-${process.pid}-${crypto.randomUUID()}.db`)
  migrate(unfinished)
  renameSync(unfinished, file)
  return file
}
