/** Who belongs to a company; its owner invites, changes and removes here, and hands over. */
import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, HeadersFunction, LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireMember } from '#app/auth/guards.server.ts'
import { readForm } from '#app/assessments/form-text.ts'
import { may } from '#app/core/permissions.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { lastScanOf } from '#app/organisations/companies.server.ts'
import { CompanyHead } from '#app/organisations/company-head.tsx'
import { invitationDays, invitationsOf } from '#app/organisations/invitations.server.ts'
import { People } from '#app/organisations/people.tsx'
import { isSmall, peopleOf } from '#app/organisations/people.server.ts'
import { doneWords } from '#app/organisations/people-words.ts'
import { languageOf } from '#app/paths.ts'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import styles from '#app/ui/company.css?url'
import { world } from '#app/world.server.ts'
import { companyHead, themesOf } from './company-head.server.ts'
import { answerPeopleForm } from './people-forms.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const handle: PageHandle = { still: true }

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.small === false ? m.company_people_large() : m.company_people_small()} – ${m.site_name()}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(world(), request, params, 'people.see')
  const url = new URL(request.url)
  const language = languageOf(url.pathname)
  const manage = may(member, 'people.manage')
  const now = member.now()
  const people = await peopleOf(member)
  return {
    head: await companyHead(member, language),
    small: isSmall((await lastScanOf(member, member.organisation.id))?.size),
    manage,
    handOver: may(member, 'organisation.handOver'),
    own: member.user.id,
    /** addresses are for who manages them; the others see names where there are any */
    people: people.map(({ email, name, ...person }) => ({ ...person, name: name ?? email, email: manage ? email : null })),
    onlyOwner: member.role === 'owner' && people.filter(person => person.role === 'owner').length === 1,
    invitations: manage ? (await invitationsOf(member)).map(one => ({ ...one, expired: one.expiresAt <= now, once: randomUUID() })) : [],
    themes: [...(await themesOf(member, language))].map(([id, title]) => ({ id, title })),
    days: invitationDays,
    once: randomUUID(),
    done: doneWords(url.searchParams.get('gedaan')),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return await answerPeopleForm(request, params, await readForm(request), context.address)
}

export default function PeoplePage() {
  const { head, ...loaded } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Site>
      <CompanyHead {...head} current="people" />
      <People {...loaded} refused={refused} />
    </Site>
  )
}
