/** The page in the zip that says what is what, and what is not there. */
import type { Language } from '#app/core/questionnaire.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { CompanyData } from './company-data.server.ts'

/** The names of the fields in the JSON, as the text about them mentions them. */
const fieldNames = {
  format: 'format',
  name: 'paraat-company',
  version: 'version',
  company: 'company',
  members: 'members',
  invitations: 'invitations',
  scans: 'scans',
  answers: 'answers',
  history: 'history',
  result: 'result',
  log: 'log',
  nothing: 'null',
  removedAt: 'removedAt',
}

/** What became of the PDFs: `failed` could not be printed, `left` are scans beyond those that are printed at once. */
export type Papers =
  | { readonly kind: 'noPrinter' }
  | { readonly kind: 'printed'; readonly count: number; readonly failed: number; readonly left: number }

/** Plain text with the line ends that every editor knows. */
export function readMe(data: CompanyData, papers: Papers, locale: Language): string {
  const calendar = new Intl.DateTimeFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', { dateStyle: 'long', timeZone: 'Europe/Amsterdam' })
  const day = calendar.format(new Date(data.exportedAt))
  const finished = data.scans.filter(scan => scan.finishedAt !== null).length
  const lines = [
    m.doc_readme_title({ company: data.company.name ?? m.doc_readme_nameless({}, { locale }), day }, { locale }),
    m.doc_readme_counts({ members: data.members.length, scans: data.scans.length, finished }, { locale }),
    `paraat.json\n${m.doc_readme_json(fieldNames, { locale })}`,
    `scans.csv, antwoorden.csv\n${m.doc_readme_csv({}, { locale })}`,
    `PDF\n${paperWords(papers, locale)}`,
    m.doc_readme_not({}, { locale }),
    m.doc_readme_careful({}, { locale }),
  ]
  return `${lines.join('\n\n').replaceAll('\n', '\r\n')}\r\n`
}

function paperWords(papers: Papers, locale: Language): string {
  if (papers.kind === 'noPrinter') return m.doc_readme_no_printer({}, { locale })
  const failed = papers.failed === 0 ? '' : ` ${m.doc_readme_failed({ n: papers.failed }, { locale })}`
  const left = papers.left === 0 ? '' : ` ${m.doc_readme_left({ n: papers.left }, { locale })}`
  return m.doc_readme_pdf({ n: papers.count }, { locale }) + failed + left
}
