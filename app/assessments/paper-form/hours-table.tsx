/** The hour rows on paper: what falls away from top to bottom, the marks from left to right, and a circle where they meet. */
import { m } from '#app/i18n/paraglide/messages.js'
import { barOptions } from '../question-field.tsx'
import type { HourTable } from './form-view.ts'

/** One table of rows with the same marks; on a phone each row is a block with its marks under it. */
export function HoursTable({ table }: { table: HourTable }) {
  const marks = barOptions(table.marks)
  const [first, last] = [table.rows[0]?.code ?? '', table.rows.at(-1)?.code ?? '']
  const heads = marks.map(mark => ({ id: mark.value, words: `${mark.short} ${mark.unit}` }))
  return (
    <table className="pf-hours">
      <caption className="sr-only">{first === last ? m.form_hours_caption_one({ first }) : m.form_hours_caption({ first, last })}</caption>
      <thead>
        <tr>
          <th scope="col">{table.rows.some(row => row.named) ? m.form_hours_what() : m.form_hours_question()}</th>
          {marks.map(mark => (
            <th key={mark.value} scope="col">
              <b>{mark.short}</b> {mark.unit}
            </th>
          ))}
          <th scope="col">{m.scan_unknown()}</th>
          <th scope="col">{m.form_not_needed()}</th>
        </tr>
      </thead>
      <tbody>
        {table.rows.map(row => (
          <tr key={row.id}>
            <th scope="row">
              <span className="pf-row">
                <span className="pf-code">{row.code}</span>{' '}
                <span>
                  <b>{row.text}</b>
                  {row.help === null ? null : <span className="pf-help">{row.help}</span>}
                  {row.when === null ? null : <span className="pf-when">{row.when}</span>}
                </span>
              </span>
            </th>
            {heads.map(head => (
              <Cell key={head.id} words={head.words} />
            ))}
            <Cell words={m.scan_unknown()} />
            {row.notNeeded ? <Cell words={m.form_not_needed()} /> : <td className="pf-none" />}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ words }: { words: string }) {
  return (
    <td>
      <span className="pf-circle" aria-hidden="true" />
      <span className="pf-mark">{words}</span>
    </td>
  )
}
