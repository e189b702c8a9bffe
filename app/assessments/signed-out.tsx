/** What becomes of a posted page whose session has ended: it holds all that was filled in until one has signed in elsewhere. */
import { m } from '#app/i18n/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'

/** What the action throws, with status 401. */
export type SignedOutPage = {
  readonly signedOut: true
  /** where the form goes once more, and the sign-in page */
  readonly address: string
  readonly signIn: string
  readonly fields: readonly (readonly [name: string, value: string])[]
}

/** True for what the action of a page of questions throws when the session has ended. */
export function isSignedOutPage(thrown: unknown): thrown is SignedOutPage {
  return typeof thrown === 'object' && thrown !== null && 'signedOut' in thrown
}

export function SignedOut({ address, signIn, fields }: SignedOutPage) {
  return (
    <div className="flow">
      <h1>{m.scan_signed_out_title()}</h1>
      <p>{m.scan_signed_out_text()}</p>
      <p>
        <a href={signIn} target="_blank" rel="noopener">
          {m.scan_save_sign_in()}
        </a>
      </p>
      <form method="post" action={address} className="actions">
        {fields.map(([name, value], position) => (
          <input key={position} type="hidden" name={name} value={value} />
        ))}
        <Button>{m.scan_signed_out_again()}</Button>
      </form>
    </div>
  )
}
