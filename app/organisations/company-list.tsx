/** The companies one belongs to, and the form that adds one. */
import { Form, Link } from '@remix-run/react'
import { language } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { pathsIn } from '#app/paths.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { CompanyLine } from './companies.server.ts'
import { companyName } from './company-head.tsx'
import { detailsWords, longestCompanyName, type DetailsProblem } from './details-words.ts'
import { roleName } from './role-words.ts'

export type CompanyListProps = {
  readonly companies: readonly CompanyLine[]
  readonly once: string
  readonly refused: { readonly problem: DetailsProblem; readonly typed: string } | undefined
}

export function CompanyList({ companies, once, refused }: CompanyListProps) {
  const paths = pathsIn(language())
  const message = refused === undefined ? undefined : detailsWords('name', refused.problem)
  return (
    <div className="flow">
      <ErrorSummary title={m.scan_errors()} errors={message === undefined ? [] : [{ id: 'name', message }]} />
      {companies.length === 0 ? (
        <>
          <h1>{m.company_list_none()}</h1>
          <p>{m.company_list_none_text()}</p>
          <div className="actions">
            <ButtonLink href={paths.start}>{m.company_list_start()}</ButtonLink>
          </div>
        </>
      ) : (
        <>
          <h1>{companies.length === 1 ? m.company_list_one() : m.company_list_title()}</h1>
          <ul className="people-list">
            {companies.map(company => (
              <li key={company.id}>
                <p className="lead">
                  <Link to={paths.company(company.id)}>{companyName(company)}</Link>
                </p>
                <p className="text-soft">{m.company_head_role({ role: roleName(company.role) })}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{m.company_add_title()}</h2>
      <p>{m.company_add_text()}</p>
      <Form method="post" noValidate className="flow">
        <input type="hidden" name="once" value={once} />
        <TextField name="name" label={m.company_name()} error={message} value={refused?.typed} autoComplete="organization" maxLength={longestCompanyName} />
        <div className="actions">
          <Button kind="quiet">{m.company_add_go()}</Button>
        </div>
      </Form>
    </div>
  )
}
