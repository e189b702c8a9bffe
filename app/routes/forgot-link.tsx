/** The page that a mailed link opens to choose a new password; only choosing one uses the link up. */
import { data, redirectDocument, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { resetPassword } from '#app/auth/account.server.ts'
import { Gone, NewPassword } from '#app/auth/account-parts.tsx'
import { passwordWords } from '#app/auth/account-words.ts'
import { lookUpCode } from '#app/auth/mail-codes.server.ts'
import { comeIn } from '#app/auth/sign-in.server.ts'
import { readForm, textIn } from '#app/assessments/form-text.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import { Site } from '#app/site.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { world } from '#app/world.server.ts'
import { accountLinks } from './account-links.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.auth_reset_title()} – ${m.site_name()}` }, { name: 'robots', content: 'noindex' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  const ways = { signIn: paths.signIn(), again: paths.forgot }
  const code = await lookUpCode(world(), 'reset', params.token ?? '')
  if (code === 'unknown') throw new Response(null, { status: 404 })
  if (code === 'expired') return data({ ...ways, email: null }, { status: 410 })
  return data({ ...ways, email: code.email })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const language = languageOf(new URL(request.url).pathname)
  const paths = pathsIn(language)
  const form = await readForm(request)
  const done = await resetPassword(world(), params.token ?? '', textIn(form, 'password'), accountLinks(language).forgot)
  if (!done.ok) {
    if (done.reason === 'unknown') throw new Response(null, { status: 404 })
    return done.reason === 'expired' ? data({ problem: null }, { status: 410 }) : data({ problem: done.reason }, { status: 422 })
  }
  world().letters.sendSoon()
  const cookie = await comeIn(world(), request, done.userId, done.kind)
  return redirectDocument(done.kind === 'half' ? paths.secondStep() : `${paths.account}?gedaan=wachtwoord`, { headers: { 'Set-Cookie': cookie } })
}

export default function ForgotLink() {
  const { email, signIn, again } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  if (email === null) {
    return (
      <Site>
        <Gone
          text={m.auth_gone_reset()}
          links={[
            { href: signIn, label: m.auth_in_title() },
            { href: again, label: m.auth_gone_new() },
          ]}
        />
      </Site>
    )
  }
  const message = refused === undefined || refused.problem === null ? undefined : passwordWords(refused.problem)
  return (
    <Site>
      <Form method="post" noValidate className="flow">
        <h1>{m.auth_reset_title()}</h1>
        <p>{m.auth_reset_text({ email })}</p>
        <ErrorSummary title={m.scan_errors()} errors={message === undefined ? [] : [{ id: 'password', message }]} />
        <NewPassword email={email} label={m.auth_new_password()} error={message} />
        <div className="actions">
          <Button disabled={busy}>{m.auth_reset_go()}</Button>
        </div>
      </Form>
    </Site>
  )
}
