/** The scans of a company as its members see them: not finished, finished, archived, deleted. */
import { m } from '#app/i18n/paraglide/messages.js'
import type { Level as LevelNumber } from '#app/core/result.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Level } from '#app/ui/level.tsx'
import { Empty, Notice } from '#app/ui/notice.tsx'

/** One scan: every text in the language of the page. */
export type CompanyScanLine = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly when: string
  readonly state: 'open' | 'finished' | 'archived' | 'removed'
  /** null while it is not finished, and for who may not see reports */
  readonly headline: { readonly level: { readonly number: LevelNumber; readonly name: string } | null; readonly finding: string | null } | null
  /** what makes it the one that counts; null for every other */
  readonly counts: 'chosen' | 'newest' | null
  /** the themes that are this member's; null for who sees all of them */
  readonly themes: readonly string[] | null
  /** where it opens; null for a deleted one */
  readonly open: { readonly href: string; readonly to: 'goOn' | 'look' | 'report' } | null
  readonly manage: string | null
  /** where "Zet terug" is posted; null where that cannot be, or is not for this member */
  readonly putBack: string | null
}

const openWords = {
  goOn: [() => m.scans_go_on(), (name: string) => m.scans_go_on_label({ name })],
  look: [() => m.scans_look(), (name: string) => m.scans_look_label({ name })],
  report: [() => m.scans_report(), (name: string) => m.scans_report_label({ name })],
} as const

function ScanLine({ line }: { line: CompanyScanLine }) {
  const { name, kind, when, headline, counts, themes, open, manage, putBack } = line
  return (
    <li className="company-scan" data-counts={counts !== null || undefined}>
      {counts === null ? null : <p className="kicker">{counts === 'chosen' ? m.scans_counts_chosen() : m.scans_counts()}</p>}
      <h4>{name}</h4>
      <p className="text-soft">
        {`${kind}\u00a0· ${when}`}
      </p>
      {headline === null ? null : (
        <p>
          {headline.finding === null ? null : <strong className="company-scan-finding">{headline.finding}</strong>}
          <Level level={headline.level?.number ?? null} name={headline.level?.name ?? m.scans_no_level()} />
        </p>
      )}
      {themes === null ? null : <p>{m.scans_your_themes({ themes: themes.join(', ') })}</p>}
      <div className="actions">
        {open === null ? null : (
          <ButtonLink kind="quiet" href={open.href} aria-label={openWords[open.to][1](name)}>
            {openWords[open.to][0]()}
          </ButtonLink>
        )}
        {manage === null ? null : (
          <a href={manage} aria-label={m.scans_manage_label({ name })}>
            {m.scans_manage()}
          </a>
        )}
        {putBack === null ? null : (
          <form method="post" action={putBack}>
            <Button kind="quiet" name="do" value="putBack" aria-label={m.scans_put_back_label({ name })}>
              {m.scans_put_back()}
            </Button>
          </form>
        )}
      </div>
    </li>
  )
}

function Group({ title, lines }: { title: string; lines: readonly CompanyScanLine[] }) {
  if (lines.length === 0) return null
  return (
    <section className="scan-group flow">
      <h3>{title}</h3>
      <Lines lines={lines} />
    </section>
  )
}

function Lines({ lines }: { lines: readonly CompanyScanLine[] }) {
  return (
    <ul className="company-scans">
      {lines.map(line => (
        <ScanLine key={line.id} line={line} />
      ))}
    </ul>
  )
}

/** What was just done to a scan, with the way back where there is one. */
export type ScanDone = { readonly title: string; readonly text: string | null; readonly undo: { readonly action: string; readonly act: string } | null }

export function DoneNotice({ done }: { done: ScanDone }) {
  return (
    <Notice live title={done.title}>
      {done.text === null ? null : <p>{done.text}</p>}
      {done.undo === null ? null : (
        <form method="post" action={done.undo.action}>
          <Button kind="quiet" name="do" value={done.undo.act}>
            {m.scans_undo()}
          </Button>
        </form>
      )}
    </Notice>
  )
}

export type CompanyScansProps = {
  readonly company: string
  readonly lines: readonly CompanyScanLine[]
  /** where a scan begins; null for who may not begin one */
  readonly start: string | null
  /** sees only the scans that are open, with the own themes */
  readonly contributor: boolean
}

export function CompanyScans({ company, lines, start, contributor }: CompanyScansProps) {
  const of = (state: CompanyScanLine['state']) => lines.filter(line => line.state === state)
  const [archived, removed] = [of('archived'), of('removed')]
  const none = of('open').length + of('finished').length === 0
  const begin = start === null ? null : <ButtonLink href={start}>{m.scans_new()}</ButtonLink>
  return (
    <div className="parts">
      <div className="flow">
        <h2>{m.scans_title({ company })}</h2>
        {contributor && !none ? <p>{m.scans_contributor()}</p> : null}
        {none || begin === null ? null : <div className="actions">{begin}</div>}
      </div>
      {none ? (
        <Empty title={contributor ? m.scans_empty_contributor() : m.scans_empty()} action={begin ?? undefined}>
          <p>{contributor ? m.scans_empty_contributor_text() : start === null ? m.scans_empty_reader() : m.scans_empty_text()}</p>
        </Empty>
      ) : null}
      <Group title={m.scans_open()} lines={of('open')} />
      <Group title={m.scans_finished()} lines={of('finished')} />
      {lines.some(line => line.counts !== null) ? <p className="small text-soft">{m.scans_counts_help()}</p> : null}
      {archived.length + removed.length === 0 ? null : (
        <div>
          {archived.length === 0 ? null : (
            <Disclosure summary={m.scans_archived({ n: archived.length })} id="gearchiveerd">
              <Lines lines={archived} />
            </Disclosure>
          )}
          {removed.length === 0 ? null : (
            <Disclosure summary={m.scans_removed({ n: removed.length })} id="verwijderd">
              <Lines lines={removed} />
            </Disclosure>
          )}
        </div>
      )}
    </div>
  )
}
