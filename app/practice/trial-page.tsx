/** One trial hour: its list to tick, its diary entry, moving and cancelling, and from its start on what came out. */
import { Form, Link } from '@remix-run/react'
import { m } from '#app/i18n/paraglide/messages.js'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TrialFields } from './trial-fields.tsx'
import type { TypedOutcome, TypedTrial } from './trial-form.ts'
import { NeverOff, TickList } from './trial-list.tsx'
import { AskOutcome, ToldOutcome } from './trial-outcome.tsx'
import type { TrialQuestion } from './trial-questions.ts'
import type { ListView, OutcomeView, TrialState } from './trial-view.ts'

/** What the form that was refused held, and what is wrong with it. */
export type TrialRefused = {
  readonly errors: readonly FieldError[]
  readonly fields: TypedTrial | null
  readonly ticked: readonly string[] | null
  readonly outcome: { readonly typed: TypedOutcome; readonly note: string } | null
}
/** What somebody else saved in the meantime, line by line. */
export type TrialConflict = { readonly lines: readonly string[] }

export type TrialPageProps = {
  readonly about: string
  readonly back: string
  readonly report: string
  readonly heading: string
  readonly lead: string
  readonly state: TrialState
  readonly may: boolean
  readonly version: number
  readonly list: ListView
  readonly ticked: readonly string[]
  readonly fields: TypedTrial
  readonly ics: string
  readonly basis: string
  readonly questions: readonly TrialQuestion[]
  readonly outcome: readonly OutcomeView[]
  readonly note: string | null
  readonly next: string | null
  readonly said: { readonly text: string; readonly undo: 'putBack' | null } | null
  readonly refused: TrialRefused | null
  readonly conflict: TrialConflict | null
}

export function TrialPage(props: TrialPageProps) {
  const { about, back, report, heading, lead, state, may, list, fields, ics, basis, outcome, note, next, refused, conflict } = props
  const open = may && state !== 'held'
  return (
    <div className="trial parts">
      <header className="flow">
        <p className="kicker screen-only">
          {about} <Link to={back}>{m.trial_back()}</Link> <a href={report}>{m.trial_report()}</a>
        </p>
        {refused === null ? null : <ErrorSummary title={m.scan_errors()} errors={refused.errors} />}
        {conflict === null ? null : <Conflict {...conflict} />}
        <Told {...props} />
        <h1>{heading}</h1>
        <p className="lead">{lead}</p>
        {state === 'planned' || state === 'cancelled' ? (
          <div className="actions screen-only">
            <ButtonLink kind={state === 'planned' ? 'primary' : 'quiet'} href={ics}>
              {state === 'cancelled' ? m.trial_ics_cancelled() : m.trial_ics()}
            </ButtonLink>
          </div>
        ) : null}
        {state === 'planned' ? <p className="small text-soft screen-only">{m.trial_print()}</p> : null}
      </header>
      {state === 'begun' && may ? (
        <AskOutcome questions={props.questions} typed={refused?.outcome?.typed ?? {}} note={refused?.outcome?.note ?? ''} errors={refused?.errors ?? []} />
      ) : null}
      {state === 'held' ? <ToldOutcome outcome={outcome} note={note} next={next} /> : null}
      <NeverOff list={list} keepOn={fields.keepOn || null} basis={basis} />
      {fields.tell === '' ? null : (
        <section className="flow keep" aria-labelledby="vertellen">
          <h2 id="vertellen">{m.trial_tell()}</h2>
          <p className="pre-line">{fields.tell}</p>
        </section>
      )}
      <Ticks {...props} open={open} />
      {open && state !== 'cancelled' ? <Change {...props} /> : null}
      {open && state === 'cancelled' ? <OneButton version={props.version} what="putBack" label={m.trial_put_back()} /> : null}
    </div>
  )
}

/** What was just done, with the way back where there is one. */
function Told({ said, may, version }: TrialPageProps) {
  if (said === null) return null
  return (
    <div className="screen-only">
      <Notice live>
        <p>{said.text}</p>
        {said.undo === null || !may ? null : <OneButton version={version} what={said.undo} label={m.trial_undo()} kind="link" />}
      </Notice>
    </div>
  )
}

function Conflict({ lines }: TrialConflict) {
  return (
    <Notice kind="danger" live title={m.trial_conflict()}>
      <p>{m.trial_conflict_text()}</p>
      <ul>
        {lines.map(line => (
          <li key={line} className="pre-line">
            {line}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function OneButton({ version, what, label, kind = 'quiet' }: { version: number; what: string; label: string; kind?: 'quiet' | 'link' | 'danger' }) {
  return (
    <Form method="post" className="screen-only">
      <input type="hidden" name="do" value={what} />
      <input type="hidden" name="version" value={version} />
      <Button kind={kind}>{label}</Button>
    </Form>
  )
}

function Ticks({ list, ticked, version, refused, open }: TrialPageProps & { open: boolean }) {
  return (
    <section className="flow" aria-labelledby="lijst">
      <h2 id="lijst">{m.trial_list()}</h2>
      <Form method="post" className="flow">
        <input type="hidden" name="do" value="tick" />
        <input type="hidden" name="version" value={version} />
        <TickList list={list} ticked={refused?.ticked ?? ticked} may={open} />
        {open ? (
          <div className="actions">
            <Button kind="quiet">{m.trial_tick()}</Button>
          </div>
        ) : null}
      </Form>
    </section>
  )
}

function Change({ fields, version, refused }: TrialPageProps) {
  const typed = refused?.fields ?? null
  return (
    <section className="flow screen-only" aria-labelledby="veranderen">
      <h2 id="veranderen">{m.trial_change_title()}</h2>
      <Disclosure summary={m.trial_move()} open={typed !== null}>
        <Form method="post" noValidate className="flow">
          <input type="hidden" name="do" value="move" />
          <input type="hidden" name="version" value={version} />
          <TrialFields value={typed ?? fields} errors={refused?.errors ?? []} />
          <Button>{m.trial_move_save()}</Button>
        </Form>
      </Disclosure>
      <OneButton version={version} what="cancel" label={m.trial_cancel()} />
    </section>
  )
}
