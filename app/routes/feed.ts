/** A plan as a diary reads it, for who has the secret address: no session, no cookie. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { guessingPause, noteFailure } from '#app/auth/guessing.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import { entriesOf } from '#app/plans/calendar-entries.server.ts'
import { planFile } from '#app/plans/calendar-file.ts'
import { readFeed } from '#app/plans/calendar.server.ts'
import { world } from '#app/world.server.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const pause = await guessingPause(context.address)
  if (pause !== null) throw new Response(null, { status: 429, headers: { 'Retry-After': String(pause) } })
  const feed = await readFeed(world(), params.token ?? '')
  if (feed === null) {
    await noteFailure(context.address)
    throw new Response(null, { status: 404 })
  }
  const { company, newest, actions } = feed
  const language = languageOf(new URL(request.url).pathname)
  const { ORIGIN } = world().environment
  const urlOf = (action: string) => (newest === null ? null : ORIGIN + pathsIn(language).planAction(newest.id, action))
  const entries = await entriesOf(world().database, actions, { size: newest?.size, language, urlOf })
  const name = company === null ? m.calendar_ics_name() : m.calendar_ics_name_of({ company })
  return new Response(planFile(name, entries, new URL(ORIGIN).hostname), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="plan.ics"',
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Robots-Tag': 'noindex, nofollow',
    },
  })
}
