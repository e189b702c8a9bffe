/** The plan of a company or a site: what to do, in order, with its quick buttons and a form for something of one's own. */
import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import type { Action } from '#db/plan-tables.ts'
import { readForm, textIn } from '#app/assessments/form-text.ts'
import { storedCompanyName } from '#app/assessments/company-of-scan.server.ts'
import { newestScan } from '#app/assessments/newest-scan.server.ts'
import { onceKeyFrom } from '#app/assessments/once-key.ts'
import { requireScan, type Scan } from '#app/assessments/scan.server.ts'
import { scanName } from '#app/assessments/scan-name.ts'
import { dutchDay, planOrders, type PlanOrder } from '#app/core/actions.ts'
import { may } from '#app/core/permissions.ts'
import { date } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn, type Paths } from '#app/paths.ts'
import { readAction, typedAction, type TypedAction } from '#app/plans/action-form.ts'
import { problemWords } from '#app/plans/action-words.ts'
import { addAction, type PlanChange } from '#app/plans/change-plan.server.ts'
import { actionsOf, planMembers } from '#app/plans/plan.server.ts'
import { PlanPage, type PlanLink, type PlanPageProps, type Said } from '#app/plans/plan-page.tsx'
import { planView, titleOf } from '#app/plans/plan-view.ts'
import styles from '#app/plans/plan.css?url'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import { Empty } from '#app/ui/notice.tsx'
import { sheetStyle } from '#app/ui/sheet.ts'
import { world } from '#app/world.server.ts'
import { answersAfterView, handleButton, saidIn, toldInAddress } from './plan-forms.server.ts'
import { planFigures, type PlanFigures } from './plan-measures.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const handle: PageHandle = { still: true, paper: data => sheetStyle((data as Awaited<ReturnType<typeof loader>>).sheet, m.plan_sheet_page()) }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.plan?.view.heading ?? m.plan_unfinished_title()} – ${m.site_name()}` },
  { name: 'robots', content: 'noindex' },
]

const orderWords: Record<PlanOrder, string> = { advice: 'advies', date: 'datum', owner: 'wie' }

/** How the list is shown, as it stands in an address. */
function shownIn(query: URLSearchParams): { readonly order: PlanOrder; readonly free: boolean } {
  return { order: planOrders.find(one => orderWords[one] === query.get('volgorde')) ?? 'advice', free: query.get('gratis') === '1' }
}

function queryFor({ order, free }: ReturnType<typeof shownIn>, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({ ...(order === 'advice' ? {} : { volgorde: orderWords[order] }), ...(free ? { gratis: '1' } : {}), ...more }).toString()
  return query === '' ? '' : `?${query}`
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await requireScan(world(), request, params, 'plan.see')
  const url = new URL(request.url)
  const paths = pathsIn(languageOf(url.pathname))
  const about = scanName(asked.assessment)
  const company = (await storedCompanyName(world(), asked.assessment)) ?? m.report_paper_company()
  const sheet = `${company} · ${m.plan_name()} · ${date(world().now())}`
  const scan = await newestScan(world(), request, asked)
  if (scan === null) return { about, sheet, check: paths.check(asked.assessment.id), plan: null }
  const here = paths.plan(scan.assessment.id)
  if (scan !== asked) {
    url.searchParams.delete('_routes')
    throw redirect(here + url.search)
  }
  return { about, sheet, check: null, plan: await planOf(scan, url.searchParams, here, paths) }
}

type Plan = Omit<PlanPageProps, 'about' | 'refused' | 'conflict'>

