/** What must go on, in one line above the endurance questions. */
import { m } from '#app/i18n/paraglide/messages.js'

export type Said = { readonly mustGoOn: string | null; readonly level: string | null; readonly tolerance: string | null }

export function SaidLine({ said }: { said: Said }) {
  if (said.mustGoOn === null) return <p className="said-line">{m.scan_said_nothing()}</p>
  return (
    <p className="said-line">
      {m.scan_said()} <strong>{said.mustGoOn}</strong>
      {said.level === null ? null : ` · ${said.level}`}
    </p>
  )
}
