/** The scans that this browser may open. */
import { Link } from '@remix-run/react'
import { date } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'

export type ScanLine = {
  readonly id: string
  readonly href: string
  readonly sector: string
  readonly mode: 'quick' | 'full'
  readonly begun: number
  readonly finished: number | null
}

export function ScanList({ scans }: { scans: readonly ScanLine[] }) {
  return (
    <section className="flow">
      <h2>{m.scan_list_title()}</h2>
      <ul className="scan-list">
        {scans.map(scan => (
          <li key={scan.id}>
            <Link to={scan.href}>
              {scan.sector} · {scan.mode === 'quick' ? m.scan_mode_quick() : m.scan_mode_full()}
            </Link>
            <span className="text-soft">
              {scan.finished === null ? m.scan_list_open({ date: date(scan.begun) }) : m.scan_list_finished({ date: date(scan.finished) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
