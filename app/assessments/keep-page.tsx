/** "Bewaar je rapport": the ways in which a guest keeps a scan, and for who is signed in the way to take it along. */
import { Form, Link, useNavigation } from '@remix-run/react'
import { m } from '#app/i18n/paraglide/messages.js'
import { Button, ButtonLink, buttonClass } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'

export type KeepPageProps = {
  readonly finished: boolean
  readonly links: Readonly<Record<'back' | 'passOn' | 'signUp' | 'signIn' | 'pdf', string>>
  /** the address of who is signed in and may take the scan along; null for a guest */
  readonly email: string | null
  /** somebody else took it along meanwhile */
  readonly taken: boolean
}

export function KeepPage({ finished, links, email, taken }: KeepPageProps) {
  const busy = useNavigation().state !== 'idle'
  return (
    <div className="parts">
      <div className="flow">
        <p className="kicker">
          <Link to={links.back}>{finished ? m.scans_keep_back_report() : m.scans_keep_back()}</Link>
        </p>
        <h1>{email !== null ? m.scans_take_title() : finished ? m.scans_keep_title() : m.scans_keep_title_open()}</h1>
        {taken ? <Notice kind="danger" live title={m.scans_take_taken()} /> : null}
        {email === null ? (
          <p className="lead">{m.scans_keep_now()}</p>
        ) : (
          <>
            <p className="lead">{m.scans_take_text({ email })}</p>
            <p>{m.scans_take_after()}</p>
            <Form method="post" className="actions">
              <Button disabled={busy}>{m.scans_take_now()}</Button>
            </Form>
          </>
        )}
      </div>
      {email === null ? (
        <section className="flow">
          <h2>{m.scans_keep_account()}</h2>
          <p>{m.scans_keep_account_text()}</p>
          <div className="actions">
            <ButtonLink href={links.signUp}>{m.scans_keep_account_now()}</ButtonLink>
            <a href={links.signIn}>{m.scans_keep_sign_in()}</a>
          </div>
        </section>
      ) : null}
      {finished ? (
        <section className="flow">
          <h2>{m.scans_keep_pdf()}</h2>
          <p>{m.scans_keep_pdf_text()}</p>
          <div className="actions">
            <ButtonLink kind="quiet" href={links.pdf}>
              {m.scans_keep_pdf_now()}
            </ButtonLink>
          </div>
        </section>
      ) : null}
      <section className="flow">
        <h2>{m.scans_keep_code()}</h2>
        <p>{m.scans_keep_code_text()}</p>
        <div className="actions">
          <Link className={buttonClass('quiet')} to={links.passOn}>
            {m.scans_keep_code_now()}
          </Link>
        </div>
      </section>
    </div>
  )
}
