/** The plan of a company or a site: what is left to do, in order, and the form for something of one's own. */
import { Form, Link } from '@remix-run/react'
import { m } from '#app/i18n/paraglide/messages.js'
import { Button, buttonClass } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { ActionFields, type ActionFieldsProps } from './action-fields.tsx'
import type { TypedAction } from './action-form.ts'
import { AnswersAfter, type AnswersAfterView } from './answers-after.tsx'
import { EndedList, ToDoList } from './plan-list.tsx'
import type { PlanView } from './plan-view.ts'

export type PlanLink = { readonly href: string; readonly label: string; readonly current: boolean }
/** What was just done, and the fields of the form that undoes it. */
export type Said = {
  readonly text: string
  readonly undo: Readonly<Record<string, string>> | null
  readonly answers: { readonly view: AnswersAfterView; readonly action: string; readonly version: number } | null
}

export type PlanPageProps = {
  readonly about: string
  readonly view: PlanView
  readonly may: boolean
  readonly report: string
  readonly choose: string
  /** where a diary is given the plan */
  readonly calendar: string
  readonly orders: readonly PlanLink[]
  readonly free: { readonly href: string; readonly on: boolean }
  readonly owners: ActionFieldsProps['owners']
  readonly once: string
  readonly said: Said | null
  readonly refused: { readonly errors: readonly FieldError[]; readonly typed: TypedAction } | null
  /** the title of what somebody else changed in the meantime */
  readonly conflict: string | null
}

const nothing: TypedAction = { title: '', owner: '', ownerName: '', dueOn: '', note: '', reason: '' }

export function PlanPage(props: PlanPageProps) {
  const { about, view, may, report, choose, calendar, said, refused, conflict } = props
  return (
    <div className="plan parts">
      <header className="flow">
        <p className="kicker">
          {about} <a href={report}>{m.plan_back()}</a>
        </p>
        {refused === null ? null : <ErrorSummary title={m.scan_errors()} errors={refused.errors} />}
        {conflict === null ? null : (
          <Notice kind="danger" live title={m.plan_conflict_title({ title: conflict })}>
            <p>{m.plan_conflict_text()}</p>
          </Notice>
        )}
        {said === null ? null : <SaidNotice said={said} may={may} />}
        <h1>{view.heading}</h1>
        <p className="lead">{view.lead}</p>
        <div className="actions">
          {may ? (
            <>
              <Link to={choose} className={buttonClass(view.empty ? 'primary' : 'quiet')}>
                {m.plan_choose()}
              </Link>
              <a href="#opschrijven">{m.plan_to_add()}</a>
            </>
          ) : null}
          {view.empty ? null : <Link to={calendar}>{m.plan_to_calendar()}</Link>}
        </div>
      </header>
      {view.empty ? null : <ToDo {...props} />}
      {may ? <Add {...props} /> : null}
    </div>
  )
}

function SaidNotice({ said, may }: { said: Said; may: boolean }) {
  return (
    <>
      <Notice live>
        <p>{said.text}</p>
        {said.undo === null || !may ? null : (
          <Form method="post">
            {Object.entries(said.undo).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <Button kind="link">{m.plan_undo()}</Button>
          </Form>
        )}
      </Notice>
      {said.answers === null ? null : <AnswersAfter {...said.answers} id="antwoord" />}
    </>
  )
}

function ToDo({ view, orders, free, may }: PlanPageProps) {
  return (
    <section className="flow" aria-labelledby="te-doen">
      <h2 id="te-doen" className="sr-only">
        {m.plan_list()}
      </h2>
      <nav className="plan-ways screen-only" aria-label={m.plan_order()}>
        <ul>
          {orders.map(({ href, label, current }) => (
            <li key={href}>
              <Link to={href} aria-current={current ? 'true' : undefined}>
                {label}
              </Link>
            </li>
          ))}
          <li className="plan-free">
            <Link to={free.href}>{free.on ? m.plan_free_all() : m.plan_free_only()}</Link>
          </li>
        </ul>
      </nav>
      {free.on && view.toDo.length === 0 ? <p>{m.plan_free_none()}</p> : null}
      {view.leftOut === null ? null : <p className="small text-soft">{view.leftOut}</p>}
      <ToDoList actions={view.toDo} may={may} />
      {view.ended === null ? null : (
        <Disclosure summary={view.ended.heading}>
          <EndedList actions={view.ended.actions} may={may} />
        </Disclosure>
      )}
      {view.removed === null ? null : (
        <Disclosure summary={view.removed.heading}>
          <EndedList actions={view.removed.actions} may={may} removed />
        </Disclosure>
      )}
    </section>
  )
}

function Add({ owners, once, refused }: PlanPageProps) {
  return (
    <section className="flow screen-only" aria-labelledby="opschrijven">
      <h2 id="opschrijven">{m.plan_add_title()}</h2>
      <Form method="post" noValidate className="flow">
        <input type="hidden" name="do" value="add" />
        <input type="hidden" name="once" value={once} />
        <ActionFields own value={refused?.typed ?? nothing} errors={refused?.errors ?? []} owners={owners} />
        <Button>{m.plan_add()}</Button>
      </Form>
    </section>
  )
}
