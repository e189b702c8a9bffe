/** The letter with the link to go on with a scan on another device. */
import { m } from '#app/i18n/paraglide/messages.js'
import { language } from '#app/i18n/format.ts'
import { writeLetter, type Letter } from '#app/mail/letter.ts'

/** `link` is absolute, from the configured origin; `days` is how long it works. */
export function passOnLetter(link: string, days: number): Letter {
  return writeLetter({
    language: language(),
    subject: m.pass_letter_subject(),
    parts: [m.pass_letter_hello(), m.pass_letter_text(), { label: m.pass_letter_link(), link }, m.pass_letter_once({ days }), m.pass_letter_not_you(), m.auth_letter_close()],
  })
}
