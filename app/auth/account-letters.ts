/** The letters about an account. Every link is absolute, from the configured origin; `hours` is how long it works. */
import type { Language } from '#app/core/questionnaire.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { writeLetter, type Letter, type LetterPart } from '#app/mail/letter.ts'

type In = { readonly locale: Language }

function letter(language: Language, subject: (_: object, options: In) => string, parts: (say: In) => readonly LetterPart[]): Letter {
  const say = { locale: language }
  return writeLetter({
    language,
    subject: subject({}, say),
    parts: [m.auth_letter_hello({}, say), ...parts(say), m.auth_letter_close({}, say)],
  })
}

/** To a new address: here you make the account. */
export function signUpLetter(language: Language, link: string, hours: number): Letter {
  return letter(language, m.auth_letter_sign_up_subject, say => [
    m.auth_letter_sign_up_text({}, say),
    { label: m.auth_letter_sign_up_link({}, say), link },
    m.auth_letter_once_day({ hours }, say),
    m.auth_letter_not_you({}, say),
  ])
}

/** To an address that has an account, where somebody wanted to make one. */
export function knownLetter(language: Language, links: { readonly signIn: string; readonly reset: string }): Letter {
  return letter(language, m.auth_letter_known_subject, say => [
    m.auth_letter_known_text({}, say),
    { label: m.auth_letter_known_sign_in({}, say), link: links.signIn },
    { label: m.auth_letter_known_reset({}, say), link: links.reset },
    m.auth_letter_once_hour({}, say),
    m.auth_letter_not_you({}, say),
  ])
}

/** Here you choose a new password. */
export function resetLetter(language: Language, link: string): Letter {
  return letter(language, m.auth_letter_reset_subject, say => [
    m.auth_letter_reset_text({}, say),
    { label: m.auth_letter_reset_link({}, say), link },
    m.auth_letter_once_hour({}, say),
    m.auth_letter_not_you({}, say),
  ])
}

/** To an address without an account, where somebody asked for a new password. */
export function unknownLetter(language: Language, link: string, hours: number): Letter {
  return letter(language, m.auth_letter_unknown_subject, say => [
    m.auth_letter_unknown_text({}, say),
    { label: m.auth_letter_unknown_link({}, say), link },
    m.auth_letter_once_day({ hours }, say),
    m.auth_letter_not_you({}, say),
  ])
}

/** The password was changed; `forgot` is where one sets it right. */
export function passwordChangedLetter(language: Language, forgot: string): Letter {
  return letter(language, m.auth_letter_changed_subject, say => [
    m.auth_letter_changed_text({}, say),
    { label: m.auth_letter_changed_link({}, say), link: forgot },
  ])
}

/** To the new address: here you confirm it. */
export function emailLetter(language: Language, link: string, hours: number): Letter {
  return letter(language, m.auth_letter_email_subject, say => [
    m.auth_letter_email_text({}, say),
    { label: m.auth_letter_email_link({}, say), link },
    m.auth_letter_once_day({ hours }, say),
    m.auth_letter_not_you({}, say),
  ])
}

/** To an address that has an account already, where somebody wanted to change to it. */
export function emailTakenLetter(language: Language, signIn: string): Letter {
  return letter(language, m.auth_letter_taken_subject, say => [
    m.auth_letter_taken_text({}, say),
    { label: m.auth_letter_known_sign_in({}, say), link: signIn },
    m.auth_letter_not_you({}, say),
  ])
}

/** To the old address: from now on the account is at the new one. */
export function emailChangedLetter(language: Language, email: string): Letter {
  return letter(language, m.auth_letter_moved_subject, say => [m.auth_letter_moved_text({ email }, say), m.auth_letter_moved_not_you({}, say)])
}
