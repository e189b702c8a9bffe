/** The three scenarios of the campaign, each open with its hour bar, and the six others in one table. */
import { m } from '#app/i18n/paraglide/messages.js'
import { HourBar, HourBarSmall } from '#app/ui/hour-bar.tsx'
import type { HourBarWords } from '#app/ui/hour-bar-picture.ts'
import { Cited } from './cited.tsx'
import type { ReportView } from './report-view.ts'
import type { ScenarioRow, ScenarioView } from './scenario-view.ts'

export function ScenarioPart({ view, words }: { view: Pick<ReportView, 'campaign'>; words: HourBarWords }) {
  return (
    <section className="rp-part rp-scenarios" aria-labelledby="scenarios">
      <h2 id="scenarios">{m.report_three()}</h2>
      {view.campaign.map(scenario => (
        <Scenario key={scenario.id} scenario={scenario} words={words} />
      ))}
    </section>
  )
}

function Scenario({ scenario, words }: { scenario: ScenarioView; words: HourBarWords }) {
  return (
    <article className="rp-scenario" aria-labelledby={`scenario-${scenario.id}`}>
      <div className="rp-scenario-head">
        <p className="kicker">
          {scenario.title} · {scenario.extent}
        </p>
        <h3 id={`scenario-${scenario.id}`} className="rp-finding">
          {scenario.finding.heading}
        </h3>
        <p>{scenario.summary}</p>
        {scenario.day === null ? null : <p className="rp-day screen-only">{scenario.day}</p>}
      </div>
      <HourBar id={`balk-${scenario.id}`} picture={scenario.picture} words={words} sentence={scenario.sentence} table="none" />
      <div className="rp-scenario-split">
        <div className="rp-why">
          {scenario.note === null ? null : (
            <p>
              <strong>{scenario.note}</strong>
            </p>
          )}
          {scenario.weakest === null ? null : <p>{scenario.weakest}</p>}
          <p>{scenario.needed}</p>
          <p>{scenario.readiness}</p>
        </div>
        {scenario.shifts.length === 0 ? null : (
          <div className="rp-shifts">
            <h4>{m.report_shifts()}</h4>
            <ul>
              {scenario.shifts.map(shift => (
                <li key={shift.title}>
                  <strong>{shift.title}</strong>
                  <span>
                    {shift.change} · {shift.effort}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <Timeline scenario={scenario} />
    </article>
  )
}

function Timeline({ scenario }: { scenario: ScenarioView }) {
  return (
    <table className="rp-stack rp-timeline" role="table">
      <caption className="sr-only">{`${m.report_timeline_caption()}: ${scenario.title}`}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {m.report_when()}
          </th>
          <th scope="col" role="columnheader">
            {m.report_what_goes()}
          </th>
          <th scope="col" role="columnheader">
            {m.report_you_last()}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {scenario.timeline.map(step => (
          <tr key={step.label} role="row" data-weakest={step.weakest || undefined}>
            <th scope="row" role="rowheader">
              {step.when}
            </th>
            <td role="cell">
              <strong>{step.label}.</strong> {step.text}
              <Cited numbers={step.cited} />
            </td>
            <td role="cell" data-label={m.report_you_last()}>
              {step.last}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function OtherScenarios({ view }: { view: Pick<ReportView, 'others'> }) {
  const { heading, rows, someNotAsked } = view.others
  return (
    <section className="rp-part" aria-labelledby="anders">
      <h2 id="anders">{heading}</h2>
      <table className="rp-stack rp-others" role="table">
        <caption className="sr-only">{m.report_six()}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {[m.report_col_scenario(), m.report_col_stop(), m.report_col_need(), m.report_col_weakest(), m.report_col_readiness()].map(head => (
              <th key={head} scope="col" role="columnheader">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(row => (
            <OtherRow key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      {someNotAsked ? <p className="small">{m.report_not_asked_lead()}</p> : null}
    </section>
  )
}

function OtherRow({ row }: { row: ScenarioRow }) {
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {row.title} <span className="rp-extent">{row.extent}</span>
        <HourBarSmall id={`klein-${row.id}`} hours={row.bar.hours} need={row.bar.need} end={row.bar.end} sentence={row.bar.sentence} />
      </th>
      <td role="cell" data-label={m.report_col_stop()} className="rp-strong">
        {row.stop}
      </td>
      <td role="cell" data-label={m.report_col_need()}>
        {row.need}
      </td>
      <td role="cell" data-label={m.report_col_weakest()}>
        {row.weakest}
      </td>
      <td role="cell" data-label={m.report_col_readiness()}>
        {row.readiness}
      </td>
    </tr>
  )
}
