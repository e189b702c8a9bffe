/** Who may do what in a company, out of the rules themselves. */
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMember } from '#app/auth/guards.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { CompanyHead } from '#app/organisations/company-head.tsx'
import { Rights } from '#app/organisations/rights.tsx'
import { languageOf } from '#app/paths.ts'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import styles from '#app/ui/company.css?url'
import { world } from '#app/world.server.ts'
import { companyHead } from './company-head.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const handle: PageHandle = { still: true }

export const meta: MetaFunction = () => [{ title: `${m.company_rights_title()} – ${m.site_name()}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(world(), request, params, 'organisation.see')
  return { head: await companyHead(member, languageOf(new URL(request.url).pathname)) }
}

export default function RightsPage() {
  const { head } = useLoaderData<typeof loader>()
  return (
    <Site>
      <CompanyHead {...head} current="rights" />
      <Rights />
    </Site>
  )
}
