/** The trial hours of a company or site, and the form that plans one. */
import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/assessments/form-text.ts'
import { newestScan } from '#app/assessments/newest-scan.server.ts'
import { onceKeyFrom } from '#app/assessments/once-key.ts'
import { requireScan } from '#app/assessments/scan.server.ts'
import { scanName } from '#app/assessments/scan-name.ts'
import { dutchDay } from '#app/core/actions.ts'
import { nextTuesday } from '#app/core/dutch-clock.ts'
import { may } from '#app/core/permissions.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import { readTrial, typedTrial, type TypedTrial } from '#app/practice/trial-form.ts'
import { TrialHoursPage } from '#app/practice/trial-hours-page.tsx'
import { listView, problemsInWords, stateOf, whenInWords } from '#app/practice/trial-view.ts'
import { mostTrials, planTrial, trialsOf } from '#app/practice/trial.server.ts'
import styles from '#app/practice/trial.css?url'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { Empty } from '#app/ui/notice.tsx'
import { world } from '#app/world.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const handle: PageHandle = { still: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.trials?.heading ?? m.trial_unfinished_title()} – ${m.site_name()}` },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await requireScan(world(), request, params, 'practice.see')
  const url = new URL(request.url)
  const paths = pathsIn(languageOf(url.pathname))
  const scan = await newestScan(world(), request, asked)
  if (scan === null) return { check: paths.check(asked.assessment.id), trials: null }
  const { id, size, sector } = scan.assessment
  if (scan !== asked) throw redirect(paths.trialHours(id))
  const now = world().now()
  const rows = (await trialsOf(world().database.reader, scan.assessment)).map(trial => ({ trial, state: stateOf(trial, now) }))
  const next = rows.find(({ state }) => state === 'planned') ?? rows.findLast(({ state }) => state === 'held')
  return {
    check: null,
    trials: {
      about: scanName(scan.assessment),
      report: paths.report(id),
      heading: next === undefined ? m.trial_heading_none() : headings[next.state === 'held' ? 'held' : 'planned'](whenInWords(next.trial)),
      lead: size === '1' ? m.trial_lead_one() : m.trial_lead(),
      may: may(scan.actor, 'practice.hold'),
      list: listView(world().catalogue.trialHour(sector), size),
      basis: `${paths.accountability}#oordeel`,
      once: randomUUID(),
      fields: { day: nextTuesday(now), time: '10:00', tell: '', keepOn: '' } satisfies TypedTrial,
      rows: rows.map(({ trial, state }) => ({ href: paths.trialHour(id, trial.id), when: whenInWords(trial), state })),
    },
  }
}

const headings = {
  planned: (when: string) => m.trial_heading_planned({ when }),
  held: (when: string) => m.trial_heading_held({ when }),
}

export async function action({ request, params }: ActionFunctionArgs) {
  const asked = await requireScan(world(), request, params, 'practice.hold')
  const scan = await newestScan(world(), request, asked)
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  if (scan === null) throw redirect(paths.trialHours(asked.assessment.id))
  const form = await readForm(request)
  const once = onceKeyFrom(form)
  if (once === null) throw new Response(null, { status: 400 })
  const typed = typedTrial(form)
  const { problems, fields } = readTrial(typed, dutchDay(world().now()))
  if (problems.length > 0) return refused(problemsInWords(problems), typed)
  const planned = await planTrial(world(), scan, fields, once)
  if (!planned.ok) return refused([{ id: 'day', message: m.trial_error_full({ n: mostTrials }) }], typed)
  return redirect(`${paths.trialHour(scan.assessment.id, planned.trial.id)}?gedaan=plan`)
}

function refused(errors: readonly FieldError[], fields: TypedTrial) {
  return data({ errors, fields }, { status: 422 })
}

export default function TrialHours() {
  const { check, trials } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  return (
    <Site>
      {trials === null ? (
        <div className="flow">
          <h1>{m.trial_unfinished_title()}</h1>
          <Empty title={m.trial_unfinished_text()} action={<Link to={check}>{m.trial_unfinished_link()}</Link>} />
        </div>
      ) : (
        <TrialHoursPage {...trials} refused={answered ?? null} />
      )}
    </Site>
  )
}
