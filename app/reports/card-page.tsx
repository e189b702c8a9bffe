/** The emergency card: one sheet of A4 that works when nothing else does. Names and numbers are lines for the pen. */
import type { ReactNode } from 'react'
import { m } from '#app/i18n/paraglide/messages.js'
import type { CardView } from './card-view.ts'

/** The sheet itself, in black on white; on a phone its parts stand under each other. */
export function CardSheet({ card }: { card: CardView }) {
  const one = card.sizeOne
  return (
    <div className="card-sheet">
      <header className="card-head">
        <h1>{m.card_title()}</h1>
        <Line label={m.card_company()} />
        <p>{m.card_when()}</p>
      </header>
      <div className="card-danger">
        <Line label={one ? m.card_danger_one() : m.card_danger()} />
      </div>
      <Part title={one ? m.card_decides_one() : m.card_decides()} help={one ? m.card_decides_one_help() : m.card_decides_help()}>
        <Rows heads={[m.card_name(), m.card_phone(), m.card_address()]} count={one ? 2 : 3} />
      </Part>
      <div className="card-two">
        <Part title={one ? m.card_meeting_one() : m.card_meeting()}>
          <Line label={m.card_address()} />
          <Line label={m.card_meeting_time()} />
          <Line label={m.card_kept_at()} />
        </Part>
        <Part title={m.card_switches()}>
          <Line label={m.card_main_switch()} />
          <Line label={m.card_gas()} />
          <Line label={m.card_water()} />
          <Line label={m.card_key()} />
        </Part>
      </div>
      <Part title={one ? m.card_calls_one() : m.card_calls()}>
        <Rows heads={[m.card_name(), m.card_phone(), m.card_for()]} count={6} />
      </Part>
      <div className="card-two">
        <Part title={m.card_safe()}>
          <ol className="card-numbered">
            {[1, 2, 3, 4, 5].map(number => (
              <li key={number}>
                <span className="card-line" />
              </li>
            ))}
          </ol>
        </Part>
        <div>
          <Part title={m.card_goes_on()}>
            {card.mustGoOn === null ? <Line /> : <p className="card-said">{card.mustGoOn}</p>}
            {card.level === null ? <Line /> : <p className="card-said">{card.level}</p>}
          </Part>
          <Part title={m.card_stops()}>
            <Line />
            <Line />
          </Part>
        </div>
      </div>
      <Part title={m.card_numbers()}>
        <div className="card-numbers">
          <Line label={m.card_insurer()} />
          <Line label={m.card_grid()} />
          <Line label={m.card_water_company()} />
          <Line label={m.card_landlord()} />
          <Line label={m.card_radio()} />
          <Line label={m.card_checked()} />
        </div>
      </Part>
      <p className="card-foot">{card.foot}</p>
    </div>
  )
}

function Part({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  return (
    <section className="card-part">
      <h2>
        {title}
        {help === undefined ? null : <span> {help}</span>}
      </h2>
      {children}
    </section>
  )
}

function Line({ label }: { label?: string }) {
  return (
    <p className="card-field">
      {label === undefined ? null : <span>{label}</span>}
      <span className="card-line" />
    </p>
  )
}

/** A table of empty rows, numbered. */
function Rows({ heads, count }: { heads: readonly string[]; count: number }) {
  return (
    <table className="card-rows">
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">{m.card_order()}</span>
          </th>
          {heads.map(head => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: count }, (_, row) => (
          <tr key={row}>
            <th scope="row">{row + 1}</th>
            {heads.map(head => (
              <td key={head} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
