/** Where a supplier comes in who was asked for hours: begins a scan for it, or takes one that is finished. */
import { data, redirect, type ActionFunctionArgs, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { SupplierLink } from '#db/plan-tables.ts'
import type { Assessment } from '#db/schema.ts'
import { companiesWithScans } from '#app/assessments/company-scans.server.ts'
import { readForm, textIn } from '#app/assessments/form-text.ts'
import { linesOf } from '#app/assessments/line.server.ts'
import { requireScan, scansOf } from '#app/assessments/scan.server.ts'
import { calledCompany, scanKind, sectorTitle } from '#app/assessments/scan-name.ts'
import { guessingPause, noteFailure } from '#app/auth/guessing.server.ts'
import { readSession } from '#app/auth/session.server.ts'
import { minutesFor } from '#app/catalogue/reading-time.ts'
import { may } from '#app/core/permissions.ts'
import { date } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import { openSupplierLink } from '#app/suppliers/ask.server.ts'
import { tieScan } from '#app/suppliers/send.server.ts'
import { SupplierLinkPage } from '#app/suppliers/supplier-link-page.tsx'
import styles from '#app/suppliers/suppliers.css?url'
import { world } from '#app/world.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const handle: PageHandle = { still: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data === undefined ? m.site_name() : `${m.supplier_land_title({ asker: data.asker })} – ${m.site_name()}` },
  { name: 'robots', content: 'noindex, nofollow' },
]

/** The address is the key: it is sent to no other site, and no search engine keeps it. */
const secretAddress = { 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex, nofollow' }

export const headers: HeadersFunction = () => secretAddress

/** The link of this address; throws a 404 where it is unknown or has ended, and a 429 after too many guesses. */
async function requireLink(token: string | undefined, address: string): Promise<SupplierLink> {
  const pause = await guessingPause(address)
  if (pause !== null) throw new Response(null, { status: 429, headers: { 'Retry-After': String(pause) } })
  const link = await openSupplierLink(world(), token ?? '')
  if (link !== null) return link
  await noteFailure(address)
  throw new Response(null, { status: 404 })
}

/** The finished scans that this reader may send from, the newest of each company and site. */
async function scansToShow(request: Request): Promise<{ id: string; label: string }[]> {
  const label = (name: string, { id, finishedAt }: Assessment) => ({ id, label: m.supplier_choose_line({ name, date: date(finishedAt ?? 0) }) })
  const lines = new Map<string, Assessment>()
  for (const scan of await scansOf(world(), request)) {
    const line = `${scan.organisationId} ${scan.site ?? ''}`
    const known = lines.get(line)
    if (scan.finishedAt !== null && scan.removedAt === null && (known?.finishedAt ?? 0) < scan.finishedAt) lines.set(line, scan)
  }
  const own = [...lines.values()].map(scan => label(scanKind(scan), scan))
  const signedIn = await readSession(world(), request)
  const companies = signedIn === null ? [] : (await companiesWithScans(world(), signedIn.user.id)).filter(({ actor }) => may(actor, 'scan.share'))
  const theirs = await Promise.all(
    companies.map(async ({ organisation, newest }) => {
      const called = calledCompany(organisation.name, newest)
      const found = await linesOf(world().database.reader, organisation.id)
      return found.map(line => label([called, line.name ?? sectorTitle(line.newest.sector) ?? ''].filter(part => part !== '').join(' · '), line.newest))
    }),
  )
  return [...theirs.flat(), ...own]
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const link = await requireLink(params.token, context.address)
  const language = languageOf(new URL(request.url).pathname)
  const general = world().catalogue.questionnaire('algemeen')
  return data(
    {
      asker: link.asker,
      until: date(link.expiresAt),
      minutes: minutesFor(general, 'quick', '2-9'),
      start: `${pathsIn(language).start}?voor=${encodeURIComponent(params.token ?? '')}`,
      scenarios: general.scenarios.map(one => one.title[language]),
      scans: await scansToShow(request),
    },
    { headers: secretAddress },
  )
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const link = await requireLink(params.token, context.address)
  const chosen = textIn(await readForm(request), 'scan')
  if (chosen === '') return data({ refused: true }, { status: 422, headers: secretAddress })
  const { assessment } = await requireScan(world(), request, { scan: chosen }, 'scan.share')
  await tieScan(world(), link.id, assessment.id)
  return redirect(pathsIn(languageOf(new URL(request.url).pathname)).sendBack(assessment.id))
}

export default function SupplierLinkRoute() {
  const loaded = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  return (
    <Site>
      <SupplierLinkPage {...loaded} refused={done?.refused === true} />
    </Site>
  )
}
