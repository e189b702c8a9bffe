/** Where a report leads: its tools, as addresses in the reader's language. */
import type { Paths } from '#app/paths.ts'

export type ReportLinks = Readonly<Record<'monday' | 'pdf' | 'card' | 'passOn' | 'copy' | 'remove', string>>

export function reportLinks(paths: Paths, scan: string): ReportLinks {
  return {
    monday: paths.monday(scan),
    pdf: paths.reportPdf(scan),
    card: paths.card(scan),
    passOn: paths.passOn(scan),
    copy: paths.copy(scan),
    remove: paths.remove(scan),
  }
}