async function planOf(scan: Scan, query: URLSearchParams, here: string, paths: Paths): Promise<Plan> {
  const { assessment, actor } = scan
  const { reader } = world().database
  const actions = await actionsOf(reader, assessment)
  const members = await planMembers(reader, assessment.organisationId)
  const figures = await planFigures(scan, actions)
  const shown = shownIn(query)
  const context = { ...figures, members, today: dutchDay(world().now()), href: (action: string) => paths.planAction(assessment.id, action) }
  const labels: Record<PlanOrder, string> = { advice: m.plan_order_advice(), date: m.plan_order_date(), owner: m.plan_order_owner() }
  const done = actions.find(({ id }) => id === query.get('actie'))
  return {
    view: planView(actions, context, shown.order, shown.free),
    may: may(actor, 'plan.change'),
    report: paths.report(assessment.id),
    choose: paths.choose(assessment.id),
    calendar: paths.planCalendar(assessment.id),
    orders: planOrders.map((order): PlanLink => ({ href: here + queryFor({ ...shown, order }), label: labels[order], current: order === shown.order })),
    free: { href: here + queryFor({ ...shown, free: !shown.free }), on: shown.free },
    owners: members.filter(member => member.may).map(({ id, name }) => ({ id, name })),
    once: randomUUID(),
    said: (await doneIn(scan, query, done, figures, paths)) ?? chosenIn(query),
  }
}

/** What is said after measures were chosen. */
function chosenIn(query: URLSearchParams): Said | null {
  const n = Number(query.get('gekozen'))
  if (!Number.isInteger(n) || n < 1 || n > 999) return null
  return { text: n === 1 ? m.plan_said_chosen_one() : m.plan_said_chosen({ n }), undo: null, answers: null }
}

/** What is said after a button; where that finished something, its answers are asked about at once. */
async function doneIn(scan: Scan, query: URLSearchParams, action: Action | undefined, figures: PlanFigures, paths: Paths): Promise<Said | null> {
  const said = saidIn(query, action, figures.measures)
  if (said === null || action === undefined) return null
  const view = await answersAfterView(scan, action, figures.result.overall.score, paths)
  if (view?.kind !== 'ask') return said
  return { ...said, answers: { view, action: paths.planAction(scan.assessment.id, action.id), version: action.version } }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scan = await requireScan(world(), request, params, 'plan.change')
  const url = new URL(request.url)
  const back = (more: Readonly<Record<string, string>>) => redirect(pathsIn(languageOf(url.pathname)).plan(scan.assessment.id) + queryFor(shownIn(url.searchParams), more))
  const form = await readForm(request)
  if (textIn(form, 'do') === 'add') return await add(scan, form, back)
  const handled = await handleButton(scan, textIn(form, 'action'), form)
  if ('problems' in handled) throw new Response(null, { status: 400 }) // no button here needs a reason
  return handled.change.ok ? back(toldInAddress(handled.deed, handled.change)) : await refusedChange(request, scan, handled.change)
}

async function add(scan: Scan, form: FormData, back: (more: Readonly<Record<string, string>>) => ReturnType<typeof redirect>) {
  const once = onceKeyFrom(form)
  if (once === null) throw new Response(null, { status: 400 })
  const typed = typedAction(form)
  const { problems, fields } = readAction(typed, true)
  const { title } = fields
  if (problems.length > 0 || title === null) return refused(problems, typed)
  const added = await addAction(world(), scan, { ...fields, title }, once)
  if (!added.ok) return refused([added.reason === 'full' ? 'full' : 'notAMember'], typed)
  return back({ gedaan: 'added', actie: added.action.id })
}

function refused(problems: Parameters<typeof problemWords>[0], typed: TypedAction) {
  return data({ refused: { errors: problemWords(problems), typed }, conflict: null }, { status: 422 })
}

/** Somebody else was first: says of which action, and shows the list as it is now. */
async function refusedChange(request: Request, scan: Scan, change: Extract<PlanChange, { ok: false }>) {
  if (change.reason !== 'changed') throw new Response(null, { status: 404 })
  const from = await newestScan(world(), request, scan)
  const title = from === null ? (change.now.title ?? m.plan_name()) : titleOf(change.now, (await planFigures(from, [change.now])).measures)
  return data({ refused: null, conflict: title }, { status: 409 })
}

export default function PlanRoute() {
  const { about, check, plan } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  return (
    <Site>
      {plan === null ? (
        <div className="flow">
          <h1>{m.plan_unfinished_title()}</h1>
          <Empty title={m.plan_unfinished_text()} action={<Link to={check}>{m.plan_unfinished_link()}</Link>} />
        </div>
      ) : (
        <PlanPage {...plan} about={about} refused={answered?.refused ?? null} conflict={answered?.conflict ?? null} />
      )}
    </Site>
  )
}
