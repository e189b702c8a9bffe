/** The key by which a guest's browser finds its scans again: a secret in a cookie, of which only the hash is stored. */
import { readToken, tokenCookie } from './cookie.ts'
import { newSecret } from './secret.server.ts'

const cookieName = '__Host-paraat'
/** The longest that browsers keep a cookie. */
const cookieSeconds = 400 * 24 * 60 * 60

/** A new key of 256 random bits. */
export function newBrowserKey(): string {
  return newSecret()
}

/** The browser's key, or null where it has none or one that cannot be ours. */
export function readBrowserKey(request: Request): string | null {
  return readToken(request, cookieName)
}

/** The Set-Cookie header for a key; it is renewed at each visit. */
export function browserKeyCookie(key: string): string {
  return tokenCookie(cookieName, key, cookieSeconds)
}
