/** The head of every page of a company: whose page it is, the ways to its other pages, and to the other companies of who looks. */
import { Link } from '@remix-run/react'
import { may, type MemberRole } from '#app/core/permissions.ts'
import { language } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { pathsIn } from '#app/paths.ts'
import { DeletionNotice } from './deletion-notice.tsx'
import { roleName } from './role-words.ts'

export type CompanyPage = 'scans' | 'plan' | 'trend' | 'people' | 'details' | 'rights'

export type CompanyHeadProps = {
  /** `name`: null where the company has none and no sector to be called by */
  readonly company: { readonly id: string; readonly name: string | null }
  readonly role: MemberRole
  /** when the company will be deleted, where an owner asked for that */
  readonly deletionAt: number | null
  /** the page that is shown; left out on a page below one of these */
  readonly current?: CompanyPage
  /** who looks belongs to other companies too */
  readonly several: boolean
}

/** The company's name, or what it is called while it has none. */
export function companyName(company: { readonly name: string | null }): string {
  return company.name ?? m.company_nameless()
}

export function CompanyHead({ company, role, deletionAt, current, several }: CompanyHeadProps) {
  const paths = pathsIn(language())
  const actor = { role, themes: [] }
  const pages: readonly { readonly page: CompanyPage; readonly href: string; readonly label: string }[] = [
    { page: 'scans', href: paths.company(company.id), label: m.company_head_scans() },
    ...(may(actor, 'plan.see') ? [{ page: 'plan' as const, href: paths.companyPlan(company.id), label: m.company_head_plan() }] : []),
    ...(may(actor, 'scan.list') ? [{ page: 'trend' as const, href: paths.companyTrend(company.id), label: m.company_head_trend() }] : []),
    { page: 'people', href: paths.people(company.id), label: m.company_head_people() },
    { page: 'details', href: paths.companyDetails(company.id), label: m.company_head_details() },
    { page: 'rights', href: paths.rights(company.id), label: m.company_head_rights() },
  ]
  return (
    <div className="company-head">
      <p>
        <strong>{companyName(company)}</strong>
        <span className="text-soft">{m.company_head_role({ role: roleName(role) })}</span>
        {several ? <Link to={`${paths.companies}?alle`}>{m.company_head_switch()}</Link> : null}
      </p>
      <nav className="ways" aria-label={m.company_head_nav()}>
        <ul>
          {pages.map(({ page, href, label }) => (
            <li key={page}>
              <Link to={href} aria-current={page === current ? 'page' : undefined}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {deletionAt === null ? null : (
        <DeletionNotice what="company" at={deletionAt} undo={may(actor, 'organisation.remove') ? paths.companyRemove(company.id) : null} />
      )}
    </div>
  )
}
