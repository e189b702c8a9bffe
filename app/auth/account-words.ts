/** What the pages of an account hold to, and say of what was refused. */
import { m } from '#app/i18n/paraglide/messages.js'
import type { PasswordProblem } from './password.server.ts'

/** A user's name, in characters. */
export const longestName = 80

/** How long to wait after too many failures. */
export function slowWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  return minutes <= 1 ? m.auth_slow_one() : m.auth_slow({ minutes })
}

/** Why a password is refused. */
export function passwordWords(problem: PasswordProblem): string {
  return { tooShort: m.auth_password_tooShort, tooLong: m.auth_password_tooLong, common: m.auth_password_common }[problem]()
}
