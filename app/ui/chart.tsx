/**
 * A chart in a page: the SVG drawn on the server, the sentence that says what it shows, and the same numbers as a table.
 *
 * `<Chart svg narrow? sentence summary? table? wideOnly? />`
 * - `svg`: from themeBars or themeRadar; `narrow`: the shape for a phone, shown instead below 720 px. `sentence`: visible above it. `wideOnly`: shown from 720 px up and on paper (the radar).
 * - `summary` ("In een tabel") and `table`: `{ caption, head: string[], rows: string[][] }`; leave both out when the table stands nearby.
 */
import { Disclosure } from './disclosure.tsx'

export type ChartTable = { readonly caption: string; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
export type ChartProps = { readonly svg: string; readonly narrow?: string; readonly sentence: string; readonly summary?: string; readonly table?: ChartTable; readonly wideOnly?: boolean }

export function Chart({ svg, narrow, sentence, summary, table, wideOnly }: ChartProps) {
  return (
    <figure className={wideOnly ? 'chart chart-wide' : 'chart'}>
      <figcaption>{sentence}</figcaption>
      <div className={narrow ? 'chart-picture chart-from-720' : 'chart-picture'} dangerouslySetInnerHTML={{ __html: svg }} />
      {narrow ? <div className="chart-picture chart-to-720" dangerouslySetInnerHTML={{ __html: narrow }} /> : null}
      {table && summary ? (
        <Disclosure summary={summary}>
          <DataTable {...table} />
        </Disclosure>
      ) : null}
    </figure>
  )
}

/** A plain table that scrolls sideways where it must; the first cell of a row is its head. */
export function DataTable({ caption, head, rows }: ChartTable) {
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map(cell => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, index) => (
            <tr key={index}>
              {cells.map((cell, column) =>
                column === 0 ? (
                  <th key={column} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={column}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
