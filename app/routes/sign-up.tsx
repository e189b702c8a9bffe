/** Asking for an account: an address, nothing more. The answer is the same for every address. */
import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { z } from 'zod'
import { Sent } from '#app/auth/account-parts.tsx'
import { askSignUp } from '#app/auth/ask.server.ts'
import { mayPost } from '#app/auth/guessing.server.ts'
import { readSession } from '#app/auth/session.server.ts'
import { readForm, textIn } from '#app/assessments/form-text.ts'
import { onceKeyFrom } from '#app/assessments/once-key.ts'
import { findScan, type Scan } from '#app/assessments/scan.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import { Site } from '#app/site.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { world } from '#app/world.server.ts'
import { accountLinks } from './account-links.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.auth_up_title()} – ${m.site_name()}` }]

/** The guest's scan that the account is made for, if this browser may open it. */
async function guestScan(request: Request): Promise<Scan | null> {
  const id = new URL(request.url).searchParams.get('scan')
  const scan = id === null ? null : await findScan(world(), request, id)
  return scan?.actor.role === 'guest' ? scan : null
}

export async function loader({ request }: LoaderFunctionArgs) {
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  const scan = await guestScan(request)
  if ((await readSession(world(), request)) !== null) throw redirect(scan === null ? paths.account : paths.keep(scan.assessment.id))
  return { once: randomUUID(), scan: scan !== null, signIn: paths.signIn(scan === null ? undefined : paths.keep(scan.assessment.id)) }
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
  const scan = await guestScan(request)
  const links = accountLinks(language, scan?.assessment.id ?? null)
  const asked = await askSignUp(world(), { email: email.data, onceKey, language, links }, scan?.assessment.organisationId ?? null)
  if (!asked.ok && asked.reason === 'bad-address') return data({ problem: 'bad-address' as const, typed }, { status: 422 })
  world().letters.sendSoon()
  return data({ problem: null, typed: email.data })
}

export default function SignUp() {
  const { once, scan, signIn } = useLoaderData<typeof loader>()
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
        <h1>{m.auth_up_title()}</h1>
        <p className="lead">{scan ? m.auth_up_scan() : m.auth_up_text()}</p>
        <ErrorSummary title={m.scan_errors()} errors={message === undefined ? [] : [{ id: 'email', message }]} />
        <input type="hidden" name="once" value={once} />
        <TextField
          name="email"
          type="email"
          label={m.auth_email()}
          help={m.auth_up_email_help()}
          error={message}
          value={done?.typed}
          autoComplete="email"
          inputMode="email"
          required
        />
        <div className="actions">
          <Button disabled={busy}>{m.auth_up_go()}</Button>
        </div>
        <p>
          {m.auth_up_have()} <a href={signIn}>{m.auth_in_title()}</a>
        </p>
      </Form>
    </Site>
  )
}
