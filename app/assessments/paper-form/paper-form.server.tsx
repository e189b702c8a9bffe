/** The paper form as a document to print, and what its margins say. */
import type { CSSProperties } from 'react'
import { renderSVG } from 'uqr'
import { m } from '#app/i18n/paraglide/messages.js'
import { paperDocument, type Paper } from '#app/paper/document.server.tsx'
import { formMargins } from './form-margins.ts'
import type { PaperFormView } from './form-view.ts'
import { PaperForm } from './paper-form.tsx'

/** The QR of the address where a form is typed in, as SVG. */
export function qrOf(address: string): string {
  return renderSVG(address, { border: 0 })
}

/** `address` is where the answers are typed in. */
export function formPaper(paper: Paper, view: PaperFormView, address: string): string {
  const variables: CSSProperties = formMargins(view)
  return paperDocument(paper, m.form_document_title({ sector: view.sector }), <PaperForm view={view} address={address} qr={qrOf(address)} />, variables)
}
