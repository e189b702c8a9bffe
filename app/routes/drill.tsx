/** One drill: its script, the notes that are kept, and the closing that marks answers and fills the plan. */
import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { confirmIn } from '#app/assessments/correct.server.ts'
import { readForm, textIn } from '#app/assessments/form-text.ts'
import { requireScan, type Scan } from '#app/assessments/scan.server.ts'
import { scanName } from '#app/assessments/scan-name.ts'
import { may } from '#app/core/permissions.ts'
import { date } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import { addDrillActions } from '#app/plans/from-drill.server.ts'
import { actionsOf } from '#app/plans/plan.server.ts'
import { actionLines, drillProblems, typedDrill, type TypedDrill } from '#app/practice/drill-form.ts'
import { DrillPage, noteLabel } from '#app/practice/drill-page.tsx'
import { holdDrill, removeDrill, saveNotes, type DrillChange } from '#app/practice/drill.server.ts'
import styles from '#app/practice/drill.css?url'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { sheetStyle } from '#app/ui/sheet.ts'
import { world } from '#app/world.server.ts'
import { readDrill, type ReadDrill } from './drill-script.server.ts'
import { versionIn } from './plan-forms.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const handle: PageHandle = { still: true, paper: data => sheetStyle((data as Awaited<ReturnType<typeof loader>>).sheet, m.drill_sheet_page()) }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.view.title ?? m.drill_name()} – ${m.site_name()}` },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scan = await requireScan(world(), request, params, 'practice.see')
  const url = new URL(request.url)
  const paths = pathsIn(languageOf(url.pathname))
  const read = await readDrill(request, scan, params.drill)
  const { drill, view, measures, script } = read
  if (drill.removedAt !== null) throw redirect(`${paths.drills(scan.assessment.id)}?weg=${drill.id}`)
  const about = scanName(scan.assessment)
  return {
    about,
    sheet: `${view.title} · ${about} · ${date(drill.createdAt)}`,
    view,
    list: paths.drills(scan.assessment.id),
    plan: paths.plan(scan.assessment.id),
    version: drill.version,
    value: { notes: drill.notes, exercised: script.answered, actions: '', measures: [] } satisfies TypedDrill,
    saved: url.searchParams.has('bewaard') && drill.heldAt === null,
    open: drill.heldAt === null && may(scan.actor, 'practice.hold'),
    held: await heldOf(scan, read),
    measures,
  }
}

async function heldOf(scan: Scan, { drill }: ReadDrill) {
  if (drill.heldAt === null) return null
  const made = (await actionsOf(world().database.reader, scan.assessment)).filter(one => one.drillId === drill.id && one.removedAt === null).length
  const n = drill.exercised.length
  const when = { date: date(drill.heldAt) }
  return {
    text: n === 0 ? m.drill_held_said_none(when) : n === 1 ? m.drill_held_said_one(when) : m.drill_held_said({ ...when, n }),
    actions: made === 0 ? null : made === 1 ? m.drill_held_actions_one() : m.drill_held_actions({ n: made }),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scan = await requireScan(world(), request, params, 'practice.hold')
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  const form = await readForm(request)
  const read = await readDrill(request, scan, params.drill)
  const { drill, scan: from, steps, script, measures } = read
  const here = paths.drill(scan.assessment.id, drill.id)
  if (textIn(form, 'do') === 'remove') {
    const gone = await removeDrill(world(), scan.assessment, drill.id, true)
    return redirect(gone.ok ? `${paths.drills(scan.assessment.id)}?weg=${drill.id}` : here)
  }
  const version = versionIn(form)
  const typed = typedDrill(form, { steps, questions: script.answered, measures: measures.map(({ id }) => id) })
  const problems = drillProblems(typed, noteLabel)
  if (problems.length > 0) return refused(422, typed, version, null, problems)
  if (textIn(form, 'do') !== 'finish') {
    const saved = await saveNotes(world(), scan.assessment, drill.id, version, typed.notes)
    if (!saved.ok) return conflict(saved, typed, version)
    // what was typed below the notes is not kept by this button, and stays on the page
    if (typed.actions.trim() !== '' || typed.measures.length > 0) return refused(200, typed, saved.drill.version, null, [])
    return redirect(`${here}?bewaard`)
  }
  const { notes, exercised } = typed
  const held = await holdDrill(world(), scan.assessment, drill.id, { version, notes, exercised }, async writer => {
    const now = world().now()
    const added = await addDrillActions(writer, from, { drillId: drill.id, titles: actionLines(typed), measures: typed.measures }, now)
    if (added.ok) await confirmIn(writer, now, from, exercised, true)
    return added
  })
  if (!held.ok && held.reason === 'full') return refused(422, typed, version, null, [{ id: 'actions', message: m.drill_error_full({ n: held.room }) }])
  if (!held.ok) return conflict(held, typed, version)
  return redirect(here)
}

function conflict(change: Extract<DrillChange, { ok: false }>, typed: TypedDrill, version: number) {
  if (change.reason === 'changed') return refused(409, typed, change.now.version, change.now.notes, [])
  if (change.reason === 'notFound') throw new Response(null, { status: 404 })
  return refused(409, typed, version, null, [])
}

function refused(status: number, typed: TypedDrill, version: number, theirs: Readonly<Record<string, string>> | null, errors: readonly FieldError[]) {
  return data({ value: typed, version, theirs, errors, saved: status === 200 }, { status })
}

export default function DrillRoute() {
  const page = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const late = answered !== undefined && page.held !== null
  return (
    <Site>
      <DrillPage
        {...page}
        version={answered?.version ?? page.version}
        value={answered !== undefined ? answered.value : page.value}
        theirs={answered?.theirs ?? null}
        errors={answered?.errors ?? []}
        saved={answered?.saved ?? page.saved}
        late={late}
      />
    </Site>
  )
}
