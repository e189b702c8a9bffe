/** What is our own judgement: every choice that is in the numbers, and the questions and measures that rest on nothing else. */
import type { ReactNode } from 'react'
import { m } from '#app/i18n/paraglide/messages.js'
import type { AccountabilityView } from './accountability-view.ts'
import { JudgementGroups } from './claim-groups.tsx'

export function JudgementPart({ view }: { view: AccountabilityView }) {
  const { judgement } = view
  return (
    <section id="oordeel" className="flow" aria-labelledby="oordeel-title">
      <h2 id="oordeel-title">{m.account_judgement_title()}</h2>
      <p>{m.account_judgement_intro()}</p>
      <dl className="acc-terms">
        <Term name={m.account_judged_question_weights()}>
          {judgement.questionWeights === null ? m.account_judged_question_even() : m.account_judged_question_range(judgement.questionWeights)}
        </Term>
        <Term name={m.account_judged_theme_weights()}>
          {judgement.themeWeights === null ? m.account_judged_theme_even() : m.account_judged_theme_range(judgement.themeWeights)}
          {judgement.reasons.length === 0 ? null : (
            <ul>
              {judgement.reasons.map(({ id, sector, weights, reason }) => (
                <li key={id}>
                  <strong>{sector}.</strong> {reason} <span className="acc-mark">{weights}</span>
                </li>
              ))}
            </ul>
          )}
        </Term>
        <Term name={m.account_judged_answers()}>{m.account_judged_answers_text()}</Term>
        <Term name={m.account_judged_floor()}>{m.account_judged_floor_text()}</Term>
        <Term name={m.account_judged_levels()}>{m.account_judged_levels_text()}</Term>
        <Term name={m.account_judged_musts()}>{m.account_judged_musts_text()}</Term>
        <Term name={m.account_judged_marks()}>{m.account_judged_marks_text({ marks: judgement.marks })}</Term>
        <Term name={m.account_judged_scenarios()}>
          {m.account_judged_scenarios_text()}
          <ul>
            {judgement.scenarios.map(({ id, title, hours }) => (
              <li key={id}>
                {title}: {hours}
              </li>
            ))}
          </ul>
        </Term>
        <Term name={m.account_judged_steps()}>{m.account_judged_steps_text()}</Term>
        <Term name={m.account_judged_measures()}>{m.account_judged_measures_text()}</Term>
        <Term name={m.account_judged_seconds()}>{m.account_judged_seconds_text({ seconds: judgement.seconds, words: judgement.words })}</Term>
      </dl>
      <h3>{m.account_judged_alone({ n: view.figures.judged })}</h3>
      <p>{m.account_judged_alone_intro()}</p>
      <p>{m.account_judged_partly()}</p>
      <JudgementGroups groups={view.judgementGroups} />
    </section>
  )
}

function Term({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
