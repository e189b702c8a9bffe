/** Typing over the code from another device. */
import { data, redirect, type ActionFunctionArgs, type HeadersFunction, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useNavigation } from '@remix-run/react'
import { browserKeyCookie, newBrowserKey, readBrowserKey } from '#app/auth/browser-key.server.ts'
import { guessingPause, noteFailure } from '#app/auth/guessing.server.ts'
import { readForm, textIn } from '#app/assessments/form-text.ts'
import { readCode, redeemCode } from '#app/assessments/pass-on.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import { Site } from '#app/site.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { world } from '#app/world.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.pass_enter_title()} – ${m.site_name()}` }]

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request)
  const typed = textIn(form, 'code').slice(0, 40)
  const pause = await guessingPause(context.address)
  if (pause !== null) return data({ problem: 'slow' as const, typed }, { status: 429, headers: { 'Retry-After': String(pause) } })
  const code = readCode(typed)
  if (code === null) return data({ problem: 'form' as const, typed }, { status: 422 })
  const key = readBrowserKey(request) ?? newBrowserKey()
  const used = await redeemCode(world(), key, code)
  if (typeof used === 'string') {
    await noteFailure(context.address)
    return data({ problem: used, typed }, { status: used === 'expired' ? 410 : 422 })
  }
  return redirect(pathsIn(languageOf(new URL(request.url).pathname)).scan(used.assessmentId), { headers: { 'Set-Cookie': browserKeyCookie(key) } })
}

export default function EnterCode() {
  const refused = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  const message = refused === undefined ? undefined : { slow: m.pass_enter_slow(), form: m.pass_enter_form(), unknown: m.pass_enter_unknown(), expired: m.pass_enter_expired() }[refused.problem]
  return (
    <Site>
      <Form method="post" noValidate className="flow">
        <h1>{m.pass_enter_title()}</h1>
        <p>{m.pass_enter_intro()}</p>
        <ErrorSummary title={m.scan_errors()} errors={message === undefined ? [] : [{ id: 'code', message }]} />
        <TextField
          name="code"
          label={m.pass_enter_label()}
          help={m.pass_enter_help()}
          error={message}
          value={refused?.typed}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={12}
        />
        <div className="actions">
          <Button disabled={busy}>{m.pass_enter_go()}</Button>
        </div>
      </Form>
    </Site>
  )
}
