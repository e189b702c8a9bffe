/** Secrets that are handed out once and known here by their hash only: cookies, mailed links, codes. */
import { createHash, randomBytes } from 'node:crypto'

/** A new secret of 256 random bits, 43 characters. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** True for a text that `newSecret` could have made: what comes back with a form. */
export function isSecret(text: string): boolean {
  return /^[\w-]{43}$/.test(text)
}

/** SHA-256 of a secret, as lower-case hex: what the database knows of it. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
