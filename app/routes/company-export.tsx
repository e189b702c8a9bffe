/** Take everything along: says what is in the file, and gives it. */
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMember } from '#app/auth/guards.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { CompanyHead } from '#app/organisations/company-head.tsx'
import { languageOf, pathsIn } from '#app/paths.ts'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import styles from '#app/ui/company.css?url'
import { Button } from '#app/ui/button.tsx'
import { world } from '#app/world.server.ts'
import { companyHead } from './company-head.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const handle: PageHandle = { still: true }

export const meta: MetaFunction = () => [{ title: `${m.doc_export_title()} – ${m.site_name()}` }, { name: 'robots', content: 'noindex' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(world(), request, params, 'organisation.export')
  const language = languageOf(new URL(request.url).pathname)
  const paths = pathsIn(language)
  return { head: await companyHead(member, language), zip: paths.companyZip(member.organisation.id), privacy: paths.privacy }
}

export default function CompanyExport() {
  const { head, zip, privacy } = useLoaderData<typeof loader>()
  return (
    <Site>
      <CompanyHead {...head} />
      <div className="flow prose">
        <h1>{m.doc_export_title()}</h1>
        <p className="lead">{m.doc_export_lead()}</p>
        <form method="post" action={zip} className="actions">
          <Button>{m.doc_export_do()}</Button>
        </form>
        <p className="small">{m.doc_export_wait()}</p>

        <h2>{m.doc_export_in_title()}</h2>
        <ul>
          <li>{m.doc_export_in_json()}</li>
          <li>{m.doc_export_in_csv()}</li>
          <li>{m.doc_export_in_pdf()}</li>
          <li>{m.doc_export_in_readme()}</li>
        </ul>

        <h2>{m.doc_export_not_title()}</h2>
        <p>{m.doc_export_not_text()}</p>

        <h2>{m.doc_export_careful_title()}</h2>
        <p>{m.doc_export_careful_text()}</p>
        <p>
          <a href={privacy}>{m.site_privacy()}</a>
        </p>
      </div>
    </Site>
  )
}
