/** Changing the password, by who knows the present one. */
import { data, redirectDocument, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { changePassword } from '#app/auth/account.server.ts'
import { NewPassword } from '#app/auth/account-parts.tsx'
import { passwordWords, slowWords } from '#app/auth/account-words.ts'
import { requireUser } from '#app/auth/guards.server.ts'
import { beginSession } from '#app/auth/session.server.ts'
import { kindFor } from '#app/auth/sign-in.server.ts'
import { readForm, textIn } from '#app/assessments/form-text.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import { Site } from '#app/site.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { world } from '#app/world.server.ts'
import { accountLinks } from './account-links.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.auth_pw_title()} – ${m.site_name()}` }]

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const { user } = await requireUser(world(), request)
  return { email: user.email, back: pathsIn(languageOf(new URL(request.url).pathname)).account }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { user } = await requireUser(world(), request)
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  const form = await readForm(request)
  const { forgot } = accountLinks(user.language)
  const done = await changePassword(world(), user, { current: textIn(form, 'current'), next: textIn(form, 'password'), address: context.address, forgot })
  if (done.ok) {
    world().letters.sendSoon()
    const cookie = await beginSession(world(), request, user.id, kindFor(user))
    return redirectDocument(`${paths.account}?gedaan=wachtwoord`, { headers: { 'Set-Cookie': cookie } })
  }
  if (done.reason !== 'slow') return data({ problem: done.reason }, { status: 422 })
  return data({ problem: 'slow' as const, seconds: done.seconds }, { status: 429, headers: { 'Retry-After': String(done.seconds) } })
}

export default function AccountPassword() {
  const { email, back } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  const current =
    refused === undefined ? undefined : refused.problem === 'slow' ? slowWords(refused.seconds) : refused.problem === 'current' ? m.auth_wrong_password() : undefined
  const next = refused === undefined || refused.problem === 'slow' || refused.problem === 'current' ? undefined : passwordWords(refused.problem)
  return (
    <Site>
      <Form method="post" noValidate className="flow">
        <p className="kicker">
          <a href={back}>{m.auth_back_account()}</a>
        </p>
        <h1>{m.auth_pw_title()}</h1>
        <p>{m.auth_pw_text()}</p>
        <ErrorSummary
          title={m.scan_errors()}
          errors={[...(current === undefined ? [] : [{ id: 'current', message: current }]), ...(next === undefined ? [] : [{ id: 'password', message: next }])]}
        />
        <TextField name="current" type="password" label={m.auth_pw_current()} error={current} autoComplete="current-password" required />
        <NewPassword email={email} label={m.auth_new_password()} error={next} />
        <div className="actions">
          <Button disabled={busy}>{m.auth_pw_go()}</Button>
        </div>
      </Form>
    </Site>
  )
}
