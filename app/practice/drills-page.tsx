/** The page of the drills: what a drill is, which one is suggested and why, the button that begins it, and those of before. */
import { Form, Link } from '@remix-run/react'
import { m } from '#app/i18n/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'

export type DrillsPageProps = {
  readonly about: string
  readonly report: string
  readonly alone: boolean
  readonly may: boolean
  readonly suggested: string
  readonly scenarios: readonly { readonly id: string; readonly title: string }[]
  readonly once: string
  readonly earlier: readonly { readonly href: string; readonly title: string; readonly state: string; readonly outcome: string | null }[]
  /** the id and version of a drill that was just taken away */
  readonly removed: { readonly id: string } | null
  readonly error: string | null
}

export function DrillsPage({ about, report, alone, may, suggested, scenarios, once, earlier, removed, error }: DrillsPageProps) {
  const title = scenarios.find(({ id }) => id === suggested)?.title ?? ''
  return (
    <div className="drill parts">
      <header className="flow">
        <p className="kicker">
          {about} <a href={report}>{m.drill_back()}</a>
        </p>
        {error === null ? null : <ErrorSummary title={m.scan_errors()} errors={[{ id: 'scenario', message: error }]} />}
        {removed === null ? null : (
          <Notice live>
            <p>{m.drill_removed()}</p>
            {may ? (
              <Form method="post">
                <input type="hidden" name="do" value="putBack" />
                <input type="hidden" name="drill" value={removed.id} />
                <Button kind="link">{m.drill_undo()}</Button>
              </Form>
            ) : null}
          </Notice>
        )}
        <h1>{alone ? m.drill_list_title_one() : m.drill_list_title()}</h1>
        <p className="lead">{alone ? m.drill_list_lead_one() : m.drill_list_lead()}</p>
        <p>{m.drill_needs()}</p>
      </header>
      {may ? (
        <Form method="post" className="flow drill-begin">
          <input type="hidden" name="do" value="begin" />
          <input type="hidden" name="once" value={once} />
          <p>{m.drill_why({ title })}</p>
          <Button>{m.drill_begin()}</Button>
          <ChoiceGroup
            type="radio"
            name="scenario"
            legend={m.drill_scenario()}
            error={error}
            value={suggested}
            options={scenarios.map(one => ({ value: one.id, label: one.title, help: one.id === suggested ? m.drill_suggested() : undefined }))}
          />
          <Button kind="quiet">{m.drill_begin()}</Button>
        </Form>
      ) : (
        <p>{m.drill_may_not()}</p>
      )}
      <section className="flow" aria-labelledby="eerder">
        <h2 id="eerder">{m.drill_earlier()}</h2>
        {earlier.length === 0 ? <p>{m.drill_earlier_none()}</p> : null}
        <ul className="drill-list">
          {earlier.map(one => (
            <li key={one.href}>
              <Link to={one.href}>{one.title}</Link>
              <p className="small text-soft">
                {one.state}
                {one.outcome === null ? null : ` · ${one.outcome}`}
              </p>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
