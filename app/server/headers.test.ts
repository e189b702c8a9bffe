/** The headers that stand on every answer. */
import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy, securityHeaders } from './headers.ts'

describe('The content security policy of a page', () => {
  const directives = new Map(
    contentSecurityPolicy('abc').split('; ').map(line => {
      const [name = '', ...values] = line.split(' ')
      return [name, values] as const
    }),
  )

  it('runs own scripts and those with the nonce of this page, and no others', () => {
    expect(directives.get('script-src')).toEqual(["'self'", "'nonce-abc'"])
  })

  it.each([
    ['default-src', "'none'"],
    ['object-src', "'none'"],
    ['base-uri', "'none'"],
    ['frame-ancestors', "'none'"],
    ['form-action', "'self'"],
    ['connect-src', "'self'"],
  ])('sets %s to %s', (name, value) => {
    expect(directives.get(name)).toEqual([value])
  })

  it('names no other site, so that nothing is fetched from anyone else', () => {
    expect(contentSecurityPolicy('abc')).not.toMatch(/https?:|\*/)
  })
})

describe('Every answer', () => {
  it('may not be sniffed, framed, or tell other sites where somebody came from', () => {
    const headers = securityHeaders(true)
    expect(headers['X-Content-Type-Options']).toBe('nosniff')
    expect(headers['Referrer-Policy']).toBe('same-origin')
    expect(headers['Content-Security-Policy']).toContain("default-src 'none'")
    expect(headers['Content-Security-Policy']).toContain("frame-ancestors 'none'")
    expect(Object.keys(headers)).not.toContain('X-Powered-By')
  })

  it('asks for https from then on, but only where the site is on https', () => {
    expect(securityHeaders(true)['Strict-Transport-Security']).toMatch(/max-age=\d{8}/)
    expect(securityHeaders(false)).not.toHaveProperty('Strict-Transport-Security')
  })
})
