/** The eight themes as bars, radar and table, and the published national figures. */
import { m } from '#app/i18n/paraglide/messages.js'
import { Chart } from '#app/ui/chart.tsx'
import { Cited } from './cited.tsx'
import type { ReportView } from './report-view.ts'

/** SVG texts, drawn on the server. */
export type ThemeCharts = { readonly bars: string; readonly narrow: string; readonly radar: string }

export function ThemePart({ view, charts }: { view: Pick<ReportView, 'themes'>; charts: ThemeCharts }) {
  const { heading, sentence, themes } = view.themes
  return (
    <section className="rp-part rp-themes" aria-labelledby="themas">
      <h2 id="themas">{heading}</h2>
      <div className="rp-charts">
        <Chart svg={charts.bars} narrow={charts.narrow} sentence={m.report_themes_intro()} />
        <Chart svg={charts.radar} sentence={m.report_themes_radar()} wideOnly />
      </div>
      <table className="rp-stack rp-theme-table" role="table" aria-label={sentence}>
        <thead role="rowgroup">
          <tr role="row">
            {[m.report_col_theme(), m.report_col_points(), m.report_col_level(), m.report_col_weight()].map(head => (
              <th key={head} scope="col" role="columnheader">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {themes.map(theme => (
            <tr key={theme.label} role="row">
              <th scope="row" role="rowheader">
                {theme.label}
              </th>
              <td role="cell" data-label={m.report_col_points()}>
                {theme.points ?? '–'}
              </td>
              <td role="cell" data-label={m.report_col_level()}>
                {theme.text}
                {theme.capped ? <span className="text-soft"> ({m.report_theme_capped()})</span> : null}
              </td>
              <td role="cell" data-label={m.report_col_weight()}>
                {theme.weight}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export function BaselinePart({ view }: { view: Pick<ReportView, 'baseline'> }) {
  const { rows, you, cited } = view.baseline
  return (
    <section className="rp-part" aria-labelledby="landelijk">
      <h2 id="landelijk">{m.report_baseline()}</h2>
      <p className="rp-lead">{m.report_baseline_intro()}</p>
      <div className="rp-two">
        <table className="rp-baseline">
          <caption>{m.report_baseline_of()}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">{m.report_baseline_of()}</th>
              <th scope="col">{m.report_baseline_share()}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={row.label}>
                <th scope="row">
                  {row.label}
                  <svg className="rp-share" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                    <rect width="100" height="6" className="rp-share-all" />
                    <rect width={row.percent} height="6" className="rp-share-part" />
                  </svg>
                </th>
                <td className="rp-strong">{row.share}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <div>
          {you.length === 0 ? null : (
            <>
              <h3>{m.report_baseline_you()}</h3>
              <ul className="rp-points">
                {you.map(line => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </>
          )}
          <p>{m.report_baseline_half_day()}</p>
          <p className="small text-soft">
            {m.report_baseline_source()}
            <Cited numbers={cited} />
          </p>
        </div>
      </div>
    </section>
  )
}
