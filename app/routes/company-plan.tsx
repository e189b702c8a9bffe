/** The plan of a company: leads to that of the whole company, or lets one choose among those of its sites. */
import { redirect, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireMember } from '#app/auth/guards.server.ts'
import { linesOf } from '#app/assessments/line.server.ts'
import { scanName } from '#app/assessments/scan-name.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { CompanyHead } from '#app/organisations/company-head.tsx'
import { languageOf, pathsIn } from '#app/paths.ts'
import { actionsOf } from '#app/plans/plan.server.ts'
import { leftInWords } from '#app/plans/plan-view.ts'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import styles from '#app/ui/company.css?url'
import { Empty } from '#app/ui/notice.tsx'
import { world } from '#app/world.server.ts'
import { companyHead } from './company-head.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const handle: PageHandle = { still: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data !== undefined && data.plans.length > 0 ? m.plan_company_title() : m.plan_company_none()} – ${m.site_name()}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(world(), request, params, 'plan.see')
  const language = languageOf(new URL(request.url).pathname)
  const paths = pathsIn(language)
  const { reader } = world().database
  const lines = await linesOf(reader, member.organisation.id)
  const [only] = lines
  if (only !== undefined && lines.length === 1) throw redirect(paths.plan(only.newest.id))
  return {
    head: await companyHead(member, language),
    plans: await Promise.all(lines.map(async ({ newest }) => ({ href: paths.plan(newest.id), name: scanName(newest), left: leftInWords(await actionsOf(reader, newest)) }))),
    scans: paths.company(member.organisation.id),
  }
}

export default function CompanyPlan() {
  const { head, plans, scans } = useLoaderData<typeof loader>()
  return (
    <Site>
      <CompanyHead {...head} />
      <div className="flow">
        <h1>{plans.length === 0 ? m.plan_company_none() : m.plan_company_title()}</h1>
        {plans.length === 0 ? (
          <Empty title={m.plan_company_none_text()} action={<Link to={scans}>{m.plan_company_none_link()}</Link>} />
        ) : (
          <ul className="company-scans">
            {plans.map(({ href, name, left }) => (
              <li key={href}>
                <Link to={href}>{name}</Link>
                <p className="small text-soft">{left}</p>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Site>
  )
}
