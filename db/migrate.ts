/** Brings a database file up to date, as a step of its own: `node db/migrate.ts` with DATA_DIR (./data) or a folder behind it. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { databaseFile, openConnection } from './open.server.ts'

const migrationsFolder = path.join(import.meta.dirname, 'migrations')

/**
 * Makes the file where it is missing and applies, in one transaction, every migration that it has not seen; says how many those were.
 * Two processes may start at once: the second waits for the first (10 s) and finds nothing left to do.
 * Throws, with the file as it was, when a migration fails, breaks a foreign key, or the file has seen migrations this version lacks.
 */
export function migrate(file: string): { applied: number; total: number } {
  mkdirSync(path.dirname(file), { recursive: true })
  const migrations = readMigrationFiles({ migrationsFolder })
  const client = openConnection(file)
  try {
    client.pragma('foreign_keys = OFF') // a rebuilt table would take its children along; checked as a whole below
    client.exec('BEGIN IMMEDIATE')
    client.exec('CREATE TABLE IF NOT EXISTS migrations (hash text PRIMARY KEY NOT NULL, number integer NOT NULL)')
    const seen = client.prepare('SELECT hash FROM migrations ORDER BY number').pluck().all() as string[]
    const unknown = seen.findIndex((hash, number) => migrations[number]?.hash !== hash)
    if (unknown >= 0) throw new Error(`Migration ${unknown} in ${file} is not the one of this version of Paraat: newer data, or a migration was edited.`)
    const record = client.prepare('INSERT INTO migrations (hash, number) VALUES (?, ?)')
    for (const [number, migration] of migrations.entries()) {
      if (number < seen.length) continue
      for (const statement of migration.sql) client.exec(statement)
      record.run(migration.hash, number)
    }
    const broken = client.pragma('foreign_key_check') as { table: string }[]
    if (broken[0]) throw new Error(`After the migrations ${broken.length} rows would point to nothing, first in ${broken[0].table}.`)
    client.exec('COMMIT')
    return { applied: migrations.length - seen.length, total: migrations.length }
  } finally {
    if (client.inTransaction) client.exec('ROLLBACK')
    client.close()
  }
}

/** The migrations as text; two equal texts make equal databases. */
export function migrationsText(): string {
  return readMigrationFiles({ migrationsFolder })
    .map(migration => migration.hash)
    .join(' ')
}

if (import.meta.main) {
  const file = databaseFile(process.argv[2] ?? process.env.DATA_DIR ?? './data')
  const { applied, total } = migrate(file)
  console.log(applied === 0 ? `Database ${file} is up to date (${total} migrations).` : `Database ${file}: ${applied} of ${total} migrations applied.`)
}
