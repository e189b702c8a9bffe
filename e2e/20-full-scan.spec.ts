/** A whole scan in Dutch, from the home page to the report, and the figures in it. */
import { fillIn, goldenCompany, withRestUnknown } from './company.ts'
import { expect, test } from './clean-page.ts'
import { expectFigures } from './figures.ts'

test('a roofer with 10 to 49 people in Zeeland goes from the first question to a report whose figures are those of core', async ({ page }) => {
  const company = goldenCompany('dakwerken-boven-water', { size: '10-49' })
  await page.goto('/')
  await page.getByRole('link', { name: 'Of begin meteen met de scan' }).click()
  await page.getByRole('combobox', { name: 'Wat doet je bedrijf?' }).fill('dakdek')
  await page.getByRole('option', { name: /^dakdekker/i }).first().click()
  await expect(page.getByText('Je krijgt vragen voor: Bouw, dak en onderhoud.')).toBeVisible()
  await page.getByRole('radio', { name: '10 tot en met 49 mensen' }).check()
  await page.getByRole('combobox', { name: /In welke gemeente zit je bedrijf/ }).fill('Middelb')
  await page.getByRole('option', { name: /^Middelburg/ }).click()
  await page.getByRole('radio', { name: /^Volledige scan, ongeveer \d+ minuten/ }).check()
  await page.getByRole('button', { name: 'Begin' }).click()

  await fillIn(page, company, 'nl')
  await page.getByRole('button', { name: 'Zet de rest op ‘weet ik niet’ en rond af' }).click()
  await expect(page).toHaveURL(/\/rapport$/)
  await expectFigures(page, withRestUnknown(company))
  await expect(page.getByText('Zeeland', { exact: true })).toBeAttached()
})

test('Dakwerken Boven Water gets the points, level and hours of its golden file', async ({ page }) => {
  const company = goldenCompany('dakwerken-boven-water')
  await page.goto('/start')
  await page.getByRole('combobox', { name: 'Wat doet je bedrijf?' }).fill('dakdek')
  await page.getByRole('option', { name: /^dakdekker/i }).first().click()
  await page.getByRole('radio', { name: '2 tot en met 9 mensen' }).check()
  await page.getByRole('combobox', { name: /In welke gemeente zit je bedrijf/ }).fill('Zeeland')
  await page.getByRole('option', { name: /^Zeeland/ }).first().click()
  await page.getByRole('radio', { name: /^Volledige scan/ }).check()
  await page.getByRole('button', { name: 'Begin' }).click()

  await fillIn(page, company, 'nl')
  await expect(page.getByText('Alles is ingevuld. Klopt het? Rond dan af.')).toBeVisible()
  await page.getByRole('button', { name: 'Afronden en rapport maken' }).click()
  await expect(page).toHaveURL(/\/rapport$/)
  await expectFigures(page, company)

  await page.goto('/')
  await expect(page.getByRole('link', { name: 'Bouw, dak en onderhoud · volledige scan' })).toBeVisible()
})
