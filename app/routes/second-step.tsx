/** The second step of signing in: the code of an app, or a recovery code. */
import { data, redirect, redirectDocument, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { slowWords } from '#app/auth/account-words.ts'
import { checkCode } from '#app/auth/second-step.server.ts'
import { readHalfSession, readSession, type SignedIn } from '#app/auth/session.server.ts'
import { comeIn, kindAfterBoth } from '#app/auth/sign-in.server.ts'
import { readForm, textIn } from '#app/assessments/form-text.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn, safeReturn } from '#app/paths.ts'
import { Site } from '#app/site.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { world } from '#app/world.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.auth_step_title()} – ${m.site_name()}` }]

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

function addresses(request: Request) {
  const url = new URL(request.url)
  const paths = pathsIn(languageOf(url.pathname))
  const back = safeReturn(url.searchParams.get('verder'))
  return { onward: back ?? paths.companies, signIn: paths.signIn(back ?? undefined) }
}

/** Who gave the password; everybody else is thrown to where they belong. */
async function requireHalf(request: Request): Promise<SignedIn> {
  const { onward, signIn } = addresses(request)
  const half = await readHalfSession(world(), request)
  if (half !== null) return half
  throw redirect((await readSession(world(), request)) === null ? signIn : onward)
}

export async function loader({ request }: LoaderFunctionArgs) {
  await requireHalf(request)
  return { signIn: addresses(request).signIn }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const half = await requireHalf(request)
  const form = await readForm(request)
  const code = textIn(form, 'code').slice(0, 40)
  if (code.trim() === '') return data({ problem: 'empty' as const }, { status: 422 })
  const checked = await checkCode(world(), half, code, context.address)
  if (!checked.ok) {
    if (checked.reason === 'wrong') return data({ problem: 'wrong' as const }, { status: 422 })
    return data({ problem: 'slow' as const, seconds: checked.seconds }, { status: 429, headers: { 'Retry-After': String(checked.seconds) } })
  }
  const cookie = await comeIn(world(), request, half.user.id, kindAfterBoth(half.user))
  return redirectDocument(addresses(request).onward, { headers: { 'Set-Cookie': cookie } })
}

export default function SecondStep() {
  const { signIn } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  const message = messageOf(refused)
  return (
    <Site>
      <Form method="post" noValidate className="flow">
        <h1>{m.auth_step_title()}</h1>
        <p>{m.auth_step_text()}</p>
        <ErrorSummary title={m.scan_errors()} errors={message === undefined ? [] : [{ id: 'code', message }]} />
        <TextField
          name="code"
          label={m.auth_step_code()}
          help={m.auth_step_help()}
          error={message}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
        />
        <div className="actions">
          <Button disabled={busy}>{m.auth_step_go()}</Button>
          <a href={signIn}>{m.auth_step_other()}</a>
        </div>
      </Form>
    </Site>
  )
}

function messageOf(refused: { problem: 'empty' | 'wrong' | 'slow'; seconds?: number } | undefined): string | undefined {
  if (refused === undefined) return undefined
  if (refused.problem === 'slow') return slowWords(refused.seconds ?? 60)
  return refused.problem === 'empty' ? m.auth_step_empty() : m.auth_code_wrong()
}
