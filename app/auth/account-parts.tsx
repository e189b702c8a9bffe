/** Parts that several pages of an account share: the new password, "look in your mail", and a link that no longer works. */
import type { ReactNode } from 'react'
import { m } from '#app/i18n/paraglide/messages.js'
import { ButtonLink } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/text-field.tsx'

/** The field for a new password, and what password managers need to know whose it is. */
export function NewPassword({ email, label, error }: { email: string; label: string; error: string | undefined }) {
  return (
    <>
      <input type="email" name="username" value={email} readOnly autoComplete="username" className="hidden" tabIndex={-1} aria-hidden="true" />
      <TextField name="password" type="password" label={label} help={m.auth_password_help()} error={error} autoComplete="new-password" required />
    </>
  )
}

/** What is said to everybody, whatever the address is. */
export function Sent({ to, children }: { to: string; children?: ReactNode }) {
  return (
    <div className="flow" role="status">
      <h1>{m.auth_sent_title()}</h1>
      <p className="lead">{m.auth_sent_text({ to })}</p>
      <p>{m.auth_sent_nothing()}</p>
      {children}
    </div>
  )
}

/** A link that was used or is too old. `links`: where one can go instead, the first as a button. */
export function Gone({ text, links }: { text: string; links: readonly { readonly href: string; readonly label: string }[] }) {
  return (
    <div className="flow">
      <h1>{m.auth_gone_title()}</h1>
      <p>{text}</p>
      <div className="actions">
        {links.map(({ href, label }, index) => (
          <ButtonLink key={href} href={href} kind={index === 0 ? 'primary' : 'quiet'}>
            {label}
          </ButtonLink>
        ))}
      </div>
    </div>
  )
}
