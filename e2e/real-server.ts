/** The real web server in a process of its own, with a data folder of its own: started, stopped and killed by what measures and drills it. */
import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '..')

export type RealServer = {
  readonly port: number
  readonly origin: string
  readonly child: ChildProcess
  readonly dataFolder: string
  /** all that it wrote to its log and its error output */
  readonly said: () => string
  /** SIGTERM; resolves with the exit code, or the signal's name where it did not end by itself */
  readonly stop: () => Promise<number | string>
  /** SIGKILL; resolves when it is gone */
  readonly kill: () => Promise<void>
}

const places: string[] = []
process.on('exit', () => {
  for (const place of places) rmSync(place, { recursive: true, force: true })
})

/** A folder on a real disk that is gone when this process ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'paraat-'))
  places.push(folder)
  return folder
}

/** A free port from 3300 to 3399; throws where all are taken. */
export async function freePort(): Promise<number> {
  for (let port = 3300; port < 3400; port++) {
    const server = createServer()
    const free = await new Promise<boolean>(resolve => {
      server.once('error', () => resolve(false))
      server.listen(port, () => resolve(true))
    })
    if (!free) continue
    await new Promise(resolve => server.close(resolve))
    return port
  }
  throw new Error('All ports from 3300 to 3399 are taken.')
}

/** True where a process can be held to one core. */
export const canPin = spawnSync('taskset', ['-V']).status === 0

/** Command and words that run this Node on one core, or anywhere where cores cannot be chosen. */
export function nodeOn(core: number | undefined, words: readonly string[]): [string, string[]] {
  return core === undefined || !canPin ? [process.execPath, [...words]] : ['taskset', ['-c', String(core), process.execPath, ...words]]
}

/** Seconds of processor time that a process has used so far, all its threads; NaN where the system does not tell. */
export function processorSeconds(child: ChildProcess): number {
  try {
    // user and system time, in hundredths, are the 12th and 13th after the name in brackets
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return NaN
  }
}

/** Starts the built server and waits until it serves. `core`: the only core it may run on. Throws with what it said when it does not start. */
export async function startServer(wanted: { port?: number; dataFolder?: string; core?: number; logLevel?: string } = {}): Promise<RealServer> {
  const port = wanted.port ?? (await freePort())
  const dataFolder = wanted.dataFolder ?? temporaryFolder()
  const [command, words] = nodeOn(wanted.core, ['app/commands/serve.ts'])
  const settings = { PORT: String(port), DATA_DIR: dataFolder, LOG_LEVEL: wanted.logLevel ?? 'silent', ORIGIN: `http://localhost:${port}`, NODE_ENV: 'production' as const }
  const child = spawn(command, words, { cwd: root, env: { ...process.env, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string)
  const serving = new Promise<void>(resolve => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (words: string) => {
        said += words
        if (said.includes('Paraat: ')) resolve()
      })
    }
  })
  const killAtExit = () => child.kill('SIGKILL')
  process.on('exit', killAtExit)
  void ended.then(() => process.off('exit', killAtExit))
  const over = await Promise.race([serving.then(() => false), ended.then(() => true)])
  if (over) throw new Error(`The server did not start:\n${said}`)
  return {
    port,
    origin: settings.ORIGIN,
    child,
    dataFolder,
    said: () => said,
    async stop() {
      child.kill('SIGTERM')
      return await ended
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
