/** The emergency card, to print and to fill in by pen. */
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { noteVisit } from '#app/assessments/scan.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import styles from '#app/reports/card.css?url'
import { CardSheet } from '#app/reports/card-page.tsx'
import { cardView } from '#app/reports/card-view.ts'
import { loadReport } from '#app/reports/load-report.server.ts'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { world } from '#app/world.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const handle: PageHandle = { still: true }

export const meta: MetaFunction = () => [{ title: m.card_page_title() }, { name: 'robots', content: 'noindex' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { assessment, questionnaire, evidence, result, context, paths } = await loadReport(world(), request, params)
  await noteVisit(world(), request, assessment)
  return { card: cardView(questionnaire, evidence, result, context), pdf: paths.cardPdf(assessment.id), report: paths.report(assessment.id) }
}

export default function Card() {
  const { card, pdf, report } = useLoaderData<typeof loader>()
  return (
    <Site>
      <div className="flow screen-only card-intro">
        <p className="kicker">
          <a href={report}>{m.card_back()}</a>
        </p>
        <p className="card-intro-title">{m.card_screen_title()}</p>
        <p>{m.card_screen_intro()}</p>
        <div className="actions">
          <ButtonLink href={pdf}>{m.card_pdf()}</ButtonLink>
        </div>
      </div>
      <CardSheet card={card} />
    </Site>
  )
}
