/**
 * Something taken out of the flow of a page: a note, a warning, a message after an action; also what an empty list and an error page say.
 *
 * `<Notice kind="note|time|danger" title? live?>…</Notice>`: `live` announces it (use it for what appears after an action).
 * `<Empty title action?>…</Empty>`: what one sees where nothing is yet, and what to do about it.
 * `<ErrorState code? title action?>…</ErrorState>`: a page that failed; the title is the h1 and `code` the number one may quote.
 */
import type { ReactNode } from 'react'
import { classes } from './binding.ts'

export function Notice({ kind = 'note', title, live, children }: { kind?: 'note' | 'time' | 'danger'; title?: ReactNode; live?: boolean; children?: ReactNode }) {
  return (
    <div className={classes('notice', kind !== 'note' && `notice-${kind}`)} role={live ? (kind === 'danger' ? 'alert' : 'status') : undefined}>
      {title ? <p className="font-bold">{title}</p> : null}
      {children}
    </div>
  )
}

export function Empty({ title, action, children }: { title: ReactNode; action?: ReactNode; children?: ReactNode }) {
  return (
    <div className="flow border-y border-rule py-8">
      <p className="text-xl font-bold">{title}</p>
      {children}
      {action ? <div className="actions">{action}</div> : null}
    </div>
  )
}

export function ErrorState({ code, title, action, children }: { code?: ReactNode; title: ReactNode; action?: ReactNode; children?: ReactNode }) {
  return (
    <div className="flow">
      <h1>{title}</h1>
      {children}
      {code ? <p className="small text-soft">{code}</p> : null}
      {action ? <div className="actions pt-4">{action}</div> : null}
    </div>
  )
}
