/** GET /health: whether the server, its database, its jobs and its mail are well, for whoever watches over it. */
import { jobs } from '#app/jobs/jobs.ts'
import { jobStates, mailState } from '#app/jobs/job-state.server.ts'
import { world } from '#app/world.server.ts'
import { version } from '../../package.json'

export async function loader(): Promise<Response> {
  const { database, runner } = world()
  const alive = await database.ping()
  const [states, mail] = alive ? await Promise.all([jobStates(world(), jobs, runner.since), mailState(world())]).catch(() => [[], 'failing'] as const) : [[], 'failing' as const]
  const ok = alive && mail === 'ok' && states.every(({ outcome }) => outcome !== 'failing')
  const body = { status: ok ? 'ok' : 'failing', database: alive ? 'ok' : 'failing', mail, jobs: states, version }
  return Response.json(body, { status: ok ? 200 : 503, headers: { 'Cache-Control': 'no-store' } })
}
