/** Going on with a scan on another device: a code with a QR, or a link by mail. */
import { randomUUID } from 'node:crypto'
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { renderSVG } from 'uqr'
import { z } from 'zod'
import { mayPost } from '#app/auth/guessing.server.ts'
import { readForm, textIn } from '#app/assessments/form-text.ts'
import { onceKeyFrom } from '#app/assessments/once-key.ts'
import { DeviceCode, MailForm } from '#app/assessments/pass-on-forms.tsx'
import { passOnLetter } from '#app/assessments/pass-on-letter.ts'
import { displayCode, makeDeviceCode, passOnDays } from '#app/assessments/pass-on.server.ts'
import { requireScan } from '#app/assessments/scan.server.ts'
import { sendPassOnLink } from '#app/assessments/send-link.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import { Site } from '#app/site.tsx'
import { world } from '#app/world.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.pass_title()} – ${m.site_name()}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { assessment } = await requireScan(world(), request, params, 'scan.passOn')
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  const { ORIGIN } = world().environment
  return {
    once: randomUUID(),
    days: passOnDays,
    back: assessment.finishedAt === null ? paths.scan(assessment.id) : paths.report(assessment.id),
    finished: assessment.finishedAt !== null,
    enter: ORIGIN + paths.enterCode,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scan = await requireScan(world(), request, params, 'scan.passOn')
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  const { ORIGIN } = world().environment
  const form = await readForm(request)
  if (form.get('how') === 'code') {
    const code = await makeDeviceCode(world(), scan)
    const link = ORIGIN + paths.passOnLink(code)
    return data({ kind: 'code' as const, code: displayCode(code), qr: renderSVG(link, { border: 2 }) })
  }
  const typed = textIn(form, 'email').slice(0, 254)
  const email = z.email().safeParse(typed.trim())
  const once = onceKeyFrom(form)
  if (form.get('how') !== 'mail' || once === null) throw new Response(null, { status: 400 })
  if (!email.success) return data({ kind: 'refused' as const, reason: 'bad-address' as const, typed }, { status: 422 })
  if (!(await mayPost(context.address))) return data({ kind: 'refused' as const, reason: 'too-many-letters' as const, typed }, { status: 429 })
  const queued = await sendPassOnLink(world(), scan, email.data, once, token => passOnLetter(ORIGIN + paths.passOnLink(token), passOnDays))
  if (!queued.ok) return data({ kind: 'refused' as const, reason: queued.reason, typed }, { status: 422 })
  world().letters.sendSoon()
  return data({ kind: 'sent' as const, to: email.data })
}

export default function PassOn() {
  const { once, days, back, finished, enter } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  return (
    <Site>
      <div className="flow">
        <p className="kicker">
          <Link to={back}>{finished ? m.pass_back_report() : m.scan_overview()}</Link>
        </p>
        <h1>{m.pass_title()}</h1>
        <p>{m.pass_intro()}</p>
        <DeviceCode enter={enter} days={days} made={done?.kind === 'code' ? done : undefined} />
        <MailForm once={once} sent={done?.kind === 'sent' ? done.to : undefined} refused={done?.kind === 'refused' ? done : undefined} />
      </div>
    </Site>
  )
}
