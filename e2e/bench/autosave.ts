/**
 * Autosaves over HTTP, each on disk when it is answered: how many a second at most (in brackets: a second of the server's own
 * processor time, which leaves out waiting for the disk), and how long one takes at a fixed rate.
 */
import { spawnSync } from 'node:child_process'
import { noContent } from '#app/assessments/answer-content.ts'
import type { Question } from '#app/core/questionnaire.ts'
import { openLine, save, startGuest } from '../guest.ts'
import type { Guest, Line as Connection } from '../guest.ts'
import { nodeOn, processorSeconds, startServer, temporaryFolder } from '../real-server.ts'
import { besideServer, serverCore } from './cores.ts'
import { largestQuestionnaire } from './sample-answers.ts'
import { median, quantile, readable } from './table.ts'
import type { Line } from './table.ts'

const connections = 32
const seconds = 3
const rounds = 5
const fixedRate = 400
const fixedSeconds = 10

/** A scan that is saved to, one save at a time. */
type Typist = { readonly guest: Guest; readonly line: Connection; readonly version: { now: number } }

export async function measureAutosave(): Promise<Line[]> {
  const server = await startServer({ core: serverCore })
  const questionnaire = largestQuestionnaire()
  const question = questionnaire.questions.find(one => one.type === 'endurance')!
  try {
    const typists = await Promise.all(
      Array.from({ length: connections }, async (): Promise<Typist> => {
        const line = openLine(server.port, 1)
        return { guest: await startGuest(line, { sector: questionnaire.sector.id }), line, version: { now: 0 } }
      }),
    )
    const [atMost, processor, raw, latencies] = await besideServer(async () => {
      await saturate(typists, question, 2)
      const rates: number[] = []
      const processorRates: number[] = []
      const commits: number[] = []
      for (let round = 0; round < rounds; round++) {
        const before = processorSeconds(server.child)
        const rate = await saturate(typists, question, seconds)
        rates.push(rate)
        processorRates.push((rate * seconds) / (processorSeconds(server.child) - before))
        commits.push(rawCommits(1))
      }
      return [median(rates), median(processorRates), median(commits), await paced(typists, question)] as const
    })
    for (const { line } of typists) line.close()
    const slowest = quantile(latencies, 0.99)
    return [
      {
        name: `autosave (${connections} connections, synchronous=FULL)`,
        figure: `${readable(atMost)}/s (${readable(processor)})`,
        baseline: `${readable(raw)}/s raw commits`,
        ratio: `1/${readable(raw / atMost)}`,
        bar: '≥ 1,200/s',
        met: atMost >= 1200,
      },
      {
        name: `autosave at ${fixedRate}/s, p99`,
        figure: `${readable(slowest)} ms (median ${readable(median(latencies))}, worst ${readable(Math.max(...latencies))})`,
        bar: '< 50 ms',
        met: slowest < 50,
      },
    ]
  } finally {
    await server.stop()
  }
}

/** Saves the next option, so that each save writes. Throws when it was not written. */
async function saveNext({ guest, line, version }: Typist, question: Question): Promise<void> {
  const { id: option } = question.options![version.now % question.options!.length]!
  const result = await save(line, guest, [{ question: question.id, version: version.now, ...noContent, answer: { option } }])
  const saved = result.ok ? result.saves[0] : undefined
  if (saved?.ok !== true || saved.version !== version.now + 1) throw new Error(`A save came to ${JSON.stringify(result)}.`)
  version.now = saved.version
}

/** Everybody saves again as soon as the last save is answered: saves per second. */
async function saturate(typists: readonly Typist[], question: Question, duration: number): Promise<number> {
  let saves = 0
  const start = performance.now()
  const end = start + duration * 1000
  await Promise.all(
    typists.map(async typist => {
      while (performance.now() < end) {
        await saveNext(typist, question)
        saves++
      }
    }),
  )
  return saves / ((performance.now() - start) / 1000)
}

/**
 * Saves begin at fixed moments, whether earlier ones are answered or not. Milliseconds from the moment a save was due to its answer,
 * so that one that had to wait its turn counts with its waiting.
 */
async function paced(typists: readonly Typist[], question: Question): Promise<number[]> {
  const latencies: number[] = []
  const free = [...typists]
  const due: number[] = []
  const underWay = new Set<Promise<void>>()
  const begin = () => {
    while (free.length > 0 && due.length > 0) {
      const typist = free.shift()!
      const moment = due.shift()!
      const saving: Promise<void> = saveNext(typist, question).then(() => {
        latencies.push(performance.now() - moment)
        free.push(typist)
        underWay.delete(saving)
        begin()
      })
      underWay.add(saving)
    }
  }
  const start = performance.now()
  for (let next = 0; next < fixedRate * fixedSeconds; ) {
    for (; next < fixedRate * fixedSeconds && start + (next * 1000) / fixedRate <= performance.now(); next++) due.push(start + (next * 1000) / fixedRate)
    begin()
    await new Promise(resolve => setTimeout(resolve, 1))
  }
  while (underWay.size > 0) await Promise.all(underWay)
  return latencies
}

function rawCommits(duration: number): number {
  const [command, words] = nodeOn(serverCore, [`${import.meta.dirname}/raw-commits.ts`, temporaryFolder(), String(duration)])
  return Number(spawnSync(command, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).stdout)
}
