/** A company asks a supplier for hours; the supplier scans, sees what leaves, sends it and takes it back. */
import { pathsIn } from '#app/paths.ts'
import { expect, test } from './clean-page.ts'
import { finishedScan, goldenCompany, saveAll } from './company.ts'

const nl = pathsIn('nl')

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('the baker asks the wholesaler, who sends one figure for each scenario and nothing else, until it is withdrawn', async ({ page, baseURL, otherDevice, allow }) => {
      allow(/status of (404|422)/)
      const base = baseURL ?? ''
      const scan = await finishedScan(page, goldenCompany('bakkerij-de-korenaar'), base)
      await page.goto(nl.suppliers(scan))
      await page.getByLabel('Welke leverancier?').fill('De meelfabriek')
      await page.getByRole('button', { name: 'Maak de link' }).click()
      await expect(page.getByRole('link', { name: 'Vul in hoe hij jou kent, in hooguit 120 tekens.' })).toBeVisible()
      await expect(page.getByLabel('Welke leverancier?')).toHaveValue('De meelfabriek')
      await page.getByLabel('Hoe kent hij jou?').fill('Bakkerij De Korenaar')
      await page.getByRole('button', { name: 'Maak de link' }).click()
      const address = await page.getByLabel('Adres voor je leverancier').inputValue()
      await expect(page.getByLabel('Tekst voor een mail')).toHaveValue(new RegExp(address))
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nog geen leverancier gaf uren door')

      const supplier = await otherDevice({ javaScriptEnabled })
      const answer = await supplier.goto(address)
      expect(answer?.headers()).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'no-store' })
      await expect(supplier.getByRole('heading', { level: 1 })).toHaveText('Bakkerij De Korenaar vraagt hoe lang jij blijft leveren')
      await expect(supplier.getByText('De meelfabriek')).toHaveCount(0)
      await supplier.getByRole('link', { name: 'Begin de korte scan' }).click()
      await expect(supplier.getByText('Je doet deze scan omdat Bakkerij De Korenaar het vroeg')).toBeVisible()
      const wholesaler = goldenCompany('versgroothandel-de-vroege-vogel')
      await supplier.locator('select[name=sector], input[name=sector]').first().waitFor({ state: 'attached' })
      const voor = await supplier.locator('input[name=voor]').inputValue()
      const once = await supplier.locator('input[name=once]').inputValue()
      const { sector, size } = wholesaler.evidence.profile
      const form = { sector, size: size ?? '2-9', region: '', scope: 'company', mode: wholesaler.evidence.mode, power: '', once, voor }
      const begun = await supplier.request.post(base + nl.start, { form, headers: { Origin: base }, maxRedirects: 0 })
      const id = /\/scan\/([^/]+)\//.exec(begun.headers()['location'] ?? '')?.[1] ?? ''
      await supplier.goto(nl.sendBack(id))
      await expect(supplier.getByRole('heading', { level: 1 })).toHaveText('Rond eerst de scan af')
      await saveAll(supplier, id, wholesaler, base)
      await supplier.request.post(base + nl.check(id), { form: { rest: 'unknown' }, headers: { Origin: base }, maxRedirects: 0 })

      await supplier.goto(nl.sendBack(id))
      await expect(supplier.getByRole('heading', { level: 1 })).toHaveText('Geef je uren door aan Bakkerij De Korenaar')
      const cells = await supplier.getByRole('row').count()
      expect(cells).toBeGreaterThan(1)
      await page.goto(nl.suppliers(scan))
      await expect(page.getByText('Er staan nu geen uren.')).toBeVisible()

      await supplier.getByRole('button', { name: 'Geef door aan Bakkerij De Korenaar' }).click()
      await expect(supplier.getByText('Je uren zijn doorgegeven')).toBeVisible()
      await page.goto(nl.suppliers(scan))
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Eén leverancier gaf uren door')
      await expect(page.getByText(/(Levert|Stopt meteen).* · (jij|hoe lang)/).first()).toBeVisible()
      await expect(page.locator(`a[href*="${id}"]`)).toHaveCount(0)
      expect((await page.goto(nl.report(id)))?.status()).toBe(404)

      await page.goto(nl.suppliers(scan))
      await page.getByRole('button', { name: 'Trek de link in: De meelfabriek' }).click()
      await expect(page.getByText('De link is ingetrokken en werkt niet meer')).toBeVisible()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Eén leverancier gaf uren door')
      expect((await supplier.goto(address))?.status()).toBe(404)

      await supplier.goto(nl.sendBack(id))
      await supplier.getByRole('button', { name: 'Trek in: Bakkerij De Korenaar' }).click()
      await expect(supplier.getByText('Je uren zijn ingetrokken')).toBeVisible()
      await page.goto(nl.suppliers(scan))
      await expect(page.getByText('Er staan geen uren.')).toBeVisible()
      await page.getByRole('button', { name: 'Haal uit de lijst: De meelfabriek' }).click()
      await expect(page.getByText('De leverancier is uit je lijst')).toBeVisible()
    })
  })
}
