/** The one place that opens the database: what it promises about every connection is asserted before anything is served. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { existsSync } from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import * as people from './people-tables.ts'
import * as plan from './plan-tables.ts'
import * as scans from './schema.ts'
import * as work from './work-tables.ts'

/** Every table. */
export const schema = { ...scans, ...people, ...plan, ...work }

type Drizzle = BetterSQLite3Database<typeof schema>
type Reads = 'select' | 'selectDistinct' | '$count' | '$with' | 'query'

/** Can only read. Always `await` a query; never `.get()`, `.all()`, `.run()` outside db/. */
export type Reader = Pick<Drizzle, Reads> & {
  with(...queries: Parameters<Drizzle['with']>): Pick<ReturnType<Drizzle['with']>, 'select' | 'selectDistinct'>
}
/** Reads and writes, inside `transact` only. Can stand wherever a Reader is asked for. */
export type Writer = Pick<Drizzle, Reads | 'with' | 'insert' | 'update' | 'delete'>

/** One call of `transact`, from BEGIN to COMMIT. */
export type Transaction = { open: boolean }

/** The writing connection and who has it; for `transact` alone. */
export type Writing = {
  readonly client: SQLite.Database
  readonly writer: Writer
  /** in which transaction the running code stands, if in any */
  readonly transactions: AsyncLocalStorage<Transaction>
  /** settles when the last queued transaction is over; never rejects */
  last: Promise<unknown>
  closed: boolean
}

export type Database = {
  readonly file: string
  readonly reader: Reader
  readonly writing: Writing
  /** True when the database answers a query on its file; never rejects. */
  ping(): Promise<boolean>
  /** Waits for the queued transactions, then closes both connections. Whoever comes later is refused. */
  close(): Promise<void>
}

/** The world that a feature's functions are handed: the database, and a clock in epoch milliseconds. */
export type World = { readonly database: Database; readonly now: () => number }

/** The database's place in a data folder. */
export function databaseFile(dataFolder: string): string {
  return path.resolve(dataFolder, 'paraat.db')
}

/**
 * Opens a migrated database file with one connection that writes and one that cannot.
 * Throws when the file is not there or when SQLite does not confirm a pragma that "saved" relies on.
 */
export function openDatabase(file: string): Database {
  if (!existsSync(file)) throw new Error(`There is no database at ${file}. Run "node db/migrate.ts" first.`)
  const client = openConnection(file)
  client.pragma('busy_timeout = 0')
  confirm(client, 'busy_timeout', 0)

  const readingClient = new SQLite(file, { readonly: true, timeout: 1000 })
  readingClient.pragma('query_only = ON')
  confirm(readingClient, 'query_only', 1)
  confirm(readingClient, 'journal_mode', 'wal')

  const transactions = new AsyncLocalStorage<Transaction>()
  const writing: Writing = {
    client,
    writer: drizzle({ client: onlyInTransaction(client, transactions), schema }),
    transactions,
    last: Promise.resolve(),
    closed: false,
  }
  const touch = readingClient.prepare('select count(*) from sqlite_schema')
  return {
    file,
    reader: drizzle({ client: readingClient, schema }),
    writing,
    async ping() {
      try {
        return touch.get() !== undefined
      } catch {
        return false
      }
    },
    async close() {
      writing.closed = true
      await writing.last
      readingClient.close()
      client.close()
    },
  }
}

/** A connection whose commits are on disk when they return, whose foreign keys hold and which overwrites what is deleted. */
export function openConnection(file: string): SQLite.Database {
  const client = new SQLite(file, { timeout: 10_000 })
  client.pragma('journal_mode = WAL')
  client.pragma('synchronous = FULL')
  client.pragma('foreign_keys = ON')
  client.pragma('secure_delete = ON')
  confirm(client, 'journal_mode', 'wal')
  confirm(client, 'synchronous', 2)
  confirm(client, 'foreign_keys', 1)
  confirm(client, 'secure_delete', 1)
  return client
}

function confirm(client: SQLite.Database, pragma: string, promised: string | number): void {
  const value = client.pragma(pragma, { simple: true })
  if (value === promised) return
  client.close()
  throw new Error(`The database says ${pragma} = ${String(value)} instead of ${String(promised)}.`)
}

/** The client as drizzle sees it: a statement runs only for code that stands in the transaction that is open now. */
function onlyInTransaction(client: SQLite.Database, transactions: AsyncLocalStorage<Transaction>): SQLite.Database {
  const insist = () => {
    if (transactions.getStore()?.open !== true) throw new Error('A writer works only inside its own transact call; was an await forgotten?')
  }
  const prepare = (sql: string) => {
    const statement = client.prepare(sql)
    const guarded = {
      run: (...values: unknown[]) => (insist(), statement.run(...values)),
      get: (...values: unknown[]) => (insist(), statement.get(...values)),
      all: (...values: unknown[]) => (insist(), statement.all(...values)),
      raw: () => (statement.raw(), guarded),
    }
    return guarded
  }
  return { prepare } as unknown as SQLite.Database
}
