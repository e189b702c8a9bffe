/** The finished scans of a company, or of one site, over time. */
import { randomUUID } from 'node:crypto'
import { redirect, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { finishedScansOf } from '#app/assessments/line.server.ts'
import { questionnaireWithHash } from '#app/assessments/questionnaires.server.ts'
import { evidenceOf, requireScan, storedAnswers } from '#app/assessments/scan.server.ts'
import { scanName } from '#app/assessments/scan-name.ts'
import { may } from '#app/core/permissions.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import { trendCharts } from '#app/reports/trend/trend-charts.server.ts'
import { TrendPage } from '#app/reports/trend/trend-page.tsx'
import { changeView, trendView } from '#app/reports/trend/trend-view.ts'
import styles from '#app/reports/trend/trend.css?url'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import { world } from '#app/world.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const handle: PageHandle = { still: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data === undefined ? m.site_name() : `${data.view.heading} – ${m.site_name()}` },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { assessment, actor } = await requireScan(world(), request, params, 'scan.seeReport')
  const url = new URL(request.url)
  const paths = pathsIn(languageOf(url.pathname))
  const stored = (await finishedScansOf(world().database.reader, assessment)).reverse()
  if (stored.length === 0) throw redirect(paths.check(assessment.id))
  const scans = await Promise.all(
    stored.map(async ({ assessment: one, result }) => ({
      id: one.id,
      finishedAt: one.finishedAt,
      questionnaire: await questionnaireWithHash(world().database, one.questionnaireHash),
      evidence: evidenceOf(one, await storedAnswers(world(), one.id)),
      result,
    })),
  )
  const newest = scans.at(-1)!
  const to = scans.find(scan => scan.id === url.searchParams.get('naar')) ?? newest
  const from = scans.find(scan => scan.id === url.searchParams.get('van')) ?? scans[scans.indexOf(to) - 1] ?? scans[0]!
  const [old, now] = from.finishedAt <= to.finishedAt ? [from, to] : [to, from]
  const view = trendView(scans)
  return {
    about: scanName(assessment),
    view,
    charts: trendCharts(view),
    change: old === now ? null : changeView(old, now),
    chosen: { from: old.id, to: now.id },
    report: paths.report(newest.id),
    again: may(actor, 'scan.start') ? { action: paths.copy(newest.id), mode: newest.evidence.mode, once: randomUUID() } : null,
  }
}

export default function Trend() {
  return (
    <Site>
      <TrendPage {...useLoaderData<typeof loader>()} />
    </Site>
  )
}
