/** Looks into the database file itself, past the application, for what the writers were promised. */
import SQLite from 'better-sqlite3'
import { databaseFile } from '#db/open.server.ts'
import { noContent, type Content } from '#app/assessments/answer-content.ts'
import type { Writer } from './writer.ts'

type Row = { question_id: string; answer: string | null; own_words: string | null; note: string | null; version: number }

/**
 * What is wrong in the database, one line each. A save that was under way when the server died may be there or not; then the
 * writer goes on from what is there, as the page does after it was opened again.
 */
export function missingFrom(dataFolder: string, writers: readonly Writer[]): { readonly wrong: string[]; readonly rows: number } {
  const client = new SQLite(databaseFile(dataFolder))
  try {
    const wrong: string[] = []
    let rows = 0
    const integrity = client.pragma('integrity_check', { simple: true })
    if (integrity !== 'ok') wrong.push(`integrity_check says ${String(integrity)}`)
    const keys = client.pragma('foreign_key_check') as unknown[]
    if (keys.length > 0) wrong.push(`foreign_key_check finds ${keys.length} rows`)
    const rowsOf = client.prepare('select question_id, answer, own_words, note, version from answers where assessment_id = ?')
    for (const writer of writers) {
      const stored = new Map((rowsOf.all(writer.guest.scan) as Row[]).map(row => [row.question_id, row]))
      for (const [question, promised] of writer.answers) {
        const row = stored.get(question)
        if (row !== undefined) rows++
        const content = row === undefined ? noContent : contentIn(row)
        const version = row?.version ?? 0
        if (version === promised.version && same(content, promised.content)) {
          promised.underWay = null
          continue
        }
        const underWay = promised.underWay
        if (underWay !== null && version === promised.version + 1 && same(content, underWay)) {
          Object.assign(promised, { version, content, underWay: null })
          continue
        }
        wrong.push(`${question} of ${writer.guest.scan}: promised ${promised.version} ${JSON.stringify(promised.content)}, stored ${version} ${JSON.stringify(content)}`)
      }
    }
    return { wrong, rows }
  } finally {
    client.close()
  }
}

function contentIn(row: Row): Content {
  return { ...noContent, answer: row.answer === null ? null : (JSON.parse(row.answer) as Content['answer']), ownWords: row.own_words, note: row.note }
}

function same(one: Content, other: Content): boolean {
  return JSON.stringify([one.answer, one.ownWords, one.note]) === JSON.stringify([other.answer, other.ownWords, other.note])
}
