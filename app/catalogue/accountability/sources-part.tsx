/** How many questions of each sector rest on a source, and every source with what rests on it. */
import { m } from '#app/i18n/paraglide/messages.js'
import type { AccountabilityView } from './accountability-view.ts'
import { SourceGroups } from './claim-groups.tsx'

export function SourcesPart({ view }: { view: AccountabilityView }) {
  const { figures } = view
  return (
    <section id="bronnen" className="flow" aria-labelledby="bronnen-title">
      <h2 id="bronnen-title">{m.account_sources_title({ sourced: figures.sourced, all: figures.questions })}</h2>
      <p>{m.account_sources_rest({ judged: figures.judged })}</p>
      <p>{m.account_sources_claim()}</p>
      <p>{m.account_sources_strength()}</p>
      <p>{m.account_sources_read()}</p>
      <p>{m.account_sources_national()}</p>
      <StrengthTable view={view} />
      <h3>{m.account_groups_title()}</h3>
      <p>{m.account_groups_intro()}</p>
      <p className="print-only">{m.account_groups_paper()}</p>
      <SourceGroups groups={view.sourceGroups} />
    </section>
  )
}

function StrengthTable({ view: { strengths, total } }: { view: AccountabilityView }) {
  const columns = [
    ['all', m.account_col_all()],
    ['more', m.account_col_more()],
    ['one', m.account_col_one()],
    ['judgement', m.account_col_judgement()],
  ] as const
  return (
    <table className="acc-stack acc-inline acc-counts" role="table">
      <caption>{m.account_table_strength()}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {m.account_col_module()}
          </th>
          {columns.map(([key, head]) => (
            <th key={key} scope="col" role="columnheader" className="acc-number">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {[...strengths, { id: 'total', title: m.account_total(), ...total }].map(row => (
          <tr key={row.id} role="row" className={row.id === 'total' ? 'acc-held' : undefined}>
            <th scope="row" role="rowheader">
              {row.id === 'total' ? row.title : <a href={`#bronnen-${row.id}`}>{row.title}</a>}
            </th>
            {columns.map(([key, head]) => (
              <td key={key} role="cell" className="acc-number" data-label={head}>
                {row[key]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
