/** The four topics of the guide, the basics and what already stands. */
import { m } from '#app/i18n/paraglide/messages.js'
import type { ReportView } from './report-view.ts'

export function TopicPart({ view }: { view: Pick<ReportView, 'topics'> }) {
  return (
    <section className="rp-part" aria-labelledby="onderwerpen">
      <h2 id="onderwerpen">{m.report_topics()}</h2>
      <p className="rp-lead">{m.report_topics_intro()}</p>
      <div className="rp-topics">
        {view.topics.map(topic => (
          <div key={topic.title} className="rp-topic keep">
            <h3>{topic.title}</h3>
            <p>{topic.sentence}</p>
            <ul className="rp-points">
              {topic.open.map(point => (
                <li key={point.name}>
                  {point.name} <span className="text-soft">{point.answer}</span>
                </li>
              ))}
            </ul>
            {topic.more === null ? null : <p className="small text-soft">{topic.more}</p>}
          </div>
        ))}
      </div>
    </section>
  )
}

export function BasicsPart({ view }: { view: Pick<ReportView, 'musts' | 'strengths' | 'strengthsMore'> }) {
  const { musts, strengths, strengthsMore } = view
  return (
    <section className="rp-part" aria-labelledby="basis">
      <h2 id="basis">{musts.heading}</h2>
      <p className="rp-lead">{m.report_musts_text()}</p>
      <div className="rp-two">
        {musts.unmet.length === 0 ? null : (
          <ul className="rp-musts">
            {musts.unmet.map(must => (
              <li key={must.name} className="keep">
                <strong>{must.name}</strong>
                <span className="text-soft">{must.answer}</span>
                {must.fix === null ? null : <span>{must.fix}</span>}
              </li>
            ))}
          </ul>
        )}
        <div className="rp-strengths">
          <h3>{m.report_strengths()}</h3>
          {strengths.length === 0 ? <p>{m.report_strengths_none()}</p> : null}
          <ul className="rp-points">
            {strengths.map(point => (
              <li key={point.name}>
                {point.name} <span className="text-soft">{point.answer}</span>
              </li>
            ))}
          </ul>
          {strengthsMore === null ? null : <p className="small text-soft">{strengthsMore}</p>}
        </div>
      </div>
    </section>
  )
}
