/** Each job runs once in its slot, whoever of the processes comes first. */
import { writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import pino from 'pino'
import { describe, expect, it } from 'vitest'
import { makersTime, makeUser } from '#db/makers.ts'
import type { World } from '#db/open.server.ts'
import { testDatabase } from '#db/test-database.ts'
import { startProcess } from '#db/test-process.ts'
import { transact } from '#db/transact.server.ts'
import { auditLog, jobRuns } from '#db/work-tables.ts'
import { isNight, jobs, type Job } from './jobs.ts'
import { jobStates } from './job-state.server.ts'
import { lastRuns, runDue, runNow, startJobs } from './runner.server.ts'

const { database, file } = testDatabase()
const clock = { at: makersTime }
const world: World = { database, now: () => clock.at }
const minute = 60_000

/** A job that counts its runs, and can be made to fail or to wait. */
function counting(name: string, every = minute): { job: Job<World>; ran: () => number; failWith: (message: string | null) => void } {
  let ran = 0
  let failure: string | null = null
  const run = () => {
    ran += 1
    return failure === null ? Promise.resolve({ ran }) : Promise.reject(new Error(failure))
  }
  return { job: { name, every, run }, ran: () => ran, failWith: message => void (failure = message) }
}

describe('A job', () => {
  it('runs once in a slot, and again in the next', async () => {
    const { job, ran } = counting('once')
    await Promise.all(Array.from({ length: 50 }, () => runDue(world, job)))
    await runDue(world, job)
    expect(ran()).toBe(1)
    clock.at += minute
    await runDue(world, job)
    expect(ran()).toBe(2)
    expect((await lastRuns(database.reader, 'once', 5)).map(({ outcome }) => outcome)).toEqual([{ ran: 2 }, { ran: 1 }])
  })

  it('that failed says why without addresses, and runs again in the next slot', async () => {
    const { job, ran, failWith } = counting('fails')
    failWith('550 no mailbox for jan@example.nl here')
    expect(await runDue(world, job)).toMatchObject({ outcome: null, error: '550 no mailbox for (address) here', finishedAt: clock.at })
    failWith(null)
    clock.at += minute
    expect(await runDue(world, job)).toMatchObject({ outcome: { ran: 2 }, error: null })
    expect(ran()).toBe(2)
  })

  it('keeps its last fifty runs', async () => {
    const { job } = counting('many')
    for (let slot = 0; slot < 60; slot += 1) {
      clock.at += minute
      await runDue(world, job)
    }
    const kept = await database.reader.select().from(jobRuns).where(eq(jobRuns.job, 'many'))
    expect(kept.length).toBe(50)
    expect(Math.max(...kept.map(({ slot }) => slot))).toBe(Math.floor(clock.at / minute))
  })

  it('whose process died in the middle leaves the next slot free', async () => {
    const { job, ran } = counting('died')
    const slot = Math.floor(clock.at / minute)
    await transact(database, async writer => void (await writer.insert(jobRuns).values({ job: 'died', slot, startedAt: clock.at })))
    expect(await runDue(world, job)).toBeNull()
    clock.at += minute
    expect(await runDue(world, job)).toMatchObject({ error: null })
    expect(ran()).toBe(1)
  })

  it('finishes what it began when the process stops, and begins nothing more', async () => {
    let finish = () => {}
    const waits: Job<World> = { name: 'slow', every: minute, run: () => new Promise(resolve => (finish = () => resolve({ done: 1 }))) }
    const runner = startJobs(world, [waits], pino({ level: 'silent' }), 5)
    await expect.poll(async () => (await lastRuns(database.reader, 'slow', 1)).length).toBe(1)
    const stopped = runner.stop()
    finish()
    await stopped
    clock.at += minute
    expect((await lastRuns(database.reader, 'slow', 5)).map(({ outcome }) => outcome)).toEqual([{ done: 1 }])
  })

  it('rewrites the file in the night of Amsterdam only, in summer and in winter', () => {
    const hours = (day: string) => Array.from({ length: 24 }, (_, hour) => hour).filter(hour => isNight(Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`)))
    expect(hours('2026-01-06')).toEqual([0, 1, 2, 3])
    expect(hours('2026-07-06')).toEqual([0, 1, 2, 23])
    expect(jobs.find(({ name }) => name === 'rewrite')?.mayRun).toBe(isNight)
  })
})

describe('An operator who runs a job now', () => {
  it('has one effect, however often the form is sent, and stands in the audit log', async () => {
    const operator = await transact(database, writer => makeUser(writer, { operator: true }))
    const { job, ran } = counting('now')
    await runDue(world, job)
    const [last] = await lastRuns(database.reader, 'now', 1)
    const began = await Promise.all(Array.from({ length: 50 }, () => runNow(world, job, last?.startedAt ?? null, operator.id)))
    expect(began.filter(Boolean).length).toBe(1)
    expect(ran()).toBe(2)
    const noted = await database.reader.select().from(auditLog).where(eq(auditLog.userId, operator.id))
    expect(noted.map(({ event, subjectId }) => [event, subjectId])).toEqual([['jobStarted', 'now']])
  })
})

describe('The state of the jobs', () => {
  it('turns to failing when the last run failed, or when three slots went by without one, but not just after the start', async () => {
    const { job, failWith } = counting('watched')
    const state = async (since: number) => (await jobStates(world, [job], since))[0]?.outcome
    const start = clock.at
    expect(await state(start)).toBe('waiting')
    await runDue(world, job)
    expect(await state(start)).toBe('ok')
    clock.at += minute
    failWith('broken')
    await runDue(world, job)
    expect(await state(start)).toBe('failing')
    clock.at += minute
    failWith(null)
    await runDue(world, job)
    expect(await state(start)).toBe('ok')
    clock.at += 4 * minute
    expect(await state(start)).toBe('failing')
    expect(await state(clock.at)).toBe('ok')
  })
})

/** Looks fifty times a second, on slots of 300 ms, until a file says stop; prints each slot that it ran. */
const workOn = `
  import { existsSync, writeSync } from 'node:fs'
  import { setTimeout as pause } from 'node:timers/promises'
  import { runDue } from '#app/jobs/runner.server.ts'
  import { openDatabase } from '#db/open.server.ts'
  const [, file] = process.argv
  const world = { database: openDatabase(file), now: () => Date.now() }
  const job = { name: 'shared', every: 300, run: async () => ({ done: 1 }) }
  writeSync(1, 'ready\\n')
  while (!existsSync(file + '.stop')) {
    const run = await runDue(world, job)
    if (run !== null) writeSync(1, run.slot + '\\n')
    await pause(20)
  }
  await world.database.close()
`

describe('Three processes on one database', () => {
  it('run each slot once between them', async () => {
    const processes = Array.from({ length: 3 }, () => startProcess(workOn, [file]))
    await Promise.all(processes.map(process => process.says('ready')))
    await pause(2500)
    writeFileSync(`${file}.stop`, '')
    expect(await Promise.all(processes.map(({ ended }) => ended))).toEqual([0, 0, 0])
    const slots = processes.flatMap(({ lines }) => lines.filter(line => line !== 'ready'))
    expect(slots.length).toBeGreaterThan(3)
    expect(new Set(slots).size).toBe(slots.length)
    const stored = await database.reader.select().from(jobRuns).where(eq(jobRuns.job, 'shared'))
    expect(stored.map(({ slot }) => String(slot)).sort()).toEqual(slots.sort())
    expect(stored.every(({ outcome }) => outcome?.done === 1)).toBe(true)
  }, 60_000)
})
