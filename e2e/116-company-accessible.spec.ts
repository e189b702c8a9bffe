/** Every page of members, the invited and operators against WCAG 2.2 A and AA: all rules once, contrast in the dark, and nothing scrolls sideways. */
import { companyPages, openCompanyPages } from './company-pages.ts'
import { expect, test } from './clean-page.ts'
import { unclean } from './every-page.ts'
import { ownServer } from './own-server.ts'

const dark = { colorScheme: 'dark' } as const

test.describe.configure({ mode: 'parallel', timeout: 240_000 })

for (const [name, language, width, settings, contrastOnly] of [
  ['all rules, in Dutch at 1280 px', 'nl', 1280, {}, false],
  ['all rules, in English at 320 px', 'en', 320, {}, false],
  ['contrast in the dark, in Dutch at 320 px', 'nl', 320, dark, true],
] as const) {
  test.describe(name, () => {
    test.use({ viewport: { width, height: 900 }, ...settings })

    test('no page of a company has a violation', async ({ page, allow }) => {
      allow(/status of (401|403|410|422)/)
      const server = await ownServer()
      const seen: string[] = []
      const found: Record<string, unknown> = {}
      try {
        await openCompanyPages(page, server, language, async one => {
          seen.push(one)
          const violations = await unclean(page, contrastOnly)
          if (violations.length > 0) found[one] = violations
          expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), `${one} scrolls sideways`).toBeLessThanOrEqual(width)
        })
      } finally {
        await server.stop()
      }
      expect(found).toEqual({})
      expect(seen).toEqual(companyPages)
    })
  })
}
