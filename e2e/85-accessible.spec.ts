/** Every page against WCAG 2.2 A and AA: all rules in each language, and contrast in the dark, whose colours no language and width change; the whole cross is a drill. */
import { openEveryPage, pageNames, unclean, type Everything } from './every-page.ts'
import { expect, test } from './clean-page.ts'

const dark = { colorScheme: 'dark' } as const

test.describe.configure({ mode: 'parallel', timeout: 120_000 })

for (const [name, language, width, settings, contrastOnly] of [
  ['all rules, in Dutch at 1280 px', 'nl', 1280, {}, false],
  ['all rules, in English at 320 px', 'en', 320, {}, false],
  ['contrast in the dark, in Dutch at 320 px', 'nl', 320, dark, true],
] as const) {
  test.describe(name, () => {
    test.use({ viewport: { width, height: 900 }, ...settings })

    test('no page has a violation', async ({ page, baseURL, allow }) => {
      allow(/status of (404|422)/)
      const seen: string[] = []
      const found: Record<string, unknown> = {}
      await openEveryPage(page, baseURL!, language, async (one: keyof Everything) => {
        seen.push(one)
        const violations = await unclean(page, contrastOnly)
        if (violations.length > 0) found[one] = violations
        if (!contrastOnly) expect(await page.evaluate(() => document.documentElement.scrollWidth), `${one} scrolls sideways`).toBeLessThanOrEqual(width)
      })
      expect(found).toEqual({})
      expect(seen).toEqual(pageNames)
    })
  })
}
