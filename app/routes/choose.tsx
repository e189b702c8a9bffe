/** Chooses measures for the plan: by time, by hand, and with what that comes to. */
import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newestScan } from '#app/assessments/newest-scan.server.ts'
import { onceKeyFrom } from '#app/assessments/once-key.ts'
import { readForm } from '#app/assessments/form-text.ts'
import { scanName } from '#app/assessments/scan-name.ts'
import { requireScan } from '#app/assessments/scan.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import { adoptMeasures } from '#app/plans/adopt.server.ts'
import { ChoosePage, NothingToChoose } from '#app/plans/choose-page.tsx'
import styles from '#app/plans/choose.css?url'
import { Site } from '#app/site.tsx'
import { world } from '#app/world.server.ts'
import { askedIn, choosePage } from './choose-page.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  const title = page === undefined ? m.site_name() : `${page.kind === 'page' ? page.page.heading : m.choose_unfinished()} – ${m.site_name()}`
  return [{ title }, { name: 'robots', content: 'noindex' }]
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await requireScan(world(), request, params, 'plan.see')
  const url = new URL(request.url)
  const paths = pathsIn(languageOf(url.pathname))
  const scan = await newestScan(world(), request, asked)
  if (scan === null) return { kind: 'unfinished' as const, about: scanName(asked.assessment), href: paths.scan(asked.assessment.id) }
  if (scan.assessment.id !== asked.assessment.id) throw redirect(paths.choose(scan.assessment.id) + url.search)
  return { kind: 'page' as const, page: await choosePage(world(), scan, askedIn(url.searchParams), paths) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const asked = await requireScan(world(), request, params, 'plan.change')
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  const scan = await newestScan(world(), request, asked)
  if (scan === null) throw redirect(paths.choose(asked.assessment.id))
  const form = await readForm(request)
  const once = onceKeyFrom(form)
  if (once === null) throw new Response(null, { status: 400 })
  const chosen = form.getAll('kies').filter(id => typeof id === 'string').slice(0, 500)
  const adopted = await adoptMeasures(world(), scan, chosen, once)
  if (!adopted.ok) return data({ error: m.choose_error_full(), chosen }, { status: 422 })
  if (adopted.adopted.length === 0) return data({ error: m.choose_error_none(), chosen: [] }, { status: 422 })
  return redirect(`${paths.plan(scan.assessment.id)}?gekozen=${adopted.adopted.length}`)
}

export default function Choose() {
  const loaded = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Site>
      {loaded.kind === 'unfinished' ? (
        <NothingToChoose {...loaded} />
      ) : (
        <ChoosePage {...loaded.page} chosen={refused?.chosen ?? loaded.page.chosen} error={refused?.error ?? null} />
      )}
    </Site>
  )
}
