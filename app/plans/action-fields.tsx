/** The fields of an action that the form of a new one and the page of each share: what, who and by when. */
import { m } from '#app/i18n/paraglide/messages.js'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { Select } from '#app/ui/select.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { TypedAction } from './action-form.ts'

export type ActionFieldsProps = {
  /** an own action has a title of its own */
  readonly own: boolean
  readonly value: TypedAction
  readonly errors: readonly FieldError[]
  /** the members who can be given it; empty for a guest */
  readonly owners: readonly { readonly id: string; readonly name: string }[]
}

export function ActionFields({ own, value, errors, owners }: ActionFieldsProps) {
  const error = (id: string) => errors.find(one => one.id === id)?.message
  const named = owners.length > 0
  return (
    <>
      {own ? <TextField name="title" label={m.plan_field_title()} error={error('title')} value={value.title} maxLength={200} autoComplete="off" /> : null}
      {named ? (
        <Select
          name="owner"
          label={m.plan_field_owner_member()}
          error={error('owner')}
          empty={m.plan_field_owner_none()}
          value={value.owner}
          options={owners.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <TextField
        name="ownerName"
        label={named ? m.plan_field_owner_other() : m.plan_field_owner()}
        help={named ? m.plan_field_owner_other_help() : undefined}
        optional={m.plan_optional()}
        error={error('ownerName')}
        value={value.ownerName}
        maxLength={80}
        autoComplete="off"
      />
      <TextField name="dueOn" type="date" label={m.plan_field_due()} optional={m.plan_optional()} error={error('dueOn')} value={value.dueOn} />
    </>
  )
}
