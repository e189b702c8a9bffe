/** One action of a plan: everything about it can be changed here, and what it did to the answers is asked here. */
import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newestScan } from '#app/assessments/newest-scan.server.ts'
import { readBrowserKey } from '#app/auth/browser-key.server.ts'
import { readForm, textIn } from '#app/assessments/form-text.ts'
import { requireScan, type Scan } from '#app/assessments/scan.server.ts'
import { scanName } from '#app/assessments/scan-name.ts'
import { dutchDay } from '#app/core/actions.ts'
import { may } from '#app/core/permissions.ts'
import { date } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import { carriedIn, readAction, typedAction, undoOf, valueOf, type ActionProblem, type TypedAction } from '#app/plans/action-form.ts'
import { ActionPage, type Conflict } from '#app/plans/action-page.tsx'
import { problemWords } from '#app/plans/action-words.ts'
import { liftAnswers } from '#app/plans/answers-after.server.ts'
import { changeAction, noteAnswersAfter, type PlanChange } from '#app/plans/change-plan.server.ts'
import { actionOf, planMembers } from '#app/plans/plan.server.ts'
import type { Said } from '#app/plans/plan-page.tsx'
import { actionView, dayInWords, ownerOf } from '#app/plans/plan-view.ts'
import styles from '#app/plans/plan.css?url'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import { world } from '#app/world.server.ts'
import { answersAfterView, handleButton, saidIn, toldInAddress, versionIn } from './plan-forms.server.ts'
import { planFigures } from './plan-measures.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const handle: PageHandle = { still: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data === undefined ? m.plan_name() : m.plan_page_title({ title: data.action.title })} – ${m.site_name()}` },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await requireScan(world(), request, params, 'plan.see')
  const url = new URL(request.url)
  const paths = pathsIn(languageOf(url.pathname))
  const { reader } = world().database
  const action = await actionOf(reader, asked.assessment, params.action ?? '')
  if (action === null) throw new Response(null, { status: 404 })
  const scan = await newestScan(world(), request, asked)
  if (scan === null) throw redirect(paths.plan(asked.assessment.id))
  const here = paths.planAction(scan.assessment.id, action.id)
  if (scan !== asked) throw redirect(here)
  const members = await planMembers(reader, scan.assessment.organisationId)
  const figures = await planFigures(scan, [action])
  return {
    about: scanName(scan.assessment),
    plan: paths.plan(scan.assessment.id),
    here,
    ics: action.dueOn === null ? null : paths.planActionIcs(scan.assessment.id, action.id),
    action: actionView(action, { ...figures, members, today: dutchDay(world().now()), href: () => here }),
    measure: (action.measureId === null ? null : figures.measures.get(action.measureId)) ?? null,
    removed: action.removedAt !== null,
    since: date(action.stateAt),
    may: may(scan.actor, 'plan.change'),
    // who has it already stays in the list, also once they may no longer be given anything
    owners: members.filter(one => one.may || one.id === action.ownerId).map(({ id, name }) => ({ id, name })),
    before: valueOf(action),
    answers: await answersAfterView(scan, action, figures.result.overall.score, paths),
    said: saidIn(url.searchParams, action, figures.measures),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scan = await requireScan(world(), request, params, 'plan.change')
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  const row = await actionOf(world().database.reader, scan.assessment, params.action ?? '')
  if (row === null) throw new Response(null, { status: 404 })
  const form = await readForm(request)
  const back = (told: Readonly<Record<string, string>>) => redirect(`${paths.planAction(scan.assessment.id, row.id)}?${new URLSearchParams(told).toString()}`)
  const typed = typedAction(form)
  const version = versionIn(form)
  const asked = textIn(form, 'do')
  switch (asked) {
    case 'change':
    case 'undo': {
      const { problems, fields } = readAction(typed, row.measureId === null)
      if (problems.length > 0) return refused(problems, typed)
      const change = await changeAction(world(), scan, row.id, version, fields)
      // answered at once: what stood there before is private, and too long for an address
      if (change.ok) return saved(asked, undoOf(carriedIn(form), change.action))
      return change.reason === 'owner' ? refused(['notAMember'], typed) : await conflict(scan, change, asked, typed)
    }
    case 'leave': {
      const change = await noteAnswersAfter(world(), scan, row.id, version, 'left')
      return change.ok ? back({}) : await conflict(scan, change)
    }
    case 'lift': {
      const base = (await newestScan(world(), request, scan)) ?? scan
      const newest = world().catalogue.questionnaire(scan.assessment.sector)
      const lifted = await liftAnswers(world(), readBrowserKey(request), base, newest, row, { version, shown: textIn(form, 'shown') })
      if (lifted.ok) return back({})
      if (lifted.reason === 'otherAnswers') return data({ ...nothing, otherAnswers: true }, { status: 409 })
      return lifted.reason === 'notDone' ? await conflict(scan, { ok: false, reason: 'changed', now: row }) : await conflict(scan, lifted)
    }
    default: {
      const handled = await handleButton(scan, row.id, form)
      // what else was typed on the page was not part of this form
      if ('problems' in handled) return refused(handled.problems, { ...valueOf(row), reason: typed.reason })
      return handled.change.ok ? back(toldInAddress(handled.deed, handled.change)) : await conflict(scan, handled.change)
    }
  }
}

const nothing = { said: null, errors: [], typed: null, conflict: null, otherAnswers: false }

function saved(asked: 'change' | 'undo', undo: Said['undo']) {
  return data({ ...nothing, said: { text: asked === 'undo' ? m.plan_said_undone() : m.plan_said_saved(), undo, answers: null } })
}

function refused(problems: readonly ActionProblem[], typed: TypedAction) {
  return data({ ...nothing, errors: problemWords(problems), typed }, { status: 422 })
}

/** Somebody else was first: shows what stands there now beside what was typed or was to be put back, which is kept. */
async function conflict(scan: Scan, change: Extract<PlanChange, { ok: false }>, of: Conflict['of'] = 'button', typed: TypedAction | null = null) {
  if (change.reason !== 'changed') throw new Response(null, { status: 404 })
  const { now } = change
  const members = await planMembers(world().database.reader, scan.assessment.organisationId)
  const theirs = [
    ...(now.title === null ? [] : [{ label: m.plan_field_title(), text: now.title }]),
    { label: m.plan_field_owner(), text: ownerOf(now, members) ?? m.plan_who_nobody() },
    { label: m.plan_field_due(), text: now.dueOn === null ? m.plan_when_none() : dayInWords(now.dueOn) },
    { label: m.plan_field_note(), text: now.note ?? m.plan_conflict_nothing() },
  ]
  return data({ ...nothing, typed, conflict: { of, theirs } satisfies Conflict }, { status: 409 })
}

export default function PlanActionRoute() {
  const loaded = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  return (
    <Site>
      <ActionPage
        {...loaded}
        said={answered === undefined ? loaded.said : answered.said}
        value={answered?.typed ?? loaded.before}
        errors={answered?.errors ?? []}
        conflict={answered?.conflict ?? null}
        otherAnswers={answered?.otherAnswers === true}
      />
    </Site>
  )
}
