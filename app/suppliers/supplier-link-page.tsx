/** What a supplier reads who was given a link: who asks, exactly what is sent, and that it is up to him. */
import { Form } from '@remix-run/react'
import { m } from '#app/i18n/paraglide/messages.js'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'

export type SupplierLinkPageProps = {
  readonly asker: string
  /** the last day on which the link works */
  readonly until: string
  readonly minutes: number
  readonly start: string
  /** names of the scenarios */
  readonly scenarios: readonly string[]
  /** finished scans that this reader can send from */
  readonly scans: readonly { readonly id: string; readonly label: string }[]
  /** no scan was chosen */
  readonly refused: boolean
}

export function SupplierLinkPage({ asker, until, minutes, start, scenarios, scans, refused }: SupplierLinkPageProps) {
  const error = refused ? m.supplier_choose_error() : undefined
  return (
    <div className="flow suppliers">
      <h1>{m.supplier_land_title({ asker })}</h1>
      <ErrorSummary title={m.supplier_errors()} errors={error === undefined ? [] : [{ id: 'scan', message: error }]} />
      <p className="lead">{m.supplier_land_lead({ asker })}</p>
      <div className="actions">
        <ButtonLink href={start}>{m.supplier_land_start()}</ButtonLink>
      </div>
      <p className="small text-soft">
        {m.supplier_land_minutes({ minutes })} {m.supplier_land_until({ until })}
      </p>
      {scans.length === 0 ? null : (
        <Form method="post" className="flow" noValidate>
          <ChoiceGroup
            type="radio"
            size="label"
            name="scan"
            legend={m.supplier_choose()}
            help={m.supplier_choose_help()}
            error={error}
            options={scans.map(({ id, label }) => ({ value: id, label }))}
          />
          <div className="actions">
            <Button kind="quiet">{m.supplier_choose_button()}</Button>
          </div>
        </Form>
      )}
      <h2>{m.supplier_land_sees({ asker })}</h2>
      <p>{m.supplier_land_figure()}</p>
      <ul className="supplier-plain">
        {scenarios.map(scenario => (
          <li key={scenario}>{scenario}</li>
        ))}
      </ul>
      <p>{m.supplier_land_unknown()}</p>
      <h2>{m.supplier_land_not()}</h2>
      <ul className="supplier-plain">
        <li>{m.supplier_land_not_answers()}</li>
        <li>{m.supplier_land_not_begun()}</li>
      </ul>
      <p>{m.supplier_land_before()}</p>
      <p>{m.supplier_land_own()}</p>
      <Notice title={m.supplier_land_check()}>
        <p>{m.supplier_land_check_text({ asker })}</p>
      </Notice>
    </div>
  )
}
