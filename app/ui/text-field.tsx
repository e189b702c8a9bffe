/**
 * A line or a block of text.
 *
 * `<TextField id? name label help? error? optional? value? type? lines? binding? …>`: `value` is what it starts with; `lines` > 1 makes a
 * block; `id` is `name` unless given; any other input attribute (autoComplete, inputMode, maxLength, required) goes along.
 */
import type { InputHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { bound, type Binding } from './binding.ts'
import { Field, type FieldWords } from './field.tsx'

type Rest = Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'defaultValue' | 'id' | 'name' | 'className' | 'onChange' | 'onBlur'>
export type TextFieldProps = Omit<FieldWords, 'id'> &
  Rest & { readonly id?: string; readonly name: string; readonly value?: string; readonly lines?: number; readonly binding?: Binding }

export function TextField({ id, name, label, help, error, optional, value, lines = 1, binding, type = 'text', ...rest }: TextFieldProps) {
  return (
    <Field id={id ?? name} label={label} help={help} error={error} optional={optional}>
      {attributes =>
        lines > 1 ? (
          <textarea {...attributes} {...(rest as TextareaHTMLAttributes<HTMLTextAreaElement>)} {...bound(binding)} name={name} rows={lines} defaultValue={value} />
        ) : (
          <input {...attributes} {...rest} {...bound(binding)} name={name} type={type} defaultValue={value} />
        )
      }
    </Field>
  )
}
