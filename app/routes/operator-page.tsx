/** What the pages of who runs this site share: the way between them. */
import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import { Site } from '#app/site.tsx'

export function OperatorPage({ title, children }: { title: string; children: ReactNode }) {
  const { pathname } = useLocation()
  const paths = pathsIn(languageOf(pathname))
  const ways = [
    { href: paths.operator, label: m.operator_jobs() },
    { href: paths.operatorMail, label: m.operator_mail() },
    { href: paths.operatorUsers, label: m.operator_users() },
    { href: paths.operatorLog, label: m.operator_log() },
  ]
  return (
    <Site>
      <div className="flow">
        <nav className="ways" aria-label={m.operator_nav()}>
          <ul>
            {ways.map(({ href, label }) => (
              <li key={href}>
                <a href={href} aria-current={href === pathname ? 'page' : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <h1>{title}</h1>
        {children}
      </div>
    </Site>
  )
}

/** Rows of what is known of one thing each: a name above, its figures below; it folds at every width. */
export function Facts({ name, rows, children }: { name: ReactNode; rows: readonly (readonly [string, string])[]; children?: ReactNode }) {
  return (
    <li className="grid gap-x-6 gap-y-1 border-b border-rule py-3 sm:grid-cols-[14rem_1fr] lg:grid-cols-[24rem_1fr]">
      <div className="min-w-0 font-bold break-words">{name}</div>
      <div className="min-w-0">
        <dl>
          {rows.map(([term, value]) => (
            <div key={term} className="flex flex-wrap gap-x-2">
              <dt className="text-soft">{term}:</dt>
              <dd className="min-w-0 break-words">{value}</dd>
            </div>
          ))}
        </dl>
        {children}
      </div>
    </li>
  )
}
