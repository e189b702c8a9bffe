/** Sends a supplier's hours to who asked, one figure for each scenario, and takes them back. */
import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { readForm, textIn } from '#app/assessments/form-text.ts'
import { newestScan } from '#app/assessments/newest-scan.server.ts'
import { requireScan, storedResult } from '#app/assessments/scan.server.ts'
import { date, say } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import { figuresOf } from '#app/suppliers/figures.ts'
import { askersOf, sendFigures, withdrawFigures } from '#app/suppliers/send.server.ts'
import { SendBackPage, type SendDeed } from '#app/suppliers/send-back-page.tsx'
import { sendHeading, sendView } from '#app/suppliers/send-view.ts'
import styles from '#app/suppliers/suppliers.css?url'
import { buttonClass } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/notice.tsx'
import { world } from '#app/world.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const handle: PageHandle = { still: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.page?.heading ?? m.supplier_unfinished_title()} – ${m.site_name()}` },
  { name: 'robots', content: 'noindex' },
]

/** How an address says what was just done. */
const deeds: Readonly<Record<SendDeed, string>> = { sent: 'door', withdrawn: 'terug', ended: 'niet' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await requireScan(world(), request, params, 'scan.share')
  const url = new URL(request.url)
  const paths = pathsIn(languageOf(url.pathname))
  const scan = await newestScan(world(), request, asked)
  if (scan === null) return { scan: paths.scan(asked.assessment.id), page: null }
  const { id, finishedAt } = scan.assessment
  if (scan !== asked) {
    url.searchParams.delete('_routes')
    throw redirect(paths.sendBack(id) + url.search)
  }
  const { scenarios } = scan.questionnaire
  const result = await storedResult(world(), id)
  const figures = result === null ? {} : figuresOf(result)
  const views = (await askersOf(world(), scan.assessment)).map(one => sendView(one, figures, scenarios))
  const said = url.searchParams.get('gedaan')
  return {
    scan: null,
    page: {
      heading: sendHeading(views),
      back: paths.report(id),
      again: paths.copy(id),
      from: date(finishedAt ?? 0),
      askers: views,
      left: scenarios.filter(one => figures[one.id] === undefined).map(one => say(one.title)),
      nothing: Object.keys(figures).length === 0,
      deed: (Object.keys(deeds) as SendDeed[]).find(deed => deeds[deed] === said) ?? null,
    },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scan = await requireScan(world(), request, params, 'scan.share')
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  const { id } = scan.assessment
  const back = (deed: SendDeed) => redirect(`${paths.sendBack(id)}?gedaan=${deeds[deed]}`)
  const form = await readForm(request)
  switch (textIn(form, 'do')) {
    case 'withdraw':
      await withdrawFigures(world(), scan, textIn(form, 'link'))
      return back('withdrawn')
    case 'send': {
      const sent = await sendFigures(world(), scan, textIn(form, 'link'))
      return sent.ok ? back('sent') : sent.reason === 'ended' ? back('ended') : redirect(paths.sendBack(id))
    }
    default:
      throw new Response(null, { status: 400 })
  }
}

export default function SendBack() {
  const { scan, page } = useLoaderData<typeof loader>()
  return (
    <Site>
      {page === null ? (
        <div className="flow suppliers">
          <h1>{m.supplier_unfinished_title()}</h1>
          <Empty
            title={m.supplier_send_unfinished()}
            action={
              <Link to={scan ?? ''} className={buttonClass('primary')}>
                {m.supplier_unfinished_link()}
              </Link>
            }
          />
        </div>
      ) : (
        <SendBackPage {...page} />
      )}
    </Site>
  )
}
