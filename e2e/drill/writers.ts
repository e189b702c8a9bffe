/** A hundred people save at the same time, while another process takes the database now and then: they wait, none fails. */
import SQLite from 'better-sqlite3'
import { databaseFile } from '#db/open.server.ts'
import { largestQuestionnaire } from '../bench/sample-answers.ts'
import { quantile } from '../bench/table.ts'
import { startServer } from '../real-server.ts'
import type { Outcome } from './drill.ts'
import { missingFrom } from './stored.ts'
import { nextEdit, saveEdit, startWriters } from './writer.ts'

const clients = 100
/** Another process takes the lock for so long, once in so long, in milliseconds. */
const [lockedFor, lockedEvery] = [150, 2000]

export async function drillWriters(seconds: number): Promise<Outcome> {
  const server = await startServer({ logLevel: 'warn' })
  const questionnaire = largestQuestionnaire()
  const writers = await startWriters(server.port, clients, questionnaire)
  const other = new SQLite(databaseFile(server.dataFolder), { timeout: 5000 })
  const failures = new Map<string, number>()
  const latencies: number[] = []
  let going = true
  let locks = 0
  const saving = writers.map(async writer => {
    while (going) {
      const start = performance.now()
      try {
        await saveEdit(writer, nextEdit(writer, questionnaire.questions))
        latencies.push(performance.now() - start)
      } catch (error) {
        failures.set(String(error), (failures.get(String(error)) ?? 0) + 1)
        if (failures.size > 20) return
      }
    }
  })
  const end = performance.now() + seconds * 1000
  while (performance.now() < end && failures.size <= 20) {
    await pause(lockedEvery)
    other.exec('BEGIN IMMEDIATE')
    await pause(lockedFor)
    other.exec('COMMIT')
    locks++
  }
  going = false
  await Promise.all(saving)
  other.close()
  for (const { line } of writers) line.close()
  const code = await server.stop()

  const broken = [...failures].map(([failure, count]) => `${count} × ${failure}`)
  const complaints = server.said().split('\n').filter(line => /SQLITE_BUSY|DatabaseBusyError|"level":(50|60)/.test(line))
  if (complaints.length > 0) broken.push(`the log has ${complaints.length} errors, the first: ${complaints[0]}`)
  if (code !== 0) broken.push(`the server ended with ${code}`)
  broken.push(...missingFrom(server.dataFolder, writers).wrong)
  const idle = writers.filter(writer => writer.acknowledged === 0).length
  if (idle > 0) broken.push(`${idle} writers saved nothing`)
  const counts = writers.map(writer => writer.acknowledged)
  return {
    saw: [
      `${clients} writers for ${seconds} s: ${latencies.length} saves, ${(latencies.length / seconds).toFixed(0)}/s; the least busy writer ${Math.min(...counts)}, the busiest ${Math.max(...counts)}`,
      `another process held the lock ${locks} times for ${lockedFor} ms`,
      `answered in ${quantile(latencies, 0.5).toFixed(0)} ms at the median, p99 ${quantile(latencies, 0.99).toFixed(0)}, worst ${quantile(latencies, 1).toFixed(0)}`,
    ],
    broken,
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}
