/** The whole gate, one step after the other: each tells one line, what failed is printed, and the last line counts. Exit code 10 when anything failed. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { browserCounts, unitCounts, type Counts } from './gate-counts.ts'
import { run, type Finished } from './gate-run.ts'

const root = path.resolve(import.meta.dirname, '../..')
const temporary = mkdtempSync(path.join(tmpdir(), 'paraat-gate-'))
const minute = 60_000

type Step = {
  readonly name: string
  /** words for the pinned Node */
  readonly words: readonly string[]
  readonly limit: number
  readonly environment?: Readonly<Record<string, string>>
  /** counts the tests of a step that holds many; any other step is one test */
  readonly count?: (finished: Finished) => Counts
}

const bin = (file: string) => path.join(root, 'node_modules', file)
const unitReport = path.join(temporary, 'unit.json')
const browserReport = path.join(temporary, 'browser.json')

const words: Step = { name: 'words', words: ['app/commands/words.ts'], limit: minute }
const types: Step = { name: 'types', words: [bin('typescript/bin/tsc'), '--noEmit'], limit: 3 * minute }
const lint: Step = { name: 'lint', words: [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'], limit: 3 * minute }
const questionnaires: Step = { name: 'questionnaires', words: ['app/commands/questionnaires.ts'], limit: minute }
const dryRun: Step = { name: 'dry run', words: ['app/commands/questionnaires.ts', 'simulate'], limit: 2 * minute }
const build: Step = { name: 'build', words: ['app/commands/build.ts'], limit: 3 * minute }
const unit: Step = {
  name: 'unit tests',
  words: [bin('vitest/vitest.mjs'), 'run', '--teardownTimeout=1000', '--reporter=json', `--outputFile=${unitReport}`],
  limit: 6 * minute,
  count: finished => unitCounts(unitReport, finished),
}
const browser: Step = {
  name: 'end-to-end tests',
  words: [bin('@playwright/test/cli.js'), 'test', '--reporter=json'],
  limit: 8 * minute,
  environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport },
  count: finished => browserCounts(browserReport, finished),
}
const seed: Step = { name: 'seed', words: ['db/seed.ts'], limit: minute, environment: { DATA_DIR: path.join(temporary, 'data') } }

/** Steps of one row run beside each other: none of them writes what another one reads. */
const rows: readonly (readonly Step[])[] = [[words], [types, lint], [questionnaires, dryRun, build], [unit], [browser], ...(existsSync(path.join(root, 'db/seed.ts')) ? [[seed]] : [])]

const total = { passed: 0, failed: 0 }

async function take(step: Step): Promise<void> {
  const counts = await outcome(step).catch((error: unknown): Counts => ({ passed: 0, failed: 1, details: String(error) }))
  total.passed += counts.passed
  total.failed += counts.failed
  if (counts.details !== '') process.stdout.write(`\n${counts.details}\n\n`)
}

async function outcome(step: Step): Promise<Counts> {
  const finished = await run(root, step.words, step.limit, step.environment ?? {})
  const counts = step.count?.(finished) ?? oneTest(step, finished)
  const told = step.count === undefined ? '' : `, ${counts.passed} passed, ${counts.failed} failed`
  process.stdout.write(`${counts.failed === 0 ? 'ok    ' : 'FAILED'} ${step.name} (${(finished.milliseconds / 1000).toFixed(1)} s${told})\n`)
  return counts
}

function oneTest(step: Step, finished: Finished): Counts {
  if (finished.ok) return { passed: 1, failed: 0, details: '' }
  return { passed: 0, failed: 1, details: `${step.name}: ${finished.why}\n${finished.lastWords}` }
}

try {
  for (const row of rows) await Promise.all(row.map(take))
} catch (error) {
  total.failed += 1
  process.stdout.write(`${String(error)}\n`)
} finally {
  rmSync(temporary, { recursive: true, force: true })
  process.exitCode = total.failed === 0 ? 0 : 10
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`)
}
