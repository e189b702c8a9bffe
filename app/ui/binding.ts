/** What ties an input to a form in the browser: exactly what react-hook-form's `register(name)` returns fits here. */
import type { ChangeEventHandler, FocusEventHandler, RefCallback } from 'react'

export type Binding = {
  readonly onChange?: ChangeEventHandler<HTMLInputElement & HTMLSelectElement & HTMLTextAreaElement>
  readonly onBlur?: FocusEventHandler<HTMLElement>
  readonly ref?: RefCallback<HTMLElement>
}

/** The three handlers and nothing else, so that a `register` result cannot overwrite name or value. */
export function bound(binding: Binding | undefined): Binding {
  if (!binding) return {}
  return { onChange: binding.onChange, onBlur: binding.onBlur, ref: binding.ref }
}

/** Joins class names; leaves out what is false. */
export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
