/** How the jobs stand, for whoever watches over the server: in words and numbers that are nobody's secret. */
import type { World } from '#db/open.server.ts'
import { overdueLetters } from '#app/mail/outbox.server.ts'
import type { Job } from './jobs.ts'
import { lastRuns, slotOf } from './runner.server.ts'

/** After so many slots without a run something is wrong. */
const slotsWithout = 3

export type JobState = {
  readonly name: string
  /** when it last began, as an ISO time; null: never */
  readonly startedAt: string | null
  /** seconds since then */
  readonly age: number | null
  readonly outcome: 'ok' | 'failing' | 'running' | 'waiting'
}

/** `since`: when this process began to run jobs, in epoch milliseconds; in the first three slots after it nothing is missed yet. */
export async function jobStates(world: World, jobs: readonly Pick<Job, 'name' | 'every'>[], since: number): Promise<JobState[]> {
  const now = world.now()
  return await Promise.all(
    jobs.map(async (job): Promise<JobState> => {
      const [last, before] = await lastRuns(world.database.reader, job.name, 2)
      const seen = Math.max(last?.startedAt ?? 0, since)
      const late = slotOf(job, now) - slotOf(job, seen) > slotsWithout
      const failed = last?.finishedAt === null ? before?.error : last?.error
      return {
        name: job.name,
        startedAt: last === undefined ? null : new Date(last.startedAt).toISOString(),
        age: last === undefined ? null : Math.max(0, Math.round((now - last.startedAt) / 1000)),
        outcome: late || typeof failed === 'string' ? 'failing' : last === undefined ? 'waiting' : last.finishedAt === null ? 'running' : 'ok',
      }
    }),
  )
}

/** Failing when letters have waited for more than six hours. */
export async function mailState(world: World): Promise<'ok' | 'failing'> {
  return (await overdueLetters(world.database.reader, world.now())) === 0 ? 'ok' : 'failing'
}
