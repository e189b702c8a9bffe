/** The gate counts what passed and what failed, and never takes silence for success. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { browserCounts, unitCounts } from './gate-counts.ts'
import { run } from './gate-run.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'paraat-counts-'))
afterAll(() => rmSync(folder, { recursive: true }))

const fine = { ok: true, why: 'exit code 0', lastWords: '', milliseconds: 1 }
const failed = { ok: false, why: 'exit code 1', lastWords: 'it broke', milliseconds: 1 }

function report(content: unknown): string {
  const file = path.join(folder, `${crypto.randomUUID()}.json`)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

describe('Unit tests', () => {
  const suite = (status: string, ...statuses: string[]) => ({
    name: 'a.test.ts',
    status,
    message: 'could not load',
    assertionResults: statuses.map((one, position) => ({ status: one, fullName: `test ${position}`, failureMessages: ['expected 1'] })),
  })

  it('are counted one by one, and a failure is told', () => {
    const counts = unitCounts(report({ numPassedTests: 2, testResults: [suite('failed', 'passed', 'failed', 'passed')] }), failed)
    expect(counts).toMatchObject({ passed: 2, failed: 1 })
    expect(counts.details).toContain('test 1')
  })

  it('fail once where a file cannot be loaded', () => {
    expect(unitCounts(report({ numPassedTests: 3, testResults: [suite('passed', 'passed'), suite('failed')] }), failed)).toMatchObject({ passed: 3, failed: 1 })
  })

  it('fail where the run failed and names no test, where there is none, and where there is no report', () => {
    expect(unitCounts(report({ numPassedTests: 5, testResults: [] }), failed)).toMatchObject({ passed: 5, failed: 1 })
    expect(unitCounts(report({ numPassedTests: 0, testResults: [] }), fine)).toMatchObject({ passed: 0, failed: 1 })
    expect(unitCounts(path.join(folder, 'none.json'), failed)).toMatchObject({ passed: 0, failed: 1 })
  })
})

describe('End-to-end tests', () => {
  const test = (status: string) => ({ status, projectName: '', results: [{ status, errors: [{ message: 'no button' }] }] })
  const spec = (status: string) => ({ title: `a ${status} one`, file: 'a.spec.ts', tests: [test(status)] })

  it('are counted through all folders, and one that passes only when tried again has failed', () => {
    const counts = browserCounts(
      report({ stats: { expected: 4 }, errors: [], suites: [{ specs: [spec('expected')], suites: [{ specs: [spec('unexpected'), spec('flaky'), spec('skipped')] }] }] }),
      failed,
    )
    expect(counts).toMatchObject({ passed: 4, failed: 2 })
    expect(counts.details).toContain('no button')
  })

  it('fail where the server did not come up', () => {
    expect(browserCounts(report({ stats: { expected: 0 }, errors: [{ message: 'no server' }], suites: [] }), failed)).toMatchObject({ passed: 0, failed: 1 })
  })
})

describe('A step', () => {
  it('is done when its process ends well', async () => {
    expect(await run(folder, ['-e', 'console.log(process.env.WORD)'], 10_000, { WORD: 'hello' })).toMatchObject({ ok: true, lastWords: 'hello' })
  })

  it('has failed on any other exit, and its last words are kept', async () => {
    expect(await run(folder, ['-e', 'console.error("why"); process.exit(3)'], 10_000, {})).toMatchObject({ ok: false, why: 'exit code 3', lastWords: 'why' })
  })

  it('is ended with all that it started when it takes too long', async () => {
    const words = "require('node:child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'inherit' }); setTimeout(() => {}, 60000)"
    const finished = await run(folder, ['-e', words], 500, {})
    expect(finished).toMatchObject({ ok: false, why: 'took longer than 0.5 s' })
    expect(finished.milliseconds).toBeLessThan(10_000)
  })
})
