/** From a fresh clone to the first page, and the second start: what a newcomer waits for. Installs from the network. */
import { spawn, spawnSync } from 'node:child_process'
import path from 'node:path'
import { freePort, root, temporaryFolder } from '../real-server.ts'
import type { Line } from './table.ts'

/** Longest wait for a page, in seconds. */
const patience = 300

export async function measureClone(): Promise<Line[]> {
  const folder = path.join(temporaryFolder(), 'paraat')
  const cloned = spawnSync('git', ['clone', '--quiet', '--no-local', root, folder], { encoding: 'utf8' })
  if (cloned.status !== 0) throw new Error(`git clone: ${cloned.stderr}`)
  const first = await secondsToServe(folder)
  const second = await secondsToServe(folder)
  return [
    { name: 'fresh clone to first page', figure: `${first.toFixed(1)} s`, bar: '≤ 90 s', met: first <= 90 },
    { name: 'second start', figure: `${second.toFixed(1)} s`, bar: '≤ 5 s', met: second <= 5 },
  ]
}

/** Seconds from `npm start` to the first whole home page; then stops it. */
async function secondsToServe(folder: string): Promise<number> {
  const port = await freePort()
  const start = performance.now()
  // as in a newcomer's shell: without what npm set for the run that measures
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('npm_') && name !== 'NODE_ENV')
  const outside = (process.env.PATH ?? '').split(path.delimiter).filter(place => !place.includes('node_modules'))
  const env = { ...Object.fromEntries(inherited), PATH: outside.join(path.delimiter), PORT: String(port), LOG_LEVEL: 'silent' } as unknown as NodeJS.ProcessEnv
  const child = spawn('npm', ['start'], { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'], detached: true })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (words: string) => (complaint += words))
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()))
  try {
    for (;;) {
      const served = await fetch(`http://127.0.0.1:${port}/`).then(reply => reply.ok, () => false)
      const seconds = (performance.now() - start) / 1000
      if (served) return seconds
      if (child.exitCode !== null || seconds > patience) throw new Error(`npm start served no page in ${seconds.toFixed(0)} s:\n${complaint}`)
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  } finally {
    // the whole group: npm, the start script and the server
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM')
    await ended
  }
}
