/** Addresses with which a diary reads the plan of a company or a site. */
import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newestScan } from '#app/assessments/newest-scan.server.ts'
import { newSecret } from '#app/auth/secret.server.ts'
import { readForm, textIn } from '#app/assessments/form-text.ts'
import { requireScan } from '#app/assessments/scan.server.ts'
import { date } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import { CalendarPage } from '#app/plans/calendar-page.tsx'
import styles from '#app/plans/calendar.css?url'
import { endFeed, feedsOf, makeFeed, mostFeeds } from '#app/plans/calendar.server.ts'
import { remindersOn } from '#app/plans/reminders-off.server.ts'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { world } from '#app/world.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const handle: PageHandle = { still: true }

export const meta: MetaFunction = () => [{ title: `${m.calendar_title()} – ${m.site_name()}` }, { name: 'robots', content: 'noindex' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scan = await requireScan(world(), request, params, 'plan.see')
  const url = new URL(request.url)
  const paths = pathsIn(languageOf(url.pathname))
  const ofPlan = await newestScan(world(), request, scan)
  if (ofPlan === null) return { finishFirst: paths.check(scan.assessment.id) }
  const { id } = ofPlan.assessment
  if (id !== scan.assessment.id) throw redirect(paths.planCalendar(id) + url.search)
  const feeds = await feedsOf(world(), scan)
  const rows = feeds.map((feed, index) => ({
    id: feed.id,
    name: m.calendar_row({ n: index + 1, date: date(feed.createdAt) }),
    read: feed.readAt === null ? null : date(feed.readAt),
  }))
  return {
    finishFirst: null,
    back: paths.plan(id),
    here: paths.planCalendar(id),
    token: newSecret(),
    rows,
    ended: url.searchParams.get('gedaan') === 'weg',
    ending: rows.find(row => row.id === url.searchParams.get('weg')) ?? null,
    reminders: scan.user === null ? null : { on: await remindersOn(world().database.reader, scan.user.id), href: paths.account },
  }
}

/** The secret that came with the form: one that we could have made. */
const secret = /^[\w-]{43}$/

export async function action({ request, params }: ActionFunctionArgs) {
  const scan = await requireScan(world(), request, params, 'plan.see')
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  const form = await readForm(request)
  const act = textIn(form, 'do')
  if (act === 'end') {
    await endFeed(world(), scan, textIn(form, 'feed'))
    return redirect(`${paths.planCalendar(scan.assessment.id)}?gedaan=weg`)
  }
  const token = textIn(form, 'token')
  if (act !== 'make' || !secret.test(token)) throw new Response(null, { status: 400 })
  const made = await makeFeed(world(), scan, token)
  if (!made.ok && made.reason === 'taken') throw new Response(null, { status: 400 })
  if (!made.ok) return data({ problem: m.calendar_too_many({ n: mostFeeds }) }, { status: 422 })
  const address = world().environment.ORIGIN + paths.feed(token)
  return data({ problem: null, address, webcal: address.replace(/^https?:/, 'webcal:') })
}

export default function CalendarFeed() {
  const page = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  if (page.finishFirst !== null) {
    return (
      <Site>
        <div className="flow">
          <h1>{m.calendar_first_title()}</h1>
          <p>{m.calendar_first_text()}</p>
          <div className="actions">
            <ButtonLink href={page.finishFirst}>{m.calendar_first_go()}</ButtonLink>
          </div>
        </div>
      </Site>
    )
  }
  const { ended, ending, finishFirst: _, ...rest } = page
  const made = done !== undefined && done.problem === null ? { kind: 'made' as const, address: done.address, webcal: done.webcal } : null
  const notice = made ?? (ended && done === undefined ? { kind: 'ended' as const } : null)
  return (
    <Site>
      <CalendarPage {...rest} notice={notice} problem={done?.problem ?? null} ending={done === undefined ? ending : null} />
    </Site>
  )
}
