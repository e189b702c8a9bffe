/**
 * One field: label above, help under it, the error in place, then the control.
 *
 * `<Field id label help? error? optional?>{(attributes) => <input {...attributes} />}</Field>`: `attributes` are id, aria-describedby,
 * aria-invalid and class. Ready-made controls stand in text-field.tsx and select.tsx. The id is what the error summary links to.
 */
import type { ReactNode } from 'react'

export type FieldWords = {
  /** unique on the page; the error summary links to it */
  readonly id: string
  readonly label: ReactNode
  readonly help?: ReactNode
  readonly error?: ReactNode
  /** "(hoeft niet)" behind the label */
  readonly optional?: string
}
export type ControlAttributes = {
  readonly id: string
  readonly className: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

/** The ids of help and error, as aria-describedby wants them. */
export function describedBy(id: string, help: ReactNode, error: ReactNode, other?: string): string | undefined {
  return [help ? `${id}-help` : '', error ? `${id}-error` : '', other ?? ''].filter(Boolean).join(' ') || undefined
}

export function HelpAndError({ id, help, error }: { id: string; help?: ReactNode; error?: ReactNode }) {
  return (
    <>
      {help ? (
        <div id={`${id}-help`} className="help">
          {help}
        </div>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="error">
          <span>{error}</span>
        </p>
      ) : null}
    </>
  )
}

export function Field({ id, label, help, error, optional, children }: FieldWords & { children: (attributes: ControlAttributes) => ReactNode }) {
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
        {optional ? <span className="font-normal text-soft"> {optional}</span> : null}
      </label>
      <HelpAndError id={id} help={help} error={error} />
      {children({ id, className: 'input', 'aria-describedby': describedBy(id, help, error), 'aria-invalid': error ? true : undefined })}
    </div>
  )
}
