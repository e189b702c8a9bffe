/** A whole scan without JavaScript: every page is a form, and says what is wrong. */
import { choose, expectPage, fillIn, goldenCompany, groupOf, newCompany, pageWith, questionOf, beginScan } from './company.ts'
import { expect, test } from './clean-page.ts'
import { expectFigures } from './figures.ts'

test.use({ javaScriptEnabled: false })

test('a copywriter on her own goes from the start to a report with the figures of core', async ({ page }) => {
  const company = goldenCompany('tekstbureau-achter-de-dijk')
  const { sector, region } = company.evidence.profile
  await page.goto('/start')
  await page.getByRole('combobox', { name: 'Wat doet je bedrijf?' }).selectOption(sector)
  await page.getByRole('radio', { name: 'Alleen ik' }).check()
  if (region !== undefined) await page.getByRole('combobox', { name: /gemeente/ }).selectOption(region)
  await page.getByRole('radio', { name: company.evidence.mode === 'full' ? /^Volledige scan/ : /^Snelle scan/ }).check()
  await page.getByRole('button', { name: 'Begin' }).click()
  await fillIn(page, company, 'nl')
  await page.getByRole('button', { name: /^(Afronden en rapport maken|Zet de rest op ‘weet ik niet’ en rond af)$/ }).click()
  await expect(page).toHaveURL(/\/rapport$/)
  await expectFigures(page, company)
})

test('who forgets something on the start page is told what, and what was chosen stays', async ({ page, allow }) => {
  allow(/status of 422/)
  await page.goto('/start')
  await page.getByRole('radio', { name: 'Alleen ik' }).check()
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByRole('link', { name: 'Kies wat je bedrijf doet.' })).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Alleen ik' })).toBeChecked()
  await page.getByRole('combobox', { name: 'Wat doet je bedrijf?' }).selectOption('voeding')
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Eerst: wat moet doorgaan?')
})

test('an answer that contradicts itself is asked again, and the rest of the page is saved', async ({ page, baseURL, allow }) => {
  allow(/status of 422/)
  const company = newCompany('bouw', 'full', '10-49')
  const scan = await beginScan(page, company, baseURL!)
  const [firstAid, deputy] = [questionOf(company, 'eerste-hulp'), questionOf(company, 'vervanger')]
  await page.goto(`/scan/${scan}/thema/mensen`)
  const group = groupOf(page, firstAid)
  await group.getByRole('checkbox', { name: firstAid.items[0]!.label, exact: true }).check()
  await group.getByRole('checkbox', { name: 'Geen van deze', exact: true }).check()
  await choose(page, deputy, { unknown: true }, 'nl')
  await page.getByRole('button', { name: 'Verder' }).click()
  await expect(page.getByRole('link', { name: /^Vraag \d+: kies één antwoord/ })).toBeVisible()
  await page.reload()
  await page.goto(`/scan/${scan}/thema/mensen`)
  await expect(groupOf(page, deputy).getByRole('radio', { name: 'Weet ik niet' })).toBeChecked()
  await expect(group.getByRole('checkbox', { name: 'Geen van deze' })).not.toBeChecked()
})

test('an answer is cleared, a note is kept, and a code opens the scan elsewhere', async ({ page, baseURL, otherDevice }) => {
  const company = newCompany('bouw', 'full', '10-49')
  const scan = await beginScan(page, company, baseURL!)
  const plan = questionOf(company, 'noodplan')
  await page.goto(`/scan/${scan}/thema/crisis`)
  await choose(page, plan, { unknown: true }, 'nl')
  await groupOf(page, plan).getByText('Notitie maken').click()
  await groupOf(page, plan).getByRole('textbox', { name: 'Notitie' }).fill('Staat in de rode map')
  await page.getByRole('button', { name: 'Verder' }).click()
  await expectPage(page, company, null, 'nl')
  await expect(page.getByText('Staat in de rode map')).toBeVisible()
  await page.getByRole('link', { name: `Wijzig: ${plan.text}` }).click()
  await page.getByRole('button', { name: `Antwoord wissen: ${plan.text}` }).click()
  await expectPage(page, company, pageWith(company, 'noodplan'), 'nl')
  await expect(groupOf(page, plan).getByRole('radio', { name: 'Weet ik niet' })).not.toBeChecked()
  await expect(groupOf(page, plan).getByRole('textbox', { name: 'Notitie' })).toHaveValue('Staat in de rode map')

  await page.goto(`/scan/${scan}/verder`)
  await page.getByRole('button', { name: 'Maak een code' }).click()
  const code = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec((await page.getByRole('status').textContent()) ?? '')?.[0] ?? ''
  const phone = await otherDevice({ javaScriptEnabled: false })
  await phone.goto('/verder')
  await phone.getByRole('textbox', { name: 'Code' }).fill(code.toLowerCase())
  await phone.getByRole('button', { name: 'Open de scan' }).click()
  await expect(phone).toHaveURL(new RegExp(`/scan/${scan}$`))
})
