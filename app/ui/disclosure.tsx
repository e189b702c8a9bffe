/**
 * Something one may open: "Waarom vragen we dit?", an example, a table beside a picture. Native, works without JavaScript.
 *
 * `<Disclosure summary open? id?>…</Disclosure>`
 */
import type { ReactNode } from 'react'

export function Disclosure({ summary, open, id, children }: { summary: ReactNode; open?: boolean; id?: string; children: ReactNode }) {
  return (
    <details className="more" open={open} id={id}>
      <summary>{summary}</summary>
      <div className="more-body">{children}</div>
    </details>
  )
}
