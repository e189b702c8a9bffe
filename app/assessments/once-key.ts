/** The key that comes with every form that creates something, so that a double click or a resend has one effect. */

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The form's once-key (field `once`), or null where it has none that we could have made. */
export function onceKeyFrom(form: FormData): string | null {
  const key = form.get('once')
  return typeof key === 'string' && pattern.test(key) ? key : null
}
