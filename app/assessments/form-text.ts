/** Reads a text field of a posted form. */

/** The field's text as it was typed; empty where the field is missing or is a file. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
