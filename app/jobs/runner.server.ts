/** Runs each job once in each slot of time, whichever process comes first, and keeps what came of it. */
import { and, desc, eq, lt, sql } from 'drizzle-orm'
import type { Logger } from 'pino'
import type { Reader, World, Writer } from '#db/open.server.ts'
import { transact } from '#db/transact.server.ts'
import { jobRuns } from '#db/work-tables.ts'
import type { JobRun } from '#db/work-tables.ts'
import { audit } from '#app/auth/audit.server.ts'
import { withoutAddresses } from '#app/mail/outbox.server.ts'
import type { Job } from './jobs.ts'

/** How often a process looks whether a slot has begun, in milliseconds. */
const look = 5000
/** Runs that are kept of each job. */
const runsKept = 50

export type Runner = {
  /** since when this process runs jobs, in epoch milliseconds */
  readonly since: number
  /** Lets what runs finish, and begins nothing more. */
  readonly stop: () => Promise<void>
}

/** Begins at once, and looks again every five seconds or as `every` says. */
export function startJobs<W extends World>(world: W, jobs: readonly Job<W>[], log: Logger, every = look): Runner {
  const underWay = new Map<string, Promise<void>>()
  const round = () => {
    for (const job of jobs) {
      if (underWay.has(job.name)) continue
      const run = runDue(world, job)
        .then(run => {
          if (typeof run?.error === 'string') log.error({ job: job.name, error: run.error }, 'a job failed')
        })
        .catch((error: unknown) => log.error({ job: job.name, err: error }, 'a job could not be run'))
        .finally(() => underWay.delete(job.name))
      underWay.set(job.name, run)
    }
  }
  const timer = setInterval(round, every)
  round()
  return {
    since: world.now(),
    async stop() {
      clearInterval(timer)
      await Promise.all(underWay.values())
    },
  }
}

/** Runs the job where its slot is free. Resolves with the run, or null where there was nothing to do or another process has it. */
export async function runDue<W extends World>(world: W, job: Job<W>): Promise<JobRun | null> {
  const now = world.now()
  const slot = slotOf(job, now)
  if (job.mayRun?.(now) === false) return null
  const here = and(eq(jobRuns.job, job.name), eq(jobRuns.slot, slot))
  if ((await world.database.reader.$count(jobRuns, here)) > 0) return null
  const mine = await transact(world.database, async writer => {
    const taken = await writer.insert(jobRuns).values({ job: job.name, slot, startedAt: now }).onConflictDoNothing().returning()
    await forgetOld(writer, job.name)
    return taken.length > 0
  })
  return mine ? await runClaimed(world, job, slot, now) : null
}

/**
 * Runs the job now, because somebody asks for it who saw that it last began at `seen` (null: never). A copy of the same wish, and a wish for
 * what is just running, changes nothing and resolves with false.
 */
export async function runNow<W extends World>(world: W, job: Job<W>, seen: number | null, userId: string): Promise<boolean> {
  const now = world.now()
  const slot = slotOf(job, now)
  const startedAt = Math.max(now, (seen ?? 0) + 1)
  const mine = await transact(world.database, async writer => {
    const [last] = await lastRuns(writer, job.name, 1)
    if ((last?.startedAt ?? null) !== seen) return false
    if (last !== undefined && last.finishedAt === null && last.slot === slot) return false
    const begun = { startedAt, finishedAt: null, outcome: null, error: null }
    await writer
      .insert(jobRuns)
      .values({ job: job.name, slot, ...begun })
      .onConflictDoUpdate({ target: [jobRuns.job, jobRuns.slot], set: begun })
    await audit(writer, now, { event: 'jobStarted', userId, subjectId: job.name })
    return true
  })
  if (mine) await runClaimed(world, job, slot, startedAt)
  return mine
}

/** The last runs of a job, newest first. */
export async function lastRuns(reader: Reader, job: string, count: number): Promise<JobRun[]> {
  return await reader.select().from(jobRuns).where(eq(jobRuns.job, job)).orderBy(desc(jobRuns.slot)).limit(count)
}

/** The number of the slot that this moment is in. */
export function slotOf({ every }: Pick<Job, 'every'>, now: number): number {
  return Math.floor(now / every)
}

async function runClaimed<W extends World>(world: W, job: Job<W>, slot: number, startedAt: number): Promise<JobRun | null> {
  const outcome = await job.run(world).then(
    outcome => ({ outcome, error: null }),
    (error: unknown) => ({ outcome: null, error: withoutAddresses(error instanceof Error ? error.message : String(error)) }),
  )
  const mine = and(eq(jobRuns.job, job.name), eq(jobRuns.slot, slot), eq(jobRuns.startedAt, startedAt))
  const [run] = await transact(world.database, async writer => await writer.update(jobRuns).set({ finishedAt: world.now(), ...outcome }).where(mine).returning())
  return run ?? null
}

async function forgetOld(writer: Writer, job: string): Promise<void> {
  const kept = sql`(select min(slot) from (select slot from job_runs where job = ${job} order by slot desc limit ${runsKept}))`
  await writer.delete(jobRuns).where(and(eq(jobRuns.job, job), lt(jobRuns.slot, kept)))
}
