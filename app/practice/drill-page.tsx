/** One drill on one page: every moment with its clock and a place to write; on paper the script of whoever leads it. */
import { Form, Link } from '@remix-run/react'
import { closingSteps, openingStep } from '#app/core/drill.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { mostLines, noteField, type TypedDrill } from './drill-form.ts'
import type { DrillView, StepView } from './drill-view.ts'

export type DrillPageProps = {
  readonly about: string
  readonly view: DrillView
  readonly list: string
  readonly plan: string
  readonly version: number
  readonly value: TypedDrill
  /** the notes of somebody else, where they are not what was typed */
  readonly theirs: Readonly<Record<string, string>> | null
  readonly errors: readonly FieldError[]
  readonly saved: boolean
  /** somebody closed it before this was saved */
  readonly late: boolean
  /** may write and close; false once it is held */
  readonly open: boolean
  readonly held: { readonly text: string; readonly actions: string | null } | null
  readonly measures: readonly { readonly id: string; readonly title: string }[]
}

/** The label of a step's note. */
export function noteLabel(step: string): string {
  if (step === openingStep) return m.drill_note_opening()
  if (step === closingSteps[0]) return m.drill_went_well()
  return step === closingSteps[1] ? m.drill_went_wrong() : m.drill_note()
}

export function DrillPage(props: DrillPageProps) {
  const { about, view, list, plan, version, errors, saved, late, open, held, theirs } = props
  return (
    <div className="drill">
      <header className="flow">
        <p className="kicker">
          {about} <Link to={list}>{m.drill_to_list()}</Link>
        </p>
        <ErrorSummary title={m.scan_errors()} errors={errors} />
        {theirs === null ? null : (
          <Notice kind="danger" live title={m.drill_conflict_title()}>
            <p>{m.drill_conflict_text()}</p>
          </Notice>
        )}
        {late ? (
          <Notice kind="danger" live>
            <p>{m.drill_held_conflict()}</p>
          </Notice>
        ) : null}
        {saved ? (
          <Notice live>
            <p>{m.drill_saved()}</p>
          </Notice>
        ) : null}
        <h1>{view.title}</h1>
        {held === null ? <p className="lead">{view.lead}</p> : null}
        {held === null ? null : (
          <Notice>
            <p>{held.text}</p>
            {held.actions === null ? null : (
              <p>
                {held.actions} <a href={plan}>{m.drill_to_plan()}</a>
              </p>
            )}
          </Notice>
        )}
        {open ? <p className="small text-soft screen-only">{m.drill_print_hint()}</p> : null}
      </header>
      <Form method="post" noValidate>
        <input type="hidden" name="version" value={version} />
        <Script {...props} />
        {open ? <Close {...props} /> : null}
      </Form>
      {open ? (
        <Form method="post" className="drill-remove">
          <input type="hidden" name="do" value="remove" />
          <Button kind="link">{m.drill_remove()}</Button>
        </Form>
      ) : null}
    </div>
  )
}

function Script(props: DrillPageProps) {
  const { view } = props
  return (
    <>
      <section className="drill-step" aria-labelledby="stap-begin">
        <Clock clock={view.opening.clock} minutes={view.opening.minutes} />
        <div className="flow">
          <h2 id="stap-begin">{m.drill_opening()}</h2>
          {view.opening.texts.map(text => (
            <p key={text}>{text}</p>
          ))}
          {view.day === null ? null : (
            <blockquote className="drill-day">
              <p className="font-bold">{m.drill_day()}</p>
              <p>{view.day}</p>
            </blockquote>
          )}
          <Note {...props} step={openingStep} />
        </div>
      </section>
      {view.steps.map(step => (
        <Step key={step.id} {...props} step={step} />
      ))}
      {props.open || closingSteps.some(step => props.value.notes[step] !== undefined) ? (
        <section className="drill-step drill-last" aria-labelledby="stap-slot">
          <Clock clock={null} minutes={view.closing.minutes} />
          <div className="flow">
            <h2 id="stap-slot">{m.drill_closing()}</h2>
            {closingSteps.map(step => (
              <Note key={step} {...props} step={step} />
            ))}
            {props.open ? (
              <div className="print-only drill-pen">
                <Lines label={m.drill_pen_actions()} />
              </div>
            ) : null}
          </div>
        </section>
      ) : null}
    </>
  )
}

