/** Begins a scan without an account: what the business does, how big it is, where, and how thorough the scan is to be. */
import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/assessments/form-text.ts'
import { browserKeyCookie, newBrowserKey, readBrowserKey } from '#app/auth/browser-key.server.ts'
import { startForm, type StartField } from '#app/assessments/start-form.ts'
import { StartPage } from '#app/assessments/start-page.tsx'
import { startScan } from '#app/assessments/start.server.ts'
import { minutesFor } from '#app/catalogue/reading-time.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import { Site } from '#app/site.tsx'
import { world } from '#app/world.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.start_title()} – ${m.site_name()}` }]

export function loader({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const language = languageOf(url.pathname)
  const { catalogue } = world()
  // the key is there before the form is sent, so that a form that is sent twice comes from one browser
  const headers = readBrowserKey(request) === null ? { 'Set-Cookie': browserKeyCookie(newBrowserKey()) } : undefined
  const shown = {
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
  const { sector, size, region, scope, mode, power, once } = parsed.data
  const { catalogue } = world()
  if (catalogue.servedBy(sector) === undefined) throw new Response(null, { status: 400 })
  const key = readBrowserKey(request) ?? newBrowserKey()
  const id = await startScan(world(), { browserKey: key }, {
    questionnaire: catalogue.questionnaire(sector),
    mode,
    size,
    region: region === '' ? null : region,
    scope,
    power: power === '' ? null : power,
    onceKey: once,
  })
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  return redirect(paths.whatMustGoOn(id), { headers: { 'Set-Cookie': browserKeyCookie(key) } })
}

export default function Start() {
  const loaded = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Site>
      <StartPage {...loaded} refused={refused} />
    </Site>
  )
}
