/** Addresses: every page in both languages, and the way between them. */
import { describe, expect, it } from 'vitest'
import { inLanguage, languageOf, pathsIn, safeReturn } from './paths.ts'

describe('The language of an address', () => {
  it.each(['/en', '/en/', '/en/start', '/en/scan/x/rapport'])('is English for %s', pathname => {
    expect(languageOf(pathname)).toBe('en')
  })

  it.each(['/', '/start', '/energie', '/scan/en', '/english', '/health'])('is Dutch for %s', pathname => {
    expect(languageOf(pathname)).toBe('nl')
  })
})

describe('The same page in the other language', () => {
  it.each([
    ['/', '/en'],
    ['/start', '/en/start'],
    ['/start?uren=4', '/en/start?uren=4'],
    ['/scan/a1/thema/energie', '/en/scan/a1/thema/energie'],
  ])('leads from %s to %s and back', (dutch, english) => {
    expect(inLanguage(dutch, 'en')).toBe(english)
    expect(inLanguage(english, 'nl')).toBe(dutch)
  })

  it('stays where it is in its own language', () => {
    expect(inLanguage('/start', 'nl')).toBe('/start')
    expect(inLanguage('/en/start', 'en')).toBe('/en/start')
  })

  it('keeps the query of the home page', () => {
    expect(inLanguage('/?uren=4', 'en')).toMatch(/^\/en\/?\?uren=4$/)
    expect(inLanguage('/en?uren=4', 'nl')).toBe('/?uren=4')
  })

  it.each(['//evil.example', '/en//evil.example', '//evil.example/en'])('never leads off the site: %s', pathname => {
    for (const language of ['nl', 'en'] as const) expect(new URL(inLanguage(pathname, language), 'https://paraat.example').host).toBe('paraat.example')
  })
})

describe('Every address of the site', () => {
  const id = 'a1'
  const addresses = (language: 'nl' | 'en') =>
    Object.entries(pathsIn(language)).map(([name, address]) => [name, typeof address === 'function' ? (address as (id: string, more: unknown) => string)(id, 'energie') : address] as const)
  const once = new Set(['trades', 'api', 'health'])

  it('is the same in English, behind /en', () => {
    const english = new Map(addresses('en'))
    for (const [name, address] of addresses('nl')) {
      expect(english.get(name)).toBe(once.has(name) ? address : inLanguage(address, 'en'))
    }
  })

  it('stands there once: no two names for one address', () => {
    const all = addresses('nl').map(([, address]) => address)
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('Going on after signing in', () => {
  it.each(['/', '/en', '/scan/a1/thema/energie', '/en/bedrijf/a1/mensen?van=brief#rollen', '/verder?code=%2F%2F', '/a b'])('leads back to a page of ours: %s', asked => {
    const safe = safeReturn(asked)
    expect(safe).not.toBeNull()
    expect(new URL(safe ?? '', 'https://paraat.example').href).toBe(new URL(asked, 'https://paraat.example').href)
  })

  it.each([
    null, '', 'bedrijven', 'https://evil.example', 'https:evil.example', '//evil.example', '///evil.example', '////evil.example', '/\\evil.example', '\\\\evil.example', '\\/evil.example', '/\t/evil.example',
    '/\n/evil.example', '\t//evil.example', ' //evil.example', '/\r\nLocation: https://evil.example', 'javascript:alert(1)', 'JaVaScRiPt:alert(1)', '/.//evil.example', '/..//evil.example', '/x/..//evil.example',
    'data:text/html,x', 'http://', '//', '/\\', 'evil.example', '?x', '#x', '/\u0000', '/\u0085/evil.example', '//[', '/%2e%2e//evil.example',
  ])('leads nowhere else: %j', asked => {
    expect(safeReturn(asked)).toBeNull()
  })

  it.each(['/%5cevil.example', '/%2f%2fevil.example', '/%09/evil.example', '/@evil.example', '/:80', '/evil.example', '/x//evil.example', '/en//evil.example'])('may lead to a page that only looks strange, on this site: %s', asked => {
    const safe = safeReturn(asked)
    if (safe !== null) expect(new URL(safe, 'https://paraat.example').host).toBe('paraat.example')
  })
})
