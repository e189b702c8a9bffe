/** Every page of an account against WCAG 2.2 A and AA: all rules once, and contrast in the other colours and language at both widths. */
import { accountPages, openAccountPages } from './account-pages.ts'
import { expect, test } from './clean-page.ts'
import { unclean } from './every-page.ts'

const dark = { colorScheme: 'dark' } as const

for (const [name, language, width, settings, contrastOnly] of [
  ['all rules, in Dutch at 1280 px', 'nl', 1280, {}, false],
  ['all rules, in English at 320 px', 'en', 320, {}, false],
  ['contrast in the dark, in Dutch at 320 px', 'nl', 320, dark, true],
] as const) {
  test.describe(name, () => {
    test.use({ viewport: { width, height: 900 }, ...settings })

    test('no page of an account has a violation', async ({ page, baseURL, allow }) => {
      test.setTimeout(120_000)
      allow(/status of 422/)
      const seen: string[] = []
      const found: Record<string, unknown> = {}
      await openAccountPages(page, baseURL!, language, async one => {
        seen.push(one)
        const violations = await unclean(page, contrastOnly)
        if (violations.length > 0) found[one] = violations
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `${one} scrolls sideways`).toBeLessThanOrEqual(width)
      })
      expect(found).toEqual({})
      expect(seen).toEqual(accountPages)
    })
  })
}
