/**
 * One of many, as a native select.
 *
 * `<Select id? name label help? error? optional? options value? empty? binding?>`: options are `{ value, label }` or a group
 * `{ label, options }`; `empty` is the first line that chooses nothing ("Kies …").
 */
import { bound, type Binding } from './binding.ts'
import { Field, type FieldWords } from './field.tsx'

export type SelectOption = { readonly value: string; readonly label: string }
export type SelectGroup = { readonly label: string; readonly options: readonly SelectOption[] }
export type SelectProps = Omit<FieldWords, 'id'> & {
  readonly id?: string
  readonly name: string
  readonly options: readonly (SelectOption | SelectGroup)[]
  readonly value?: string
  readonly empty?: string
  readonly binding?: Binding
  readonly required?: boolean
  readonly autoComplete?: string
}

export function Select({ id, name, label, help, error, optional, options, value, empty, binding, required, autoComplete }: SelectProps) {
  return (
    <Field id={id ?? name} label={label} help={help} error={error} optional={optional}>
      {attributes => (
        <span className="select">
          <select {...attributes} {...bound(binding)} name={name} defaultValue={value ?? (empty === undefined ? undefined : '')} required={required} autoComplete={autoComplete}>
            {empty === undefined ? null : <option value="">{empty}</option>}
            {options.map(option =>
              'options' in option ? (
                <optgroup key={option.label} label={option.label}>
                  {option.options.map(one => (
                    <option key={one.value} value={one.value}>
                      {one.label}
                    </option>
                  ))}
                </optgroup>
              ) : (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ),
            )}
          </select>
        </span>
      )}
    </Field>
  )
}
