/** The lines in the margins of every printed form page; the page number is the browser's. */
import type { CSSProperties } from 'react'
import { m } from '#app/i18n/paraglide/messages.js'
import type { PaperFormView } from './form-view.ts'

/** CSS variables that the page margins of paper-form.css print; they have to stand on the root element. */
export function formMargins(view: PaperFormView): CSSProperties {
  const size = view.variant.alone ? m.form_alone() : m.form_together()
  const mode = view.variant.quick ? m.scan_mode_quick() : m.scan_mode_full()
  return {
    '--form-top': JSON.stringify(m.form_top({ sector: view.sector, size, mode })),
    '--form-company': JSON.stringify(m.form_company_line()),
    '--form-version': JSON.stringify(m.form_version(view)),
  } as CSSProperties
}
