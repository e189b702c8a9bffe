/** What stands above the form on screen: the PDF, and the other variants. */
import { m } from '#app/i18n/paraglide/messages.js'
import { ButtonLink } from '#app/ui/button.tsx'
import type { FormVariant, Paths } from '#app/paths.ts'
import type { PaperFormView } from './form-view.ts'

export function VariantChoice({ view, sector, paths }: { view: PaperFormView; sector: string; paths: Paths }) {
  const { variant } = view
  const choice = (words: string, other: FormVariant) => ({ words, href: paths.form(sector, other), current: other.alone === variant.alone && other.quick === variant.quick })
  return (
    <div className="flow screen-only pf-intro">
      <p className="kicker">
        <a href={paths.formList}>{m.form_all()}</a>
      </p>
      <p className="pf-intro-title">{m.form_screen_title({ sector: view.sector })}</p>
      <p>{m.form_screen_intro({ minutes: view.minutes })}</p>
      <Choices label={m.form_size_choice()} options={[choice(m.form_together_title(), { ...variant, alone: false }), choice(m.form_alone_title(), { ...variant, alone: true })]} />
      <Choices label={m.form_mode_choice()} options={[choice(m.form_full_title(), { ...variant, quick: false }), choice(m.form_quick_title(), { ...variant, quick: true })]} />
      <div className="actions">
        <ButtonLink href={paths.formPdf(sector, variant)}>{m.form_pdf()}</ButtonLink>
      </div>
    </div>
  )
}

type Choice = { readonly words: string; readonly href: string; readonly current: boolean }

function Choices({ label, options }: { label: string; options: readonly Choice[] }) {
  return (
    <nav className="pf-variants" aria-label={label}>
      <span aria-hidden="true">{label}:</span>
      {options.map(option => (
        <a key={option.href} href={option.href} aria-current={option.current ? 'true' : undefined}>
          {option.words}
        </a>
      ))}
    </nav>
  )
}
