/** npm test: installs, then runs the whole gate. Its last line is always "N passed, N failed", even when the gate itself cannot run. */
import { handOver, install } from './pinned-node.mjs'

/** The exit code by which the gate says that something failed and that it has printed the line itself. */
const saidSo = 10

process.on('exit', code => {
  if (code === 0) return
  if (code !== saidSo) process.stdout.write('0 passed, 1 failed\n')
  process.exitCode = 1
})

install()
handOver('app/commands/gate.ts')
