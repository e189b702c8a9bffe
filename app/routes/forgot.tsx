/** Asking for a new password. The answer is the same for every address. */
import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { AskAddress } from '#app/auth/ask-address.tsx'
import { askReset } from '#app/auth/ask.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf } from '#app/paths.ts'
import { Site } from '#app/site.tsx'
import { world } from '#app/world.server.ts'
import { accountLinks } from './account-links.server.ts'
import { answerAddress } from './answer-address.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.auth_forgot_title()} – ${m.site_name()}` }]

export async function loader() {
  return { once: randomUUID() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const language = languageOf(new URL(request.url).pathname)
  return await answerAddress(request, context.address, address => askReset(world(), { ...address, language, links: accountLinks(language) }))
}

export default function Forgot() {
  const { once } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  return (
    <Site>
      <AskAddress once={once} done={done} busy={busy} autoComplete="username">
        <h1>{m.auth_forgot_title()}</h1>
        <p>{m.auth_forgot_text()}</p>
      </AskAddress>
    </Site>
  )
}
