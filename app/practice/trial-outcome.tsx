/** After a trial hour: asks per answer whether it was right, and later says what came out. */
import { Form } from '@remix-run/react'
import { m } from '#app/i18n/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { Select } from '#app/ui/select.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { outcomeFields, type TypedOutcome } from './trial-form.ts'
import type { TrialQuestion } from './trial-questions.ts'
import type { OutcomeView } from './trial-view.ts'

export type AskOutcomeProps = {
  readonly questions: readonly TrialQuestion[]
  readonly typed: TypedOutcome
  readonly note: string
  readonly errors: readonly FieldError[]
}

export function AskOutcome({ questions, typed, note, errors }: AskOutcomeProps) {
  const error = (id: string) => errors.find(one => one.id === id)?.message
  return (
    <section className="flow screen-only" aria-labelledby="klopte">
      <h2 id="klopte">{m.trial_ask_title()}</h2>
      <p>{questions.length === 0 ? m.trial_ask_nothing() : m.trial_ask_lead()}</p>
      <Form method="post" noValidate className="flow">
        <input type="hidden" name="do" value="hold" />
        {questions.map(({ id, text, answer, options }) => (
          <div key={id} className="trial-question">
            <ChoiceGroup
              type="radio"
              id={outcomeFields.was(id)}
              name={outcomeFields.was(id)}
              legend={text}
              help={answer === null ? m.trial_ask_unknown() : m.trial_ask_answer({ answer })}
              error={error(outcomeFields.was(id))}
              value={typed[id]?.was ?? null}
              options={[
                ...(answer === null ? [] : [{ value: 'right', label: m.trial_ask_right() }]),
                {
                  value: 'other',
                  label: answer === null ? m.trial_ask_known() : m.trial_ask_other(),
                  more: (
                    <Select
                      name={outcomeFields.really(id)}
                      label={m.trial_ask_really()}
                      error={error(outcomeFields.really(id))}
                      empty={m.trial_ask_choose()}
                      value={typed[id]?.really ?? ''}
                      options={options.map(option => ({ value: option.id, label: option.label }))}
                    />
                  ),
                },
              ]}
              apart={[{ value: 'skip', label: m.trial_ask_skip() }]}
            />
          </div>
        ))}
        <TextField name="note" lines={4} label={m.trial_note()} help={m.trial_note_help()} optional={m.trial_optional()} error={error('note')} value={note} />
        <p>{m.trial_hold_what()}</p>
        <div className="actions">
          <Button>{m.trial_hold()}</Button>
        </div>
      </Form>
    </section>
  )
}

function toldOf(was: string | null, really: string | null): string {
  if (was === null) return m.trial_told_known({ now: really ?? '' })
  return really === null ? m.trial_told_right({ answer: was }) : m.trial_told_changed({ was, now: really })
}

/** `next`: the open new scan that holds what was put right; null where there is none, or no longer. */
export function ToldOutcome({ outcome, note, next }: { readonly outcome: readonly OutcomeView[]; readonly note: string | null; readonly next: string | null }) {
  const changed = outcome.some(one => one.really !== null)
  return (
    <section className="flow" aria-labelledby="uitkomst">
      <h2 id="uitkomst">{m.trial_told_title()}</h2>
      {outcome.length === 0 ? <p>{m.trial_told_nothing()}</p> : null}
      <ul className="trial-told">
        {outcome.map(({ id, text, was, really }) => (
          <li key={id}>
            <p className="font-bold">{text}</p>
            <p>{toldOf(was, really)}</p>
          </li>
        ))}
      </ul>
      {changed ? (
        <p>
          {m.trial_told_new()} {next === null ? null : <a href={next}>{m.trial_told_new_link()}</a>}
        </p>
      ) : null}
      {note === null ? null : (
        <>
          <h3>{m.trial_told_note()}</h3>
          <p className="pre-line">{note}</p>
        </>
      )}
    </section>
  )
}
