/** The letters that ask somebody along: into a company, and to a theme that was handed over. */
import type { MemberRole } from '#app/core/permissions.ts'
import type { Language } from '#app/core/questionnaire.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { writeLetter, type Letter } from '#app/mail/letter.ts'
import { roleSentence } from './role-words.ts'

type Words = {
  readonly language: Language
  /** absolute, from the configured origin */
  readonly link: string
  /** who asks: name, else address */
  readonly by: string
  /** what the company is called, or null */
  readonly company: string | null
  /** the titles of the themes, in the language of the letter */
  readonly themes: readonly string[]
}

/** `days` is how long the link works. */
export function invitationLetter({ language: locale, link, by, company, role, themes, days }: Words & { readonly role: MemberRole; readonly days: number }): Letter {
  const say = { locale }
  return writeLetter({
    language: locale,
    subject: company === null ? m.company_letter_subject_nameless({ by }, say) : m.company_letter_subject({ by, company }, say),
    parts: [
      m.company_letter_hello({}, say),
      company === null ? m.company_letter_text_nameless({ by }, say) : m.company_letter_text({ by, company }, say),
      themes.length === 0 ? roleSentence(role, say) : m.company_letter_themes({ themes: listed(themes, locale) }, say),
      { label: m.company_letter_link({}, say), link },
      m.company_letter_once({ days }, say),
      m.company_letter_not_you({}, say),
      m.auth_letter_close({}, say),
    ],
  })
}

/** To somebody who takes part already. */
export function themeLetter({ language: locale, link, by, company, themes }: Words): Letter {
  const say = { locale }
  const names = listed(themes, locale)
  return writeLetter({
    language: locale,
    subject: m.together_letter_subject({ by }, say),
    parts: [
      m.company_letter_hello({}, say),
      company === null ? m.together_letter_text_nameless({ by, themes: names }, say) : m.together_letter_text({ by, company, themes: names }, say),
      { label: m.together_letter_link({}, say), link },
      m.company_letter_not_you({}, say),
      m.auth_letter_close({}, say),
    ],
  })
}

/** "‘a’, ‘b’ en ‘c’": in quotation marks, for a name may hold a comma or "en" itself. */
export function listed(names: readonly string[], locale: Language): string {
  return new Intl.ListFormat(locale === 'en' ? 'en-GB' : 'nl', { type: 'conjunction' }).format(names.map(name => `‘${name}’`))
}
