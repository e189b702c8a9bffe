/** The trial hours of a company: what one is, safety first, the form that plans one, and those that are planned and held. */
import { Form, Link } from '@remix-run/react'
import { m } from '#app/i18n/paraglide/messages.js'
import { Button, buttonClass } from '#app/ui/button.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import { TrialFields } from './trial-fields.tsx'
import type { TypedTrial } from './trial-form.ts'
import { NeverOff } from './trial-list.tsx'
import type { ListView, TrialState } from './trial-view.ts'

export type TrialRow = { readonly href: string; readonly when: string; readonly state: TrialState }
export type TrialHoursPageProps = {
  readonly about: string
  readonly report: string
  readonly heading: string
  readonly lead: string
  readonly may: boolean
  readonly list: ListView
  readonly basis: string
  readonly once: string
  /** what the form begins with */
  readonly fields: TypedTrial
  readonly rows: readonly TrialRow[]
  readonly refused: { readonly errors: readonly FieldError[]; readonly fields: TypedTrial } | null
}

export function TrialHoursPage({ about, report, heading, lead, may, list, basis, once, fields, rows, refused }: TrialHoursPageProps) {
  return (
    <div className="trial parts">
      <header className="flow">
        <p className="kicker">
          {about} <a href={report}>{m.trial_report()}</a>
        </p>
        {refused === null ? null : <ErrorSummary title={m.scan_errors()} errors={refused.errors} />}
        <h1>{heading}</h1>
        <p className="lead">{lead}</p>
        {may ? (
          <div className="actions">
            <a href="#plannen" className={buttonClass('primary')}>
              {m.trial_plan_go()}
            </a>
          </div>
        ) : null}
      </header>
      {rows.length === 0 ? null : (
        <section className="flow" aria-labelledby="gepland">
          <h2 id="gepland">{rows.length === 1 ? m.trial_rows_one() : m.trial_rows({ n: rows.length })}</h2>
          <ul className="trial-rows">
            {rows.map(({ href, when, state }) => (
              <li key={href}>
                <Link to={href}>{when}</Link>
                <span className="text-soft">{stateWords[state]()}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <NeverOff list={list} keepOn={null} basis={basis} />
      {may ? (
        <section className="flow" aria-labelledby="plannen">
          <h2 id="plannen">{m.trial_plan_title()}</h2>
          <p>{m.trial_plan_lead()}</p>
          <Form method="post" noValidate className="flow">
            <input type="hidden" name="once" value={once} />
            <TrialFields value={refused?.fields ?? fields} errors={refused?.errors ?? []} />
            <div className="actions">
              <Button>{m.trial_plan()}</Button>
            </div>
          </Form>
        </section>
      ) : null}
    </div>
  )
}

const stateWords: Record<TrialState, () => string> = {
  planned: () => m.trial_state_planned(),
  begun: () => m.trial_state_begun(),
  held: () => m.trial_state_held(),
  cancelled: () => m.trial_state_cancelled(),
}
