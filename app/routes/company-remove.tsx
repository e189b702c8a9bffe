/** Deleting a company with everything in it: for its owners, by its name and the password, with thirty days in which one click keeps it. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { slowWords } from '#app/auth/account-words.ts'
import { DeletionNotice } from '#app/organisations/deletion-notice.tsx'
import { requireMember } from '#app/auth/guards.server.ts'
import { readForm, textIn } from '#app/assessments/form-text.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { peopleOf } from '#app/organisations/people.server.ts'
import { askCompanyRemoval, keepCompany } from '#app/organisations/remove.server.ts'
import { languageOf, pathsIn } from '#app/paths.ts'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { world } from '#app/world.server.ts'
import { deletionLinks } from './deletion-links.server.ts'

export const handle: PageHandle = { still: true }

export const meta: MetaFunction = () => [{ title: `${m.deletion_company_title_nameless()} – ${m.site_name()}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(world(), request, params, 'organisation.remove')
  const { organisation } = member
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  return {
    at: organisation.deletionAt,
    name: organisation.name,
    people: (await peopleOf(member)).length,
    here: paths.companyRemove(organisation.id),
    back: paths.company(organisation.id),
    everything: paths.companyExport(organisation.id),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const member = await requireMember(world(), request, params, 'organisation.remove')
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  const form = await readForm(request)
  const { id } = member.organisation
  if (form.get('how') === 'keep') {
    await keepCompany(member)
    return redirect(paths.company(id))
  }
  const [password, name] = [textIn(form, 'password'), textIn(form, 'name').slice(0, 4000)]
  const done = await askCompanyRemoval(member, { password, name, address: context.address, links: deletionLinks() })
  if (done.ok) {
    world().letters.sendSoon()
    return redirect(paths.companyRemove(id))
  }
  if (done.reason !== 'slow') return data({ problem: done.reason, name, seconds: 0 }, { status: 422 })
  return data({ problem: done.reason, name, seconds: done.seconds }, { status: 429, headers: { 'Retry-After': String(done.seconds) } })
}

function Sure({ name, typed, error }: { name: string | null; typed: string; error: string | undefined }) {
  if (name !== null) {
    return <TextField name="name" label={m.deletion_company_name()} help={m.deletion_company_name_help({ name })} value={typed} error={error} autoComplete="off" maxLength={200} required />
  }
  return (
    <ChoiceGroup
      type="checkbox"
      name="name"
      size="label"
      legend={m.deletion_company_sure()}
      error={error}
      value={typed === '' ? [] : ['ja']}
      options={[{ value: 'ja', label: m.deletion_company_sure_box() }]}
    />
  )
}

export default function CompanyRemove() {
  const { at, name, people, here, back, everything } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const title = name === null ? m.deletion_company_title_nameless() : m.deletion_company_title({ name })
  if (at !== null) {
    return (
      <Site>
        <div className="flow">
          <h1>{title}</h1>
          <DeletionNotice what="company" at={at} undo={here} />
          <p>{m.deletion_company_done_text()}</p>
          <p>
            <a href={back}>{m.deletion_company_back()}</a>
          </p>
        </div>
      </Site>
    )
  }
  const wrong = refused?.problem !== 'name' ? undefined : name === null ? m.deletion_company_sure_wrong() : m.deletion_company_name_wrong({ name })
  const password = refused === undefined || wrong !== undefined ? undefined : refused.problem === 'slow' ? slowWords(refused.seconds) : m.auth_wrong_password()
  return (
    <Site>
      <Form method="post" reloadDocument noValidate className="flow">
        <p className="kicker">
          <a href={back}>{m.deletion_company_back()}</a>
        </p>
        <h1>{title}</h1>
        <p className="lead">{m.deletion_company_lead()}</p>
        <ErrorSummary
          title={m.scan_errors()}
          errors={[...(wrong === undefined ? [] : [{ id: 'name', message: wrong }]), ...(password === undefined ? [] : [{ id: 'password', message: password }])]}
        />
        <p>{m.deletion_company_goes()}</p>
        <p>{m.deletion_company_stays()}</p>
        <p>{people === 1 ? m.deletion_company_mail_one() : m.deletion_company_mail({ count: people })}</p>
        <p>
          <a href={everything}>{m.deletion_company_export()}</a>
        </p>
        <Sure name={name} typed={refused?.name ?? ''} error={wrong} />
        <TextField name="password" type="password" label={m.deletion_password()} error={password} autoComplete="current-password" required />
        <div className="actions">
          <Button kind="danger">{m.deletion_company_go()}</Button>
          <ButtonLink kind="quiet" href={back}>
            {m.deletion_account_back()}
          </ButtonLink>
        </div>
      </Form>
    </Site>
  )
}
