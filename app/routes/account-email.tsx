/** Asking for another e-mail address: a letter to the new one, which has to be confirmed. */
import { randomUUID } from 'node:crypto'
import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { z } from 'zod'
import { askEmailChange } from '#app/auth/account.server.ts'
import { Sent } from '#app/auth/account-parts.tsx'
import { slowWords } from '#app/auth/account-words.ts'
import { requireUser } from '#app/auth/guards.server.ts'
import { mayPost } from '#app/auth/guessing.server.ts'
import { readForm, textIn } from '#app/assessments/form-text.ts'
import { onceKeyFrom } from '#app/assessments/once-key.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import { Site } from '#app/site.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { world } from '#app/world.server.ts'
import { accountLinks } from './account-links.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.auth_mail_title()} – ${m.site_name()}` }]

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const { user } = await requireUser(world(), request)
  return { email: user.email, once: randomUUID(), back: pathsIn(languageOf(new URL(request.url).pathname)).account }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { user } = await requireUser(world(), request)
  const language = languageOf(new URL(request.url).pathname)
  const form = await readForm(request)
  const typed = textIn(form, 'email').slice(0, 254)
  const email = z.email().safeParse(typed.trim())
  const onceKey = onceKeyFrom(form)
  if (onceKey === null) throw new Response(null, { status: 400 })
  if (!email.success) return data({ problem: 'bad-address' as const, typed }, { status: 422 })
  if (!(await mayPost(context.address))) return data({ problem: 'letters' as const, typed }, { status: 429 })
  const links = accountLinks(language)
  const done = await askEmailChange(world(), user, {
    email: email.data,
    password: textIn(form, 'password'),
    address: context.address,
    onceKey,
    language,
    links: { signIn: links.signIn, confirm: links.confirmEmail },
  })
  if (!done.ok && done.reason === 'slow') {
    return data({ problem: 'slow' as const, typed, seconds: done.seconds }, { status: 429, headers: { 'Retry-After': String(done.seconds) } })
  }
  if (!done.ok && done.reason !== 'too-many-letters') return data({ problem: done.reason, typed }, { status: 422 })
  world().letters.sendSoon()
  return data({ problem: null, typed: email.data })
}

export default function AccountEmail() {
  const { email, once, back } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  if (done?.problem === null) {
    return (
      <Site>
        <Sent to={done.typed}>
          <p>
            <a href={back}>{m.auth_back_account()}</a>
          </p>
        </Sent>
      </Site>
    )
  }
  const address = done?.problem === 'bad-address' ? m.auth_email_bad() : done?.problem === 'letters' ? m.auth_slow_letters() : undefined
  const password = done?.problem === 'password' ? m.auth_wrong_password() : done?.problem === 'slow' ? slowWords(done.seconds) : undefined
  return (
    <Site>
      <Form method="post" noValidate className="flow">
        <p className="kicker">
          <a href={back}>{m.auth_back_account()}</a>
        </p>
        <h1>{m.auth_mail_title()}</h1>
        <p>{m.auth_mail_text({ email })}</p>
        <ErrorSummary
          title={m.scan_errors()}
          errors={[...(address === undefined ? [] : [{ id: 'email', message: address }]), ...(password === undefined ? [] : [{ id: 'password', message: password }])]}
        />
        <input type="hidden" name="once" value={once} />
        <TextField name="email" type="email" label={m.auth_mail_new()} error={address} value={done?.typed} autoComplete="email" inputMode="email" required />
        <TextField name="password" type="password" label={m.auth_pw_current()} error={password} autoComplete="current-password" required />
        <div className="actions">
          <Button disabled={busy}>{m.auth_mail_go()}</Button>
        </div>
      </Form>
    </Site>
  )
}
