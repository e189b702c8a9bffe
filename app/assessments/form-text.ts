/** Reads a text field of a posted form. */

/** The field's text as it was typed; empty where the field is missing or is a file. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** The form that was posted. Throws a 400 where the body is none. */
export async function readForm(request: Request): Promise<FormData> {
  return await request.formData().catch(() => {
    throw new Response(null, { status: 400 })
  })
}
