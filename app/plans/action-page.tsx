/** One action of a plan: how to go about it, who does it and when, how it is going, and what it did to the answers. */
import { Form } from '@remix-run/react'
import { isToDo } from '#app/core/actions.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { ActionFields, type ActionFieldsProps } from './action-fields.tsx'
import { carried, type TypedAction } from './action-form.ts'
import { AnswersAfter, type AnswersAfterView } from './answers-after.tsx'
import type { Said } from './plan-page.tsx'
import type { ActionView, MeasureWords } from './plan-view.ts'

/** What stands there now where somebody else saved first, field by field; `of`: whether a form was refused, or what was to be put back. */
export type Conflict = { readonly of: 'button' | 'change' | 'undo'; readonly theirs: readonly { readonly label: string; readonly text: string }[] }

export type ActionPageProps = {
  readonly about: string
  readonly plan: string
  /** the address of this page */
  readonly here: string
  readonly action: ActionView
  readonly measure: MeasureWords | null
  /** the action as a file for a diary; null where it has no date */
  readonly ics: string | null
  readonly removed: boolean
  readonly since: string
  readonly may: boolean
  readonly owners: ActionFieldsProps['owners']
  /** what the form holds, and what stands there as it is made */
  readonly value: TypedAction
  readonly before: TypedAction
  readonly answers: AnswersAfterView | null
  readonly said: Said | null
  readonly errors: readonly FieldError[]
  readonly conflict: Conflict | null
  readonly otherAnswers: boolean
}

export function ActionPage(props: ActionPageProps) {
  const { about, plan, here, ics, action, measure, removed, may, answers, said, errors, otherAnswers } = props
  return (
    <div className="plan plan-one parts">
      <header className="flow">
        <p className="kicker">
          {about} <a href={plan}>{m.plan_to_plan()}</a>
        </p>
        <ErrorSummary title={m.scan_errors()} errors={errors} />
        <Conflicting {...props} />
        {otherAnswers ? (
          <Notice kind="danger" live>
            <p>{m.plan_answers_other()}</p>
          </Notice>
        ) : null}
        {said === null ? null : (
          <Notice live>
            <p>{said.text}</p>
            {said.undo === null || !may ? null : <ButtonForm here={here} fields={said.undo} label={m.plan_undo()} kind="link" />}
          </Notice>
        )}
        <h1>{action.title}</h1>
        {removed ? <p className="lead">{m.plan_is_removed()}</p> : null}
        {measure?.description == null ? null : <p className="lead">{measure.description}</p>}
        <p className="plan-meta">
          <span className="plan-state">{action.stateWords}</span>
          {action.owner === null ? null : <span>{m.plan_who({ name: action.owner })}</span>}
          {action.when === null ? null : <span className={action.due === 'overdue' ? 'plan-late' : undefined}>{action.when}</span>}
        </p>
        {action.ended.map(line => (
          <p key={line} className="plan-note">
            {line}
          </p>
        ))}
        {may ? null : action.note === null ? null : <p className="plan-note">{action.note}</p>}
        {ics === null || removed ? null : (
          <p>
            <a href={ics}>{m.plan_action_ics()}</a>
          </p>
        )}
        {may && !removed ? <StateButtons action={action} /> : null}
        {answers === null || removed ? null : <AnswersAfter view={answers} action={may ? here : null} version={action.version} id="antwoord" />}
      </header>
      {measure === null ? null : <HowTo measure={measure} action={action} />}
      {!may ? null : removed ? (
        <ButtonForm here={here} fields={{ do: 'putBack', version: String(action.version) }} label={m.plan_put_back()} />
      ) : (
        <Edit {...props} />
      )}
    </div>
  )
}

function Conflicting({ action, conflict, removed }: ActionPageProps) {
  if (conflict === null) return null
  const undo = conflict.of === 'undo'
  return (
    <Notice kind="danger" live title={m.plan_conflict_title({ title: action.title })}>
      <p>{conflict.of === 'button' ? m.plan_conflict_text() : undo ? m.plan_conflict_undo() : m.plan_conflict_form()}</p>
      {conflict.of === 'button' ? null : (
        <>
          <dl className="plan-theirs">
            {conflict.theirs.map(({ label, text }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd className="plan-note">{text}</dd>
              </div>
            ))}
          </dl>
          {removed ? null : <p>{undo ? m.plan_conflict_undo_again() : m.plan_conflict_again()}</p>}
        </>
      )}
    </Notice>
  )
}

