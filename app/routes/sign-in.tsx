/** Signing in with an address and a password. */
import { data, redirect, redirectDocument, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { slowWords } from '#app/auth/account-words.ts'
import { readSession } from '#app/auth/session.server.ts'
import { checkCredentials, comeIn } from '#app/auth/sign-in.server.ts'
import { readForm, textIn } from '#app/assessments/form-text.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn, safeReturn } from '#app/paths.ts'
import { Site } from '#app/site.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { world } from '#app/world.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.auth_in_title()} – ${m.site_name()}` }]

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

/** Where to go on: where the visitor came from, else the own companies. */
function onward(url: URL): string | null {
  return safeReturn(url.searchParams.get('verder'))
}

export async function loader({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const paths = pathsIn(languageOf(url.pathname))
  if ((await readSession(world(), request)) !== null) throw redirect(onward(url) ?? paths.companies)
  return { onward: onward(url) !== null, forgot: paths.forgot, signUp: paths.signUp() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const url = new URL(request.url)
  const paths = pathsIn(languageOf(url.pathname))
  const form = await readForm(request)
  const email = textIn(form, 'email').slice(0, 254)
  const checked = await checkCredentials(world(), { email, password: textIn(form, 'password'), address: context.address })
  if (!checked.ok) {
    const { status, headers } = checked.reason === 'slow' ? { status: 429, headers: { 'Retry-After': String(checked.seconds) } } : { status: 422, headers: {} }
    return data({ email, seconds: checked.reason === 'slow' ? checked.seconds : null }, { status, headers })
  }
  const { userId, kind } = checked.value
  const cookie = await comeIn(world(), request, userId, kind)
  const back = onward(url)
  return redirectDocument(kind === 'half' ? paths.secondStep(back ?? undefined) : (back ?? paths.companies), { headers: { 'Set-Cookie': cookie } })
}

export default function SignIn() {
  const { onward, forgot, signUp } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  const message = refused === undefined ? undefined : refused.seconds === null ? m.auth_in_wrong() : slowWords(refused.seconds)
  return (
    <Site>
      <div className="split">
        <Form method="post" noValidate className="flow">
          <h1>{m.auth_in_title()}</h1>
          {onward ? <p>{m.auth_in_onward()}</p> : null}
          <ErrorSummary title={m.scan_errors()} errors={message === undefined ? [] : [{ id: 'email', message }]} />
          <TextField name="email" type="email" label={m.auth_email()} error={message} value={refused?.email} autoComplete="username" inputMode="email" required />
          <TextField name="password" type="password" label={m.auth_password()} autoComplete="current-password" required />
          <div className="actions">
            <Button disabled={busy}>{m.auth_in_go()}</Button>
            <a href={forgot}>{m.auth_in_forgot()}</a>
          </div>
        </Form>
        <aside className="flow">
          <h2>{m.auth_in_none()}</h2>
          <p>{m.auth_in_none_text()}</p>
          <div className="actions">
            <ButtonLink kind="quiet" href={signUp}>
              {m.auth_in_make()}
            </ButtonLink>
          </div>
        </aside>
      </div>
    </Site>
  )
}
