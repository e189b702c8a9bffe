/** The end of the report, for association and insurer: how each number is made, how sure it is, and on what it rests. */
import { m } from '#app/i18n/paraglide/messages.js'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { EvidenceLink } from '#app/ui/evidence-link.tsx'
import type { ExplanationView, ThemeAnswers } from './explanation-view.ts'
import type { FirmnessView } from './firmness-view.ts'
import type { ReportView } from './report-view.ts'

/** `open`: on paper nothing is folded. */
export function ExplanationPart({ view, open }: { view: Pick<ReportView, 'explanation' | 'firmness' | 'about' | 'scopeNote' | 'sources'>; open: boolean }) {
  const { explanation, firmness, about, scopeNote, sources } = view
  return (
    <section className="rp-part rp-explanation" aria-labelledby="uitleg">
      <h2 id="uitleg">{m.report_how()}</h2>
      <p className="rp-lead">
        <strong>{m.report_how_self()}</strong> {m.report_how_self_text()}
      </p>
      <div className="rp-columns">
        <Made explanation={explanation} />
        <Sure explanation={explanation} />
        <Firm firmness={firmness} />
        <div>
          <h3>{m.report_about_you()}</h3>
          <dl className="rp-about-you">
            {about.map(fact => (
              <div key={fact.term}>
                <dt>{fact.term}</dt>
                <dd>{fact.text}</dd>
              </div>
            ))}
          </dl>
          {scopeNote === null ? null : <p>{scopeNote}</p>}
        </div>
      </div>
      <div className="rp-answers">
        <Disclosure open={open} summary={<h3>{m.report_answers()}</h3>}>
          <p>{m.report_answers_intro()}</p>
          {explanation.answers.map(theme => (
            <Answers key={theme.title} theme={theme} />
          ))}
        </Disclosure>
      </div>
      <h3>{m.report_sources()}</h3>
      <p>{m.report_sources_intro()}</p>
      <ol className="rp-sources">
        {sources.map(source => (
          <li key={source.number} id={`bron-${source.number}`} value={source.number}>
            {source.url === null ? source.title : <a href={source.url}>{source.title}</a>}
            {source.date === null ? null : `, ${source.date}`}
          </li>
        ))}
      </ol>
      <h3>{m.report_version()}</h3>
      <p>{explanation.version}</p>
    </section>
  )
}

function Made({ explanation }: { explanation: ExplanationView }) {
  return (
    <>
      <div>
        <h3>{m.report_how_endurance_title()}</h3>
        <p>{m.report_how_endurance()}</p>
        <p>{m.report_how_floor()}</p>
      </div>
      <div>
        <h3>{m.report_how_scores_title()}</h3>
        <p>{explanation.scores}</p>
        <p>{m.report_how_levels()}</p>
        {explanation.cap === null ? null : <p>{explanation.cap}</p>}
        {explanation.sector === null ? null : <p>{explanation.sector}</p>}
      </div>
      <div>
        <h3>{m.report_how_measures_title()}</h3>
        <p>{m.report_how_measures()}</p>
      </div>
    </>
  )
}

function Sure({ explanation: { sure } }: { explanation: ExplanationView }) {
  return (
    <div>
      <h3>{sure.title}</h3>
      <p>{sure.text}</p>
      {sure.notApplicable === null ? null : <p>{sure.notApplicable}</p>}
      <ul className="rp-points">
        {sure.unknown.map(one => (
          <li key={one.question}>
            {one.question} {one.ask === null ? null : <span className="text-soft">{one.ask}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Firm({ firmness: { title, text, counts } }: { firmness: FirmnessView }) {
  return (
    <div>
      <h3>{title}</h3>
      <p>{text}</p>
      {counts.length === 0 ? null : (
        <dl className="rp-about-you">
          {counts.map(({ term, n }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{n}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

function Answers({ theme }: { theme: ThemeAnswers }) {
  return (
    <table className="rp-stack rp-answer-table" role="table">
      <caption>
        {theme.title} <span className="text-soft">· {theme.weight}</span>
      </caption>
      <colgroup>
        <col />
        <col />
        <col />
        <col />
        <col />
      </colgroup>
      <thead role="rowgroup">
        <tr role="row">
          {[m.report_col_question(), m.report_col_answer(), m.report_col_counts(), m.report_col_question_weight(), m.report_col_contribution()].map(head => (
            <th key={head} scope="col" role="columnheader">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {theme.rows.map(row => (
          <tr key={row.question} role="row">
            <th scope="row" role="rowheader">
              {row.question}
            </th>
            <td role="cell">
              {row.answer}
              {row.firmness === null ? null : <span className="rp-beside">{row.firmness}</span>}
              {row.old === null ? null : <span className="rp-beside">{row.old}</span>}
              {row.evidence === null ? null : (
                <span className="rp-beside">
                  <EvidenceLink href={row.evidence} />
                </span>
              )}
            </td>
            <td role="cell" data-label={m.report_col_counts()}>
              {row.counts ?? '–'}
            </td>
            <td role="cell" data-label={m.report_col_question_weight()}>
              {row.weight}
            </td>
            <td role="cell" data-label={m.report_col_contribution()}>
              {row.points ?? '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
