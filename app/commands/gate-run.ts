/** Runs one step of the gate as a process of its own, with a time limit, and keeps what it said. */
import { spawn } from 'node:child_process'

export type Finished = {
  readonly ok: boolean
  /** "exit code 1", "took longer than 60 s" */
  readonly why: string
  /** the end of what it said */
  readonly lastWords: string
  readonly milliseconds: number
}

const mostLines = 120

/** Runs the pinned Node with these words; after `limit` milliseconds the step and everything it started is ended. Never rejects. */
export function run(folder: string, words: readonly string[], limit: number, environment: Readonly<Record<string, string>>): Promise<Finished> {
  const start = performance.now()
  return new Promise(resolve => {
    const child = spawn(process.execPath, words, { cwd: folder, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
    const said: Buffer[] = []
    let late = false
    const timer = setTimeout(() => {
      late = true
      endGroup(child.pid)
    }, limit)
    const finish = (ok: boolean, why: string) => {
      clearTimeout(timer)
      const lines = Buffer.concat(said).toString('utf8').trimEnd().split('\n')
      resolve({ ok: ok && !late, why: late ? `took longer than ${limit / 1000} s` : why, lastWords: lines.slice(-mostLines).join('\n'), milliseconds: performance.now() - start })
    }
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
    child.on('error', error => finish(false, error.message))
    child.on('exit', (code, signal) => {
      // What it left running would keep the pipes open.
      endGroup(child.pid)
      setTimeout(() => finish(code === 0, signal === null ? `exit code ${code}` : `ended by ${signal}`), 20)
    })
    const pass = () => {
      endGroup(child.pid)
      process.exit(1)
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, pass)
    child.on('exit', () => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, pass)
    })
  })
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}
