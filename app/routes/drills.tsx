/** The drills of a company or a site: begins one from the newest finished scan, and lists those of before. */
import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { readForm, textIn } from '#app/assessments/form-text.ts'
import { newestScan } from '#app/assessments/newest-scan.server.ts'
import { onceKeyFrom } from '#app/assessments/once-key.ts'
import { requireScan, storedResult, type Scan } from '#app/assessments/scan.server.ts'
import { scanName } from '#app/assessments/scan-name.ts'
import { weakestScenario } from '#app/core/drill.ts'
import { may } from '#app/core/permissions.ts'
import { date, say } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn, type Paths } from '#app/paths.ts'
import { actionsOf } from '#app/plans/plan.server.ts'
import { beginDrill, drillOf, drillsOf, removeDrill } from '#app/practice/drill.server.ts'
import styles from '#app/practice/drill.css?url'
import { DrillsPage, type DrillsPageProps } from '#app/practice/drills-page.tsx'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import { Empty } from '#app/ui/notice.tsx'
import { world } from '#app/world.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const handle: PageHandle = { still: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const title = data?.page === null ? m.drill_unfinished_title() : data?.page.alone === true ? m.drill_list_title_one() : m.drill_list_title()
  return [{ title: `${title} – ${m.site_name()}` }, { name: 'robots', content: 'noindex' }]
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await requireScan(world(), request, params, 'practice.see')
  const url = new URL(request.url)
  const paths = pathsIn(languageOf(url.pathname))
  const scan = await newestScan(world(), request, asked)
  if (scan === null) return { check: paths.check(asked.assessment.id), page: null }
  if (scan !== asked) throw redirect(paths.drills(scan.assessment.id))
  return { check: null, page: await pageOf(scan, url.searchParams, paths) }
}

async function pageOf(scan: Scan, query: URLSearchParams, paths: Paths): Promise<Omit<DrillsPageProps, 'error'>> {
  const { assessment, questionnaire, actor } = scan
  const { reader } = world().database
  const result = await storedResult(world(), assessment.id)
  const scenarios = questionnaire.scenarios.map(({ id, title }) => ({ id, title: say(title) }))
  const actions = await actionsOf(reader, assessment)
  const gone = await drillOf(reader, assessment, query.get('weg') ?? '')
  return {
    about: scanName(assessment),
    report: paths.report(assessment.id),
    alone: assessment.size === '1',
    may: may(actor, 'practice.hold'),
    suggested: weakestScenario(questionnaire, result?.scenarios ?? []),
    scenarios,
    once: randomUUID(),
    earlier: (await drillsOf(reader, assessment)).map(drill => ({
      href: paths.drill(assessment.id, drill.id),
      title: scenarios.find(({ id }) => id === drill.scenario)?.title ?? m.drill_name(),
      state: drill.heldAt === null ? m.drill_begun({ date: date(drill.createdAt) }) : m.drill_held({ date: date(drill.heldAt) }),
      outcome: drill.heldAt === null ? null : outcomeOf(drill.exercised.length, actions.filter(one => one.drillId === drill.id && one.removedAt === null).length),
    })),
    removed: gone === null || gone.removedAt === null ? null : { id: gone.id },
  }
}

function outcomeOf(answers: number, actions: number): string {
  const said = answers === 1 ? m.drill_outcome_answers_one() : m.drill_outcome_answers({ n: answers })
  return `${said}, ${actions === 1 ? m.drill_outcome_actions_one() : m.drill_outcome_actions({ n: actions })}`
}

export async function action({ request, params }: ActionFunctionArgs) {
  const asked = await requireScan(world(), request, params, 'practice.hold')
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  const form = await readForm(request)
  const scan = await newestScan(world(), request, asked)
  if (scan === null) throw redirect(paths.drills(asked.assessment.id))
  const { id } = scan.assessment
  if (textIn(form, 'do') === 'putBack') {
    const back = await removeDrill(world(), scan.assessment, textIn(form, 'drill'), false)
    if (!back.ok && back.reason === 'notFound') throw new Response(null, { status: 404 })
    return redirect(paths.drills(id))
  }
  const once = onceKeyFrom(form)
  if (once === null) throw new Response(null, { status: 400 })
  const scenario = textIn(form, 'scenario')
  if (!scan.questionnaire.scenarios.some(one => one.id === scenario)) return data({ error: m.drill_error_scenario() }, { status: 422 })
  const drill = await beginDrill(world(), scan, scenario, once)
  return redirect(paths.drill(id, drill.id))
}

export default function DrillsRoute() {
  const { check, page } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  return (
    <Site>
      {page === null ? (
        <div className="flow">
          <h1>{m.drill_unfinished_title()}</h1>
          <Empty title={m.drill_unfinished_text()} action={<Link to={check}>{m.drill_unfinished_link()}</Link>} />
        </div>
      ) : (
        <DrillsPage {...page} error={answered?.error ?? null} />
      )}
    </Site>
  )
}
