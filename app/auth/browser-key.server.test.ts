/** The key of a guest's browser: unguessable, out of reach of scripts and other sites, and known here by its hash only. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { browserKeyCookie, newBrowserKey, readBrowserKey } from './browser-key.server.ts'
import { hashSecret } from './secret.server.ts'

const requestWith = (cookie?: string) => new Request('http://localhost/', cookie === undefined ? {} : { headers: { Cookie: cookie } })

describe('The key of a browser', () => {
  it('has 256 random bits and is never the same', () => {
    const keys = Array.from({ length: 200 }, newBrowserKey)
    expect(new Set(keys).size).toBe(200)
    expect(keys.every(key => Buffer.from(key, 'base64url').byteLength === 32)).toBe(true)
  })

  it('is sent over a safe connection only, to this site only, to no script, and kept for 400 days', () => {
    const key = newBrowserKey()
    expect(browserKeyCookie(key).split('; ').sort()).toEqual(['HttpOnly', `Max-Age=${400 * 24 * 60 * 60}`, 'Path=/', 'SameSite=Lax', 'Secure', `__Host-paraat=${key}`].sort())
  })

  it('comes back as it was sent, among other cookies too', () => {
    const key = newBrowserKey()
    expect(readBrowserKey(requestWith(browserKeyCookie(key).split(';')[0]))).toBe(key)
    expect(readBrowserKey(requestWith(`paraat-language=nl; __Host-paraat=${key}; x=y`))).toBe(key)
  })

  it('is none where the cookie is not one of ours', () => {
    const key = newBrowserKey()
    for (const cookie of [undefined, '', `paraat=${key}`, `x__Host-paraat=${key}`, '__Host-paraat=', '__Host-paraat', `__Host-paraat=${key}x`, `__Host-paraat=${key.slice(1)}`, `__Host-paraat="${key}"`, `__Host-paraat=${'%'.repeat(43)}`]) {
      expect(readBrowserKey(requestWith(cookie))).toBeNull()
    }
  })

  it('is stored as its SHA-256', () => {
    const key = newBrowserKey()
    expect(hashSecret(key)).toBe(createHash('sha256').update(key).digest('hex'))
    expect(hashSecret(key)).not.toContain(key)
  })
})
