/** One button that turns reminders off, and afterwards that they are off. */
import { m } from '#app/i18n/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'

export function RemindersOffPage({ on, here, account }: { readonly on: boolean; readonly here: string; readonly account: string }) {
  if (!on) {
    return (
      <div className="flow" role="status">
        <h1>{m.calendar_off_done()}</h1>
        <p>{m.calendar_off_done_text()}</p>
        <p>
          <a href={account}>{m.calendar_off_account()}</a>
        </p>
      </div>
    )
  }
  return (
    <form method="post" action={here} className="flow">
      <h1>{m.calendar_off_title()}</h1>
      <p>{m.calendar_off_text()}</p>
      <input type="hidden" name="List-Unsubscribe" value="One-Click" />
      <div className="actions">
        <Button>{m.calendar_off_now()}</Button>
      </div>
    </form>
  )
}
