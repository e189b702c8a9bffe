/** Deleting the own account: what goes, what stays, and thirty days in which one click keeps it. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { slowWords } from '#app/auth/account-words.ts'
import { DeletionNotice } from '#app/organisations/deletion-notice.tsx'
import { requireUser } from '#app/auth/guards.server.ts'
import { askRemoval, keepAccount, ownedAlone, type OwnedAlone } from '#app/auth/remove-account.server.ts'
import { readForm, textIn } from '#app/assessments/form-text.ts'
import { m } from '#app/i18n/paraglide/messages.js'
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

export const meta: MetaFunction = () => [{ title: `${m.deletion_account_title()} – ${m.site_name()}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const { user } = await requireUser(world(), request)
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  const alone = user.deletionAt === null ? await ownedAlone(world().database.reader, user.id) : []
  return {
    at: user.deletionAt,
    here: paths.accountRemove,
    back: paths.account,
    alone: alone.map(company => ({ ...company, people: paths.people(company.id) })),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { user } = await requireUser(world(), request)
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  const form = await readForm(request)
  if (form.get('how') === 'keep') {
    await keepAccount(world(), user)
    return redirect(paths.account)
  }
  const along = form.getAll('along').filter(id => typeof id === 'string')
  const done = await askRemoval(world(), user, { password: textIn(form, 'password'), along, address: context.address, links: deletionLinks() })
  if (done.ok) {
    world().letters.sendSoon()
    return redirect(paths.accountRemove)
  }
  if (done.reason !== 'slow') return data({ problem: done.reason, along, seconds: 0 }, { status: 422 })
  return data({ problem: done.reason, along, seconds: done.seconds }, { status: 429, headers: { 'Retry-After': String(done.seconds) } })
}

function othersWords(count: number): string {
  if (count === 0) return m.deletion_account_nobody()
  return count === 1 ? m.deletion_account_others_one() : m.deletion_account_others({ count })
}

function Alone({ companies, along, error }: { companies: readonly (OwnedAlone & { people: string })[]; along: readonly string[]; error: string | undefined }) {
  return (
    <>
      <ChoiceGroup
        type="checkbox"
        name="along"
        legend={m.deletion_account_alone()}
        help={m.deletion_account_alone_help()}
        error={error}
        value={along}
        options={companies.map(({ id, name, others }) => ({
          value: id,
          label: m.deletion_account_along({ name: name ?? m.deletion_nameless() }),
          help: othersWords(others),
        }))}
      />
      {companies.map(({ id, name, others, people }) =>
        others === 0 ? null : (
          <p key={id}>
            <a href={people}>{m.deletion_account_hand_over({ name: name ?? m.deletion_nameless() })}</a>
          </p>
        ),
      )}
    </>
  )
}

export default function AccountRemove() {
  const { at, here, back, alone } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const wrong = refused?.problem === 'companies' ? m.deletion_account_companies() : undefined
  const password = refused === undefined || wrong !== undefined ? undefined : refused.problem === 'slow' ? slowWords(refused.seconds) : m.auth_wrong_password()
  if (at !== null) {
    return (
      <Site>
        <div className="flow">
          <h1>{m.deletion_account_title()}</h1>
          <DeletionNotice what="account" at={at} undo={here} />
          <p>{m.deletion_account_done_text()}</p>
          <p>{m.deletion_done_mail()}</p>
          <p>
            <a href={back}>{m.auth_back_account()}</a>
          </p>
        </div>
      </Site>
    )
  }
  return (
    <Site>
      <Form method="post" reloadDocument noValidate className="flow">
        <p className="kicker">
          <a href={back}>{m.auth_back_account()}</a>
        </p>
        <h1>{m.deletion_account_title()}</h1>
        <p className="lead">{m.deletion_account_lead()}</p>
        <ErrorSummary
          title={m.scan_errors()}
          errors={[...(wrong === undefined ? [] : [{ id: 'along', message: wrong }]), ...(password === undefined ? [] : [{ id: 'password', message: password }])]}
        />
        <p>{m.deletion_account_goes()}</p>
        <p>{m.deletion_account_stays()}</p>
        <p>{m.deletion_account_now()}</p>
        {alone.length === 0 ? null : <Alone companies={alone} along={refused?.along ?? []} error={wrong} />}
        <TextField name="password" type="password" label={m.deletion_password()} error={password} autoComplete="current-password" required />
        <div className="actions">
          <Button kind="danger">{m.deletion_account_go()}</Button>
          <ButtonLink kind="quiet" href={back}>
            {m.deletion_account_back()}
          </ButtonLink>
        </div>
      </Form>
    </Site>
  )
}
