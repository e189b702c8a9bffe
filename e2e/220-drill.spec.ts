/** A company drills half an hour at the table, keeps what was said, and closes it with an action for its plan. */
import { pathsIn } from '#app/paths.ts'
import { expect, test } from './clean-page.ts'
import { finishedScan, goldenCompany } from './company.ts'

const nl = pathsIn('nl')
const en = pathsIn('en')

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('the baker begins a drill, takes it away and puts it back, notes what came out, and closes it with one action', async ({ page, baseURL, allow }) => {
      allow(/status of 422/)
      const scan = await finishedScan(page, goldenCompany('bakkerij-de-korenaar'), baseURL ?? '')
      await page.goto(nl.drills(scan))
      await page.getByRole('button', { name: 'Begin de oefening' }).first().click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Een half uur oefenen')
      const drill = page.url()
      await page.getByRole('button', { name: 'Haal deze oefening weg' }).click()
      await page.getByRole('button', { name: 'Zet terug' }).click()
      await page.goto(drill)

      await page.getByLabel('Wie doen er mee?').fill('Sanne en Bram')
      await page.getByLabel('Wat kwam eruit?').first().fill('Niemand wist waar de zaklamp ligt')
      await page.getByRole('button', { name: 'Bewaar de notities' }).click()
      await expect(page.getByText('De notities zijn bewaard.')).toBeVisible()
      await expect(page.getByLabel('Wie doen er mee?')).toHaveValue('Sanne en Bram')

      await page.getByLabel('Wat ga je doen?').fill('Z'.repeat(300))
      await page.getByRole('button', { name: 'Oefening afsluiten' }).click()
      await expect(page.getByRole('link', { name: /^Een actie is langer dan/ })).toBeVisible()
      await page.getByLabel('Wat ga je doen?').fill('Zaklamp bij de deur hangen')
      const exercised = page.getByRole('group', { name: 'Welke antwoorden heb je geoefend?' }).getByRole('checkbox')
      const asked = await exercised.count()
      expect(asked).toBeGreaterThan(1)
      for (let n = 1; n < asked; n++) await exercised.nth(n).uncheck()
      await page.getByRole('button', { name: 'Oefening afsluiten' }).click()
      await expect(page.getByText('1 antwoord staat nu op geoefend.')).toBeVisible()
      await expect(page.getByText('1 actie staat in je plan.')).toBeVisible()
      await expect(page.getByText('Niemand wist waar de zaklamp ligt').first()).toBeVisible()
      await expect(page.getByRole('button', { name: 'Oefening afsluiten' })).toHaveCount(0)

      await page.getByRole('link', { name: 'Naar je plan' }).click()
      await expect(page.getByRole('link', { name: 'Zaklamp bij de deur hangen' })).toBeVisible()
      await page.goto(nl.drills(scan))
      await expect(page.getByText(/^Gehouden op .* · 1 antwoord geoefend, 1 actie$/)).toBeVisible()
    })
  })
}

// a company with little to do, and the two with the longest scripts
for (const company of ['uitzendbureau-op-tijd', 'varkensbedrijf-achterste-hoeve', 'tankopslag-westerkade']) {
  test(`the script for ${company} is two sheets in either language, with room to write at every moment`, async ({ page, baseURL }) => {
    const scan = await finishedScan(page, goldenCompany(company), baseURL ?? '')
    await page.goto(nl.drills(scan))
    await page.getByRole('radio').first().check()
    await page.getByRole('button', { name: 'Begin de oefening' }).first().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Een half uur oefenen: zonder stroom')
    const drill = page.url().split('/').at(-1) ?? ''
    for (const address of [nl.drill(scan, drill), en.drill(scan, drill)]) {
      await page.goto(address)
      const sheets = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)
      expect(sheets).toHaveLength(2)
      await page.emulateMedia({ media: 'print' })
      const heights = await page.locator('.drill-lines').evaluateAll(all => all.map(lines => lines.getBoundingClientRect().height))
      for (const height of heights) expect(height).toBeGreaterThan(75) // two lines of 8 mm and the words above them
      const sizes = await page.locator('main p, main li, main h2').evaluateAll(all => all.map(one => parseFloat(getComputedStyle(one).fontSize)))
      expect(Math.min(...sizes)).toBeGreaterThan(13.3) // 10 pt
      await page.emulateMedia({ media: null })
    }
  })
}
