/** The report of a finished scan. */
import { randomUUID } from 'node:crypto'
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { hourBarWords } from '#app/assessments/hour-bar-words.ts'
import { noteVisit } from '#app/assessments/scan.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { loadReport } from '#app/reports/load-report.server.ts'
import { reportCharts } from '#app/reports/report-charts.server.ts'
import styles from '#app/reports/report.css?url'
import { paperVariables } from '#app/reports/paper-line.ts'
import { reportLinks } from '#app/reports/report-links.ts'
import { ReportPage } from '#app/reports/report-page.tsx'
import { reportView } from '#app/reports/report-view.ts'
import { askersOf } from '#app/suppliers/send.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { may } from '#app/core/permissions.ts'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import { world } from '#app/world.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const handle: PageHandle = { still: true, paper: data => paperVariables((data as Awaited<ReturnType<typeof loader>>).view) }

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const finding = data?.view.campaign.find(scenario => scenario.id === data.view.worst)?.finding.heading
  return [{ title: finding === undefined ? m.site_name() : m.report_page_title({ finding }) }, { name: 'robots', content: 'noindex' }]
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { assessment, actor, questionnaire, evidence, result, context, paths } = await loadReport(world(), request, params)
  await noteVisit(world(), request, assessment)
  const view = reportView(questionnaire, evidence, result, context)
  const asked = may(actor, 'scan.share') ? (await askersOf(world(), assessment)).find(one => one.open && one.sent === null) : undefined
  return {
    asked: asked === undefined ? null : { asker: asked.asker, href: paths.sendBack(assessment.id) },
    view,
    charts: reportCharts(view.themes),
    words: hourBarWords(),
    links: reportLinks(paths, assessment, actor),
    once: { change: randomUUID(), full: randomUUID() },
  }
}

export default function Report() {
  const { asked, ...report } = useLoaderData<typeof loader>()
  return (
    <Site>
      {asked === null ? null : (
        <div className="screen-only mb-8">
          <Notice title={m.supplier_report({ asker: asked.asker })}>
            <p>
              {m.supplier_report_text()} <a href={asked.href}>{m.supplier_report_to()}</a>
            </p>
          </Notice>
        </div>
      )}
      <ReportPage {...report} />
    </Site>
  )
}
