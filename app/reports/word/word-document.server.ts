/** The whole report as a Word document: from the same view as screen and PDF, with the plan to go on with and the emergency card behind it. */
import { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, TabStopType, TextRun } from 'docx'
import { language } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { HourBarWords } from '#app/ui/hour-bar-picture.ts'
import type { CardView } from '../card-view.ts'
import type { ReportView } from '../report-view.ts'
import { drawingsOf, prepare } from './drawings.server.ts'
import { numbering, runs, stylesIn, textWidth } from './parts.server.ts'
import { basicsPart, measurePart, scenarioPart, themePart, topicPart } from './word-body.server.ts'
import { cardPart } from './word-card.server.ts'
import { explanationPart } from './word-explanation.server.ts'
import { ownerPart } from './word-owner.server.ts'
import { planPart, type PlanLine } from './word-plan.server.ts'

export type WordReport = {
  readonly view: ReportView
  readonly card: CardView
  /** the actions of the plan; empty where nothing was taken up */
  readonly plan: readonly PlanLine[]
  readonly words: HourBarWords
  /** null: a line for the pen */
  readonly company: string | null
}

/** A4, in twentieths of a point. */
const paper = { width: 11906, height: 16838 }
const margin = 1134

/** The document in the language of the page. */
export async function wordReport({ view, card, plan, words, company }: WordReport): Promise<Buffer> {
  const finding = view.campaign.find(scenario => scenario.id === view.worst)?.finding.heading ?? view.level.title
  const size = { size: paper }
  const drawings = drawingsOf(view, words)
  await prepare(drawings)
  const document = new Document({
    title: m.report_document_title({ finding }),
    subject: finding,
    creator: 'Paraat',
    lastModifiedBy: 'Paraat',
    description: m.word_description(),
    keywords: m.word_keywords(),
    styles: stylesIn(language() === 'nl' ? 'nl-NL' : 'en-GB'),
    numbering,
    sections: [
      {
        properties: { page: { ...size, margin: { top: 1304, bottom: 1021, left: margin, right: margin, header: 567, footer: 510 } } },
        headers: { default: head(view, company) },
        footers: { default: foot() },
        children: [
          ...ownerPart(view, drawings),
          ...planPart(view, plan),
          ...topicPart(view),
          ...scenarioPart(view, drawings),
          ...basicsPart(view),
          ...measurePart(view),
          ...themePart(view, drawings),
          ...explanationPart(view),
        ],
      },
      {
        properties: { page: { ...size, margin: { top: 794, bottom: 794, left: margin, right: margin, header: 340, footer: 340 } } },
        headers: { default: new Header({ children: [] }) },
        footers: { default: foot() },
        children: cardPart(card),
      },
    ],
  })
  return await Packer.toBuffer(document)
}

function head(view: ReportView, company: string | null): Header {
  const line = `${company === null ? m.report_paper_company() : m.word_company({ name: company })}\t${m.report_paper_line({ date: view.date, version: view.version })}`
  return new Header({ children: [new Paragraph({ style: 'Beside', tabStops: [{ type: TabStopType.RIGHT, position: textWidth }], children: runs(line) })] })
}

function foot(): Footer {
  const number = new TextRun({ children: [`${m.word_page()} `, PageNumber.CURRENT, ` ${m.word_of()} `, PageNumber.TOTAL_PAGES] })
  return new Footer({ children: [new Paragraph({ style: 'Beside', alignment: AlignmentType.RIGHT, children: [number] })] })
}
