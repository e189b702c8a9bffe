/** A page as one HTML document that needs nothing else but fonts: what the printer gets. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { CSSProperties, ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Language } from '#app/core/questionnaire.ts'
import type { HourBarWords } from '#app/ui/hour-bar-picture.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { CardSheet } from './card-page.tsx'
import type { CardView } from './card-view.ts'
import { paperVariables } from './paper-line.ts'
import { paperOrigin } from './pdf.server.ts'
import { reportCharts } from './report-charts.server.ts'
import { ReportPage } from './report-page.tsx'
import type { ReportView } from './report-view.ts'

const read = new Map<string, string>()

/** The built style sheets at these addresses as one text, their fonts addressed to the printer's memory. Read once. */
export function sheetsAt(folder: string, addresses: readonly string[]): string {
  return addresses
    .map(address => {
      const file = path.join(folder, address)
      const sheet = read.get(file) ?? readFileSync(file, 'utf8').replaceAll('url(/assets/', `url(${paperOrigin}/assets/`).replaceAll('url("/assets/', `url("${paperOrigin}/assets/`)
      read.set(file, sheet)
      return sheet
    })
    .join('\n')
}

export type Paper = { readonly language: Language; readonly styles: string }

/** The report as a document to print. No link in it leads back to the site, and there is nothing to click. */
export function reportPaper({ language, styles }: Paper, view: ReportView, words: HourBarWords): string {
  const nowhere = { monday: '#', pdf: '#', card: '#', passOn: '#', copy: '#', remove: '#' }
  const finding = view.campaign.find(scenario => scenario.id === view.worst)?.finding.heading ?? view.level.title
  const page = <ReportPage view={view} words={words} charts={reportCharts(view.themes)} links={nowhere} once={{ change: '', full: '' }} paper />
  return documentOf(language, m.report_document_title({ finding }), styles, page, paperVariables(view))
}

/** The emergency card as a document to print. */
export function cardPaper({ language, styles }: Paper, card: CardView): string {
  return documentOf(language, m.card_document_title(), styles, <CardSheet card={card} />, {})
}

function documentOf(language: Language, title: string, styles: string, page: ReactElement, variables: CSSProperties): string {
  const markup = renderToStaticMarkup(
    <html lang={language} style={variables}>
      <head>
        <meta charSet="utf-8" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: styles.replaceAll('</style', '<\\/style') }} />
      </head>
      <body>
        <main>{page}</main>
      </body>
    </html>,
  )
  return `<!doctype html>${markup}`
}
