/** One scan of a company: its name, whether it counts, out of sight, deleted. Each is a form of its own. */
import { m } from '#app/i18n/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export type ManagePageProps = {
  readonly title: string
  readonly kind: string
  readonly when: string
  /** the list of the company's scans */
  readonly back: string
  /** as it stands, or as it was typed when it was refused */
  readonly name: string
  readonly error: 'name' | 'cannotCount' | null
  readonly counts: 'chosen' | 'newest' | 'other' | 'open' | 'archived'
  readonly archived: boolean
  readonly mayRemove: boolean
  /** until which date it can be put back; null while it is not deleted */
  readonly removedUntil: string | null
}

export function ManagePage(props: ManagePageProps) {
  const { title, kind, when, back, removedUntil, mayRemove } = props
  return (
    <div className="parts">
      <div className="flow">
        <p className="kicker">
          <a href={back}>{m.scans_back_to_list()}</a>
        </p>
        <h1>{removedUntil === null ? m.scans_manage_title({ name: title }) : m.scans_removed_title()}</h1>
        <p className="text-soft">
          {removedUntil === null ? null : `${title}\u00a0· `}
          {`${kind}\u00a0· ${when}`}
        </p>
        {removedUntil === null ? null : <p>{m.scans_removed_text({ date: removedUntil })}</p>}
        {removedUntil === null ? null : mayRemove ? <Act act="putBack" label={m.scans_put_back()} kind="primary" /> : <p>{m.scans_remove_owner()}</p>}
      </div>
      {removedUntil === null ? <Forms {...props} /> : null}
    </div>
  )
}

function Act({ act, label, kind = 'quiet' }: { act: string; label: string; kind?: 'primary' | 'quiet' | 'danger' }) {
  return (
    <form method="post" className="actions">
      <Button kind={kind} name="do" value={act}>
        {label}
      </Button>
    </form>
  )
}

function Forms({ name, error, counts, archived, mayRemove }: ManagePageProps) {
  return (
    <>
      <ErrorSummary title={m.scan_errors()} errors={error === 'name' ? [{ id: 'name', message: m.scans_name_too_long() }] : []} />
      {error === 'cannotCount' ? <Notice kind="danger" live title={m.scans_cannot_count()} /> : null}
      <section className="flow">
        <h2>{m.scans_name_title()}</h2>
        <form method="post" className="flow" noValidate>
          <TextField
            name="name"
            label={m.scans_name()}
            help={m.scans_name_help()}
            error={error === 'name' ? m.scans_name_too_long() : undefined}
            value={name}
            autoComplete="off"
          />
          <div className="actions">
            <Button name="do" value="rename">
              {m.scans_name_save()}
            </Button>
          </div>
        </form>
      </section>
      <section className="flow">
        <h2>{m.scans_choose_title()}</h2>
        <p>{countsText[counts]()}</p>
        {counts === 'other' || counts === 'newest' ? <Act act="choose" label={m.scans_choose_now()} /> : null}
        {counts === 'chosen' ? <Act act="unchoose" label={m.scans_unchoose_now()} /> : null}
      </section>
      <section className="flow">
        <h2>{m.scans_archive_title()}</h2>
        <p>{archived ? m.scans_unarchive_text() : m.scans_archive_text()}</p>
        <Act act={archived ? 'unarchive' : 'archive'} label={archived ? m.scans_unarchive_now() : m.scans_archive_now()} />
      </section>
      <section className="flow">
        <h2>{m.scans_remove_title()}</h2>
        <p>{mayRemove ? m.scans_remove_text() : m.scans_remove_owner()}</p>
        {mayRemove ? <Act act="remove" label={m.scans_remove_now()} kind="danger" /> : null}
      </section>
    </>
  )
}

const countsText: Record<ManagePageProps['counts'], () => string> = {
  chosen: () => m.scans_is_chosen(),
  newest: () => m.scans_is_newest(),
  other: () => m.scans_choose_text(),
  open: () => m.scans_choose_open(),
  archived: () => m.scans_choose_archived(),
}
