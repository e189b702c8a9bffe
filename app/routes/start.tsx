/**
 * Begins a scan, without an account or for one's company: what the business does, how big it is, where, and how thorough the scan is to
 * be. `?voor=` is the secret of a link with which a customer asked for it; the scan is then tied to that link.
 */
import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm, textIn } from '#app/assessments/form-text.ts'
import { browserKeyCookie, newBrowserKey, readBrowserKey } from '#app/auth/browser-key.server.ts'
import { companiesWithScans } from '#app/assessments/company-scans.server.ts'
import { calledCompany } from '#app/assessments/scan-name.ts'
import { asGuest, startForm, type StartField } from '#app/assessments/start-form.ts'
import { StartPage, type StartHolder } from '#app/assessments/start-page.tsx'
import { startScan, type Holder, type Start } from '#app/assessments/start.server.ts'
import { requireMember, signInFor } from '#app/auth/guards.server.ts'
import { readSession } from '#app/auth/session.server.ts'
import { may } from '#app/core/permissions.ts'
import { minutesFor } from '#app/catalogue/reading-time.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import { Site } from '#app/site.tsx'
import { openSupplierLink } from '#app/suppliers/ask.server.ts'
import { tieIn } from '#app/suppliers/send.server.ts'
import { world } from '#app/world.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.start_title()} – ${m.site_name()}` }]

/**
 * Whose scan it can become: null for who is not signed in or may begin one nowhere. `?bedrijf=` says which company; one that is not the
 * user's does not exist, and who is not signed in any more does that first.
 */
async function holderFor(request: Request): Promise<StartHolder | null> {
  const url = new URL(request.url)
  const asked = url.searchParams.get('bedrijf')
  const signedIn = await readSession(world(), request)
  if (signedIn === null) {
    if (asked !== null && asked !== asGuest) throw redirect(signInFor(request))
    return null
  }
  const own = (await companiesWithScans(world(), signedIn.user.id)).filter(({ actor }) => may(actor, 'scan.start'))
  const chosen = asked === asGuest ? undefined : asked === null ? own[0] : own.find(({ organisation }) => organisation.id === asked)
  if (chosen === undefined && asked !== null && asked !== asGuest) throw new Response(null, { status: 404 })
  if (own.length === 0) return null
  const along = ['stroom', 'voor'].flatMap(name => (url.searchParams.get(name) === null ? [] : [[name, url.searchParams.get(name) ?? '']]))
  const hrefFor = (company: string) => `${pathsIn(languageOf(url.pathname)).start}?${new URLSearchParams([['bedrijf', company], ...along]).toString()}`
  const newest = chosen?.newest ?? null
  return {
    companies: own.map(one => ({ id: one.organisation.id, name: calledCompany(one.organisation.name, one.newest), href: hrefFor(one.organisation.id) })),
    chosen: chosen?.organisation.id ?? asGuest,
    guest: hrefFor(asGuest),
    profile: newest === null ? null : { sector: newest.sector, size: newest.size, region: newest.region ?? '' },
  }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const language = languageOf(url.pathname)
  const { catalogue } = world()
  // the key is there before the form is sent, so that a form that is sent twice comes from one browser
  const headers = readBrowserKey(request) === null ? { 'Set-Cookie': browserKeyCookie(newBrowserKey()) } : undefined
  const asked = url.searchParams.get('voor')
  const link = asked === null ? null : await openSupplierLink(world(), asked)
  const shown = {
    supplier: asked === null || link === null ? null : { token: asked, asker: link.asker },
    holder: await holderFor(request),
    once: randomUUID(),
    power: url.searchParams.get('stroom') ?? '',
    trades: pathsIn(language).trades,
    sectors: catalogue.allSectors.map(sector => ({ id: sector.id, title: sector.title[language], built: catalogue.servedBy(sector.id) === sector.id })),
    municipalities: catalogue.municipalities.map(({ code, name, region }) => ({ code, name, region })),
    minutes: catalogue.sectors.map(({ id }) => ({
      id,
      quick: minutesFor(catalogue.questionnaire(id), 'quick', '2-9'),
      full: minutesFor(catalogue.questionnaire(id), 'full', '2-9'),
    })),
  }
  return data(shown, { headers })
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const parsed = startForm.safeParse(Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')))
  const typed = Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  if (!parsed.success) {
    const fields = [...new Set(parsed.error.issues.map(issue => String(issue.path[0])))]
    if (fields.includes('once')) throw new Response(null, { status: 400 })
    return data({ fields: fields as StartField[], typed }, { status: 422 })
  }
  const { sector, size, region, scope, mode, power, company, name, once } = parsed.data
  const { catalogue } = world()
  if (catalogue.servedBy(sector) === undefined) throw new Response(null, { status: 400 })
  const key = readBrowserKey(request) ?? newBrowserKey()
  const guest = company === '' || company === asGuest
  const holder: Holder = guest
    ? { browserKey: key }
    : { organisationId: (await requireMember(world(), request, { organisation: company }, 'scan.start')).organisation.id }
  const start: Start = {
    questionnaire: catalogue.questionnaire(sector),
    mode,
    size,
    region: region === '' ? null : region,
    scope,
    name: scope === 'site' && name !== '' ? name : null,
    power: power === '' ? null : power,
    onceKey: once,
  }
  const link = textIn(form, 'voor') === '' ? null : await openSupplierLink(world(), textIn(form, 'voor'))
  const id = await startScan(world(), holder, start, link === null ? undefined : (writer, scan, now) => tieIn(writer, link.id, scan, now))
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  return redirect(paths.whatMustGoOn(id), guest ? { headers: { 'Set-Cookie': browserKeyCookie(key) } } : {})
}

export default function Start() {
  const loaded = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Site>
      <StartPage key={loaded.holder?.chosen} {...loaded} refused={refused} />
    </Site>
  )
}
