/** Asks suppliers how long they would last, and shows what they sent beside the company's own answer. */
import { Form, Link } from '@remix-run/react'
import { m } from '#app/i18n/paraglide/messages.js'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { SupplierItem } from './supplier-item.tsx'
import type { SupplierView } from './supplier-view.ts'

export type AskField = 'label' | 'asker'
export type MadeLink = { readonly kind: 'made'; readonly label: string; readonly address: string; readonly until: string; readonly mail: { readonly subject: string; readonly text: string } }
export type SuppliersPageProps = {
  readonly heading: string
  readonly back: string
  readonly token: string
  /** may ask, and take back; else only look */
  readonly may: boolean
  /** how the company calls itself, where it has a name */
  readonly asker: string
  readonly own: { readonly sentence: string; readonly date: string }
  readonly rows: readonly SupplierView[]
  readonly notice: MadeLink | { readonly kind: 'ended' | 'forgotten' } | null
  readonly refused: { readonly errors: Readonly<Partial<Record<AskField, string>>>; readonly typed: Readonly<Record<AskField, string>> } | null
}

export function SuppliersPage({ heading, back, token, may, asker, own, rows, notice, refused }: SuppliersPageProps) {
  const errors = refused?.errors ?? {}
  const received = rows.some(row => row.has)
  return (
    <div className="flow suppliers">
      <p className="kicker">
        <Link to={back}>{m.supplier_back()}</Link>
      </p>
      <h1>{heading}</h1>
      {notice === null ? null : notice.kind === 'made' ? (
        <Made {...notice} />
      ) : (
        <Notice live title={notice.kind === 'ended' ? m.supplier_ended() : m.supplier_forgotten()} />
      )}
      <ErrorSummary title={m.supplier_errors()} errors={Object.entries(errors).map(([id, message]) => ({ id, message }))} />
      <p className="lead">{m.supplier_lead()}</p>
      <p>{m.supplier_lead_more()}</p>
      {rows.length === 0 && may ? <Ask token={token} asker={asker} refused={refused} /> : null}
      <p>
        {own.sentence} {m.supplier_own_from({ date: own.date })} {m.supplier_own_apart()} {received ? m.supplier_own_other() : null}
      </p>
      {rows.length === 0 ? null : (
        <section className="flow pt-4" aria-labelledby="list">
          <h2 id="list">{m.supplier_list()}</h2>
          {received ? <p className="small text-soft">{m.supplier_legend()}</p> : null}
          <ul className="supplier-list">
            {rows.map(row => (
              <SupplierItem key={row.id} row={row} may={may} />
            ))}
          </ul>
        </section>
      )}
      {rows.length > 0 && may ? <Ask token={token} asker={asker} refused={refused} again /> : null}
    </div>
  )
}

function Ask({ token, asker, refused, again }: Pick<SuppliersPageProps, 'token' | 'asker' | 'refused'> & { readonly again?: true }) {
  const { label, asker: name } = refused?.typed ?? { label: '', asker }
  return (
    <section className="flow pt-4" aria-labelledby="ask">
      <h2 id="ask">{again ? m.supplier_ask_again() : m.supplier_ask_title()}</h2>
      <Form method="post" className="flow" noValidate>
        <input type="hidden" name="do" value="ask" />
        <input type="hidden" name="token" value={token} />
        <TextField name="label" label={m.supplier_label()} help={m.supplier_label_help()} error={refused?.errors.label} value={label} maxLength={80} autoComplete="off" />
        <TextField name="asker" label={m.supplier_asker()} help={m.supplier_asker_help()} error={refused?.errors.asker} value={name} maxLength={120} autoComplete="organization" />
        <div className="actions">
          <Button>{m.supplier_make()}</Button>
        </div>
      </Form>
    </section>
  )
}

/** The address stands here once: only its hash is kept. */
function Made({ label, address, until, mail }: MadeLink) {
  const query = new URLSearchParams({ subject: mail.subject, body: mail.text }).toString().replaceAll('+', '%20')
  return (
    <Notice live title={m.supplier_made({ label })}>
      <p>{m.supplier_made_once({ until })}</p>
      <TextField name="address" label={m.supplier_address()} value={address} readOnly />
      <TextField name="mail" label={m.supplier_mail_text()} value={mail.text} lines={9} readOnly />
      <p>
        <ButtonLink kind="quiet" href={`mailto:?${query}`}>
          {m.supplier_mail_open()}
        </ButtonLink>
      </p>
    </Notice>
  )
}
