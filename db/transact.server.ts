/**
 * The one way to write: writers queue inside the process, on one connection, each in its own BEGIN IMMEDIATE … COMMIT.
 * When the promise resolves, what was written is on disk; when it rejects, nothing of it is.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Database, Writer } from './open.server.ts'

/** How long a writer waits in all for another process that holds the lock, in milliseconds. */
const longestWait = 5000

/** Another process kept the database locked for the whole of the longest wait; nothing was written. */
export class DatabaseBusyError extends Error {
  override name = 'DatabaseBusyError'
}

/**
 * Runs `work` in a transaction and resolves with what it returns. Inside, await only database work: no mail, hashing or file.
 * Rejects with what `work` throws (rolled back), at once when called inside itself, with a DatabaseBusyError when another
 * process keeps the lock for 5 s, and when the database was closed.
 */
export async function transact<T>(database: Database, work: (writer: Writer) => Promise<T>): Promise<T> {
  const { writing } = database
  if (writing.transactions.getStore()?.open === true) throw new Error('transact was called inside transact: hand the writer on instead.')
  if (writing.closed) throw new Error('The database is closed.')
  const deadline = performance.now() + longestWait
  return inTurn(database, async () => {
    await begin(database, deadline)
    const transaction = { open: true }
    try {
      const value = await writing.transactions.run(transaction, work, writing.writer)
      transaction.open = false
      statement(database, 'COMMIT').run()
      return value
    } catch (error) {
      transaction.open = false
      if (writing.client.inTransaction) statement(database, 'ROLLBACK').run()
      throw error
    }
  })
}

/**
 * Empties the write-ahead log into the file and cuts it to nothing, so that what was deleted is gone from the disk too.
 * Resolves false when a reader of another process still stands in the way; then try again later.
 */
export async function emptyLog(database: Database): Promise<boolean> {
  if (database.writing.closed) throw new Error('The database is closed.')
  return inTurn(database, async () => {
    const [row] = database.writing.client.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    return row?.busy === 0
  })
}

/** Runs `work` when everybody before it is done. */
function inTurn<T>(database: Database, work: () => Promise<T>): Promise<T> {
  const turn = database.writing.last.then(work)
  database.writing.last = turn.catch(() => undefined)
  return turn
}

async function begin(database: Database, deadline: number): Promise<void> {
  for (;;) {
    try {
      statement(database, 'BEGIN IMMEDIATE').run()
      return
    } catch (error) {
      if (!isBusy(error)) throw error
      if (performance.now() >= deadline) {
        throw new DatabaseBusyError(`Another process has kept the database locked for ${longestWait / 1000} s.`, { cause: error })
      }
    }
    await pause(5 + Math.random() * 45)
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
}

type Command = 'BEGIN IMMEDIATE' | 'COMMIT' | 'ROLLBACK'
type Statements = Record<Command, { run(): unknown }>
const prepared = new WeakMap<object, Statements>()

/** The three commands, prepared once per connection. */
function statement(database: Database, command: Command): { run(): unknown } {
  const { client } = database.writing
  let statements = prepared.get(client)
  if (!statements) {
    statements = {
      'BEGIN IMMEDIATE': client.prepare('BEGIN IMMEDIATE'),
      COMMIT: client.prepare('COMMIT'),
      ROLLBACK: client.prepare('ROLLBACK'),
    }
    prepared.set(client, statements)
  }
  return statements[command]
}
