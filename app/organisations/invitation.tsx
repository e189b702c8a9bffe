/** An invitation as its page shows it: what one is asked for, and the way in that fits who looks. */
import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { MemberRole } from '#app/core/permissions.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { roleName, roleSentence } from './role-words.ts'

export type InvitationPageProps = {
  /** null: used, withdrawn, replaced or too old */
  readonly invited: { readonly email: string; readonly role: MemberRole; readonly company: string | null; readonly by: string | null; readonly hasAccount: boolean } | null
  /** the address of who is signed in, or null */
  readonly own: string | null
  readonly ways: { readonly signIn: string; readonly signOut: string; readonly companies: string }
  readonly error: string | undefined
  /** the password and the name of somebody new */
  readonly fields: ReactNode
}

export function InvitationPage({ invited, own, ways, error, fields }: InvitationPageProps) {
  if (invited === null) {
    return (
      <div className="flow">
        <h1>{m.company_join_gone()}</h1>
        <p>{m.company_join_gone_text()}</p>
        <div className="actions">
          <ButtonLink href={ways.companies}>{own === null ? m.company_join_sign_in() : m.company_list_title()}</ButtonLink>
        </div>
      </div>
    )
  }
  const { email, role, company, by, hasAccount } = invited
  if (own !== null && own !== email) {
    return (
      <div className="flow">
        <h1>{m.company_join_other()}</h1>
        <p>{m.company_join_other_text({ email, own })}</p>
        <Form method="post" action={ways.signOut} reloadDocument className="actions">
          <Button>{m.company_join_sign_out()}</Button>
        </Form>
      </div>
    )
  }
  return (
    <div className="flow">
      <ErrorSummary title={m.scan_errors()} errors={error === undefined ? [] : [{ id: 'password', message: error }]} />
      <h1>{company === null ? m.company_join_title_nameless() : m.company_join_title({ company })}</h1>
      <p className="lead">{by === null ? m.company_join_text_nobody({ role: roleName(role) }) : m.company_join_text({ by, role: roleName(role) })}</p>
      <p>{roleSentence(role)}</p>
      {own === null && hasAccount ? (
        <>
          <p>{m.company_join_known({ email })}</p>
          <div className="actions">
            <ButtonLink href={ways.signIn}>{m.company_join_sign_in()}</ButtonLink>
          </div>
        </>
      ) : (
        <Form method="post" noValidate className="flow">
          {own === null ? (
            <>
              <p>{m.company_join_new({ email })}</p>
              {fields}
            </>
          ) : null}
          <div className="actions">
            <Button>{m.company_join_go()}</Button>
          </div>
        </Form>
      )}
    </div>
  )
}
