/** The jobs: what runs by itself, how the last times went, and running one now. */
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readForm } from '#app/assessments/form-text.ts'
import { requireOperator } from '#app/auth/guards.server.ts'
import { date, time } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { jobNames, jobs, type JobName } from '#app/jobs/jobs.ts'
import { jobStates } from '#app/jobs/job-state.server.ts'
import { lastRuns, runNow } from '#app/jobs/runner.server.ts'
import { languageOf, pathsIn } from '#app/paths.ts'
import type { PageHandle } from '#app/root.tsx'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { world } from '#app/world.server.ts'
import { OperatorPage } from './operator-page.tsx'

export const handle: PageHandle = { still: true }

export const meta: MetaFunction = () => [{ title: `${m.operator_jobs()} – ${m.site_name()}` }]

const runsShown = 10

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOperator(world(), request)
  const { database, runner } = world()
  const states = await jobStates(world(), jobs, runner.since)
  return {
    jobs: await Promise.all(
      jobs.map(async ({ name }, index) => ({
        name,
        outcome: states[index]?.outcome ?? 'waiting',
        runs: (await lastRuns(database.reader, name, runsShown)).map(({ startedAt, finishedAt, outcome, error }) => ({ startedAt, finishedAt, outcome, error })),
      })),
    ),
  }
}

const posted = z.object({ job: z.enum(jobNames), seen: z.literal('').transform(() => null).or(z.coerce.number().int().min(0)) })

export async function action({ request }: ActionFunctionArgs) {
  const { user } = await requireOperator(world(), request)
  const form = await readForm(request)
  const wanted = posted.safeParse({ job: form.get('job'), seen: form.get('seen') })
  const job = wanted.success ? jobs.find(({ name }) => name === wanted.data.job) : undefined
  if (!wanted.success || job === undefined) throw new Response(null, { status: 400 })
  await runNow(world(), job, wanted.data.seen, user.id)
  return redirect(pathsIn(languageOf(new URL(request.url).pathname)).operator)
}

const names: Readonly<Record<JobName, () => string>> = {
  mail: m.operator_job_mail,
  lifetimes: m.operator_job_lifetimes,
  purge: m.operator_job_purge,
  rewrite: m.operator_job_rewrite,
  reminders: m.operator_job_reminders,
}
const figures: Readonly<Record<string, () => string>> = {
  sent: m.operator_did_sent,
  later: m.operator_did_later,
  failed: m.operator_did_failed,
  scans: m.operator_did_scans,
  others: m.operator_did_others,
  companies: m.operator_did_companies,
  accounts: m.operator_did_accounts,
  rewritten: m.operator_did_rewritten,
}
const outcomes = { ok: m.operator_state_ok, failing: m.operator_state_failing, running: m.operator_state_running, waiting: m.operator_state_waiting }

type Run = { readonly startedAt: number; readonly finishedAt: number | null; readonly outcome: Readonly<Record<string, number>> | null; readonly error: string | null }

function saidOf({ finishedAt, outcome, error }: Run): string {
  if (error !== null) return m.operator_run_failed({ error })
  if (outcome === null) return finishedAt === null ? m.operator_state_running() : m.operator_run_nothing()
  const done = Object.entries(outcome).filter(([, count]) => count > 0)
  return done.length === 0 ? m.operator_run_nothing() : done.map(([what, count]) => `${figures[what]?.() ?? what}: ${count}`).join(' · ')
}

export default function Operator() {
  const { jobs } = useLoaderData<typeof loader>()
  const failing = jobs.filter(({ outcome }) => outcome === 'failing').length
  return (
    <OperatorPage title={failing === 0 ? m.operator_jobs_well() : failing === 1 ? m.operator_jobs_one_failing() : m.operator_jobs_failing({ count: failing })}>
      <ul className="border-t border-rule">
        {jobs.map(({ name, outcome, runs }) => (
          <li key={name} className="flow border-b border-rule py-4">
            <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
              <h2 className="text-xl">{names[name]()}</h2>
              <form method="post">
                <input type="hidden" name="job" value={name} />
                <input type="hidden" name="seen" value={runs[0]?.startedAt ?? ''} />
                <Button kind="quiet" aria-label={`${m.operator_run_now()}: ${names[name]()}`}>
                  {m.operator_run_now()}
                </Button>
              </form>
            </div>
            {outcome === 'failing' ? <Notice kind="danger" title={outcomes[outcome]()} /> : <p>{runs[0] === undefined ? outcomes[outcome]() : m.operator_state_last({ state: outcomes[outcome](), date: date(runs[0].startedAt), time: time(runs[0].startedAt) })}</p>}
            {runs.length === 0 ? null : (
              <Disclosure summary={m.operator_last_runs()}>
                <ul>
                  {runs.map(run => (
                    <li key={run.startedAt} className="break-words">
                      {m.operator_at({ date: date(run.startedAt), time: time(run.startedAt) })} – {saidOf(run)}
                    </li>
                  ))}
                </ul>
              </Disclosure>
            )}
          </li>
        ))}
      </ul>
    </OperatorPage>
  )
}
