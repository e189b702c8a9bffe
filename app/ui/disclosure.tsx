/**
 * Something one may open: "Waarom vragen we dit?", an example, a table beside a picture. Native, works without JavaScript.
 *
 * `<Disclosure summary open? id?>…</Disclosure>`, or `markup` instead of children: HTML that the server drew.
 */
import type { ReactNode } from 'react'

type DisclosureProps = { readonly summary: ReactNode; readonly open?: boolean; readonly id?: string } & (
  | { readonly children: ReactNode; readonly markup?: undefined }
  | { readonly markup: string; readonly children?: undefined }
)

export function Disclosure({ summary, open, id, children, markup }: DisclosureProps) {
  return (
    <details className="more" open={open} id={id}>
      <summary>{summary}</summary>
      {markup === undefined ? <div className="more-body">{children}</div> : <div className="more-body" dangerouslySetInnerHTML={{ __html: markup }} />}
    </details>
  )
}
