/** A word or two beside a value: what is special about it. */
import type { ReactNode } from 'react'

export function Mark({ children }: { children: ReactNode }) {
  return (
    <>
      {' '}
      <span className="acc-mark">· {children}</span>
    </>
  )
}
