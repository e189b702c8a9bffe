/** Every measure by theme: what is open with its first step, what is done in a list. `open`: on paper nothing is folded. */
import { m } from '#app/i18n/paraglide/messages.js'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Cited } from './cited.tsx'
import type { MeasureView } from './measure-view.ts'
import type { ReportView } from './report-view.ts'

export function MeasurePart({ view, open }: { view: Pick<ReportView, 'measures' | 'done'>; open: boolean }) {
  const { measures, done } = view
  return (
    <section className="rp-part" aria-labelledby="maatregelen">
      <h2 id="maatregelen">{measures.heading}</h2>
      {measures.themes.length === 0 ? null : <p className="rp-lead">{m.report_measures_intro()}</p>}
      <div className="rp-measures">
        {measures.themes.map(theme => (
          <Disclosure key={theme.title} open={open} summary={<h3>{theme.heading}</h3>}>
            <ul>
              {theme.measures.map(measure => (
                <Measure key={measure.id} measure={measure} />
              ))}
            </ul>
          </Disclosure>
        ))}
      </div>
      {done === null ? null : (
        <div className="rp-done">
          <Disclosure open={open} summary={done.heading}>
            <ul className="rp-points">
              {done.titles.map(title => (
                <li key={title}>{title}</li>
              ))}
            </ul>
          </Disclosure>
        </div>
      )}
    </section>
  )
}

function Measure({ measure }: { measure: MeasureView }) {
  return (
    <li className="rp-measure keep">
      <div>
        <h4>{measure.title}</h4>
        {measure.description === null ? null : (
          <p className="rp-about">
            {measure.description}
            <Cited numbers={measure.cited} />
          </p>
        )}
      </div>
      <div className="rp-do">
        <p>
          <span className="rp-label">{m.report_first_step()}:</span> {measure.firstStep}
          {measure.call === null ? null : <span className="rp-ask"> {m.report_call({ who: measure.call })}</span>}
        </p>
        <p className="rp-facts">
          {measure.minutes} · {measure.effort} · {measure.cost}
        </p>
        <p className="rp-wins">
          {measure.wins.join(' · ')}
          {measure.first ? <span className="rp-first"> · {m.report_is_first()}</span> : null}
        </p>
      </div>
    </li>
  )
}
