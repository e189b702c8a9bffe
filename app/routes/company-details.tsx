/** The details of a company: for everybody in it to see, for its owner to change. */
import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireMember } from '#app/auth/guards.server.ts'
import { readForm, textIn } from '#app/assessments/form-text.ts'
import { may } from '#app/core/permissions.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { CompanyDetails } from '#app/organisations/company-details.tsx'
import { CompanyHead } from '#app/organisations/company-head.tsx'
import { changeDetails, detailsForm } from '#app/organisations/details.server.ts'
import type { DetailsField, DetailsProblem } from '#app/organisations/details-words.ts'
import { languageOf, pathsIn } from '#app/paths.ts'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import styles from '#app/ui/company.css?url'
import { world } from '#app/world.server.ts'
import { companyHead } from './company-head.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const handle: PageHandle = { still: true }

export const meta: MetaFunction = () => [{ title: `${m.company_details_title()} – ${m.site_name()}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(world(), request, params, 'organisation.see')
  const url = new URL(request.url)
  const language = languageOf(url.pathname)
  const paths = pathsIn(language)
  const { id, name, kvk, partOfGroup } = member.organisation
  return {
    head: await companyHead(member, language),
    details: { name, kvk, partOfGroup },
    saved: url.searchParams.get('gedaan') === 'ja',
    change: may(member, 'organisation.change'),
    takeAlong: may(member, 'organisation.export') ? paths.companyExport(id) : null,
    remove: may(member, 'organisation.remove') ? paths.companyRemove(id) : null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(world(), request, params, 'organisation.change')
  const form = await readForm(request)
  const typed = { name: textIn(form, 'name').slice(0, 4000), kvk: textIn(form, 'kvk').slice(0, 4000), group: form.get('group') === 'yes' }
  const parsed = detailsForm.safeParse({ name: typed.name, kvk: typed.kvk, group: typed.group ? 'yes' : undefined })
  if (!parsed.success) {
    const problems = parsed.error.issues.map(issue => ({ field: issue.path[0] as DetailsField, problem: issue.message as DetailsProblem }))
    return data({ problems, typed }, { status: 422 })
  }
  await changeDetails(member, parsed.data)
  return redirect(`${pathsIn(languageOf(new URL(request.url).pathname)).companyDetails(member.organisation.id)}?gedaan=ja`)
}

export default function Details() {
  const { head, ...loaded } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Site>
      <CompanyHead {...head} current="details" />
      <CompanyDetails {...loaded} refused={refused} />
    </Site>
  )
}
