/** Asks of an action that is done whether the answer has changed by it, and says where the changed answer went. */
import { Form, Link } from '@remix-run/react'
import { m } from '#app/i18n/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'

export type AnswersAfterView =
  | { readonly kind: 'ask'; readonly changes: readonly { readonly question: string; readonly now: string; readonly after: string }[]; readonly shown: string }
  /** `points`: what the new scan comes to now; null where that is not to be said */
  | { readonly kind: 'lifted'; readonly next: string; readonly points: string | null }
  | { readonly kind: 'left' }

/** `action`: where its form goes; null for who may not change the plan. */
export function AnswersAfter({ view, action, version, id }: { view: AnswersAfterView; action: string | null; version: number; id: string }) {
  if (view.kind === 'left') return <p className="text-soft">{m.plan_answers_left()}</p>
  if (view.kind === 'lifted') {
    return (
      <section className="notice" aria-labelledby={id}>
        <h2 id={id} className="text-xl">
          {m.plan_answers_lifted()}
        </h2>
        <p>{view.points ?? m.plan_answers_lifted_text()}</p>
        <p>
          <Link to={view.next}>{m.plan_answers_lifted_link()}</Link>
        </p>
      </section>
    )
  }
  if (action === null) return null
  return (
    <section className="notice" aria-labelledby={id}>
      <h2 id={id} className="text-xl">
        {m.plan_answers_title()}
      </h2>
      <p>{m.plan_answers_text()}</p>
      <ul className="plan-answers">
        {view.changes.map(({ question, now, after }) => (
          <li key={question}>
            <p className="font-bold">{question}</p>
            <p>{m.plan_answers_now({ answer: now })}</p>
            <p>{m.plan_answers_after({ answer: after })}</p>
          </li>
        ))}
      </ul>
      <Form method="post" action={action} className="actions">
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="shown" value={view.shown} />
        <Button name="do" value="lift">
          {m.plan_answers_yes()}
        </Button>
        <Button name="do" value="leave" kind="quiet">
          {m.plan_answers_no()}
        </Button>
      </Form>
    </section>
  )
}