function Clock({ clock, minutes }: { clock: string | null; minutes: string }) {
  return (
    <p className="drill-clock">
      {clock === null ? null : (
        <>
          <span className="sr-only">{m.drill_clock_label()} </span>
          <strong>{clock}</strong>{' '}
        </>
      )}
      <span className="drill-minutes">{minutes}</span>
    </p>
  )
}

function Step({ step, ...props }: Omit<DrillPageProps, 'step'> & { step: StepView }) {
  return (
    <section className="drill-step" aria-labelledby={`stap-${step.id}`}>
      <Clock clock={step.clock} minutes={step.minutes} />
      <div className="flow">
        <h2 id={`stap-${step.id}`}>{step.heading}</h2>
        {step.texts.map(text => (
          <p key={text}>{text}</p>
        ))}
        {step.asked.map(one => (
          <div key={one.id} className="drill-asked">
            <p className="font-bold">{one.text}</p>
            <p className="small">{one.answer}</p>
            {one.find === null ? null : <p className="small text-soft">{one.find}</p>}
          </div>
        ))}
        <ul className="drill-talk">
          {step.talk.map(text => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <Note {...props} step={step.id} />
      </div>
    </section>
  )
}

function Note({ step, value, theirs, errors, open }: DrillPageProps & { step: string }) {
  const text = value.notes[step] ?? ''
  const other = theirs?.[step] ?? ''
  const id = noteField(step)
  const label = noteLabel(step)
  if (!open) return text === '' ? null : <Written label={label} text={text} />
  return (
    <>
      {theirs === null || other === text ? null : <p className="drill-theirs">{other === '' ? m.drill_theirs_empty() : m.drill_theirs({ text: other })}</p>}
      <div className="screen-only">
        <TextField name={id} label={label} lines={3} value={text} error={errors.find(one => one.id === id)?.message} />
      </div>
      <div className="print-only drill-pen">{text === '' ? <Lines label={label} /> : <Written label={label} text={text} />}</div>
    </>
  )
}

function Written({ label, text }: { label: string; text: string }) {
  return (
    <div className="drill-pen">
      <p className="font-bold">{label}</p>
      <p className="drill-note">{text}</p>
    </div>
  )
}

/** More lines than fit: paper shows as many as there is room for. */
const mostWritten = 12

function Lines({ label }: { label: string }) {
  return (
    <div className="drill-lines" aria-hidden="true">
      <p>{label}</p>
      {Array.from({ length: mostWritten }, (_, line) => (
        <div key={line} className="drill-line" />
      ))}
    </div>
  )
}

function Close({ view, value, measures, errors }: DrillPageProps) {
  const asked = view.answered
  return (
    <section className="flow drill-close screen-only" aria-labelledby="afsluiten">
      <Button kind="quiet" name="do" value="save">
        {m.drill_save()}
      </Button>
      <h2 id="afsluiten">{m.drill_close_title()}</h2>
      <p>{m.drill_close_text()}</p>
      {asked.length === 0 ? null : (
        <ChoiceGroup
          type="checkbox"
          size="label"
          name="exercised"
          legend={m.drill_exercised()}
          help={m.drill_exercised_help()}
          value={value.exercised}
          options={asked.map(({ id, text, answer }) => ({ value: id, label: text, help: answer }))}
        />
      )}
      <TextField name="actions" lines={4} label={m.drill_actions()} help={m.drill_actions_help({ n: mostLines })} value={value.actions} error={errors.find(({ id }) => id === 'actions')?.message} />
      {measures.length === 0 ? null : (
        <ChoiceGroup
          type="checkbox"
          size="label"
          name="measures"
          legend={m.drill_measures()}
          help={m.drill_measures_help()}
          value={value.measures}
          options={measures.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
      <Button name="do" value="finish">
        {m.drill_finish()}
      </Button>
    </section>
  )
}
