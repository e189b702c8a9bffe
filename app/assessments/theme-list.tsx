/** The pages of a scan with what is done on each, and who fills it in; no percentages. */
import { Link } from '@remix-run/react'
import { m } from '#app/i18n/paraglide/messages.js'

/** `href` is null for somebody who may not fill it in; `who`: the names of the contributors. */
export type ThemeLine = { readonly href: string | null; readonly title: string; readonly asked: number; readonly left: number; readonly who: readonly string[]
  /** in a scan that began with the answers of last time: how many of them wait, and how many questions are new */
  readonly again: { readonly unconfirmed: number; readonly added: number } | null
}

function state({ asked, left }: ThemeLine): string {
  if (left === 0) return m.scan_state_done()
  if (left === asked) return asked === 1 ? m.scan_state_one() : m.scan_state_all({ asked })
  return left === 1 ? m.scan_state_left_one() : m.scan_state_left({ left })
}

/** What waits on a page since last time; null where nothing does. */
function sinceLastTime({ again }: ThemeLine): string | null {
  const { unconfirmed, added } = again ?? { unconfirmed: 0, added: 0 }
  const lines = [
    unconfirmed === 0 ? [] : [unconfirmed === 1 ? m.again_theme_one() : m.again_theme({ n: unconfirmed })],
    added === 0 ? [] : [added === 1 ? m.again_theme_new_one() : m.again_theme_new({ n: added })],
  ].flat()
  return lines.length === 0 ? null : lines.join(' · ')
}

/** `check` is null for somebody who may not finish the scan. */
export function ThemeList({ pages, check }: { pages: readonly ThemeLine[]; check: string | null }) {
  return (
    <ol className="theme-list">
      {pages.map(page => (
        <li key={page.title} data-done={page.left === 0 || undefined}>
          {page.href === null ? <span className="theme-title">{page.title}</span> : <Link to={page.href}>{page.title}</Link>}
          <span className="theme-state">{state(page)}</span>
          {sinceLastTime(page) === null ? null : <span className="theme-who">{sinceLastTime(page)}</span>}
          {page.who.length === 0 ? null : <span className="theme-who">{m.scan_theme_who({ names: page.who.join(', ') })}</span>}
        </li>
      ))}
      {check === null ? null : (
        <li>
          <Link to={check}>{m.scan_check_title()}</Link>
          <span className="theme-state">{m.scan_state_check()}</span>
        </li>
      )}
    </ol>
  )
}
