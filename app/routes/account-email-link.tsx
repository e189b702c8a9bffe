/** The page that the letter to a new address opens: one button, for only the click uses the link up. */
import { data, redirectDocument, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { confirmEmail } from '#app/auth/account.server.ts'
import { Gone } from '#app/auth/account-parts.tsx'
import { requireUser } from '#app/auth/guards.server.ts'
import { lookUpCode } from '#app/auth/mail-codes.server.ts'
import { beginSession } from '#app/auth/session.server.ts'
import { kindFor } from '#app/auth/sign-in.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import { Site } from '#app/site.tsx'
import { Button } from '#app/ui/button.tsx'
import { world } from '#app/world.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.auth_mail_title()} – ${m.site_name()}` }, { name: 'robots', content: 'noindex' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user } = await requireUser(world(), request)
  const { account } = pathsIn(languageOf(new URL(request.url).pathname))
  const code = await lookUpCode(world(), 'email', params.token ?? '')
  if (code === 'unknown' || (typeof code !== 'string' && code.userId !== user.id)) throw new Response(null, { status: 404 })
  if (code === 'expired') return data({ email: null, account }, { status: 410 })
  return data({ email: code.email, account })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const signedIn = await requireUser(world(), request)
  const done = await confirmEmail(world(), signedIn, params.token ?? '')
  if (!done.ok) {
    if (done.reason === 'unknown') throw new Response(null, { status: 404 })
    return data({ problem: done.reason }, { status: 410 })
  }
  world().letters.sendSoon()
  const cookie = await beginSession(world(), request, signedIn.user.id, kindFor(signedIn.user))
  return redirectDocument(`${pathsIn(languageOf(new URL(request.url).pathname)).account}?gedaan=adres`, { headers: { 'Set-Cookie': cookie } })
}

export default function AccountEmailLink() {
  const { email, account } = useLoaderData<typeof loader>()
  const busy = useNavigation().state !== 'idle'
  return (
    <Site>
      {email === null ? (
        <Gone text={m.auth_gone_email()} links={[{ href: account, label: m.auth_me_title() }]} />
      ) : (
        <Form method="post" className="flow">
          <h1>{m.auth_mail_link_title({ email })}</h1>
          <p>{m.auth_mail_link_text()}</p>
          <div className="actions">
            <Button disabled={busy}>{m.auth_mail_link_go()}</Button>
          </div>
        </Form>
      )}
    </Site>
  )
}
