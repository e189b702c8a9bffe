/** Asking for an account: an address, nothing more. The answer is the same for every address. */
import { randomUUID } from 'node:crypto'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { AskAddress } from '#app/auth/ask-address.tsx'
import { askSignUp } from '#app/auth/ask.server.ts'
import { readSession } from '#app/auth/session.server.ts'
import { findScan, type Scan } from '#app/assessments/scan.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import { Site } from '#app/site.tsx'
import { world } from '#app/world.server.ts'
import { accountLinks } from './account-links.server.ts'
import { answerAddress } from './answer-address.server.ts'

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
  return await answerAddress(request, context.address, async address => {
    const scan = await guestScan(request)
    const links = accountLinks(language, scan?.assessment.id ?? null)
    return await askSignUp(world(), { ...address, language, links }, scan?.assessment.organisationId ?? null)
  })
}

export default function SignUp() {
  const { once, scan, signIn } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  const after = (
    <p>
      {m.auth_up_have()} <a href={signIn}>{m.auth_in_title()}</a>
    </p>
  )
  return (
    <Site>
      <AskAddress once={once} done={done} busy={busy} help={m.auth_up_email_help()} autoComplete="email" after={after}>
        <h1>{m.auth_up_title()}</h1>
        <p className="lead">{scan ? m.auth_up_scan() : m.auth_up_text()}</p>
      </AskAddress>
    </Site>
  )
}
