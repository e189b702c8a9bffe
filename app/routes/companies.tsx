/** The companies of who is signed in: to go on to one, and to add one. */
import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireUser } from '#app/auth/guards.server.ts'
import { readForm, textIn } from '#app/assessments/form-text.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { addCompany, companiesOf } from '#app/organisations/companies.server.ts'
import { CompanyList } from '#app/organisations/company-list.tsx'
import { newCompanyForm } from '#app/organisations/details.server.ts'
import type { DetailsProblem } from '#app/organisations/details-words.ts'
import { languageOf, pathsIn } from '#app/paths.ts'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import styles from '#app/ui/company.css?url'
import { world } from '#app/world.server.ts'
import { sectorTitles } from './company-head.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const handle: PageHandle = { still: true }

export const meta: MetaFunction = () => [{ title: `${m.company_list_title()} – ${m.site_name()}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const { user } = await requireUser(world(), request)
  const url = new URL(request.url)
  const language = languageOf(url.pathname)
  const companies = await companiesOf(world(), user.id, sectorTitles(language))
  const [only] = companies
  if (companies.length === 1 && only !== undefined && !url.searchParams.has('alle')) throw redirect(pathsIn(language).company(only.id))
  return { companies, once: randomUUID() }
}

export async function action({ request }: ActionFunctionArgs) {
  const { user } = await requireUser(world(), request)
  const form = await readForm(request)
  const parsed = newCompanyForm.safeParse({ name: textIn(form, 'name'), once: textIn(form, 'once') })
  if (!parsed.success) {
    if (parsed.error.issues.some(issue => issue.path[0] === 'once')) throw new Response(null, { status: 400 })
    return data({ problem: parsed.error.issues[0]?.message as DetailsProblem, typed: textIn(form, 'name').slice(0, 4000) }, { status: 422 })
  }
  const added = await addCompany(world(), user.id, { id: parsed.data.once, name: parsed.data.name })
  if (!added.ok) throw new Response(null, { status: 400 })
  return redirect(pathsIn(languageOf(new URL(request.url).pathname)).company(added.id))
}

export default function Companies() {
  const loaded = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Site>
      <CompanyList {...loaded} refused={refused} />
    </Site>
  )
}
