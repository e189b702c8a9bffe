/** One supplier in the list: what he sent, added to what the company lasts after that, and what can be done with the link. */
import { Form } from '@remix-run/react'
import { pastEnd } from '#app/core/hour-bar.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import type { FigureView, SupplierView } from './supplier-view.ts'

export function SupplierItem({ row, may }: { readonly row: SupplierView; readonly may: boolean }) {
  const { id, label, asker, state, live, has, both, alone, notSent } = row
  return (
    <li>
      <h3>{label}</h3>
      <p className="small text-soft">
        {state} {m.supplier_as({ asker })}
      </p>
      <FigureList title={alone.length > 0 && both.length > 0 ? m.supplier_both() : null} figures={both} />
      <FigureList title={alone.length > 0 ? m.supplier_alone() : null} text={m.supplier_alone_text()} figures={alone} />
      {notSent.length > 0 ? <p className="small text-soft">{m.supplier_not_sent({ scenarios: notSent.join(' · ') })}</p> : null}
      {may ? (
        <Form method="post" className="supplier-end">
          <input type="hidden" name="do" value={live ? 'end' : 'forget'} />
          <input type="hidden" name="link" value={id} />
          <Button kind="quiet" aria-label={live ? m.supplier_end_label({ name: label }) : m.supplier_forget_label({ name: label })}>
            {live ? m.supplier_end() : m.supplier_forget()}
          </Button>
          {live && has ? <span className="small text-soft">{m.supplier_end_keeps()}</span> : null}
        </Form>
      ) : null}
    </li>
  )
}

function FigureList({ title, text, figures }: { title: string | null; text?: string; figures: readonly FigureView[] }) {
  if (figures.length === 0) return null
  return (
    <div className="supplier-figures">
      {title === null ? null : <h4>{title}</h4>}
      {text === undefined ? null : <p className="small text-soft">{text}</p>}
      <ul>
        {figures.map(figure => (
          <li key={figure.id}>
            <strong>{figure.opening}</strong>
            <span>
              {figure.delivers} · {figure.then}
              {figure.sum === null ? null : (
                <>
                  {' · '}
                  <b className="supplier-sum">{figure.sum}</b>
                </>
              )}
            </span>
            <FigureBar {...figure.bar} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The sentence beside it says the same. */
function FigureBar({ supplier, both }: FigureView['bar']) {
  const percent = (part: number) => `${Math.round((part / pastEnd) * 10000) / 100}%`
  return (
    <svg className="supplier-bar" width="100%" height="14" aria-hidden="true" focusable="false">
      <rect className="supplier-bar-ground" width="100%" height="14" />
      {both === null || both <= supplier ? null : <rect className="supplier-bar-own" x={percent(supplier)} y="1" width={percent(both - supplier)} height="12" />}
      <rect className="supplier-bar-his" width={percent(supplier)} height="14" />
    </svg>
  )
}
