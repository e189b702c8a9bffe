/** Where a report leads: its tools, as addresses in the reader's language, as far as they are for this reader. */
import { may, type Actor } from '#app/core/permissions.ts'
import type { Paths } from '#app/paths.ts'

/** Null: not for this reader. `keep`: for a guest alone; `company`: the scans of the company, for its members. */
export type ReportLinks = Readonly<Record<'monday' | 'pdf' | 'card' | 'docx' | 'json' | 'csv' | 'trend', string>> &
  Readonly<Record<'choose' | 'plan' | 'drills' | 'trialHours' | 'suppliers' | 'share' | 'confirm' | 'keep' | 'company' | 'passOn' | 'copy' | 'remove', string | null>>

export function reportLinks(paths: Paths, scan: { readonly id: string; readonly organisationId: string }, actor: Actor): ReportLinks {
  const { id, organisationId } = scan
  const guest = actor.role === 'guest'
  return {
    monday: paths.monday(id),
    pdf: paths.reportPdf(id),
    card: paths.card(id),
    docx: paths.reportDocx(id),
    json: paths.dataJson(id),
    csv: paths.dataCsv(id),
    trend: paths.trend(id),
    choose: may(actor, 'plan.change') ? paths.choose(id) : null,
    plan: may(actor, 'plan.see') ? paths.plan(id) : null,
    drills: may(actor, 'practice.see') ? paths.drills(id) : null,
    trialHours: may(actor, 'practice.see') ? paths.trialHours(id) : null,
    suppliers: may(actor, 'supplier.see') ? paths.suppliers(id) : null,
    share: may(actor, 'scan.share') ? paths.share(id) : null,
    confirm: may(actor, 'scan.fill') ? paths.confirm(id) : null,
    keep: guest ? paths.keep(id) : null,
    company: guest ? null : paths.company(organisationId),
    passOn: may(actor, 'scan.passOn') ? paths.passOn(id) : null,
    copy: may(actor, 'scan.start') ? paths.copy(id) : null,
    remove: may(actor, 'scan.remove') ? paths.remove(id) : null,
  }
}
