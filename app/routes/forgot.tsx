/** Asking for a new password. The answer is the same for every address. */
import { randomUUID } from 'node:crypto'
import { data, type ActionFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { z } from 'zod'
import { Sent } from '#app/auth/account-parts.tsx'
import { askReset } from '#app/auth/ask.server.ts'
import { mayPost } from '#app/auth/guessing.server.ts'
import { readForm, textIn } from '#app/assessments/form-text.ts'
import { onceKeyFrom } from '#app/assessments/once-key.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf } from '#app/paths.ts'
import { Site } from '#app/site.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { world } from '#app/world.server.ts'
import { accountLinks } from './account-links.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.auth_forgot_title()} – ${m.site_name()}` }]

export async function loader() {
  return { once: randomUUID() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const language = languageOf(new URL(request.url).pathname)
  const form = await readForm(request)
  const typed = textIn(form, 'email').slice(0, 254)
  const email = z.email().safeParse(typed.trim())
  const onceKey = onceKeyFrom(form)
  if (onceKey === null) throw new Response(null, { status: 400 })
  if (!email.success) return data({ problem: 'bad-address' as const, typed }, { status: 422 })
  if (!(await mayPost(context.address))) return data({ problem: 'slow' as const, typed }, { status: 429 })
  const asked = await askReset(world(), { email: email.data, onceKey, language, links: accountLinks(language) })
  if (!asked.ok && asked.reason === 'bad-address') return data({ problem: 'bad-address' as const, typed }, { status: 422 })
  world().letters.sendSoon()
  return data({ problem: null, typed: email.data })
}

export default function Forgot() {
  const { once } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  if (done?.problem === null) {
    return (
      <Site>
        <Sent to={done.typed} />
      </Site>
    )
  }
  const message = done === undefined ? undefined : done.problem === 'slow' ? m.auth_slow_letters() : m.auth_email_bad()
  return (
    <Site>
      <Form method="post" noValidate className="flow">
        <h1>{m.auth_forgot_title()}</h1>
        <p>{m.auth_forgot_text()}</p>
        <ErrorSummary title={m.scan_errors()} errors={message === undefined ? [] : [{ id: 'email', message }]} />
        <input type="hidden" name="once" value={once} />
        <TextField name="email" type="email" label={m.auth_email()} error={message} value={done?.typed} autoComplete="username" inputMode="email" required />
        <div className="actions">
          <Button disabled={busy}>{m.auth_up_go()}</Button>
        </div>
      </Form>
    </Site>
  )
}
