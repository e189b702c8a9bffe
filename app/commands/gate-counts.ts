/** How many tests passed and failed, from the reports of Vitest and Playwright, with the words for what failed. */
import { existsSync, readFileSync } from 'node:fs'
import type { Finished } from './gate-run.ts'

export type Counts = { readonly passed: number; readonly failed: number; readonly details: string }

type Assertion = { readonly status: string; readonly fullName: string; readonly failureMessages?: readonly string[] }
type UnitReport = {
  readonly numPassedTests: number
  readonly testResults: readonly { readonly name: string; readonly status: string; readonly message?: string; readonly assertionResults: readonly Assertion[] }[]
}

type BrowserResult = { readonly status: string; readonly errors?: readonly { readonly message?: string }[] }
type BrowserTest = { readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped'; readonly projectName: string; readonly results: readonly BrowserResult[] }
type BrowserSuite = { readonly suites?: readonly BrowserSuite[]; readonly specs?: readonly { readonly title: string; readonly file: string; readonly tests: readonly BrowserTest[] }[] }
type BrowserReport = BrowserSuite & { readonly stats: { readonly expected: number }; readonly errors: readonly { readonly message?: string }[] }

/** A file that cannot be loaded is one failure; so is a run that says it failed and names none, and one that holds no test. */
export function unitCounts(file: string, finished: Finished): Counts {
  const report = readReport<UnitReport>(file)
  if (report === undefined) return broken('unit tests', finished)
  const failures: string[] = []
  for (const suite of report.testResults) {
    const failed = suite.assertionResults.filter(({ status }) => status === 'failed')
    for (const { fullName, failureMessages = [] } of failed) failures.push(`${suite.name}\n  ${fullName}\n${short(failureMessages.join('\n'))}`)
    if (failed.length === 0 && suite.status === 'failed') failures.push(`${suite.name}\n${short(suite.message ?? 'could not be loaded')}`)
  }
  return counted('unit tests', report.numPassedTests, failures, finished)
}

/** A test that passes only when tried again counts as failed. */
export function browserCounts(file: string, finished: Finished): Counts {
  const report = readReport<BrowserReport>(file)
  if (report === undefined) return broken('end-to-end tests', finished)
  const failures = report.errors.map(({ message }) => short(message ?? 'unknown error'))
  for (const spec of specsOf(report)) {
    for (const test of spec.tests) {
      if (test.status !== 'unexpected' && test.status !== 'flaky') continue
      const messages = test.results.flatMap(({ errors = [] }) => errors.map(({ message = '' }) => message))
      failures.push(`${spec.file} [${test.projectName}]\n  ${spec.title}\n${short(messages.join('\n'))}`)
    }
  }
  return counted('end-to-end tests', report.stats.expected, failures, finished)
}

function specsOf(suite: BrowserSuite): NonNullable<BrowserSuite['specs']>[number][] {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)]
}

function counted(name: string, passed: number, failures: readonly string[], finished: Finished): Counts {
  if (failures.length === 0 && (!finished.ok || passed === 0)) return { ...broken(name, finished), passed }
  return { passed, failed: failures.length, details: failures.join('\n\n') }
}

function broken(name: string, finished: Finished): Counts {
  return { passed: 0, failed: 1, details: `${name}: ${finished.ok ? 'no test was run' : finished.why}\n${finished.lastWords}` }
}

function readReport<Report>(file: string): Report | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined
}

function short(message: string): string {
  // eslint-disable-next-line no-control-regex -- reports carry terminal colours
  const lines = message.replace(/\u001b\[[0-9;]*m/g, '').split('\n').filter(line => !line.includes('/node_modules/') && !line.trim().startsWith('at new Promise'))
  return lines.slice(0, 20).map(line => `    ${line}`).join('\n')
}
