/** What the migration that brings the plan does to data that is there already. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { afterAll, expect, it } from 'vitest'

const folder = mkdtempSync(path.join(tmpdir(), 'paraat-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('lets answers count as confirmed when they were last saved, and ties scans about one site to the first of them', () => {
  const client = new SQLite(path.join(folder, 'old.db'))
  const apply = (name: string) => client.exec(readFileSync(path.join(import.meta.dirname, 'migrations', `${name}.sql`), 'utf8'))
  client.pragma('foreign_keys = OFF')
  apply('0000_start')
  apply('0001_members')
  client.exec(`INSERT INTO organisations (id, kind, created_at) VALUES ('o', 'company', 1)`)
  client.exec(`INSERT INTO questionnaires (hash, sector, content, created_at) VALUES ('h', 'bouw', '{}', 1)`)
  const scan = client.prepare(
    `INSERT INTO assessments (id, organisation_id, questionnaire_hash, sector, mode, size, scope, started_from, once_key, created_at, updated_at, opened_at) VALUES (?, 'o', 'h', 'bouw', 'full', '1', ?, ?, ?, 1, 1, 1)`,
  )
  for (const [id, scope, from] of [['a', 'site', null], ['b', 'site', 'a'], ['c', 'site', 'b'], ['d', 'company', null], ['e', 'company', 'd'], ['f', 'site', null]]) scan.run(id, scope, from, `once ${id}`)
  client.exec(`INSERT INTO answers (assessment_id, question_id, updated_at) VALUES ('a', 'q', 77)`)
  apply('0002_plan')
  expect(client.prepare('SELECT id, site FROM assessments ORDER BY id').raw().all()).toEqual([['a', 'a'], ['b', 'a'], ['c', 'a'], ['d', null], ['e', null], ['f', 'f']])
  expect(client.prepare('SELECT confirmed_at FROM answers').pluck().all()).toEqual([77])
  expect(client.pragma('foreign_key_check')).toEqual([])
  client.close()
})
