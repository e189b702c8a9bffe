/** Shows a supplier exactly which figures leave, to whom; sends them, and takes them back. */
import { Form, Link } from '@remix-run/react'
import { m } from '#app/i18n/paraglide/messages.js'
import { Button, buttonClass } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { FigureRow, SendView } from './send-view.ts'

export type SendDeed = 'sent' | 'withdrawn' | 'ended'
export type SendBackPageProps = {
  readonly heading: string
  readonly back: string
  /** where the scan is done again */
  readonly again: string
  /** the day on which the scan was finished */
  readonly from: string
  readonly askers: readonly SendView[]
  /** names of the scenarios about which nothing can be sent */
  readonly left: readonly string[]
  /** no figure at all can be sent */
  readonly nothing: boolean
  readonly deed: SendDeed | null
}

export function SendBackPage({ heading, back, again, from, askers, left, nothing, deed }: SendBackPageProps) {
  return (
    <div className="flow suppliers">
      <p className="kicker">
        <Link to={back}>{m.supplier_back()}</Link>
      </p>
      <h1>{heading}</h1>
      {deed === null ? null : <Said deed={deed} />}
      {askers.length === 0 ? (
        <p className="lead">{m.supplier_send_none_text()}</p>
      ) : (
        <>
          <p className="lead">{m.supplier_send_lead()}</p>
          <p>
            {m.supplier_send_from({ date: from })} {left.length === 0 || nothing ? null : m.supplier_send_left({ scenarios: left.join(' · ') })}
          </p>
          {nothing ? (
            <Notice kind="time" title={m.supplier_send_nothing()}>
              <p>{m.supplier_send_nothing_text()}</p>
              <Link to={again} className={buttonClass('quiet')}>
                {m.supplier_send_nothing_link()}
              </Link>
            </Notice>
          ) : null}
          {askers.map(asker => (
            <AskerPart key={asker.linkId} {...asker} alone={askers.length === 1} />
          ))}
          <p className="small text-soft">
            {m.supplier_send_kept()} {m.supplier_send_kept_remove()}
          </p>
        </>
      )}
    </div>
  )
}

function Said({ deed }: { deed: SendDeed }) {
  if (deed === 'ended') return <Notice kind="danger" live title={m.supplier_send_ended()} />
  if (deed === 'sent') return <Notice live title={m.supplier_send_done()} />
  return (
    <Notice live title={m.supplier_send_withdrawn()}>
      <p>{m.supplier_send_withdrawn_text()}</p>
    </Notice>
  )
}

function AskerPart({ linkId, asker, open, sent, next, alone }: SendView & { readonly alone: boolean }) {
  return (
    <section className="flow supplier-asker" aria-label={asker}>
      {alone ? null : <h2>{asker}</h2>}
      {sent === null ? null : (
        <>
          <Figures caption={m.supplier_send_caption_sent({ asker })} rows={sent.rows} />
          <Form method="post" className="supplier-end">
            <input type="hidden" name="do" value="withdraw" />
            <input type="hidden" name="link" value={linkId} />
            <Button kind="quiet" aria-label={m.supplier_withdraw_label({ asker })}>
              {m.supplier_withdraw()}
            </Button>
            <span className="small text-soft">{m.supplier_send_sent_at({ date: sent.date })}</span>
          </Form>
        </>
      )}
      {sent !== null && next !== null && open ? <p>{m.supplier_send_changed()}</p> : null}
      {next !== null && open ? (
        <>
          <Figures caption={sent === null ? m.supplier_send_caption({ asker }) : m.supplier_send_caption_new()} rows={next} />
          <Form method="post" className="actions">
            <input type="hidden" name="do" value="send" />
            <input type="hidden" name="link" value={linkId} />
            <Button>{sent === null ? m.supplier_send({ asker }) : m.supplier_send_new({ asker })}</Button>
          </Form>
        </>
      ) : null}
      {open ? null : <p>{m.supplier_send_closed({ asker })}</p>}
    </section>
  )
}

function Figures({ caption, rows }: { caption: string; rows: readonly FigureRow[] }) {
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{m.supplier_send_scenario()}</th>
          <th scope="col">{m.supplier_send_hours()}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, scenario, hours }) => (
          <tr key={id}>
            <th scope="row">{scenario}</th>
            <td>{hours}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
