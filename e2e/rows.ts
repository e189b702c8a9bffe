/** What changes in a server's database, row by row, seen from outside: what was refused may change nothing, and a repeat nothing more. */
import path from 'node:path'
import SQLite from 'better-sqlite3'

type Row = Readonly<Record<string, unknown>>
/** What became of one row between two looks: null before: it is new; null after: it is gone. */
export type Change = { readonly table: string; readonly before: Row | null; readonly after: Row | null }

export type Recorder = {
  /** What became of each row since the last time this was asked. What was changed and changed back is not in it. */
  readonly changes: () => Change[]
  /** Every row of every table as text. */
  readonly dump: () => string
  readonly close: () => void
}

const own = 'zz_changes'
const quoted = (name: string) => `"${name}"`

/** Has the database note every change to every table from now on. */
export function recordRows(dataFolder: string): Recorder {
  const database = new SQLite(path.join(dataFolder, 'paraat.db'), { timeout: 10_000 })
  const names = (database.prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'").all() as { name: string }[]).map(({ name }) => name)
  const columnsOf = (table: string) => database.pragma(`table_info(${quoted(table)})`) as { name: string; pk: number }[]
  database.exec(`create table ${own} (id integer primary key autoincrement, "table" text, key text, before text, after text)`)
  for (const table of names) {
    const columns = columnsOf(table)
    const row = (which: 'old' | 'new') => `json_object(${columns.map(({ name }) => `'${name}', ${which}.${quoted(name)}`).join(', ')})`
    const keys = columns.filter(({ pk }) => pk > 0)
    const key = (which: 'old' | 'new') => (keys.length === 0 ? `${which}.rowid` : `json_array(${keys.map(({ name }) => `${which}.${quoted(name)}`).join(', ')})`)
    for (const [event, before, after, keyed] of [
      ['insert', 'null', row('new'), 'new'],
      ['update', row('old'), row('new'), 'new'],
      ['delete', row('old'), 'null', 'old'],
    ] as const) {
      database.exec(`create trigger ${quoted(`${own}_${table}_${event}`)} after ${event} on ${quoted(table)} begin
        insert into ${own} ("table", key, before, after) values ('${table}', ${key(keyed)}, ${before}, ${after}); end`)
    }
  }
  const noted = database.prepare(`select id, "table", key, before, after from ${own} where id > ? order by id`)
  let seen = 0
  return {
    changes() {
      const net = new Map<string, { table: string; before: string | null; after: string | null }>()
      for (const one of noted.all(seen) as { id: number; table: string; key: string; before: string | null; after: string | null }[]) {
        seen = one.id
        const known = net.get(`${one.table} ${one.key}`)
        net.set(`${one.table} ${one.key}`, { table: one.table, before: known === undefined ? one.before : known.before, after: one.after })
      }
      const parse = (text: string | null) => (text === null ? null : (JSON.parse(text) as Row))
      return [...net.values()].filter(({ before, after }) => before !== after).map(({ table, before, after }) => ({ table, before: parse(before), after: parse(after) }))
    },
    dump: () => JSON.stringify(names.map(name => [name, database.prepare(`select * from ${quoted(name)}`).all()])),
    close: () => void database.close(),
  }
}

/** Names of the columns in which a row differs from what it was. */
function differing({ before, after }: Change): string[] {
  if (before === null || after === null) return []
  return Object.keys(after).filter(name => before[name] !== after[name])
}

/** What any request may bring about: a session that lives on, a visit, a refusal or an operator's look noted; letters go out and jobs run in their own time. */
const asides: readonly ((change: Change) => boolean)[] = [
  change => change.table === 'sessions' && String(differing(change)) === 'expires_at',
  change => change.table === 'assessments' && String(differing(change)) === 'opened_at',
  change => change.table === 'share_links' && String(differing(change)) === 'opened_at',
  change => change.table === 'calendar_feeds' && String(differing(change)) === 'read_at',
  change => change.table === 'browser_keys' && String(differing(change)) === 'seen_at',
  change => change.table === 'audit_log' && change.before === null && /Refused$|^operatorLooked$/.test(String(change.after?.['event'])),
  change => change.table === 'outbox' && change.before !== null && change.after !== null,
  change => change.table === 'job_runs',
]

/** The changes that a request must answer for. */
export function telling(changes: readonly Change[]): Change[] {
  return changes.filter(change => !asides.some(aside => aside(change)))
}

const random: readonly (readonly [RegExp, string])[] = [
  [/\$argon2id\$[^"]+/g, '#password'],
  [/\b[0-9a-f]{64}\b/g, '#hash'],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, '#id'],
  [/(?<![\w-])[\w-]{43}(?![\w-])/g, '#token'],
  [/\b1[5-9]\d{11}\b/g, '#time'],
  [/(?<="totp_step":)\d+/g, '#step'],
]
/** Of a letter, what does not depend on whether it has gone out already; of an entry in the log, not its number. */
const told: Readonly<Record<string, readonly string[]>> = {
  outbox: ['recipient', 'subject', 'language'],
  audit_log: ['event', 'user_id', 'organisation_id', 'subject_id'],
}

/**
 * Changes as sorted text in which nothing is random: the same for two companies that underwent the same.
 * `known`: what to call the ids, addresses and names of this company.
 */
export function inWords(changes: readonly Change[], known: Readonly<Record<string, string>>): string[] {
  const names = Object.entries(known).filter(([text]) => text !== '').toSorted(([a], [b]) => b.length - a.length)
  const words = (row: Row | null, table: string) => {
    if (row === null) return 'nothing'
    const fields = told[table]
    let text = JSON.stringify(fields === undefined ? row : Object.fromEntries(fields.map(name => [name, row[name]])))
    for (const [what, name] of names) text = text.replaceAll(what, `<${name}>`)
    for (const [pattern, name] of random) text = text.replaceAll(pattern, name)
    return text
  }
  return changes.map(({ table, before, after }) => `${table}: ${words(before, table)} → ${words(after, table)}`).toSorted()
}
