/** The pages of a scan with what is done on each; no percentages. */
import { Link } from '@remix-run/react'
import { m } from '#app/i18n/paraglide/messages.js'

export type ThemeLine = { readonly href: string; readonly title: string; readonly asked: number; readonly left: number }

function state({ asked, left }: ThemeLine): string {
  if (left === 0) return m.scan_state_done()
  if (left === asked) return asked === 1 ? m.scan_state_one() : m.scan_state_all({ asked })
  return left === 1 ? m.scan_state_left_one() : m.scan_state_left({ left })
}

export function ThemeList({ pages, check }: { pages: readonly ThemeLine[]; check: string }) {
  return (
    <ol className="theme-list">
      {pages.map(page => (
        <li key={page.href} data-done={page.left === 0 || undefined}>
          <Link to={page.href}>{page.title}</Link>
          <span className="theme-state">{state(page)}</span>
        </li>
      ))}
      <li>
        <Link to={check}>{m.scan_check_title()}</Link>
        <span className="theme-state">{m.scan_state_check()}</span>
      </li>
    </ol>
  )
}
