/** Parts of a report, for who has the link. */
import type { HeadersFunction, LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guessingPause, noteFailure } from '#app/auth/guessing.server.ts'
import { hourBarWords } from '#app/assessments/hour-bar-words.ts'
import { questionnaireWithHash } from '#app/assessments/questionnaires.server.ts'
import { date } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import { readReport } from '#app/reports/load-report.server.ts'
import { reportCharts } from '#app/reports/report-charts.server.ts'
import { reportView } from '#app/reports/report-view.ts'
import styles from '#app/reports/report.css?url'
import { openShareLink } from '#app/reports/share/share.server.ts'
import { SharedPage } from '#app/reports/share/shared-page.tsx'
import { sharedView, withoutOwnWords } from '#app/reports/share/shared-view.ts'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import { world } from '#app/world.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const handle: PageHandle = { still: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data === undefined ? m.site_name() : `${m.share_shared_title({ date: data.view.date })} – ${m.site_name()}` },
  { name: 'robots', content: 'noindex, nofollow' },
]

/** The address is the key: it is sent to no other page, and no search engine keeps it. */
const secretAddress = { 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex, nofollow' }

export const headers: HeadersFunction = () => secretAddress

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const pause = await guessingPause(context.address)
  if (pause !== null) throw new Response(null, { status: 429, headers: { 'Retry-After': String(pause) } })
  const shared = await openShareLink(world(), params.token ?? '')
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  const questionnaire = shared === null ? null : await questionnaireWithHash(world().database, shared.assessment.questionnaireHash)
  const report = shared === null || questionnaire === null ? null : await readReport(world(), shared.assessment, questionnaire, paths)
  if (shared === null || questionnaire === null || report === null) {
    await noteFailure(context.address)
    throw new Response(null, { status: 404 })
  }
  const view = reportView(questionnaire, report.evidence, report.result, withoutOwnWords(report.context))
  return data(
    {
      view: sharedView(view, shared.parts),
      charts: shared.parts.includes('themes') ? reportCharts(view.themes) : null,
      words: hourBarWords(),
      until: date(shared.expiresAt),
      home: paths.home,
    },
    { headers: secretAddress },
  )
}

export default function Shared() {
  return (
    <Site>
      <SharedPage {...useLoaderData<typeof loader>()} />
    </Site>
  )
}
