/** The questions of a sector as a form to fill in with a pen. */
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formMargins } from '#app/assessments/paper-form/form-margins.ts'
import { paperFormView } from '#app/assessments/paper-form/form-view.ts'
import styles from '#app/assessments/paper-form/paper-form.css?url'
import { qrOf } from '#app/assessments/paper-form/paper-form.server.tsx'
import { PaperForm } from '#app/assessments/paper-form/paper-form.tsx'
import { VariantChoice } from '#app/assessments/paper-form/variant-choice.tsx'
import { language } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { formVariantIn, pathsIn } from '#app/paths.ts'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import { world } from '#app/world.server.ts'
import { formSector } from './form-sector.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const handle: PageHandle = { still: true, paper: data => formMargins((data as ReturnType<typeof loader>).view) }

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data === undefined ? m.site_name() : m.form_page_title({ sector: data.view.sector }) }]

export function loader({ request, params }: LoaderFunctionArgs) {
  const { catalogue, environment } = world()
  const sector = formSector(catalogue, params)
  const view = paperFormView(catalogue.questionnaire(sector), formVariantIn(new URL(request.url).searchParams), language())
  const address = environment.ORIGIN + pathsIn(language()).start
  return { sector, view, address, qr: qrOf(address) }
}

export default function Form() {
  const { sector, view, address, qr } = useLoaderData<typeof loader>()
  return (
    <Site>
      <VariantChoice view={view} sector={sector} paths={pathsIn(language())} />
      <PaperForm view={view} address={address} qr={qr} />
    </Site>
  )
}
