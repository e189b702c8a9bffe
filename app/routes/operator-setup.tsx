/** The first operator: the code from the server's output, an address and a password; then the second step before anything opens. */
import { data, redirectDocument, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { passwordWords, slowWords } from '#app/auth/account-words.ts'
import { canSetUp, setUp } from '#app/auth/setup-code.server.ts'
import { comeIn } from '#app/auth/sign-in.server.ts'
import { readForm, textIn } from '#app/assessments/form-text.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import { Site } from '#app/site.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { world } from '#app/world.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.operator_setup_title()} – ${m.site_name()}` }, { name: 'robots', content: 'noindex' }]

/** Where there is nothing to set up, there is no such page. */
export async function loader({ request }: LoaderFunctionArgs) {
  if (!(await canSetUp(world()))) throw new Response(null, { status: 404 })
  return { signIn: pathsIn(languageOf(new URL(request.url).pathname)).signIn() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const language = languageOf(new URL(request.url).pathname)
  const form = await readForm(request)
  const [code, email] = [textIn(form, 'code').slice(0, 200), textIn(form, 'email').slice(0, 254)]
  const done = await setUp(world(), { code, email, password: textIn(form, 'password'), language, address: context.address })
  if (done.ok) {
    const cookie = await comeIn(world(), request, done.userId, 'ordinary')
    return redirectDocument(pathsIn(language).accountSecondFactor, { headers: { 'Set-Cookie': cookie } })
  }
  if (done.reason !== 'slow') return data({ problem: done.reason, email, seconds: 0 }, { status: 422 })
  return data({ problem: done.reason, email, seconds: done.seconds }, { status: 429, headers: { 'Retry-After': String(done.seconds) } })
}

type Refused = { readonly problem: 'code' | 'slow' | 'bad-address' | 'taken' | 'tooShort' | 'tooLong' | 'common'; readonly seconds: number }

function errorOf(refused: Refused | undefined): { readonly id: 'code' | 'email' | 'password'; readonly message: string } | null {
  if (refused === undefined) return null
  const { problem, seconds } = refused
  if (problem === 'code') return { id: 'code', message: m.operator_setup_code_wrong() }
  if (problem === 'slow') return { id: 'code', message: slowWords(seconds) }
  if (problem === 'bad-address') return { id: 'email', message: m.auth_email_bad() }
  if (problem === 'taken') return { id: 'email', message: m.operator_setup_taken() }
  return { id: 'password', message: passwordWords(problem) }
}

export default function OperatorSetup() {
  const { signIn } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  const error = errorOf(refused)
  const at = (id: string) => (error?.id === id ? error.message : undefined)
  return (
    <Site>
      <Form method="post" noValidate className="flow">
        <h1>{m.operator_setup_title()}</h1>
        <p className="lead">{m.operator_setup_text()}</p>
        <ErrorSummary title={m.scan_errors()} errors={error === null ? [] : [error]} />
        <TextField name="code" label={m.operator_setup_code()} help={m.operator_setup_code_help()} error={at('code')} autoComplete="off" maxLength={200} required />
        <TextField name="email" type="email" label={m.auth_email()} error={at('email')} value={refused?.email ?? ''} autoComplete="username" maxLength={254} required />
        <TextField name="password" type="password" label={m.auth_new_password()} help={m.auth_password_help()} error={at('password')} autoComplete="new-password" required />
        <p>{m.operator_setup_next()}</p>
        <div className="actions">
          <Button disabled={busy}>{m.operator_setup_go()}</Button>
        </div>
        <p className="small">
          <a href={signIn}>{m.operator_setup_sign_in()}</a>
        </p>
      </Form>
    </Site>
  )
}
