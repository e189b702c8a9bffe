/** Links for suppliers, and the hours that they sent back. */
import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { isSecret, newSecret } from '#app/auth/secret.server.ts'
import { storedCompanyName } from '#app/assessments/company-of-scan.server.ts'
import { readForm, textIn } from '#app/assessments/form-text.ts'
import { evidenceOf, requireScan, storedAnswers, type Scan } from '#app/assessments/scan.server.ts'
import { newestScan } from '#app/assessments/newest-scan.server.ts'
import { minutesFor } from '#app/catalogue/reading-time.ts'
import { count } from '#app/core/counted.ts'
import { may } from '#app/core/permissions.ts'
import { date } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import { Site } from '#app/site.tsx'
import { askSupplier, endSupplierLink, forgetSupplier, mostSuppliers, suppliersOf } from '#app/suppliers/ask.server.ts'
import { ownSupplies } from '#app/suppliers/figures.ts'
import { ownSentence, suppliersHeading, supplierView } from '#app/suppliers/supplier-view.ts'
import styles from '#app/suppliers/suppliers.css?url'
import { SuppliersPage, type AskField, type SuppliersPageProps } from '#app/suppliers/suppliers-page.tsx'
import { buttonClass } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/notice.tsx'
import { world } from '#app/world.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.page?.heading ?? m.supplier_unfinished_title()} – ${m.site_name()}` },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await requireScan(world(), request, params, 'supplier.see')
  const url = new URL(request.url)
  const paths = pathsIn(languageOf(url.pathname))
  const scan = await newestScan(world(), request, asked)
  if (scan === null) return { check: paths.check(asked.assessment.id), page: null }
  if (scan !== asked) {
    url.searchParams.delete('_routes')
    throw redirect(paths.suppliers(scan.assessment.id) + url.search)
  }
  const deed = url.searchParams.get('gedaan')
  return { check: null, page: { ...(await pageOf(scan)), back: paths.report(scan.assessment.id), deed: deed === 'weg' ? ('ended' as const) : deed === 'lijst' ? ('forgotten' as const) : null } }
}

async function pageOf({ assessment, questionnaire, actor, user }: Scan): Promise<Omit<SuppliersPageProps, 'back' | 'notice' | 'refused'>> {
  const suppliers = await suppliersOf(world().database.reader, assessment)
  const own = ownSupplies(count(questionnaire, evidenceOf(assessment, await storedAnswers(world(), assessment.id))))
  return {
    heading: suppliersHeading(suppliers),
    token: newSecret(),
    may: may(actor, 'supplier.ask'),
    asker: user === null ? '' : ((await storedCompanyName(world(), assessment)) ?? ''),
    own: { sentence: ownSentence(own), date: date(assessment.finishedAt ?? 0) },
    rows: suppliers.map(one => supplierView(one, own, questionnaire.scenarios, world().now())),
  }
}

/** One line of text: what a supplier reads is no letter of somebody else. */
const line = (most: number) => z.string().trim().min(1).max(most).regex(/^\P{Cc}*$/u)
const askForm = z.object({ label: line(80), asker: line(120) })

export async function action({ request, params }: ActionFunctionArgs) {
  const scan = await requireScan(world(), request, params, 'supplier.ask')
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  const { id, finishedAt } = scan.assessment
  if (finishedAt === null) throw redirect(paths.check(id))
  const form = await readForm(request)
  const act = textIn(form, 'do')
  if (act === 'end') {
    await endSupplierLink(world(), scan, textIn(form, 'link'))
    return redirect(`${paths.suppliers(id)}?gedaan=weg`)
  }
  if (act === 'forget') {
    await forgetSupplier(world(), scan, textIn(form, 'link'))
    return redirect(`${paths.suppliers(id)}?gedaan=lijst`)
  }
  const token = textIn(form, 'token')
  if (act !== 'ask' || !isSecret(token)) throw new Response(null, { status: 400 })
  const typed = { label: textIn(form, 'label'), asker: textIn(form, 'asker') }
  const words: Record<AskField, string> = { label: m.supplier_label_error(), asker: m.supplier_asker_error() }
  const parsed = askForm.safeParse(typed)
  if (!parsed.success) {
    const fields = new Set(parsed.error.issues.map(issue => issue.path[0] as AskField))
    return data({ ok: false as const, typed, errors: Object.fromEntries([...fields].map(field => [field, words[field]])) }, { status: 422 })
  }
  const made = await askSupplier(world(), scan, { token, ...parsed.data })
  if (!made.ok && made.reason === 'taken') throw new Response(null, { status: 400 })
  if (!made.ok) return data({ ok: false as const, typed, errors: { label: m.supplier_too_many({ n: mostSuppliers }) } }, { status: 422 })
  const address = world().environment.ORIGIN + paths.supplierLink(token)
  const until = date(made.expiresAt)
  return data({ ok: true as const, label: parsed.data.label, address, until, mail: mailFor(parsed.data.asker, address, until) })
}

/** What the company can send, as it stands; it may change every word of it. */
function mailFor(asker: string, address: string, until: string): { readonly subject: string; readonly text: string } {
  const minutes = minutesFor(world().catalogue.questionnaire('algemeen'), 'quick', '2-9')
  const parts = [
    m.supplier_mail_hello(),
    `${m.supplier_mail_ask()} ${m.supplier_mail_how({ minutes })}`,
    m.supplier_mail_only(),
    address,
    m.supplier_mail_until({ until }),
    `${m.supplier_mail_bye()}\n${asker}`,
  ]
  return { subject: m.supplier_mail_subject(), text: parts.join('\n\n') }
}

export default function Suppliers() {
  const { check, page } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  if (page === null) {
    const go = (
      <Link to={check ?? ''} className={buttonClass('primary')}>
        {m.supplier_unfinished_link()}
      </Link>
    )
    return (
      <Site>
        <div className="flow suppliers">
          <h1>{m.supplier_unfinished_title()}</h1>
          <Empty title={m.supplier_unfinished_text()} action={go} />
        </div>
      </Site>
    )
  }
  const { deed, ...shown } = page
  const notice = done?.ok === true ? { kind: 'made' as const, ...done } : deed !== null && done === undefined ? { kind: deed } : null
  return (
    <Site>
      <SuppliersPage key={page.token} {...shown} notice={notice} refused={done?.ok === false ? done : null} />
    </Site>
  )
}
