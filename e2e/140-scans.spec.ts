/** Several scans of one company, and a guest's scan that goes along to an account. */
import { pathsIn } from '#app/paths.ts'
import { sessionCookieName } from '#app/auth/session.server.ts'
import { signUp } from './account.ts'
import { expect, test } from './clean-page.ts'
import { finishedScan, newCompany } from './company.ts'
import type { Page as Tab } from '@playwright/test'

const nl = pathsIn('nl')

/** Makes an account and signs this browser in to it. */
async function signedIn(tab: Tab, baseURL: string): Promise<void> {
  const { cookie } = await signUp(Number(new URL(baseURL).port))
  const value = cookie.split('=')[1] ?? ''
  await tab.context().addCookies([{ name: sessionCookieName, value, domain: 'localhost', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' }])
}

/** The row of a scan on the company's page. */
const row = (tab: Tab, name: string) => tab.locator('.company-scans > li').filter({ has: tab.getByRole('heading', { name, exact: true }) })
const said = (tab: Tab) => tab.getByRole('status')

test('a guest takes a scan along; the company then begins, names, archives, deletes, puts back and chooses scans', async ({ page, baseURL: base, otherDevice, allow }) => {
  const baseURL = base ?? ''
  allow(/status of 422/) // a name that is too long
  const scan = await finishedScan(page, newCompany('bouw', 'quick', '2-9'), baseURL)
  await page.goto(nl.report(scan))
  await page.getByRole('link', { name: 'Kies hoe je het bewaart' }).click()
  await expect(page.getByRole('link', { name: 'Maak een account' })).toHaveAttribute('href', nl.signUp(scan))

  const guestCookies = await page.context().cookies()
  await signedIn(page, baseURL)
  await page.goto(nl.keep(scan))
  await page.getByRole('button', { name: 'Neem deze scan mee naar je account' }).click()
  await expect(page).toHaveURL(nl.report(scan))

  const guest = await otherDevice()
  await guest.context().addCookies(guestCookies)
  expect((await guest.request.get(baseURL + nl.report(scan))).status()).toBe(404)

  // a second scan, of a site: sector and size are known
  await page.getByRole('link', { name: 'Alle scans' }).first().click()
  await expect(row(page, 'Hele bedrijf')).toContainText('Deze telt')
  const company = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await page.getByRole('link', { name: 'Begin een scan' }).click()
  await expect(page.getByRole('radio', { name: '2 tot en met 9 mensen' })).toBeChecked()
  await page.getByRole('radio', { name: 'Eén vestiging' }).check()
  await page.getByLabel('Naam van de vestiging').fill('Werkplaats')
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page).toHaveURL(/\/wat-door$/)
  const site = /\/scan\/([^/]+)\//.exec(page.url())?.[1] ?? ''

  await page.goto(nl.company(company))
  await expect(row(page, 'Werkplaats').getByRole('link', { name: 'Ga verder met Werkplaats' })).toBeVisible()
  await page.goto(nl.check(site))
  await page.getByRole('button', { name: /weet ik niet/i }).click()
  await expect(page).toHaveURL(nl.report(site))

  await test.step('name', async () => {
    await page.goto(nl.companyScan(company, site))
    await page.getByLabel('Hoe noem je deze scan?').fill('x'.repeat(81))
    await page.getByRole('button', { name: 'Bewaar de naam' }).click()
    await expect(page.getByRole('link', { name: /hoogstens 80 tekens/ })).toBeVisible()
    await expect(page.getByLabel('Hoe noem je deze scan?')).toHaveValue('x'.repeat(81))
    await page.getByLabel('Hoe noem je deze scan?').fill('Werkplaats Zuid')
    await page.getByRole('button', { name: 'Bewaar de naam' }).click()
    await expect(row(page, 'Werkplaats Zuid')).toBeVisible()
  })

  await test.step('choose', async () => {
    await row(page, 'Werkplaats Zuid').getByRole('link', { name: 'Beheren: Werkplaats Zuid' }).click()
    await page.getByRole('button', { name: 'Laat deze tellen' }).click()
    await expect(row(page, 'Werkplaats Zuid')).toContainText('Deze telt, want die is gekozen')
    await expect(row(page, 'Hele bedrijf')).not.toContainText('Deze telt')
  })

  await test.step('archive and undo', async () => {
    await page.goto(nl.companyScan(company, site))
    await page.getByRole('button', { name: 'Archiveer' }).click()
    await expect(said(page)).toContainText('gearchiveerd')
    await expect(row(page, 'Hele bedrijf')).toContainText('Deze telt')
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect(row(page, 'Werkplaats Zuid')).toContainText('Deze telt, want die is gekozen')
  })

  await test.step('delete and put back', async () => {
    await page.goto(nl.remove(site))
    await expect(page.getByText('30 dagen terugzetten')).toBeVisible()
    await page.getByRole('button', { name: 'Verwijder deze scan' }).click()
    await expect(said(page)).toContainText('De scan is verwijderd.')
    expect((await page.request.get(baseURL + nl.report(site))).status()).toBe(404)
    await page.goto(nl.company(company))
    await page.getByText('Verwijderd (1)').click()
    await page.getByRole('button', { name: 'Zet terug: Werkplaats Zuid' }).click()
    await expect(row(page, 'Werkplaats Zuid')).toContainText('Deze telt, want die is gekozen')
  })

  await page.goto(nl.home)
  await expect(page.getByRole('link', { name: /Rapport van .*Werkplaats Zuid/ })).toHaveAttribute('href', nl.report(site))
})

test('the pages of a company’s scans exist for its members alone', async ({ page, baseURL: base, otherDevice }) => {
  const baseURL = base ?? ''
  const scan = await finishedScan(page, newCompany('bouw', 'quick', '2-9'), baseURL)
  await signedIn(page, baseURL)
  await page.goto(nl.keep(scan))
  await page.getByRole('button', { name: 'Neem deze scan mee naar je account' }).click()
  await page.getByRole('link', { name: 'Alle scans' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const company = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const stranger = await otherDevice()
  await stranger.goto(nl.company(company))
  await expect(stranger).toHaveURL(/\/inloggen\?verder=/)
  await signedIn(stranger, baseURL)
  for (const address of [nl.company(company), nl.companyScan(company, scan), nl.keep(scan), `${nl.start}?bedrijf=${company}`]) {
    expect((await stranger.request.get(baseURL + address)).status()).toBe(404)
  }
  const form = { do: 'remove' }
  const answer = await stranger.request.post(baseURL + nl.companyScan(company, scan), { form, headers: { Origin: baseURL } })
  expect(answer.status()).toBe(404)
  expect((await page.request.get(baseURL + nl.report(scan))).status()).toBe(200)
})
