/**
 * The link of a reminder that turns such letters off, without signing in: looking shows one button, for mail scanners open links; the click,
 * and what a mail reader posts by itself (RFC 8058), turn them off. It reads and sets no cookie.
 */
import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { guessingPause, noteFailure } from '#app/auth/guessing.server.ts'
import { readForm } from '#app/assessments/form-text.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import { RemindersOffPage } from '#app/plans/reminders-off-page.tsx'
import { lookUpReminderLink, turnRemindersOff } from '#app/plans/reminders-off.server.ts'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import { world } from '#app/world.server.ts'

export const handle: PageHandle = { still: true }

export const meta: MetaFunction = () => [{ title: `${m.calendar_off_title()} – ${m.site_name()}` }, { name: 'robots', content: 'noindex, nofollow' }]

/** The address is the key: it is sent to no other page, and no search engine keeps it. */
const secretAddress = { 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex, nofollow' }

export const headers: HeadersFunction = () => secretAddress

async function refuse(address: string): Promise<never> {
  await noteFailure(address)
  throw new Response(null, { status: 404 })
}

async function slowDown(address: string): Promise<void> {
  const pause = await guessingPause(address)
  if (pause !== null) throw new Response(null, { status: 429, headers: { 'Retry-After': String(pause) } })
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await slowDown(context.address)
  const link = await lookUpReminderLink(world().database.reader, params.token ?? '', world().now())
  if (link === null) return await refuse(context.address)
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  return data({ on: link.on, here: paths.remindersOff(params.token ?? ''), account: paths.account }, { headers: secretAddress })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  await slowDown(context.address)
  const form = await readForm(request)
  if (form.get('List-Unsubscribe') !== 'One-Click') throw new Response(null, { status: 400 })
  if (!(await turnRemindersOff(world(), params.token ?? ''))) return await refuse(context.address)
  return data({ off: true }, { headers: secretAddress })
}

export default function RemindersOff() {
  const { on, here, account } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  return (
    <Site>
      <RemindersOffPage on={done?.off === true ? false : on} here={here} account={account} />
    </Site>
  )
}
