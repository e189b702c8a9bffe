/** What one can do with a report: keep it, change an answer, go on, delete it. Plain forms and links, without JavaScript too. */
import { m } from '#app/i18n/paraglide/messages.js'
import type { Mode } from '#app/core/questionnaire.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { DataForms } from './export/data-forms.tsx'
import type { ReportLinks } from './report-links.ts'

/** From a quick scan on to the full one. */
export function GoOnFull({ copy, once }: { copy: string; once: string }) {
  return (
    <form method="post" action={copy} className="rp-go-on notice screen-only">
      <input type="hidden" name="mode" value="full" />
      <input type="hidden" name="once" value={once} />
      <p>{m.report_go_on_full_help()}</p>
      <Button kind="quiet">{m.report_go_on_full()}</Button>
    </form>
  )
}

/** What comes after a report: choosing, planning, practising, asking on. */
export function ReportNext({ links }: { links: ReportLinks }) {
  const ways = [
    [links.choose, m.report_next_choose(), m.report_next_choose_help()],
    [links.plan, m.report_next_plan(), m.report_next_plan_help()],
    [links.drills, m.report_next_drill(), m.report_next_drill_help()],
    [links.trialHours, m.report_next_trial(), m.report_next_trial_help()],
    [links.suppliers, m.report_next_suppliers(), m.report_next_suppliers_help()],
    [links.trend, m.report_next_trend(), m.report_next_trend_help()],
  ] as const
  return (
    <section className="screen-only flow" aria-labelledby="verder">
      <h2 id="verder">{m.report_next()}</h2>
      <ul className="rp-next">
        {ways.map(([href, label, help]) =>
          href === null ? null : (
            <li key={href}>
              <a href={href}>{label}</a>
              <span className="small text-soft">{help}</span>
            </li>
          ),
        )}
      </ul>
    </section>
  )
}

export function ReportTools({ mode, links, once }: { mode: Mode; links: ReportLinks; once: string }) {
  return (
    <section className="screen-only flow" aria-labelledby="bewaren">
      <h2 id="bewaren">{m.report_save()}</h2>
      {links.company === null ? (
        <p>{m.report_kept()}</p>
      ) : (
        <p>
          {m.scans_report_company()} <a href={links.company}>{m.scans_back_to_list()}</a>
        </p>
      )}
      <div className="actions">
        <ButtonLink href={links.pdf}>{m.report_pdf()}</ButtonLink>
        {links.passOn === null ? null : (
          <ButtonLink kind="quiet" href={links.passOn}>
            {m.report_pass_on()}
          </ButtonLink>
        )}
        <ButtonLink kind="quiet" href={links.docx}>
          {m.report_docx()}
        </ButtonLink>
        <ButtonLink kind="quiet" href={links.card}>
          {m.report_card()}
        </ButtonLink>
        {links.share === null ? null : (
          <ButtonLink kind="quiet" href={links.share}>
            {m.report_share()}
          </ButtonLink>
        )}
      </div>
      <DataForms csv={links.csv} json={links.json} />
      {links.keep === null ? null : (
        <p>
          {m.scans_keep_hint()} <a href={links.keep}>{m.scans_keep_more()}</a>
        </p>
      )}
      {links.copy === null ? null : (
        <form method="post" action={links.copy} className="rp-change">
          <input type="hidden" name="mode" value={mode} />
          <input type="hidden" name="once" value={once} />
          <Button kind="quiet">{m.report_change()}</Button>
          <p className="small text-soft">{m.report_change_help()}</p>
        </form>
      )}
      {links.remove === null ? null : (
        <p>
          <a className="rp-remove" href={links.remove}>
            {m.report_remove()}
          </a>
        </p>
      )}
    </section>
  )
}
