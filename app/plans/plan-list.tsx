/** The things of a plan as lists: what is to do, with its quick buttons, and what is dealt with or was taken out. */
import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { m } from '#app/i18n/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import type { ActionView } from './plan-view.ts'

/** What is to be done; on paper each with a box to tick and room for a name and a day. */
export function ToDoList({ actions, may }: { actions: readonly ActionView[]; may: boolean }) {
  return (
    <ul className="plan-list">
      {actions.map(action => (
        <li key={action.id} className="plan-item keep" data-due={action.due ?? undefined}>
          <span className="plan-box print-only" aria-hidden="true" />
          <div className="plan-what">
            <h3 id={`actie-${action.id}`}>
              <Link to={action.href}>{action.title}</Link>
            </h3>
            <p className="plan-meta">
              <span className={action.state === 'busy' ? 'plan-state plan-busy' : 'plan-state'}>{action.stateWords}</span>
              <span className={action.owner === null ? 'screen-only text-soft' : undefined}>{action.owner === null ? m.plan_who_nobody() : m.plan_who({ name: action.owner })}</span>
              <span className={action.due === 'overdue' ? 'plan-late' : action.when === null ? 'screen-only text-soft' : undefined}>{action.when ?? m.plan_when_none()}</span>
            </p>
            <PenLines action={action} />
            {action.wins.length === 0 ? null : <p className="plan-wins">{sentence(action.wins)}</p>}
            <p className="small text-soft">{action.facts ?? m.plan_own()}</p>
            {action.note === null ? null : <p className="plan-note print-only">{action.note}</p>}
          </div>
          {may ? (
            <StateForm action={action}>
              {action.state === 'open' ? (
                <Button kind="quiet" name="state" value="busy">
                  {m.plan_begin()}
                </Button>
              ) : (
                <Button kind="quiet" name="state" value="open">
                  {m.plan_reopen()}
                </Button>
              )}
              <Button kind="quiet" name="state" value="done">
                {m.plan_finish()}
              </Button>
              <Link to={action.href} aria-describedby={`actie-${action.id}`}>
                {m.plan_edit()}
              </Link>
            </StateForm>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** What it wins, as a line that begins with a capital. */
function sentence(wins: readonly string[]): string {
  const words = wins.join(' · ')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

/** Lines for the pen where nobody or no day stands. */
function PenLines({ action }: { action: ActionView }) {
  if (action.owner !== null && action.when !== null) return null
  return (
    <p className="plan-pen print-only">
      {action.owner === null ? <span>{m.plan_print_who()}</span> : null}
      {action.when === null ? <span>{m.plan_print_when()}</span> : null}
    </p>
  )
}

/** Buttons about one action; each is named together with what it is about. */
function StateForm({ action, does = 'state', children }: { action: ActionView; does?: 'state' | 'putBack'; children: ReactNode }) {
  return (
    <Form method="post" className="actions screen-only" aria-labelledby={`actie-${action.id}`}>
      <input type="hidden" name="do" value={does} />
      <input type="hidden" name="action" value={action.id} />
      <input type="hidden" name="version" value={action.version} />
      {children}
    </Form>
  )
}

/** What is done, declined or taken out: each with the one button that brings it back. */
export function EndedList({ actions, may, removed = false }: { actions: readonly ActionView[]; may: boolean; removed?: boolean }) {
  return (
    <ul className="plan-list">
      {actions.map(action => (
        <li key={action.id} className="plan-item">
          <div className="plan-what">
            <h3 id={`actie-${action.id}`} className="text-lg">
              <Link to={action.href}>{action.title}</Link>
            </h3>
            {action.ended.map(line => (
              <p key={line} className="plan-note">
                {line}
              </p>
            ))}
          </div>
          {may ? (
            <StateForm action={action} does={removed ? 'putBack' : 'state'}>
              {removed ? (
                <Button kind="quiet">{m.plan_put_back()}</Button>
              ) : (
                <Button kind="quiet" name="state" value="open">
                  {m.plan_reopen()}
                </Button>
              )}
            </StateForm>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
