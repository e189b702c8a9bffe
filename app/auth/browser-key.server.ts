/** The key by which a guest's browser finds its scans again: a secret in a cookie, of which only the hash is stored. */
import { createHash, randomBytes } from 'node:crypto'

const cookieName = '__Host-paraat'
/** The longest that browsers keep a cookie. */
const cookieSeconds = 400 * 24 * 60 * 60
const tokenPattern = /^[A-Za-z0-9_-]{43}$/

/** A new key of 256 random bits. */
export function newBrowserKey(): string {
  return randomBytes(32).toString('base64url')
}

/** SHA-256 of a secret, as lower-case hex: what the database knows of it. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** The browser's key, or null where it has none or one that cannot be ours. */
export function readBrowserKey(request: Request): string | null {
  for (const part of (request.headers.get('Cookie') ?? '').split(';')) {
    const [name, value] = part.trim().split('=')
    if (name === cookieName && value !== undefined && tokenPattern.test(value)) return value
  }
  return null
}

/** The Set-Cookie header for a key; it is renewed at each visit. */
export function browserKeyCookie(key: string): string {
  return `${cookieName}=${key}; Path=/; Max-Age=${cookieSeconds}; Secure; HttpOnly; SameSite=Lax`
}
