/** Where a member of a company lands: how it stands, what comes next, and its scans. */
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMember } from '#app/auth/guards.server.ts'
import { companyScans } from '#app/assessments/company-scans.server.ts'
import { CompanyScans, DoneNotice } from '#app/assessments/company-scans.tsx'
import { may } from '#app/core/permissions.ts'
import { sectorTitle } from '#app/assessments/scan-name.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { headOf } from '#app/organisations/companies.server.ts'
import { CompanyHead } from '#app/organisations/company-head.tsx'
import { Landing } from '#app/organisations/landing.tsx'
import { languageOf, pathsIn } from '#app/paths.ts'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import styles from '#app/ui/company.css?url'
import { world } from '#app/world.server.ts'
import { doneFor, linesFor } from './company-lines.server.ts'
import { landingOf } from './landing.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const handle: PageHandle = { still: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data === undefined ? m.site_name() : `${data.landing.title} – ${m.site_name()}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(world(), request, params, 'organisation.see')
  const url = new URL(request.url)
  const paths = pathsIn(languageOf(url.pathname))
  const scans = await companyScans(member)
  const head = await headOf(member, sectorTitle)
  const company = member.organisation.name ?? m.scans_your_company()
  return {
    head,
    page: {
      company,
      lines: linesFor(member, scans, paths),
      start: may(member, 'scan.start') ? `${paths.start}?bedrijf=${member.organisation.id}` : null,
      contributor: !may(member, 'scan.list'),
    },
    done: doneFor(member, scans, paths, url.searchParams),
    landing: await landingOf(member, scans, paths),
  }
}

export default function Company() {
  const { head, page, done, landing } = useLoaderData<typeof loader>()
  return (
    <Site>
      <CompanyHead {...head} current="scans" />
      <div className="parts">
        {done === null ? null : <DoneNotice done={done} />}
        <Landing {...landing} />
        <CompanyScans {...page} />
      </div>
    </Site>
  )
}
