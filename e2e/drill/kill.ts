/** kill -9 in the middle of autosaves: every acknowledged answer is there afterwards, and the file is whole. */
import { largestQuestionnaire } from '../bench/sample-answers.ts'
import { startServer, temporaryFolder } from '../real-server.ts'
import type { Outcome } from './drill.ts'
import { missingFrom } from './stored.ts'
import { nextEdit, RefusedError, saveEdit, startWriters } from './writer.ts'
import type { Writer } from './writer.ts'

const clients = 16
/** Milliseconds of saving before the kill. */
const [shortest, longest] = [150, 900]

export async function drillKill(rounds: number): Promise<Outcome> {
  const dataFolder = temporaryFolder()
  const questionnaire = largestQuestionnaire()
  const broken: string[] = []
  let writers: Writer[] = []
  let port: number | undefined
  let [acknowledged, unanswered, keptThough] = [0, 0, 0]
  for (let round = 1; round <= rounds; round++) {
    const server = await startServer({ dataFolder, ...(port === undefined ? {} : { port }) })
    port = server.port
    if (writers.length === 0) writers = await startWriters(port, clients, questionnaire)
    let alive = true
    const saving = writers.map(async writer => {
      for (;;) {
        try {
          await saveEdit(writer, nextEdit(writer, questionnaire.questions))
        } catch (error) {
          if (error instanceof RefusedError || alive) throw error
          return // the connection broke because the server was killed
        }
      }
    })
    const refusals = Promise.all(saving)
    refusals.catch(() => undefined)
    await Promise.race([refusals, pause(shortest + Math.random() * (longest - shortest))])
    // on a slow disk the first answers take their time
    for (let waited = 0; waited < 200 && saves(writers) === acknowledged; waited++) await Promise.race([refusals, pause(50)])
    alive = false
    await server.kill()
    try {
      await refusals
    } catch (error) {
      broken.push(`round ${round}: ${String(error)}`)
    }
    const now = saves(writers)
    if (now === acknowledged) broken.push(`round ${round}: nothing was acknowledged, so nothing was drilled`)
    acknowledged = now
    const open = writers.flatMap(writer => [...writer.answers.values()]).filter(one => one.underWay !== null)
    const before = open.map(one => one.version)
    broken.push(...missingFrom(dataFolder, writers).wrong.map(line => `round ${round}: ${line}`))
    unanswered += open.length
    keptThough += open.filter((one, position) => one.version > before[position]!).length
  }
  for (const { line } of writers) line.close()
  return {
    saw: [
      `${rounds} × kill -9 under ${clients} writers; ${acknowledged} acknowledged saves, each looked for in the file after each kill; integrity_check each time`,
      `${unanswered} saves were under way when the server died; ${keptThough} of them had reached the disk already`,
    ],
    broken,
  }
}

function saves(writers: readonly Writer[]): number {
  return writers.reduce((sum, writer) => sum + writer.acknowledged, 0)
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}
