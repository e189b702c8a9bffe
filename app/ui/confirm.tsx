/**
 * Asking once more before something is gone for good: a native dialog; without JavaScript the link leads to a page that asks the same.
 *
 * `<Confirm href label title cancel kind?>{the form that does it, with its danger button}</Confirm>`
 * - `href`: the confirming page. `label`: on the link. `title`, `cancel`: in the dialog; the children are its text and its form.
 */
import { useId, useRef, type ReactNode } from 'react'
import { buttonClass, type ButtonKind } from './button.tsx'

export type ConfirmProps = {
  readonly href: string
  readonly label: string
  readonly title: string
  readonly cancel: string
  readonly kind?: ButtonKind
  readonly children: ReactNode
}

export function Confirm({ href, label, title, cancel, kind = 'danger', children }: ConfirmProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  return (
    <>
      <a
        className={buttonClass(kind)}
        href={href}
        onClick={event => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || !dialog.current?.showModal) return
          event.preventDefault()
          dialog.current.showModal()
        }}
      >
        {label}
      </a>
      <dialog ref={dialog} className="dialog" aria-labelledby={id}>
        <div className="flow">
          <h2 id={id} className="text-xl">
            {title}
          </h2>
          {children}
          <div>
            <button type="button" className={buttonClass('quiet')} onClick={() => dialog.current?.close()}>
              {cancel}
            </button>
          </div>
        </div>
      </dialog>
    </>
  )
}
