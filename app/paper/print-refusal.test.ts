/** Tests for the page that says why there is no PDF. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { describe, expect, it } from 'vitest'
import type { Language } from '#app/core/questionnaire.ts'
import { keepLanguageIn, withLanguage } from '#app/i18n/language.ts'
import { printRefusal } from './print-refusal.ts'

keepLanguageIn(new AsyncLocalStorage<Language>())

describe('the page without a PDF', () => {
  it('says that it is busy and when to try again', async () => {
    const answer = withLanguage('nl', () => printRefusal('busy', '/scan/a/rapport'))
    expect(answer.status).toBe(503)
    expect(answer.headers.get('Retry-After')).toBe('30')
    expect(await answer.text()).toContain('Het is nu druk')
  })

  it('points to printing from the browser when there is none here', async () => {
    const answer = withLanguage('en', () => printRefusal('unavailable', '/en/scan/a/rapport'))
    const text = await answer.text()
    expect(answer.headers.has('Retry-After')).toBe(false)
    expect(text).toContain('<html lang="en">')
    expect(text).toContain('Print the page from your browser')
    expect(text).toContain('href="/en/scan/a/rapport"')
  })
})