function HiddenFields({ fields }: { fields: Readonly<Record<string, string>> }) {
  return Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}

function ButtonForm({ here, fields, label, kind = 'quiet' }: { here: string; fields: Readonly<Record<string, string>>; label: string; kind?: 'quiet' | 'link' }) {
  return (
    <Form method="post" action={here}>
      <HiddenFields fields={fields} />
      <Button kind={kind}>{label}</Button>
    </Form>
  )
}

function StateButtons({ action }: { action: ActionView }) {
  return (
    <Form method="post" className="actions screen-only">
      <input type="hidden" name="do" value="state" />
      <input type="hidden" name="version" value={action.version} />
      {isToDo(action.state) ? (
        <>
          <Button name="state" value="done">
            {m.plan_finish()}
          </Button>
          {action.state === 'open' ? (
            <Button kind="quiet" name="state" value="busy">
              {m.plan_begin()}
            </Button>
          ) : null}
        </>
      ) : null}
      {action.state === 'open' ? null : (
        <Button kind="quiet" name="state" value="open">
          {m.plan_reopen()}
        </Button>
      )}
    </Form>
  )
}

function HowTo({ measure, action }: { measure: MeasureWords; action: ActionView }) {
  return (
    <section className="flow" aria-labelledby="aanpak">
      <h2 id="aanpak">{m.plan_how()}</h2>
      <p>
        <strong>{m.report_first_step()}:</strong> {measure.firstStep}
        {measure.call === null ? null : ` ${m.report_call({ who: measure.call })}`}
      </p>
      <p className="text-soft">
        {measure.minutes} · {measure.effort} · {measure.cost}
      </p>
      {action.wins.length === 0 ? null : (
        <p>
          <strong>{m.plan_wins_title()}</strong> {action.wins.join(' · ')}
        </p>
      )}
      {measure.sources.length === 0 ? null : (
        <Disclosure summary={m.plan_sources()}>
          <ul className="prose">
            {measure.sources.map(({ title, url }) => (
              <li key={title}>{url === null ? title : <a href={url}>{title}</a>}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  )
}

function Edit({ here, action, value, before, errors, owners }: ActionPageProps) {
  const error = (id: string) => errors.find(one => one.id === id)?.message
  return (
    <>
      <section className="flow screen-only" aria-labelledby="afspraak">
        <h2 id="afspraak">{m.plan_arrange()}</h2>
        <Form method="post" action={here} noValidate className="flow">
          <HiddenFields fields={{ do: 'change', version: String(action.version), ...carried(before) }} />
          <ActionFields own={action.own} value={value} errors={errors} owners={owners} />
          <TextField name="note" label={m.plan_field_note()} optional={m.plan_optional()} error={error('note')} value={value.note} lines={4} maxLength={4000} />
          <Button>{m.plan_save()}</Button>
        </Form>
      </section>
      <section className="flow screen-only" aria-labelledby="niet">
        {action.state === 'declined' ? null : (
          <>
            <h2 id="niet">{m.plan_decline_title()}</h2>
            <Form method="post" noValidate className="flow">
              <input type="hidden" name="do" value="state" />
              <input type="hidden" name="state" value="declined" />
              <input type="hidden" name="version" value={action.version} />
              <TextField name="reason" label={m.plan_decline_reason()} help={m.plan_decline_help()} error={error('reason')} value={value.reason} lines={2} maxLength={4000} />
              <Button kind="quiet">{m.plan_decline()}</Button>
            </Form>
          </>
        )}
        <h2 id={action.state === 'declined' ? 'niet' : undefined}>{m.plan_remove_title()}</h2>
        <p>{m.plan_remove_text()}</p>
        <ButtonForm here={here} fields={{ do: 'remove', version: String(action.version) }} label={m.plan_remove()} />
      </section>
    </>
  )
}
