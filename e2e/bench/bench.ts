/** npm run bench: measures what is promised about speed and weight, each beside a baseline of the same run, and prints one table. */
import { buildIfNeeded } from '#app/commands/build.ts'
import { tableOf } from './table.ts'
import type { Line } from './table.ts'

/** What can be asked for by name; a module is loaded when its turn comes. `clone` needs the network, so it runs only when it is named. */
const measurements: Record<string, () => Promise<Line[]>> = {
  scores: async () => (await import('./scores.ts')).measureScores(),
  results: async () => (await import('./results.ts')).measureResults(),
  plans: async () => (await import('./plans.ts')).measurePlans(),
  pages: async () => (await import('./pages.ts')).measurePages(),
  login: async () => (await import('./login.ts')).measureLogin(),
  autosave: async () => (await import('./autosave.ts')).measureAutosave(),
  bytes: async () => (await import('./bytes.ts')).measureBytes(),
  lighthouse: async () => (await import('./lighthouse.ts')).measureLighthouse(),
  clone: async () => (await import('./clone.ts')).measureClone(),
}
const onlyWhenNamed = new Set(['clone'])

const named = process.argv.slice(2)
const unknown = named.filter(name => !Object.hasOwn(measurements, name))
if (unknown.length > 0) {
  process.stderr.write(`There is no measurement ${unknown.join(', ')}: choose from ${Object.keys(measurements).join(', ')}.\n`)
  process.exit(2)
}

buildIfNeeded()
const lines: Line[] = []
for (const [name, measure] of Object.entries(measurements)) {
  if (named.length > 0 ? !named.includes(name) : onlyWhenNamed.has(name)) continue
  process.stderr.write(`measuring ${name} …\n`)
  try {
    lines.push(...(await measure()))
  } catch (error) {
    lines.push({ name, figure: 'failed', bar: '', met: false })
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  }
}
process.stdout.write(`\n${tableOf(lines)}\n`)
process.exitCode = lines.some(line => line.met === false) ? 1 : 0
