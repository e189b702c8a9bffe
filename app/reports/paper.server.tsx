/** The report and the emergency card as documents to print. */
import type { HourBarWords } from '#app/ui/hour-bar-picture.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { paperDocument, type Paper } from '#app/paper/document.server.tsx'
import { CardSheet } from './card-page.tsx'
import type { CardView } from './card-view.ts'
import { paperVariables } from './paper-line.ts'
import { reportCharts } from './report-charts.server.ts'
import { ReportPage } from './report-page.tsx'
import type { ReportView } from './report-view.ts'

/** The report as a document to print. No link in it leads back to the site, and there is nothing to click. */
export function reportPaper(paper: Paper, view: ReportView, words: HourBarWords): string {
  const links = { monday: '#', pdf: '#', card: '#', docx: '#', json: '#', csv: '#', trend: '#', passOn: '#', copy: '#', remove: '#' }
  const none = { choose: null, plan: null, drills: null, trialHours: null, suppliers: null, share: null, confirm: null, keep: null, company: null }
  const nowhere = { ...links, ...none }
  const finding = view.campaign.find(scenario => scenario.id === view.worst)?.finding.heading ?? view.level.title
  const page = <ReportPage view={view} words={words} charts={reportCharts(view.themes)} links={nowhere} once={{ change: '', full: '' }} paper />
  return paperDocument(paper, m.report_document_title({ finding }), page, paperVariables(view))
}

/** The emergency card as a document to print. */
export function cardPaper(paper: Paper, card: CardView): string {
  return paperDocument(paper, m.card_document_title(), <CardSheet card={card} />, {})
}
