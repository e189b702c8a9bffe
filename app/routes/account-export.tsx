/** Take along what is kept of oneself: says what is in the file, and gives it. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { requireUser } from '#app/auth/guards.server.ts'
import { language } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { pathsIn } from '#app/paths.ts'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import { Button } from '#app/ui/button.tsx'
import { world } from '#app/world.server.ts'

export const handle: PageHandle = { still: true }

export const meta: MetaFunction = () => [{ title: `${m.doc_own_title()} – ${m.site_name()}` }, { name: 'robots', content: 'noindex' }]

export async function loader({ request }: LoaderFunctionArgs) {
  await requireUser(world(), request)
  return null
}

export default function AccountExport() {
  const paths = pathsIn(language())
  return (
    <Site>
      <div className="flow prose">
        <h1>{m.doc_own_title()}</h1>
        <p className="lead">{m.doc_own_lead()}</p>
        <form method="post" action={paths.accountJson} className="actions">
          <Button>{m.doc_own_do()}</Button>
        </form>
        <h2>{m.doc_own_in_title()}</h2>
        <ul>
          <li>{m.doc_own_in_user()}</li>
          <li>{m.doc_own_in_companies()}</li>
          <li>{m.doc_own_in_invitations()}</li>
          <li>{m.doc_own_in_sessions()}</li>
          <li>{m.doc_own_in_log()}</li>
        </ul>
        <p>{m.doc_own_not_text()}</p>
        <p>
          <a href={paths.account}>{m.doc_own_back()}</a>
        </p>
      </div>
    </Site>
  )
}
