/** A company's scans over time, and why a score changed: on screen and on one sheet. */
import { m } from '#app/i18n/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { Chart } from '#app/ui/chart.tsx'
import { Empty } from '#app/ui/notice.tsx'
import { Select } from '#app/ui/select.tsx'
import { ChangePart } from './change-part.tsx'
import type { TrendCharts } from './trend-charts.server.ts'
import type { ChangeView, TrendView } from './trend-view.ts'

export type TrendPageProps = {
  readonly about: string
  readonly view: TrendView
  readonly charts: TrendCharts
  /** null while there is one scan */
  readonly change: ChangeView | null
  readonly chosen: { readonly from: string; readonly to: string }
  readonly report: string
  /** where a new scan begins, for who may */
  readonly again: { readonly action: string; readonly mode: 'quick' | 'full'; readonly once: string } | null
}

export function TrendPage({ about, view, charts, change, chosen, report, again }: TrendPageProps) {
  return (
    <div className="trend">
      <header className="flow">
        <p className="kicker">
          {about} <a href={report}>{m.trend_back()}</a>
        </p>
        <h1>{view.heading}</h1>
        <p className="lead">{view.sentence}</p>
      </header>
      <section className="flow" aria-labelledby="punten">
        <h2 id="punten">{m.trend_points_title()}</h2>
        <Chart svg={charts.points.wide} narrow={charts.points.narrow} sentence={m.trend_points_sentence()} summary={m.trend_table()} table={table(view)} />
        {view.rows.some(row => row.mode === 'quick') ? <p className="small text-soft">{m.trend_marks()}</p> : null}
      </section>
      {change === null ? null : (
        <section className="flow" aria-labelledby="waarom">
          <ChangePart view={change} />
          {view.rows.length > 2 ? <Choose view={view} chosen={chosen} /> : null}
        </section>
      )}
      <section className="flow" aria-labelledby="uren">
        <h2 id="uren">{m.trend_hours_title()}</h2>
        <p>{m.trend_hours_text()}</p>
        <div className="trend-scenarios">
          {view.scenarios.map(({ id, title, sentence }, index) => {
            const svg = charts.scenarios[index] ?? null
            return (
              <section key={id} className="flow">
                <h3>{title}</h3>
                {svg === null ? <p>{sentence}</p> : <Chart svg={svg} sentence={sentence} />}
              </section>
            )
          })}
        </div>
      </section>
      <Again again={again} first={view.rows.length === 1} />
    </div>
  )
}

function table({ rows, scenarios }: TrendView) {
  return {
    caption: m.trend_table_caption(),
    head: [m.trend_col_date(), m.trend_col_kind(), m.trend_col_points(), m.trend_col_level(), ...scenarios.map(scenario => scenario.title), m.trend_col_version()],
    rows: rows.map(row => [row.date, row.kind, row.points === null ? '–' : String(row.points), row.levelText, ...row.endurance, row.version]),
  }
}

/** Two other scans beside each other. */
function Choose({ view, chosen }: { view: TrendView; chosen: { from: string; to: string } }) {
  const options = view.rows.map(row => ({ value: row.id, label: m.trend_option({ date: row.date, kind: row.kind, points: row.points ?? '–' }) }))
  return (
    <form method="get" action="#waarom" className="trend-choose screen-only">
      <Select name="van" label={m.trend_choose_from()} options={options} value={chosen.from} />
      <Select name="naar" label={m.trend_choose_to()} options={options} value={chosen.to} />
      <Button kind="quiet">{m.trend_choose()}</Button>
    </form>
  )
}

function Again({ again, first }: { again: TrendPageProps['again']; first: boolean }) {
  if (again === null) return null
  const form = (
    <form method="post" action={again.action}>
      <input type="hidden" name="mode" value={again.mode} />
      <input type="hidden" name="once" value={again.once} />
      <Button kind={first ? 'primary' : 'quiet'}>{m.trend_again()}</Button>
    </form>
  )
  if (first) return <Empty title={m.trend_one_title()} action={form}><p>{m.trend_one_text()}</p></Empty>
  return (
    <div className="flow screen-only">
      {form}
      <p className="small text-soft">{m.trend_again_help()}</p>
    </div>
  )
}
