/** One scan of a company: to name it, to let it count, to archive it, to delete it and put it back. */
import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireMember } from '#app/auth/guards.server.ts'
import { companyScans, requireCompanyScan } from '#app/assessments/company-scans.server.ts'
import { countingScan } from '#app/assessments/counting-scan.ts'
import { readForm, textIn } from '#app/assessments/form-text.ts'
import { ManagePage, type ManagePageProps } from '#app/assessments/manage-page.tsx'
import { acts, manageScan, renameScan } from '#app/assessments/manage.server.ts'
import { scanKind, scanName, sectorTitle } from '#app/assessments/scan-name.ts'
import { longestScanName } from '#app/assessments/start-form.ts'
import { may } from '#app/core/permissions.ts'
import { date } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { headOf } from '#app/organisations/companies.server.ts'
import { CompanyHead } from '#app/organisations/company-head.tsx'
import { languageOf, pathsIn } from '#app/paths.ts'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import styles from '#app/ui/company.css?url'
import { world } from '#app/world.server.ts'
import { isAct, putBackUntil } from './company-lines.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const handle: PageHandle = { still: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data === undefined ? m.site_name() : `${m.scans_manage_title({ name: data.page.title })} – ${m.site_name()}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(world(), request, params, 'scan.manage')
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  const { assessment } = await requireCompanyScan(member, params.assessment)
  const scans = await companyScans(member)
  const { chosenAssessmentId } = member.organisation
  const { id, archivedAt, finishedAt, createdAt, removedAt } = assessment
  const counting = countingScan(scans.map(scan => scan.assessment), chosenAssessmentId)?.id === id
  const counts: ManagePageProps['counts'] =
    finishedAt === null ? 'open' : archivedAt !== null ? 'archived' : chosenAssessmentId === id ? 'chosen' : counting ? 'newest' : 'other'
  return {
    head: await headOf(member, sectorTitle),
    page: {
      title: scanName(assessment),
      kind: scanKind(assessment),
      when: finishedAt === null ? m.scans_begun_on({ date: date(createdAt) }) : m.scans_finished_on({ date: date(finishedAt) }),
      back: paths.company(member.organisation.id),
      name: assessment.name ?? '',
      counts,
      archived: archivedAt !== null,
      mayRemove: may(member, acts.remove),
      removedUntil: removedAt === null ? null : date(putBackUntil(removedAt)),
    },
  }
}

const scanNameField = z.string().trim().max(longestScanName)

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await readForm(request)
  const act = textIn(form, 'do')
  if (!isAct(act)) throw new Response(null, { status: 400 })
  const member = await requireMember(world(), request, params, acts[act])
  const id = params.assessment ?? ''
  const typed = textIn(form, 'name')
  const name = scanNameField.safeParse(typed)
  if (act === 'rename' && !name.success) return data({ error: 'name' as const, name: typed }, { status: 422 })
  const done = act === 'rename' ? await renameScan(member, id, name.data || null) : await manageScan(member, id, act)
  if (done.ok) return redirect(`${pathsIn(languageOf(new URL(request.url).pathname)).company(member.organisation.id)}?gedaan=${act}&scan=${id}`)
  if (done.reason === 'unknown') throw new Response(null, { status: 404 })
  return data({ error: 'cannotCount' as const, name: null }, { status: 422 })
}

export default function CompanyScan() {
  const { head, page } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Site>
      <CompanyHead {...head} />
      <ManagePage {...page} name={refused?.name ?? page.name} error={refused?.error ?? null} />
    </Site>
  )
}
