/** Installs what is missing and starts a command under the pinned Node. Has no dependencies, for it runs before any are there, under whatever Node is there. */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const stamp = path.join(root, 'node_modules/.paraat-installed')

function lockHash() {
  return createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json'))).digest('hex')
}

/** Runs `npm ci` when node_modules is missing or does not match the lock file. Ends the process when that fails. */
export function install() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()) return
  process.stdout.write('Installing what Paraat needs …\n')
  const npm = process.env.npm_execpath
  const words = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const done = npm
    ? spawnSync(process.execPath, [npm, ...words], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', words, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (done.status !== 0) {
    process.stderr.write('npm ci failed: see the lines above.\n')
    process.exit(1)
  }
  writeFileSync(stamp, lockHash())
}

/** The environment in which `node` is the pinned one. */
export function pinned() {
  const bin = path.join(root, 'node_modules/.bin')
  return { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` }
}

/** The pinned Node's binary. */
export const nodeBinary = path.join(root, 'node_modules/node/bin/node')

/** Hands over to a script under the pinned Node; signals are passed on, and its exit code becomes ours. */
export function handOver(script, words = process.argv.slice(2)) {
  const child = spawn(nodeBinary, [path.join(root, script), ...words], { cwd: root, stdio: 'inherit', env: pinned() })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}
