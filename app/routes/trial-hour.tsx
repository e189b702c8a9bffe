/** One trial hour: the list, moving, cancelling, and what came out. */
import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { TrialHour } from '#db/plan-tables.ts'
import { openScanOf } from '#app/assessments/line.server.ts'
import { readForm } from '#app/assessments/form-text.ts'
import { newestScan } from '#app/assessments/newest-scan.server.ts'
import { evidenceOf, findScan, requireScan, storedAnswers, type Scan } from '#app/assessments/scan.server.ts'
import { scanName } from '#app/assessments/scan-name.ts'
import { may } from '#app/core/permissions.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn, type Paths } from '#app/paths.ts'
import { TrialPage, type TrialPageProps } from '#app/practice/trial-page.tsx'
import { trialQuestions } from '#app/practice/trial-questions.ts'
import { listView, outcomeView, stateOf, whenInWords, type TrialState } from '#app/practice/trial-view.ts'
import { trialOf } from '#app/practice/trial.server.ts'
import styles from '#app/practice/trial.css?url'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import { sheetStyle } from '#app/ui/sheet.ts'
import { world } from '#app/world.server.ts'
import { answerTrialForm } from './trial-forms.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const handle: PageHandle = { still: true, paper: data => sheetStyle((data as Awaited<ReturnType<typeof loader>>).sheet, m.trial_sheet_page()) }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.page.heading ?? m.trial_name()} – ${m.site_name()}` },
  { name: 'robots', content: 'noindex' },
]

const headings: Record<TrialState, (when: string) => string> = {
  planned: when => m.trial_heading_planned({ when }),
  begun: () => m.trial_heading_begun(),
  held: when => m.trial_heading_held({ when }),
  cancelled: when => m.trial_heading_cancelled({ when }),
}
const leads: Record<TrialState, () => string> = {
  planned: () => m.trial_lead_planned(),
  begun: () => m.trial_lead_begun(),
  held: () => m.trial_lead_held(),
  cancelled: () => m.trial_lead_cancelled(),
}
const said: Readonly<Record<string, () => string>> = {
  plan: () => m.trial_said_plan(),
  move: () => m.trial_said_move(),
  tick: () => m.trial_said_tick(),
  cancel: () => m.trial_said_cancel(),
  putBack: () => m.trial_said_putBack(),
  hold: () => m.trial_said_hold(),
}

/** The trial hour of this request, seen from the newest finished scan of its line. Throws a 404, or a redirect to there. */
async function trialHere(request: Request, params: LoaderFunctionArgs['params'], asked: Scan, paths: Paths): Promise<{ scan: Scan; trial: TrialHour }> {
  const trial = await trialOf(world().database.reader, asked.assessment, params.trial ?? '')
  if (trial === null) throw new Response(null, { status: 404 })
  const scan = await newestScan(world(), request, asked)
  if (scan === null) throw redirect(paths.trialHours(asked.assessment.id))
  return { scan, trial }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await requireScan(world(), request, params, 'practice.see')
  const url = new URL(request.url)
  const language = languageOf(url.pathname)
  const paths = pathsIn(language)
  const { scan, trial } = await trialHere(request, params, asked, paths)
  const { assessment, questionnaire } = scan
  if (scan !== asked) throw redirect(paths.trialHour(assessment.id, trial.id))
  const state = stateOf(trial, world().now())
  const when = whenInWords(trial)
  const done = said[url.searchParams.get('gedaan') ?? '']
  const asking = state === 'begun' ? trialQuestions(questionnaire, evidenceOf(assessment, await storedAnswers(world(), assessment.id)), language) : []
  const page: Omit<TrialPageProps, 'refused' | 'conflict'> = {
    about: scanName(assessment),
    back: paths.trialHours(assessment.id),
    report: paths.report(assessment.id),
    heading: headings[state](when),
    lead: leads[state](),
    state,
    may: may(scan.actor, 'practice.hold'),
    version: trial.version,
    list: listView(world().catalogue.trialHour(assessment.sector), assessment.size),
    ticked: trial.ticked,
    fields: { day: trial.day, time: trial.time, tell: trial.tell ?? '', keepOn: trial.keepOn ?? '' },
    ics: paths.trialHourIcs(assessment.id, trial.id),
    basis: `${paths.accountability}#oordeel`,
    questions: asking,
    ...(state === 'held' ? await toldOf(request, scan, trial, paths) : { outcome: [], note: null, next: null }),
    said: done === undefined ? null : { text: done(), undo: url.searchParams.get('gedaan') === 'cancel' && state === 'cancelled' ? 'putBack' : null },
  }
  return { sheet: `${m.trial_name()} · ${scanName(assessment)} · ${when}`, page }
}

/** What came out, in the answers of the scan that it was told of, and the open new scan that holds what was put right. */
async function toldOf(request: Request, scan: Scan, trial: TrialHour, paths: Paths): Promise<Pick<TrialPageProps, 'outcome' | 'note' | 'next'>> {
  const then = trial.assessmentId === scan.assessment.id ? scan : await findScan(world(), request, trial.assessmentId)
  const questions =
    then === null ? [] : trialQuestions(then.questionnaire, evidenceOf(then.assessment, await storedAnswers(world(), then.assessment.id)), languageOf(new URL(request.url).pathname))
  const open = await openScanOf(world().database.reader, scan.assessment, scan.assessment.finishedAt ?? 0)
  return { outcome: outcomeView(trial.outcome ?? {}, questions), note: trial.note, next: open === null ? null : paths.check(open.id) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const asked = await requireScan(world(), request, params, 'practice.hold')
  const language = languageOf(new URL(request.url).pathname)
  const paths = pathsIn(language)
  const { scan, trial } = await trialHere(request, params, asked, paths)
  const answer = await answerTrialForm(request, scan, trial, await readForm(request), language)
  if ('done' in answer) return redirect(`${paths.trialHour(scan.assessment.id, trial.id)}?gedaan=${answer.done}`)
  return data(answer, { status: answer.conflict === null ? 422 : 409 })
}

export default function TrialHourRoute() {
  const { page } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  return (
    <Site>
      <TrialPage {...page} said={answered === undefined ? page.said : null} refused={answered?.refused ?? null} conflict={answered?.conflict ?? null} />
    </Site>
  )
}
