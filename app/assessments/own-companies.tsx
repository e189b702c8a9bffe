/** The companies of who is signed in, each with its newest scan and the way on. */
import { Link } from '@remix-run/react'
import { m } from '#app/i18n/paraglide/messages.js'
import { buttonClass } from '#app/ui/button.tsx'

export type OwnCompanyLine = {
  readonly id: string
  readonly name: string
  /** where all of its scans stand */
  readonly href: string
  /** null where there is none yet */
  readonly scan: { readonly name: string; readonly about: string; readonly href: string; readonly to: 'goOn' | 'look' | 'report' } | null
}

const words = {
  goOn: [() => m.scans_go_on(), (name: string) => m.scans_go_on_label({ name })],
  look: [() => m.scans_look(), (name: string) => m.scans_look_label({ name })],
  report: [() => m.scans_report(), (name: string) => m.scans_report_label({ name })],
} as const

export function OwnCompanies({ companies }: { companies: readonly OwnCompanyLine[] }) {
  return (
    <section className="flow">
      <h2>{companies.length === 1 ? m.scans_home_one() : m.scans_home_title()}</h2>
      <ul className="company-scans">
        {companies.map(({ id, name, href, scan }) => (
          <li key={id}>
            <h3>{name}</h3>
            <p className="text-soft">{scan === null ? m.scans_home_none() : `${scan.name} · ${scan.about}`}</p>
            <div className="actions">
              {scan === null ? null : (
                <Link className={buttonClass('quiet')} to={scan.href} aria-label={words[scan.to][1](`${name}, ${scan.name}`)}>
                  {words[scan.to][0]()}
                </Link>
              )}
              <Link to={href} aria-label={m.scans_home_all_label({ company: name })}>
                {m.scans_home_all()}
              </Link>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
