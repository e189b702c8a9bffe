/** Addresses with which a diary reads the plan: made, shown once, listed, ended. */
import { m } from '#app/i18n/paraglide/messages.js'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export type FeedRow = { readonly id: string; readonly name: string; readonly read: string | null }
export type CalendarPageProps = {
  readonly back: string
  /** this page's own address */
  readonly here: string
  readonly token: string
  readonly rows: readonly FeedRow[]
  readonly notice: { readonly kind: 'made'; readonly address: string; readonly webcal: string } | { readonly kind: 'ended' } | null
  readonly problem: string | null
  /** the row that is asked about once more before it ends */
  readonly ending: FeedRow | null
  /** whether letters come, and where that is changed; null for a guest */
  readonly reminders: { readonly on: boolean; readonly href: string } | null
}

export function CalendarPage({ back, here, token, rows, notice, problem, ending, reminders }: CalendarPageProps) {
  if (ending !== null) return <Ending here={here} {...ending} />
  return (
    <div className="flow calendar">
      <p className="kicker">
        <a href={back}>{m.calendar_back()}</a>
      </p>
      <h1>{m.calendar_title()}</h1>
      <p className="lead">{m.calendar_lead()}</p>
      {notice === null ? null : notice.kind === 'ended' ? <Notice live title={m.calendar_ended()} /> : <Made {...notice} />}
      <ErrorSummary title={m.calendar_errors()} errors={problem === null ? [] : [{ id: 'adressen', message: problem }]} />
      <form method="post" action={here} className="flow">
        <input type="hidden" name="do" value="make" />
        <input type="hidden" name="token" value={token} />
        <p>{m.calendar_inside()}</p>
        <p>{reminders === null ? m.calendar_secret_guest() : m.calendar_secret()}</p>
        <div className="actions">
          <Button kind={notice?.kind === 'made' ? 'quiet' : 'primary'}>{rows.length === 0 ? m.calendar_make() : m.calendar_make_more()}</Button>
        </div>
      </form>
      <section className="flow pt-8" aria-labelledby="adressen">
        <h2 id="adressen">{rows.length === 0 ? m.calendar_none() : rows.length === 1 ? m.calendar_one() : m.calendar_many({ n: rows.length })}</h2>
        {rows.length === 0 ? <p>{m.calendar_none_text()}</p> : null}
        <ul className="calendar-feeds">
          {rows.map(({ id, name, read }) => (
            <li key={id}>
              <div>
                <h3>{name}</h3>
                <p className="small text-soft">{read === null ? m.calendar_not_read() : m.calendar_read({ date: read })}</p>
              </div>
              <a href={`${here}?weg=${id}`} aria-label={m.calendar_end_label({ name })}>
                {m.calendar_end()}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section className="flow pt-8" aria-labelledby="herinneringen">
        <h2 id="herinneringen">{reminders === null ? m.calendar_mail_guest() : reminders.on ? m.calendar_mail_on() : m.calendar_mail_off()}</h2>
        <p>{reminders === null ? m.calendar_mail_guest_text() : m.calendar_mail_text()}</p>
        {reminders === null ? null : (
          <p>
            <a href={reminders.href}>{m.calendar_mail_change()}</a>
          </p>
        )}
      </section>
    </div>
  )
}

/** The address stands here once: only its hash is kept. */
function Made({ address, webcal }: { address: string; webcal: string }) {
  return (
    <Notice live title={m.calendar_made()}>
      <p>{m.calendar_made_once()}</p>
      <TextField name="address" label={m.calendar_address()} value={address} readOnly />
      <div className="actions">
        <ButtonLink href={webcal}>{m.calendar_open()}</ButtonLink>
      </div>
      <Disclosure summary={m.calendar_how()}>
        <ul>
          <li>{m.calendar_how_google()}</li>
          <li>{m.calendar_how_outlook()}</li>
          <li>{m.calendar_how_apple()}</li>
        </ul>
      </Disclosure>
    </Notice>
  )
}

function Ending({ here, id, name }: { here: string; id: string; name: string }) {
  return (
    <div className="flow calendar">
      <h1>{m.calendar_end_title()}</h1>
      <p>{m.calendar_end_text({ name })}</p>
      <form method="post" action={here} className="actions">
        <input type="hidden" name="do" value="end" />
        <input type="hidden" name="feed" value={id} />
        <Button kind="danger">{m.calendar_end_now()}</Button>
        <ButtonLink kind="quiet" href={here}>
          {m.calendar_end_keep()}
        </ButtonLink>
      </form>
    </div>
  )
}
