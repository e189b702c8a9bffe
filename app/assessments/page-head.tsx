/** The head of a page of questions: where one is, what it is about, and the way to the overview. */
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { m } from '#app/i18n/paraglide/messages.js'

export function PageHead({ scan, position, pages, title, children }: { scan: string; position: number; pages: number; title: string; children: ReactNode }) {
  return (
    <div className="flow page-head-questions">
      <p className="kicker">
        <Link to={scan}>{m.scan_overview()}</Link>
        {position > 0 ? <span> · {m.scan_step({ position, pages })}</span> : null}
      </p>
      <h1>{title}</h1>
      {children}
    </div>
  )
}
