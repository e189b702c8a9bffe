/** The list of a trial hour: what never goes off, when not to do it, and the points to tick before, during and after. */
import { m } from '#app/i18n/paraglide/messages.js'
import type { ListView, PointView } from './trial-view.ts'

/** What comes first, before anything is planned: it stands apart from what can be ticked. */
export function NeverOff({ list, keepOn, basis }: { readonly list: ListView; readonly keepOn: string | null; readonly basis: string }) {
  return (
    <section className="flow trial-never" aria-labelledby="nooit">
      <h2 id="nooit">{m.trial_never()}</h2>
      <ul className="trial-points">
        {list.never.map(point => (
          <li key={point.id}>{point.text}</li>
        ))}
      </ul>
      {keepOn === null ? null : (
        <>
          <h3>{m.trial_keep_on_yours()}</h3>
          <p className="pre-line">{keepOn}</p>
        </>
      )}
      <h3>{m.trial_not()}</h3>
      <ul className="trial-points">
        {list.not.map(point => (
          <li key={point.id}>{point.text}</li>
        ))}
        <li>{m.trial_not_alone()}</li>
      </ul>
      <p className="font-bold">{list.scope === 'part' ? m.trial_scope_part() : m.trial_scope_whole()}</p>
      <p className="small text-soft screen-only">
        {m.trial_basis()} <a href={basis}>{m.trial_basis_link()}</a>
      </p>
    </section>
  )
}

const parts = [
  { part: 'before', title: () => m.trial_before() },
  { part: 'during', title: () => m.trial_during() },
  { part: 'after', title: () => m.trial_after() },
] as const

/** `may`: the boxes can be ticked; on paper they can be in any case. */
export function TickList({ list, ticked, may }: { readonly list: ListView; readonly ticked: readonly string[]; readonly may: boolean }) {
  return (
    <>
      {parts.map(({ part, title }) => (
        <fieldset key={part} className="trial-ticks" disabled={!may}>
          <legend className="h3">{title()}</legend>
          {list[part].map(point => (
            <Tick key={point.id} point={point} on={ticked.includes(point.id)} />
          ))}
        </fieldset>
      ))}
    </>
  )
}

function Tick({ point, on }: { readonly point: PointView; readonly on: boolean }) {
  return (
    <label className="choice">
      <input type="checkbox" name="tick" value={point.id} defaultChecked={on} />
      <span className="choice-label">{point.text}</span>
    </label>
  )
}
