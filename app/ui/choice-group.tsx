/**
 * One question with options as full-width rows: radio (one) or checkbox (any number).
 *
 * `<ChoiceGroup type="radio|checkbox" name legend help? error? options value? apart? size? binding? required?>{what stands under it}</ChoiceGroup>`
 * - `options`: `{ value, label, help?, more? }`; `more` (own words beside it) is shown while the option is chosen, without JavaScript too.
 * - `value`: the chosen value, or the list of them; what it starts with.
 * - `apart`: "Weet ik niet", "Niet van toepassing", "Geen van deze", set apart by a hairline. Among checkboxes each of them excludes all
 *   others: in the browser at once, without JavaScript the server says so.
 * - `size`: "question" (large legend, the default) or "label".
 * The first input has the name as its id (or `id`), so the error summary can link to it.
 */
import { Fragment, type ChangeEvent, type ReactNode } from 'react'
import { bound, classes, type Binding } from './binding.ts'
import { describedBy, HelpAndError } from './field.tsx'

export type Choice = { readonly value: string; readonly label: ReactNode; readonly help?: ReactNode; readonly more?: ReactNode }
export type ChoiceGroupProps = {
  readonly type: 'radio' | 'checkbox'
  readonly id?: string
  readonly name: string
  readonly legend: ReactNode
  readonly help?: ReactNode
  readonly error?: ReactNode
  readonly options: readonly Choice[]
  readonly value?: string | readonly string[] | null
  readonly apart?: readonly Choice[]
  readonly size?: 'question' | 'label'
  readonly binding?: Binding
  readonly required?: boolean
  readonly children?: ReactNode
}

/** Unchecks what cannot stand beside the box that was just checked. Each unchecking is a click, so the form hears of it. */
function exclude(event: ChangeEvent<HTMLInputElement>, apart: ReadonlySet<string>) {
  const box = event.target
  if (box.type !== 'checkbox' || !box.checked) return
  const others = box.closest('fieldset')?.querySelectorAll<HTMLInputElement>(`input[type=checkbox]:checked`) ?? []
  for (const other of others) {
    if (other === box || other.name !== box.name) continue
    if (apart.has(box.value) || apart.has(other.value)) other.click()
  }
}

export function ChoiceGroup(props: ChoiceGroupProps) {
  const { type, name, legend, help, error, options, value, apart = [], size = 'question', binding, required, children } = props
  const id = props.id ?? name
  const chosen = new Set(typeof value === 'string' ? [value] : (value ?? []))
  const apartValues = new Set(apart.map(choice => choice.value))
  const { onChange, ...rest } = bound(binding)
  const row = (choice: Choice, first: boolean) => {
    const helpId = choice.help ? `${id}-${choice.value}-help` : undefined
    return (
      <Fragment key={choice.value}>
        <label className="choice">
          <input
            {...rest}
            id={first ? id : undefined}
            type={type}
            name={name}
            value={choice.value}
            defaultChecked={chosen.has(choice.value)}
            required={type === 'radio' ? required : undefined}
            aria-describedby={helpId}
            onChange={event => {
              exclude(event, apartValues)
              onChange?.(event as Parameters<typeof onChange>[0])
            }}
          />
          <span className="choice-label">{choice.label}</span>
          {choice.help ? (
            <span className="choice-help" id={helpId}>
              {choice.help}
            </span>
          ) : null}
        </label>
        {choice.more ? <div className="choice-more">{choice.more}</div> : null}
      </Fragment>
    )
  }
  return (
    <fieldset className="choices" aria-describedby={describedBy(id, help, error)}>
      <legend className={classes('label', size === 'question' && 'question')}>{legend}</legend>
      <HelpAndError id={id} help={help} error={error} />
      <div className="choice-list">{options.map((choice, index) => row(choice, index === 0))}</div>
      {apart.length > 0 ? <div className="apart">{apart.map((choice, index) => row(choice, options.length === 0 && index === 0))}</div> : null}
      {children}
    </fieldset>
  )
}
