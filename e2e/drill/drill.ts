/** npm run drill: breaks what can break, on purpose, and looks whether the promises about saved answers and guessed codes hold. */
import { buildIfNeeded } from '#app/commands/build.ts'

/** What a drill saw, one line each, and the promises that were broken; none is good. */
export type Outcome = { readonly saw: readonly string[]; readonly broken: readonly string[] }

/** `long` asks for the full number: 200 kills, ten minutes of writers. */
const drills: Record<string, (long: boolean) => Promise<Outcome>> = {
  kill: async long => (await import('./kill.ts')).drillKill(long ? 200 : 20),
  restart: async long => (await import('./restart.ts')).drillRestart(long ? 100 : 20),
  hostile: async () => (await import('./hostile.ts')).drillHostile(),
  timing: async () => (await import('./timing.ts')).drillTiming(),
  guess: async () => (await import('./guess.ts')).drillGuess(),
  axe: async () => (await import('./axe.ts')).drillAxe(),
  writers: async long => (await import('./writers.ts')).drillWriters(long ? 600 : 60),
}

const words = process.argv.slice(2)
const long = words.includes('long')
const named = words.filter(word => word !== 'long')
const unknown = named.filter(name => !Object.hasOwn(drills, name))
if (unknown.length > 0) {
  process.stderr.write(`There is no drill ${unknown.join(', ')}: choose from ${Object.keys(drills).join(', ')}, and long.\n`)
  process.exit(2)
}

buildIfNeeded()
for (const [name, drill] of Object.entries(drills)) {
  if (named.length > 0 && !named.includes(name)) continue
  process.stdout.write(`\n${name}\n`)
  const start = performance.now()
  let outcome: Outcome
  try {
    outcome = await drill(long)
  } catch (error) {
    outcome = { saw: [], broken: [error instanceof Error ? (error.stack ?? error.message) : String(error)] }
  }
  for (const line of outcome.saw) process.stdout.write(`  ${line}\n`)
  for (const line of outcome.broken) process.stdout.write(`  BROKEN: ${line}\n`)
  const seconds = ((performance.now() - start) / 1000).toFixed(0)
  process.stdout.write(`  ${outcome.broken.length === 0 ? 'every promise held' : `${outcome.broken.length} broken`} (${seconds} s)\n`)
  if (outcome.broken.length > 0) process.exitCode = 1
}
