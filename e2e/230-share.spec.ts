/** A company shares part of its report by a link, somebody reads it, and the company ends it. */
import { pathsIn } from '#app/paths.ts'
import { expect, test } from './clean-page.ts'
import { finishedScan, goldenCompany } from './company.ts'

const nl = pathsIn('nl')

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('the baker shares the short story with the insurer, who reads that and nothing else, until it is deleted', async ({ page, baseURL, otherDevice, allow }) => {
      allow(/status of (404|422)/)
      const scan = await finishedScan(page, goldenCompany('bakkerij-de-korenaar'), baseURL ?? '')
      await page.goto(nl.share(scan))
      await expect(page.getByRole('heading', { name: 'Er is nog geen link' })).toBeVisible()

      await page.getByRole('checkbox', { name: 'Het korte verhaal' }).uncheck()
      await page.getByRole('button', { name: 'Maak de link' }).click()
      await expect(page.getByRole('link', { name: 'Kies ten minste één deel.' })).toBeVisible()

      await page.getByRole('checkbox', { name: 'Het korte verhaal' }).check()
      await page.getByLabel('Voor wie is de link?').fill('De verzekeraar')
      await page.getByRole('radio', { name: '7 dagen' }).check()
      await page.getByRole('button', { name: 'Maak de link' }).click()
      const address = await page.getByLabel('Adres om te delen').inputValue()
      await expect(page.getByRole('heading', { name: 'De verzekeraar' })).toBeVisible()
      await expect(page.getByText('Nog niet geopend.')).toBeVisible()

      const insurer = await otherDevice({ javaScriptEnabled })
      const answer = await insurer.goto(address)
      expect(answer?.headers()).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'no-store' })
      await expect(insurer.getByText('Iemand deelde dit rapport van')).toBeVisible()
      await expect(insurer.getByRole('heading', { name: /^Niveau \d van 5/ })).toBeVisible()
      await expect(insurer.getByRole('heading', { name: 'Hoe elk getal is gemaakt' })).toHaveCount(0)
      await expect(insurer.locator(`a[href*="${scan}"]`)).toHaveCount(0)

      await page.goto(nl.share(scan))
      await expect(page.getByText(/Laatst geopend op/)).toBeVisible()
      await page.getByRole('button', { name: 'Verwijder de link: De verzekeraar' }).click()
      await expect(page.getByText('De link is verwijderd en werkt niet meer')).toBeVisible()
      expect((await insurer.goto(address))?.status()).toBe(404)
    })
  })
}
