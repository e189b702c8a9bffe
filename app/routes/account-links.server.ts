/** The absolute addresses that letters about an account carry, from the configured origin. */
import type { AccountLinks } from '#app/auth/ask.server.ts'
import type { Language } from '#app/core/questionnaire.ts'
import { pathsIn } from '#app/paths.ts'
import { world } from '#app/world.server.ts'

/** `scan`: the guest's scan that an account is made for, so that the link leads back to it. */
export function accountLinks(language: Language, scan: string | null = null): AccountLinks & { readonly forgot: string; readonly confirmEmail: (token: string) => string } {
  const paths = pathsIn(language)
  const { ORIGIN } = world().environment
  return {
    signIn: ORIGIN + paths.signIn(),
    signUp: token => ORIGIN + paths.signUpLink(token) + (scan === null ? '' : `?scan=${encodeURIComponent(scan)}`),
    reset: token => ORIGIN + paths.forgotLink(token),
    forgot: ORIGIN + paths.forgot,
    confirmEmail: token => ORIGIN + paths.accountEmailLink(token),
  }
}
