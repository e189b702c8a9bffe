/** The fields of a trial hour that planning and moving share: when it is, what stays on, who is told. */
import { m } from '#app/i18n/paraglide/messages.js'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { TypedTrial } from './trial-form.ts'

export function TrialFields({ value, errors }: { readonly value: TypedTrial; readonly errors: readonly FieldError[] }) {
  const error = (id: string) => errors.find(one => one.id === id)?.message
  return (
    <>
      <div className="trial-when">
        <TextField name="day" type="date" label={m.trial_day()} error={error('day')} value={value.day} required />
        <TextField name="time" type="time" label={m.trial_time()} error={error('time')} value={value.time} required />
      </div>
      <TextField name="keepOn" lines={3} label={m.trial_keep_on()} help={m.trial_keep_on_help()} optional={m.trial_optional()} error={error('keepOn')} value={value.keepOn} />
      <TextField name="tell" lines={3} label={m.trial_tell()} help={m.trial_tell_help()} optional={m.trial_optional()} error={error('tell')} value={value.tell} />
    </>
  )
}
