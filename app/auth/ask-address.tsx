/** The form that asks for one address and mails a link to it; once it was sent it says the same to everybody. */
import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { m } from '#app/i18n/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { Sent } from './account-parts.tsx'

export type AskAddressProps = {
  readonly once: string
  /** what the action answered; `problem` null: it was sent */
  readonly done: { readonly problem: 'bad-address' | 'slow' | null; readonly typed: string } | undefined
  readonly busy: boolean
  readonly help?: string
  readonly autoComplete: 'email' | 'username'
  /** the heading and the text above the field */
  readonly children: ReactNode
  /** under the button */
  readonly after?: ReactNode
}

export function AskAddress({ once, done, busy, help, autoComplete, children, after }: AskAddressProps) {
  if (done?.problem === null) return <Sent to={done.typed} />
  const message = done === undefined ? undefined : done.problem === 'slow' ? m.auth_slow_letters() : m.auth_email_bad()
  const field = { name: 'email', type: 'email', label: m.auth_email(), inputMode: 'email', required: true, help, autoComplete } as const
  return (
    <Form method="post" noValidate className="flow">
      {children}
      <ErrorSummary title={m.scan_errors()} errors={message === undefined ? [] : [{ id: 'email', message }]} />
      <input type="hidden" name="once" value={once} />
      <TextField {...field} error={message} value={done?.typed} />
      <div className="actions">
        <Button disabled={busy}>{m.auth_up_go()}</Button>
      </div>
      {after}
    </Form>
  )
}
