/** The line that stands on every printed page: a line for the company's name, date and questionnaire version; the page number is the browser's. */
import type { CSSProperties } from 'react'
import { m } from '#app/i18n/paraglide/messages.js'

/** CSS variables that the page margins of report.css print; they have to stand on the root element. */
export function paperVariables(view: { readonly date: string; readonly version: string }): CSSProperties {
  return {
    '--paper-company': JSON.stringify(m.report_paper_company()),
    '--paper-line': JSON.stringify(m.report_paper_line({ date: view.date, version: view.version })),
  } as CSSProperties
}
