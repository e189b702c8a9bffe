/** Makes links to parts of a report, and lists those that work. */
import { Form, Link } from '@remix-run/react'
import { m } from '#app/i18n/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { partWords, shareDays, shareParts, type SharePart } from './parts.ts'

export type ShareField = 'parts' | 'label' | 'days'
export type ShareRow = { readonly id: string; readonly name: string; readonly parts: readonly SharePart[]; readonly until: string; readonly opened: string | null }
export type SharePageProps = {
  readonly back: string
  readonly token: string
  readonly rows: readonly ShareRow[]
  readonly notice: { readonly kind: 'made'; readonly address: string; readonly until: string } | { readonly kind: 'ended' } | null
  readonly refused: { readonly errors: Readonly<Partial<Record<ShareField | 'form', string>>>; readonly typed: { readonly parts: readonly string[]; readonly label: string; readonly days: string } } | null
}

export function SharePage({ back, token, rows, notice, refused }: SharePageProps) {
  const errors = refused?.errors ?? {}
  const typed = refused?.typed ?? { parts: ['owner'], label: '', days: '30' }
  return (
    <div className="flow share">
      <p className="kicker">
        <Link to={back}>{m.share_back()}</Link>
      </p>
      <h1>{m.share_title()}</h1>
      <p className="lead">{m.share_lead()}</p>
      {notice === null ? null : notice.kind === 'ended' ? <Notice live title={m.share_ended()} /> : <Made {...notice} />}
      <ErrorSummary title={m.share_errors()} errors={Object.entries(errors).map(([field, message]) => ({ id: field, message }))} />
      <Form method="post" className="flow" noValidate>
        <input type="hidden" name="do" value="make" />
        <input type="hidden" name="token" value={token} />
        <ChoiceGroup
          type="checkbox"
          name="parts"
          legend={m.share_parts()}
          help={m.share_parts_help()}
          error={errors.parts}
          value={typed.parts}
          options={shareParts.map(part => ({ value: part, ...partWords(part) }))}
        />
        <TextField name="label" label={m.share_label()} optional={m.share_optional()} help={m.share_label_help()} error={errors.label} value={typed.label} maxLength={80} autoComplete="off" />
        <ChoiceGroup
          type="radio"
          size="label"
          name="days"
          legend={m.share_days()}
          error={errors.days}
          value={typed.days}
          options={shareDays.map(days => ({ value: String(days), label: m.share_days_option({ days }) }))}
        />
        <div className="actions">
          <Button>{m.share_make()}</Button>
        </div>
      </Form>
      <section className="flow pt-8" aria-labelledby="links">
        <h2 id="links">{rows.length === 0 ? m.share_none() : rows.length === 1 ? m.share_one() : m.share_many({ n: rows.length })}</h2>
        {rows.length === 0 ? <p>{m.share_none_text()}</p> : null}
        <ul className="share-links">
          {rows.map(row => (
            <ShareLinkRow key={row.id} {...row} />
          ))}
        </ul>
      </section>
    </div>
  )
}

/** The address stands here once: only its hash is kept. */
function Made({ address, until }: { address: string; until: string }) {
  return (
    <Notice live title={m.share_made()}>
      <p>{m.share_made_once({ until })}</p>
      <TextField name="address" label={m.share_address()} value={address} readOnly />
    </Notice>
  )
}

function ShareLinkRow({ id, name, parts, until, opened }: ShareRow) {
  return (
    <li>
      <h3>{name}</h3>
      <p>{parts.map(part => partWords(part).label).join(' · ')}</p>
      <p className="small text-soft">
        {m.share_until({ until })} {opened === null ? m.share_not_opened() : m.share_opened({ date: opened })}
      </p>
      <Form method="post">
        <input type="hidden" name="do" value="end" />
        <input type="hidden" name="link" value={id} />
        <Button kind="quiet" aria-label={m.share_end_label({ name })}>
          {m.share_end()}
        </Button>
      </Form>
    </li>
  )
}
