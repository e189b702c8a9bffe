/** A second, real process for a test of what happens between processes. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'

export type TestProcess = {
  readonly child: ChildProcess
  /** every line it printed so far */
  readonly lines: readonly string[]
  /** resolves when it has printed this line or one that begins with it; rejects when it ends without */
  says(line: string): Promise<void>
  /** resolves with exit code or signal when it has ended and all it printed is in `lines` */
  ended: Promise<number | NodeJS.Signals | null>
}

/** Runs `code`, a module in TypeScript with the imports of this project; what it wants to know stands in `process.argv` from 1 on. */
export function startProcess(code: string, values: readonly string[]): TestProcess {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', code, '--', ...values], {
    cwd: path.join(import.meta.dirname, '..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  const printed = createInterface({ input: child.stdout })
  printed.on('line', line => lines.push(line))
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | NodeJS.Signals | null)
  return {
    child,
    lines,
    ended,
    async says(line) {
      while (!lines.some(printedLine => printedLine.startsWith(line))) {
        const over = await Promise.race([once(printed, 'line').then(() => false), ended.then(() => true)])
        if (over && !lines.some(printedLine => printedLine.startsWith(line))) throw new Error(`The process ended without saying "${line}".`)
      }
    },
  }
}
