/** The scans of a company over time: leads to those of the whole company, or lets one choose among its sites. */
import { redirect, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireMember } from '#app/auth/guards.server.ts'
import { linesOf } from '#app/assessments/line.server.ts'
import { scanName } from '#app/assessments/scan-name.ts'
import { date } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { CompanyHead } from '#app/organisations/company-head.tsx'
import { languageOf, pathsIn } from '#app/paths.ts'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import styles from '#app/ui/company.css?url'
import { Empty } from '#app/ui/notice.tsx'
import { world } from '#app/world.server.ts'
import { companyHead } from './company-head.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const handle: PageHandle = { still: true }

export const meta: MetaFunction = () => [{ title: `${m.trend_points_title()} – ${m.site_name()}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(world(), request, params, 'scan.list')
  const language = languageOf(new URL(request.url).pathname)
  const paths = pathsIn(language)
  const lines = await linesOf(world().database.reader, member.organisation.id)
  const [only] = lines
  if (only !== undefined && lines.length === 1) throw redirect(paths.trend(only.newest.id))
  return {
    head: await companyHead(member, language),
    lines: lines.map(({ newest }) => ({ href: paths.trend(newest.id), name: scanName(newest), when: m.scans_finished_on({ date: date(newest.finishedAt ?? newest.createdAt) }) })),
    start: paths.company(member.organisation.id),
  }
}

export default function CompanyTrend() {
  const { head, lines, start } = useLoaderData<typeof loader>()
  return (
    <Site>
      <CompanyHead {...head} current="trend" />
      <div className="flow">
        <h1>{m.trend_points_title()}</h1>
        {lines.length === 0 ? (
          <Empty title={m.trend_none_title()} action={<Link to={start}>{m.trend_none_to()}</Link>}>
            <p>{m.trend_none_text()}</p>
          </Empty>
        ) : (
          <ul className="company-scans">
            {lines.map(({ href, name, when }) => (
              <li key={href}>
                <Link to={href}>{name}</Link>
                <p className="small text-soft">{when}</p>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Site>
  )
}
