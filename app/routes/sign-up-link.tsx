/** The page that a mailed link opens to make an account: one chooses a password, and only that uses the link up. */
import { data, redirectDocument, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { Gone, NewPassword } from '#app/auth/account-parts.tsx'
import { longestName, passwordWords } from '#app/auth/account-words.ts'
import { lookUpCode } from '#app/auth/mail-codes.server.ts'
import { comeIn } from '#app/auth/sign-in.server.ts'
import { readForm, textIn } from '#app/assessments/form-text.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { scanToOpen, signUp } from '#app/organisations/sign-up.server.ts'
import { languageOf, pathsIn } from '#app/paths.ts'
import { Site } from '#app/site.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { world } from '#app/world.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.auth_up_link_title()} – ${m.site_name()}` }, { name: 'robots', content: 'noindex' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  const ways = { signIn: paths.signIn(), again: paths.signUp() }
  const code = await lookUpCode(world(), 'signUp', params.token ?? '')
  if (code === 'unknown') throw new Response(null, { status: 404 })
  if (code === 'expired') return data({ ...ways, open: null }, { status: 410 })
  return data({ ...ways, open: { email: code.email, scan: code.organisationId !== null } })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const url = new URL(request.url)
  const language = languageOf(url.pathname)
  const paths = pathsIn(language)
  const form = await readForm(request)
  const name = textIn(form, 'name').slice(0, 200)
  const done = await signUp(world(), { token: params.token ?? '', password: textIn(form, 'password'), name, language })
  if (!done.ok) {
    if (done.reason === 'unknown') throw new Response(null, { status: 404 })
    if (done.reason === 'expired' || done.reason === 'taken') return data({ problem: null, name }, { status: 410 })
    return data({ problem: done.reason, name }, { status: 422 })
  }
  const cookie = await comeIn(world(), request, done.userId, 'ordinary')
  const scan = done.owns === null ? null : await scanToOpen(world(), done.owns, url.searchParams.get('scan'))
  const onward = scan === null ? (done.cameTooLate ? `${paths.account}?gedaan=te-laat` : paths.companies) : scan.finished ? paths.report(scan.id) : paths.scan(scan.id)
  return redirectDocument(onward, { headers: { 'Set-Cookie': cookie } })
}

export default function SignUpLink() {
  const { open, signIn, again } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  if (open === null) {
    return (
      <Site>
        <Gone
          text={m.auth_gone_up()}
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
        <h1>{m.auth_up_link_title()}</h1>
        <p>{m.auth_up_link_text({ email: open.email })}</p>
        {open.scan ? <p>{m.auth_up_link_scan()}</p> : null}
        <ErrorSummary title={m.scan_errors()} errors={message === undefined ? [] : [{ id: 'password', message }]} />
        <NewPassword email={open.email} label={m.auth_choose_password()} error={message} />
        <TextField name="name" label={m.auth_name()} optional={m.auth_optional()} help={m.auth_name_help()} value={refused?.name} autoComplete="name" maxLength={longestName} />
        <div className="actions">
          <Button disabled={busy}>{m.auth_up_link_go()}</Button>
        </div>
      </Form>
    </Site>
  )
}
