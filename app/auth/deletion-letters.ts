/** The letters about a deletion that was asked for: what goes and when, and how it is taken back. */
import type { Language } from '#app/core/questionnaire.ts'
import { date } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { writeLetter, type Letter } from '#app/mail/letter.ts'

/** Absolute addresses, in the language of the reader. */
export type DeletionLinks = {
  readonly account: (language: Language) => string
  readonly company: (language: Language, id: string) => string
}

/** To who asked for it; `at`: when it goes, in epoch milliseconds. */
export function accountDeletionLetter(language: Language, at: number, links: DeletionLinks): Letter {
  const say = { locale: language }
  const day = date(at, language)
  return writeLetter({
    language,
    subject: m.deletion_letter_account_subject({ date: day }, say),
    parts: [
      m.auth_letter_hello({}, say),
      m.deletion_letter_account_text({ date: day }, say),
      m.deletion_letter_account_undo({}, say),
      { label: m.deletion_letter_account_link({}, say), link: links.account(language) },
      m.deletion_letter_account_not_you({}, say),
      m.auth_letter_close({}, say),
    ],
  })
}

export type CompanyGoing = { readonly id: string; readonly name: string | null; readonly at: number; readonly owner: boolean }

/** To everybody in the company; only an owner is told how to take it back. */
export function companyDeletionLetter(language: Language, { id, name, at, owner }: CompanyGoing, links: DeletionLinks): Letter {
  const say = { locale: language }
  const words = { date: date(at, language), name: name ?? m.deletion_nameless({}, say) }
  return writeLetter({
    language,
    subject: capital(m.deletion_letter_company_subject(words, say)),
    parts: [
      m.auth_letter_hello({}, say),
      m.deletion_letter_company_text(words, say),
      ...(owner
        ? [m.deletion_letter_company_undo({}, say), { label: m.deletion_letter_company_link({}, say), link: links.company(language, id) }]
        : [m.deletion_letter_company_ask({}, say)]),
      m.auth_letter_close({}, say),
    ],
  })
}

/** With a capital in front: a company without a name begins the sentence as "je bedrijf". */
function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
