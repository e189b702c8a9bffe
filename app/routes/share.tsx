/** Read-only links to chosen parts of a report. */
import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { isSecret, newSecret } from '#app/auth/secret.server.ts'
import { readForm, textIn } from '#app/assessments/form-text.ts'
import { requireScan } from '#app/assessments/scan.server.ts'
import { date } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import { isSharePart, shareDays, shareParts } from '#app/reports/share/parts.ts'
import { SharePage, type ShareField } from '#app/reports/share/share-page.tsx'
import styles from '#app/reports/share/share.css?url'
import { endShareLink, makeShareLink, mostLinks, shareLinksOf } from '#app/reports/share/share.server.ts'
import { Site } from '#app/site.tsx'
import { world } from '#app/world.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const meta: MetaFunction = () => [{ title: `${m.share_title()} – ${m.site_name()}` }, { name: 'robots', content: 'noindex' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { assessment } = await requireScan(world(), request, params, 'scan.share')
  const url = new URL(request.url)
  const paths = pathsIn(languageOf(url.pathname))
  if (assessment.finishedAt === null) throw redirect(paths.check(assessment.id))
  const rows = await shareLinksOf(world(), assessment.id)
  return {
    back: paths.report(assessment.id),
    token: newSecret(),
    ended: url.searchParams.get('gedaan') === 'weg',
    rows: rows.map((row, index) => ({
      id: row.id,
      name: row.label ?? m.share_nameless({ n: index + 1, date: date(row.createdAt) }),
      parts: shareParts.filter(part => row.parts.includes(part)),
      until: date(row.expiresAt),
      opened: row.openedAt === null ? null : date(row.openedAt),
    })),
  }
}

const shareForm = z.object({
  parts: z.array(z.string().refine(isSharePart)).min(1).max(shareParts.length),
  label: z.string().trim().max(80),
  days: z.enum(shareDays.map(String) as [string, ...string[]]),
})

export async function action({ request, params }: ActionFunctionArgs) {
  const scan = await requireScan(world(), request, params, 'scan.share')
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  const { id, finishedAt } = scan.assessment
  if (finishedAt === null) throw redirect(paths.check(id))
  const form = await readForm(request)
  const act = textIn(form, 'do')
  if (act === 'end') {
    await endShareLink(world(), scan, textIn(form, 'link'))
    return redirect(`${paths.share(id)}?gedaan=weg`)
  }
  const token = textIn(form, 'token')
  if (act !== 'make' || !isSecret(token)) throw new Response(null, { status: 400 })
  const typed = { parts: form.getAll('parts').filter(part => typeof part === 'string').slice(0, 10), label: textIn(form, 'label'), days: textIn(form, 'days') }
  const words: Record<ShareField, string> = { parts: m.share_parts_error(), label: m.share_label_error(), days: m.share_days_error() }
  const parsed = shareForm.safeParse({ ...typed, parts: [...new Set(typed.parts)] })
  if (!parsed.success) {
    const fields = new Set(parsed.error.issues.map(issue => issue.path[0] as ShareField))
    return data({ ok: false as const, typed, errors: Object.fromEntries([...fields].map(field => [field, words[field]])) }, { status: 422 })
  }
  const days = Number(parsed.data.days)
  const made = await makeShareLink(world(), scan, { token, parts: parsed.data.parts.filter(isSharePart), label: parsed.data.label || null, days })
  if (!made.ok && made.reason === 'taken') throw new Response(null, { status: 400 })
  if (!made.ok) return data({ ok: false as const, typed, errors: { parts: m.share_too_many({ n: mostLinks }) } }, { status: 422 })
  return data({ ok: true as const, address: world().environment.ORIGIN + paths.shared(token), until: date(world().now() + days * 86_400_000) })
}

export default function Share() {
  const { ended, ...page } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  const notice = done?.ok === true ? { kind: 'made' as const, address: done.address, until: done.until } : ended && done === undefined ? { kind: 'ended' as const } : null
  return (
    <Site>
      <SharePage key={page.token} {...page} notice={notice} refused={done?.ok === false ? done : null} />
    </Site>
  )
}
