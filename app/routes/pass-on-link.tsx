/** The page a mailed link or a scanned QR opens: one button, for only the click uses the link up. */
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useNavigation } from '@remix-run/react'
import { browserKeyCookie, newBrowserKey, readBrowserKey } from '#app/auth/browser-key.server.ts'
import { guessingPause, noteFailure } from '#app/auth/guessing.server.ts'
import { lookUp, redeemCode } from '#app/assessments/pass-on.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import { Site } from '#app/site.tsx'
import { Button } from '#app/ui/button.tsx'
import { world } from '#app/world.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.pass_link_title()} – ${m.site_name()}` }, { name: 'robots', content: 'noindex' }]

/** Throws what an unknown (404), used or expired (410) link comes to; guessing is slowed down (429). */
async function refuse(found: 'unknown' | 'expired', address: string): Promise<never> {
  await noteFailure(address)
  throw new Response(null, { status: found === 'expired' ? 410 : 404 })
}

async function slowDown(address: string): Promise<void> {
  const pause = await guessingPause(address)
  if (pause !== null) throw new Response(null, { status: 429, headers: { 'Retry-After': String(pause) } })
}

export async function loader({ params, context }: LoaderFunctionArgs) {
  await slowDown(context.address)
  const found = await lookUp(world(), params.token ?? '')
  if (typeof found === 'string') return await refuse(found, context.address)
  return null
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  await slowDown(context.address)
  const key = readBrowserKey(request) ?? newBrowserKey()
  const used = await redeemCode(world(), key, params.token ?? '')
  if (typeof used === 'string') return await refuse(used, context.address)
  return redirect(pathsIn(languageOf(new URL(request.url).pathname)).scan(used.assessmentId), { headers: { 'Set-Cookie': browserKeyCookie(key) } })
}

export default function PassOnLink() {
  const busy = useNavigation().state !== 'idle'
  return (
    <Site>
      <Form method="post" className="flow">
        <h1>{m.pass_link_title()}</h1>
        <p>{m.pass_link_text()}</p>
        <div className="actions">
          <Button disabled={busy}>{m.pass_link_go()}</Button>
        </div>
      </Form>
    </Site>
  )
}
