/** The most commits a second that this disk and better-sqlite3 can do: one upsert a commit, each on disk when it returns. */
import path from 'node:path'
import { openConnection } from '#db/open.server.ts'

const [folder, seconds] = [process.argv[2]!, Number(process.argv[3])]
const client = openConnection(path.join(folder, 'raw.db'))
client.exec('create table answers (assessment_id text, question_id text, answer text, version integer, updated_at integer, primary key (assessment_id, question_id))')
const upsert = client.prepare(`insert into answers values (?, ?, ?, ?, ?)
  on conflict do update set answer = excluded.answer, version = excluded.version, updated_at = excluded.updated_at`)
let commits = 0
const start = performance.now()
while (performance.now() - start < seconds * 1000) {
  upsert.run(`assessment-${commits % 32}`, 'zonder-power', `{"option":"h${commits % 8}"}`, commits, commits)
  commits++
}
process.stdout.write(String(commits / ((performance.now() - start) / 1000)))
client.close()
