/** Remembers in which language somebody reads: a cookie that holds nothing else. */
import type { Language } from '#app/core/questionnaire.ts'

const cookieName = 'paraat-language'
const year = 365 * 24 * 60 * 60

/** The language this browser read in last, or null. */
export function readLanguageCookie(request: Request): Language | null {
  const found = /(?:^|;\s*)paraat-language=(nl|en)(?:;|$)/.exec(request.headers.get('Cookie') ?? '')
  return (found?.[1] as Language | undefined) ?? null
}

/** The Set-Cookie header that remembers a language. */
export function languageCookie(language: Language): string {
  return `${cookieName}=${language}; Path=/; Max-Age=${year}; Secure; HttpOnly; SameSite=Lax`
}

/** True where somebody types or opens the bare address who read in English last; who comes from our own link chose Dutch. */
export function wantsEnglish(request: Request): boolean {
  return readLanguageCookie(request) === 'en' && request.headers.get('Sec-Fetch-Site') !== 'same-origin'
}
