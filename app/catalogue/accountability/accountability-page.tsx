/** The accountability page: how a score is made, what it rests on, what is our own judgement, and what changed. */
import { m } from '#app/i18n/paraglide/messages.js'
import type { Paths } from '#app/paths.ts'
import type { HourBarWords } from '#app/ui/hour-bar-picture.ts'
import type { AccountabilityView } from './accountability-view.ts'
import { ExamplePart } from './example-part.tsx'
import type { AccountabilityExample } from './example.ts'
import { guideReports } from './guide-reports.ts'
import { JudgementPart } from './judgement-part.tsx'
import { Mark } from './mark.tsx'
import { SourcesPart } from './sources-part.tsx'

type Props = { readonly view: AccountabilityView; readonly example: AccountabilityExample; readonly words: HourBarWords; readonly paths: Paths }

export function AccountabilityPage({ view, example, words, paths }: Props) {
  return (
    <article className="acc prose">
      <header className="acc-head flow">
        <p className="kicker">{m.account_kicker()}</p>
        <h1>{m.account_title()}</h1>
        <p className="lead">{m.account_lead()}</p>
        <p className="acc-facts">{m.account_figures(view.figures)}</p>
      </header>
      <Contents />
      <div className="acc-body">
        <ExamplePart view={view} example={example} words={words} />
        <FloorPart view={view} />
        <UnknownPart />
        <LeftOutPart />
        <SourcesPart view={view} />
        <JudgementPart view={view} />
        <NotPart />
        <GuidePart view={view} />
        <HistoryPart view={view} paths={paths} />
      </div>
    </article>
  )
}

function Contents() {
  const parts = [
    ['score', m.account_toc_score()],
    ['ondergrens', m.account_toc_floor()],
    ['weet-ik-niet', m.account_toc_unknown()],
    ['niet-gevraagd', m.account_toc_left_out()],
    ['bronnen', m.account_toc_sources()],
    ['oordeel', m.account_toc_judgement()],
    ['niet', m.account_toc_not()],
    ['handreiking', m.account_toc_guide()],
    ['versies', m.account_toc_history()],
  ] as const
  return (
    <nav className="acc-contents" aria-labelledby="inhoud">
      <p id="inhoud">{m.account_contents()}</p>
      <ul>
        {parts.map(([id, label]) => (
          <li key={id}>
            <a href={`#${id}`}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function FloorPart({ view }: { view: AccountabilityView }) {
  return (
    <section id="ondergrens" className="flow" aria-labelledby="ondergrens-title">
      <h2 id="ondergrens-title">{m.account_floor_title()}</h2>
      <p>{m.account_floor_text()}</p>
      <p className="acc-sum">{m.account_floor_formula()}</p>
      <table className="acc-narrow">
        <caption>{m.account_floor_caption()}</caption>
        <thead>
          <tr>
            <th scope="col">{m.account_floor_tolerance()}</th>
            <th scope="col">{m.account_floor_needed()}</th>
          </tr>
        </thead>
        <tbody>
          {view.floor.map(row => (
            <tr key={row.tolerance}>
              <th scope="row">{row.tolerance}</th>
              <td>
                {row.needed}
                {row.floor ? <Mark>{m.account_floor_mark()}</Mark> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{m.account_floor_why()}</p>
    </section>
  )
}

function UnknownPart() {
  return (
    <section id="weet-ik-niet" className="flow" aria-labelledby="weet-ik-niet-title">
      <h2 id="weet-ik-niet-title">{m.account_unknown_title()}</h2>
      <p>{m.account_unknown_why()}</p>
      <ul>
        <li>{m.account_unknown_first()}</li>
        <li>{m.account_unknown_hours()}</li>
        <li>{m.account_unknown_sure()}</li>
        <li>{m.account_unknown_na()}</li>
      </ul>
    </section>
  )
}

function LeftOutPart() {
  return (
    <section id="niet-gevraagd" className="flow" aria-labelledby="niet-gevraagd-title">
      <h2 id="niet-gevraagd-title">{m.account_left_out_title()}</h2>
      <ul>
        <li>{m.account_left_out_chance()}</li>
        <li>{m.account_left_out_money()}</li>
        <li>{m.account_left_out_profile()}</li>
        <li>{m.account_left_out_tolerance()}</li>
        <li>{m.account_left_out_fence()}</li>
        <li>{m.account_left_out_words()}</li>
        <li>{m.account_left_out_law()}</li>
        <li>{m.account_left_out_hidden()}</li>
      </ul>
    </section>
  )
}

function NotPart() {
  return (
    <section id="niet" className="flow" aria-labelledby="niet-title">
      <h2 id="niet-title">{m.account_not_title()}</h2>
      <ul>
        <li>{m.account_not_official()}</li>
        <li>{m.account_not_legal()}</li>
        <li>{m.account_not_certificate()}</li>
        <li>{m.account_not_checked()}</li>
        <li>{m.account_not_complete()}</li>
      </ul>
    </section>
  )
}

function GuidePart({ view }: { view: AccountabilityView }) {
  return (
    <section id="handreiking" className="flow" aria-labelledby="handreiking-title">
      <h2 id="handreiking-title">{m.account_guide_title()}</h2>
      <p>{m.account_guide_text()}</p>
      <h3>{m.account_guide_scenarios()}</h3>
      <p>{m.account_guide_scenarios_text()}</p>
      <ul>
        {view.campaign.map(({ title, hours }) => (
          <li key={title}>{m.account_guide_hours({ title, hours })}</li>
        ))}
      </ul>
      <h3>{m.account_guide_topics()}</h3>
      <p>{m.account_guide_topics_text()}</p>
      <ul>
        {view.topics.map(({ title, questions }) => (
          <li key={title}>{m.account_guide_questions({ title, n: questions })}</li>
        ))}
      </ul>
      <p>{m.account_guide_not_found()}</p>
      <p>{m.account_guide_voluntary()}</p>
      <p>{m.account_guide_reports()}</p>
      <ul>
        {guideReports.map(({ id, title, url }) => (
          <li key={id}>
            <a href={url} lang="nl" rel="noreferrer">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function HistoryPart({ view, paths }: { view: AccountabilityView; paths: Paths }) {
  return (
    <section id="versies" className="flow" aria-labelledby="versies-title">
      <h2 id="versies-title">{m.account_history_title()}</h2>
      <p>{m.account_history_intro()}</p>
      {view.history.map(entry => (
        <div key={`${entry.date} ${entry.versions}`} className="acc-version flow">
          <h3>{entry.versions}</h3>
          <p className="text-soft">
            <time dateTime={entry.date}>{entry.day}</time>
          </p>
          <p>{entry.what}</p>
          <p>
            <strong>{m.account_history_why()}</strong> {entry.why}
          </p>
        </div>
      ))}
      <h3>{m.account_check_title()}</h3>
      <p>
        {m.account_check_text()} <a href={`${paths.api}/openapi.json`}>{m.account_check_link()}</a>
      </p>
      <p>
        <a href={paths.about}>{m.account_to_about()}</a>
      </p>
    </section>
  )
}
