/** Every page of members, the invited and operators against WCAG 2.2 A and AA: all rules in each language, and nothing scrolls sideways; in the dark it is a drill. */
import { companyPages, openCompanyPages } from './company-pages.ts'
import { expect, test } from './clean-page.ts'
import { unclean } from './every-page.ts'
import { ownServer } from './own-server.ts'

test.describe.configure({ mode: 'parallel', timeout: 240_000 })

for (const [name, language, width] of [
  ['all rules, in Dutch at 1280 px', 'nl', 1280],
  ['all rules, in English at 320 px', 'en', 320],
] as const) {
  test.describe(name, () => {
    test.use({ viewport: { width, height: 900 } })

    test('no page of a company has a violation', async ({ page, allow }) => {
      allow(/status of (401|403|410|422)/)
      const server = await ownServer()
      const seen: string[] = []
      const found: Record<string, unknown> = {}
      try {
        await openCompanyPages(page, server, language, async one => {
          seen.push(one)
          const violations = await unclean(page, false)
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
