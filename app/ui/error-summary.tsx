/**
 * What must be put right, above the form, in the same words as beside the fields, with links to them.
 *
 * `<ErrorSummary title errors>`: errors are `{ id, message }`, the id that of the field; renders nothing when there are none. It takes the
 * focus when it appears or changes. The heading is an h2.
 */
import { useEffect, useRef } from 'react'

export type FieldError = { readonly id: string; readonly message: string }

export function ErrorSummary({ title, errors }: { title: string; errors: readonly FieldError[] }) {
  const box = useRef<HTMLDivElement>(null)
  const key = errors.map(error => `${error.id} ${error.message}`).join('\n')
  useEffect(() => {
    if (key) box.current?.focus()
  }, [key])
  if (errors.length === 0) return null
  return (
    <div ref={box} className="summary" tabIndex={-1} role="group" aria-labelledby="error-summary-title" id="error-summary">
      <h2 id="error-summary-title" className="text-xl">
        {title}
      </h2>
      <ul>
        {errors.map(error => (
          <li key={error.id}>
            <a href={`#${error.id}`}>{error.message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
