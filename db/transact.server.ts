/**
 * The one way to write: writers queue inside the process, on one connection, inside BEGIN IMMEDIATE … COMMIT. Those that come in the
 * same round of events share a commit, each in a savepoint of its own.
 * When the promise resolves, what was written is on disk; when it rejects, nothing of it is.
 */
import { setImmediate as nextRound, setTimeout as pause } from 'node:timers/promises'
import type { Database, Writer } from './open.server.ts'

/** How long a writer waits in all for another process that holds the lock, in milliseconds. */
const longestWait = 5000

/** Another process kept the database locked for the whole of the longest wait; nothing was written. */
export class DatabaseBusyError extends Error {
  override name = 'DatabaseBusyError'
}

/** A caller of `transact` that waits for its turn. */
type Job = {
  readonly work: (writer: Writer) => Promise<unknown>
  readonly deadline: number
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

const waiting = new WeakMap<Database, Job[]>()

/**
 * Runs `work` in a transaction and resolves with what it returns. Inside, await only database work: no mail, hashing or file.
 * Rejects with what `work` throws (rolled back), at once when called inside itself, with a DatabaseBusyError when another
 * process keeps the lock for 5 s, and when the database was closed.
 */
export async function transact<T>(database: Database, work: (writer: Writer) => Promise<T>): Promise<T> {
  const { writing } = database
  if (writing.transactions.getStore()?.open === true) throw new Error('transact was called inside transact: hand the writer on instead.')
  if (writing.closed) throw new Error('The database is closed.')
  const jobs = waiting.get(database) ?? []
  waiting.set(database, jobs)
  return new Promise<T>((resolve, reject) => {
    jobs.push({ work, deadline: performance.now() + longestWait, resolve: resolve as Job['resolve'], reject })
    // whoever comes in the same round of events commits together: one wait for the disk for all
    if (jobs.length === 1) void inTurn(database, () => nextRound().then(() => commitTogether(database, jobs.splice(0))))
  })
}

/** Runs each job in a savepoint of its own, so that one that fails takes back only what it did itself, and commits once. */
async function commitTogether(database: Database, jobs: readonly Job[]): Promise<void> {
  const done: (() => void)[] = []
  try {
    await begin(database, jobs.at(-1)!.deadline)
    for (const job of jobs) {
      statement(database, 'SAVEPOINT job').run()
      const transaction = { open: true }
      try {
        const value = await database.writing.transactions.run(transaction, job.work, database.writing.writer)
        done.push(() => job.resolve(value))
      } catch (error) {
        if (!database.writing.client.inTransaction) throw error // SQLite itself gave all of it up, as on a full disk
        statement(database, 'ROLLBACK TO job').run()
        done.push(() => job.reject(error))
      } finally {
        transaction.open = false
      }
      statement(database, 'RELEASE job').run()
    }
    statement(database, 'COMMIT').run()
  } catch (error) {
    if (database.writing.client.inTransaction) statement(database, 'ROLLBACK').run()
    for (const job of jobs) job.reject(error)
    return
  }
  for (const settle of done) settle()
}

/** Up to this size the file is rewritten after a deletion, which takes well under a second. */
const largestRewritten = 64 * 1024 * 1024

/**
 * Makes what was deleted unreadable on the disk too. `secure_delete` overwrites what is deleted, but not the copies that SQLite leaves behind
 * when it moves entries to another page; so the file is rewritten, while it is small enough for that. Then the write-ahead log is emptied
 * into it and cut to nothing. Resolves false when another process stands in the way; then try again later. `anySize` rewrites a large file
 * too, which keeps everybody waiting for seconds: for the night.
 */
export async function emptyLog(database: Database, anySize = false): Promise<boolean> {
  if (database.writing.closed) throw new Error('The database is closed.')
  return inTurn(database, async () => {
    const { client } = database.writing
    try {
      if (anySize || fileSize(client) <= largestRewritten) client.exec('VACUUM')
    } catch (error) {
      if (isBusy(error)) return false
      throw error
    }
    const [row] = client.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    return row?.busy === 0
  })
}

/** Milliseconds between tries, and how many: a reader of another process stands in the way for a moment only. */
const pauseBetween = 100
const tries = 30

/** Empties the log, as often as it takes within three seconds; false: what is still in it goes with the next deletion or start. */
export async function emptyLogSoon(database: Database, anySize = false): Promise<boolean> {
  for (let left = tries; left > 0; left--) {
    if (await emptyLog(database, anySize)) return true
    await pause(pauseBetween)
  }
  return false
}

/** True when the file is so large that a deletion does not rewrite it. */
export function isTooLargeToRewrite(database: Database): boolean {
  return fileSize(database.writing.client) > largestRewritten
}

function fileSize(client: Database['writing']['client']): number {
  return Number(client.pragma('page_count', { simple: true })) * Number(client.pragma('page_size', { simple: true }))
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

type Command = 'BEGIN IMMEDIATE' | 'SAVEPOINT job' | 'ROLLBACK TO job' | 'RELEASE job' | 'COMMIT' | 'ROLLBACK'
const prepared = new WeakMap<object, Map<Command, { run(): unknown }>>()

/** The commands, each prepared once per connection. */
function statement(database: Database, command: Command): { run(): unknown } {
  const { client } = database.writing
  const statements = prepared.get(client) ?? new Map<Command, { run(): unknown }>()
  prepared.set(client, statements)
  const known = statements.get(command) ?? client.prepare(command)
  statements.set(command, known)
  return known
}
