/** SIGTERM and start again, as a deploy does, while people fill in: nothing acknowledged is lost, and who tries again loses nothing at all. */
import { largestQuestionnaire } from '../bench/sample-answers.ts'
import { startServer, temporaryFolder } from '../real-server.ts'
import type { Outcome } from './drill.ts'
import { missingFrom } from './stored.ts'
import { nextEdit, RefusedError, saveEdit, startWriters } from './writer.ts'
import type { Writer } from './writer.ts'

const clients = 16
/** Milliseconds between two saves of one writer, and before trying again. */
const rest = 2
const retryAfter = 100

export async function drillRestart(rounds: number): Promise<Outcome> {
  const dataFolder = temporaryFolder()
  const questionnaire = largestQuestionnaire()
  const broken: string[] = []
  const stops: number[] = []
  const starts: number[] = []
  let retries = 0
  let server = await startServer({ dataFolder })
  const { port } = server
  const writers = await startWriters(port, clients, questionnaire)
  let going = true
  const saving = Promise.all(
    writers.map(async writer => {
      while (going) retries += await saveUntilAcknowledged(writer, nextEdit(writer, questionnaire.questions))
    }),
  )
  saving.catch((error: unknown) => broken.push(String(error)))
  for (let round = 1; round <= rounds && broken.length === 0; round++) {
    await pause(200 + Math.random() * 600)
    const stopping = performance.now()
    const code = await server.stop()
    stops.push(performance.now() - stopping)
    if (code !== 0) broken.push(`restart ${round}: the server ended with ${code} instead of 0`)
    broken.push(...server.said().split('\n').filter(line => /"level":(50|60)/.test(line)).map(line => `restart ${round}: it logged ${line}`))
    const starting = performance.now()
    server = await startServer({ dataFolder, port, logLevel: 'error' })
    starts.push(performance.now() - starting)
  }
  await pause(1000)
  going = false
  await saving.catch(() => undefined)
  await server.stop()
  for (const { line } of writers) line.close()

  const { wrong } = missingFrom(dataFolder, writers)
  broken.push(...wrong)
  const acknowledged = writers.reduce((sum, writer) => sum + writer.acknowledged, 0)
  const wanted = writers.reduce((sum, writer) => sum + writer.next, 0)
  if (acknowledged !== wanted) broken.push(`${wanted - acknowledged} of ${wanted} edits were never saved`)
  // A version is one higher with each edit that was written: a retry of a save that had arrived may not count twice.
  const versions = writers.flatMap(writer => [...writer.answers.values()]).reduce((sum, one) => sum + one.version, 0)
  if (versions !== wanted) broken.push(`${wanted} edits made ${versions} versions`)
  return {
    saw: [
      `${stops.length} restarts under ${clients} writers; ${wanted} edits, all acknowledged in the end, ${retries} tries again`,
      `stopping took ${worst(stops)} ms at most, starting ${worst(starts)} ms at most`,
    ],
    broken,
  }
}

/** Tries again as the page does until the save is acknowledged: how often it had to. Throws where the server refuses. */
async function saveUntilAcknowledged(writer: Writer, edit: ReturnType<typeof nextEdit>): Promise<number> {
  for (let retries = 0; ; retries++) {
    try {
      await saveEdit(writer, edit)
      await pause(rest)
      return retries
    } catch (error) {
      if (error instanceof RefusedError || retries > 600) throw error
      await pause(retryAfter)
    }
  }
}

function worst(times: readonly number[]): string {
  return Math.max(...times).toFixed(0)
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}
