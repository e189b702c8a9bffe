/** The form to fill in with a pen: the same on screen, printed and in the PDF. */
import { Fragment, type ReactNode } from 'react'
import { m } from '#app/i18n/paraglide/messages.js'
import { Wordmark } from '#app/ui/wordmark.tsx'
import type { FormQuestion, FormSection, PaperFormView } from './form-view.ts'
import { HoursTable } from './hours-table.tsx'

/** The words for the variant: "2 mensen of meer", "volledige scan". */
export function variantWords({ alone, quick }: PaperFormView['variant']): { size: string; mode: string } {
  return { size: alone ? m.form_alone() : m.form_together(), mode: quick ? m.scan_mode_quick() : m.scan_mode_full() }
}

/** `address` is where the answers are typed in, `qr` its QR as SVG. */
export function PaperForm({ view, address, qr }: { view: PaperFormView; address: string; qr: string }) {
  const hours = view.sections.findIndex(section => section.kind === 'hours')
  const [opening, themes] = [view.sections.slice(0, hours + 1), view.sections.slice(hours + 1)]
  return (
    <article className="pf">
      <Head view={view} />
      {opening.map(section => (
        <Section key={section.letter} section={section} />
      ))}
      <div className="pf-themes">
        {themes.map(section => (
          <Section key={section.letter} section={section} />
        ))}
      </div>
      <End view={view} address={address} qr={qr} />
    </article>
  )
}

function Head({ view }: { view: PaperFormView }) {
  const { size, mode } = variantWords(view.variant)
  return (
    <header className="pf-head">
      <p className="pf-brand wordmark">
        <Wordmark />
      </p>
      <div>
        <h1>{m.site_tagline()}</h1>
        <p className="pf-for">
          <b>{view.sector}</b> · {size} · {mode}
        </p>
      </div>
      <div className="pf-lines">
        <Line label={m.form_company()} />
        <Line label={m.form_date()} />
        <Line label={m.form_by()} />
        <Line label={m.form_municipality()} />
        {view.variant.alone ? null : <Choices label={m.form_size()} options={[m.form_size_2(), m.form_size_10(), m.form_size_50(), m.form_size_250()]} />}
        <Choices label={m.start_scope()} options={[m.start_scope_company(), m.start_scope_site()]} />
      </div>
      <Legend view={view} />
    </header>
  )
}

function Legend({ view }: { view: PaperFormView }) {
  const { sections } = view
  const questions = sections.flatMap(section => (section.kind === 'questions' ? section.questions : []))
  const rows = sections.flatMap(section => (section.kind === 'hours' ? section.tables.flatMap(table => table.rows) : []))
  return (
    <section className="pf-legend">
      <h2>{m.form_how()}</h2>
      <ul>
        <li>
          <Mark choose="one" /> {m.form_legend_one()}
        </li>
        <li>
          <Mark choose="several" /> {m.form_legend_several()}
        </li>
        <li>{m.form_legend_unknown()}</li>
        {[...questions, ...rows].some(question => question.when !== null) ? <li>{m.form_legend_only()}</li> : null}
        {questions.some(question => question.must) ? (
          <li>
            <Must /> {m.form_legend_must()}
          </li>
        ) : null}
        {view.gaps ? <li>{m.form_legend_gaps()}</li> : null}
        <li>{m.form_legend_names()}</li>
      </ul>
    </section>
  )
}

function Section({ section }: { section: FormSection }) {
  return (
    <section className={section.kind === 'hours' ? 'pf-section pf-section-hours' : 'pf-section'}>
      <div className="pf-section-head">
        <h2>
          <span className="pf-letter">{section.letter}</span> <span>{section.title}</span>
        </h2>
        <p>{section.intro}</p>
        {section.kind === 'hours' ? <p>{m.form_hours_intro()}</p> : null}
      </div>
      {section.kind === 'hours' ? (
        section.tables.map(table => <HoursTable key={table.rows[0]?.id} table={table} />)
      ) : (
        <div className="pf-questions">
          {section.questions.map(question => (
            <Question key={question.id} question={question} />
          ))}
        </div>
      )}
    </section>
  )
}

/** Labels so short that two stand beside each other. */
const shortLabel = 20

function Question({ question }: { question: FormQuestion }) {
  const short = question.options.every(option => option.label.length <= shortLabel && !option.line)
  return (
    <div className="pf-question">
      <h3>
        <span className="pf-code">{question.code}</span>{' '}
        <span>
          {question.text} {question.must ? <Must /> : null}
        </span>
      </h3>
      {question.help === null ? null : <p className="pf-help">{question.help}</p>}
      {question.when === null ? null : <p className="pf-when">{question.when}</p>}
      <ul className={short ? 'pf-options pf-short' : 'pf-options'}>
        {question.options.map(option => (
          <li key={option.label}>
            <Mark choose={question.choose} /> <span>{option.label}</span>
            {option.line ? <span className="pf-line" /> : null}
          </li>
        ))}
      </ul>
      <ul className="pf-apart">
        {question.apart.map(label => (
          <li key={label}>
            <Mark choose="one" /> <span>{label}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function End({ view, address, qr }: { view: PaperFormView; address: string; qr: string }) {
  const { mode } = variantWords(view.variant)
  return (
    <section className="pf-end">
      <div>
        <h2>{m.form_end_title()}</h2>
        <ol>
          <li>{m.form_end_open({ address: address.replace(/^https?:\/\//, '') })}</li>
          <li>{m.form_end_choose({ sector: m.form_quoted({ text: view.sector }), mode })}</li>
          <li>{m.form_end_type()}</li>
          <li>{m.form_end_finish()}</li>
        </ol>
        <p>{m.form_end_count()}</p>
        <p>{m.form_end_keep()}</p>
      </div>
      <div className="pf-qr" role="img" aria-label={m.form_qr({ address })} dangerouslySetInnerHTML={{ __html: qr }} />
      <p className="pf-version">{m.form_version(view)}</p>
    </section>
  )
}

function Mark({ choose }: { choose: 'one' | 'several' }) {
  return <span className={choose === 'one' ? 'pf-circle' : 'pf-square'} aria-hidden="true" />
}

function Must() {
  return <span className="pf-must">{m.form_must()}</span>
}

function Line({ label }: { label: ReactNode }) {
  return (
    <p className="pf-field">
      <span>{label}</span>
      <span className="pf-line" />
    </p>
  )
}

function Choices({ label, options }: { label: string; options: readonly string[] }) {
  return (
    <p className="pf-field pf-choices">
      <span>{label}</span>
      {options.map(option => (
        <Fragment key={option}>
          {' '}
          <span className="pf-choice">
            <Mark choose="one" /> {option}
          </span>
        </Fragment>
      ))}
    </p>
  )
}
