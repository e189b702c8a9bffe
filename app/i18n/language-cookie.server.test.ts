/** The language somebody reads in is remembered, and never forced on who chose the other one. */
import { describe, expect, it } from 'vitest'
import { languageCookie, readLanguageCookie, wantsEnglish } from './language-cookie.server.ts'

const requestWith = (headers: Record<string, string>) => new Request('http://localhost/', { headers })

describe('The language cookie', () => {
  it('brings back the language that was read in last', () => {
    for (const language of ['nl', 'en'] as const) {
      const cookie = languageCookie(language).split(';')[0] ?? ''
      expect(readLanguageCookie(requestWith({ Cookie: cookie }))).toBe(language)
      expect(readLanguageCookie(requestWith({ Cookie: `a=b; ${cookie}; c=d` }))).toBe(language)
    }
  })

  it('says nothing where there is none or one that is not ours', () => {
    for (const cookie of ['', 'paraat-language=de', 'paraat-language=english', 'x-paraat-language=en', 'paraat-language=']) {
      expect(readLanguageCookie(requestWith({ Cookie: cookie }))).toBeNull()
    }
  })

  it('stays for a year, on this site, and out of reach of scripts', () => {
    expect(languageCookie('en').split('; ').slice(1).sort()).toEqual(['HttpOnly', `Max-Age=${365 * 24 * 60 * 60}`, 'Path=/', 'SameSite=Lax', 'Secure'])
  })

  it('leads to English who types the address and read English last', () => {
    expect(wantsEnglish(requestWith({ Cookie: 'paraat-language=en' }))).toBe(true)
    expect(wantsEnglish(requestWith({ Cookie: 'paraat-language=en', 'Sec-Fetch-Site': 'none' }))).toBe(true)
  })

  it('leaves who comes by our own link to Dutch, and who reads Dutch, where they are', () => {
    expect(wantsEnglish(requestWith({ Cookie: 'paraat-language=en', 'Sec-Fetch-Site': 'same-origin' }))).toBe(false)
    expect(wantsEnglish(requestWith({ Cookie: 'paraat-language=nl' }))).toBe(false)
    expect(wantsEnglish(requestWith({}))).toBe(false)
  })
})
