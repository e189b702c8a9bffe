/** Going on with a scan on another device, and deleting it for good. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { beginScan, choose, expectPage, finishedScan, goldenCompany, groupOf, newCompany, questionOf } from './company.ts'
import { expect, test } from './clean-page.ts'

const company = newCompany('bouw', 'full', '10-49')
const plan = questionOf(company, 'noodplan')
const dataFolder = process.env.E2E_DATA_DIR ?? ''

test('a code of eight characters opens the scan on a phone, once, and both can go on', async ({ page, baseURL, otherDevice, allow }) => {
  allow(/status of (410|422)/)
  const scan = await beginScan(page, company, baseURL!)
  await page.goto(`/scan/${scan}`)
  await page.getByRole('link', { name: 'Verder op een ander apparaat' }).click()
  await page.getByRole('button', { name: 'Maak een code' }).click()
  const code = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec((await page.getByRole('status').filter({ hasText: '-' }).textContent()) ?? '')?.[0] ?? ''
  await expect(page.getByRole('img', { name: 'QR met dezelfde link' })).toBeVisible()

  const phone = await otherDevice()
  await phone.goto('/')
  await phone.getByRole('link', { name: 'Verder met een code' }).click()
  await phone.getByRole('textbox', { name: 'Code' }).fill('ABC')
  await phone.getByRole('button', { name: 'Open de scan' }).click()
  await expect(phone.getByText('Een code heeft acht letters of cijfers. Kijk hem nog even na.').first()).toBeVisible()
  await phone.getByRole('textbox', { name: 'Code' }).fill(` ${code.toLowerCase().replace('-', ' ')}`)
  await phone.getByRole('button', { name: 'Open de scan' }).click()
  await expect(phone).toHaveURL(`/scan/${scan}`)
  await phone.goto(`/scan/${scan}/thema/crisis`)
  await choose(phone, plan, { unknown: true }, 'nl')
  await expect(phone.getByText(/^Opgeslagen om/)).toBeVisible()
  await page.goto(`/scan/${scan}/thema/crisis`)
  await expect(groupOf(page, plan).getByRole('radio', { name: 'Weet ik niet' })).toBeChecked()

  const third = await otherDevice()
  await third.goto('/verder')
  await third.getByRole('textbox', { name: 'Code' }).fill(code)
  await third.getByRole('button', { name: 'Open de scan' }).click()
  await expect(third.getByText('Deze code is al gebruikt of te oud. Maak een nieuwe op het andere apparaat.').first()).toBeVisible()
})

test('the page behind a QR opens the scan with one button, and only that uses it up', async ({ page, baseURL, otherDevice, allow }) => {
  allow(/status of 410/)
  const scan = await beginScan(page, company, baseURL!)
  await page.goto(`/scan/${scan}/verder`)
  await page.getByRole('button', { name: 'Maak een code' }).click()
  const code = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec((await page.getByRole('status').filter({ hasText: '-' }).textContent()) ?? '')?.[0] ?? ''
  const link = `/verder/${code.replace('-', '')}`
  for (let look = 0; look < 2; look += 1) expect((await page.request.get(link)).status()).toBe(200)
  const phone = await otherDevice()
  await phone.goto(link)
  await phone.getByRole('button', { name: 'Open de scan hier' }).click()
  await expect(phone).toHaveURL(`/scan/${scan}`)
  const late = await otherDevice()
  expect((await late.goto(link))?.status()).toBe(410)
  await expect(late.getByRole('heading', { level: 1 })).toHaveText('Deze link werkt niet meer')
})

test('a mailed link opens the scan, once; the letter is in the language of the page', async ({ page, baseURL, otherDevice, allow }) => {
  allow(/status of (410|422)/)
  const scan = await beginScan(page, company, baseURL!)
  await page.goto(`/en/scan/${scan}/verder`)
  const address = page.getByRole('textbox', { name: 'E-mail address' })
  await address.fill('no address')
  await page.getByRole('button', { name: 'Mail me the link' }).click()
  await expect(page.getByText('This is not an e-mail address.', { exact: false }).first()).toBeVisible()
  await address.fill(`roofer-${scan}@example.nl`)
  await page.getByRole('button', { name: 'Mail me the link' }).click()
  await expect(page.getByText(`The link is on its way to roofer-${scan}@example.nl`)).toBeVisible()

  const letter = () => {
    const folder = path.join(dataFolder, 'mail')
    const all = existsSync(folder) ? readdirSync(folder).map(name => readFileSync(path.join(folder, name), 'utf8')) : []
    return all.find(text => text.includes(`roofer-${scan}@example.nl`)) ?? ''
  }
  await expect.poll(letter).toContain('Content-Language: en')
  const text = letter().replace(/=\r?\n/g, '').replaceAll('=3D', '=')
  const link = /\/en\/verder\/[\w-]{43}/.exec(text)?.[0] ?? ''
  const laptop = await otherDevice({ locale: 'en-GB' })
  await laptop.goto(link)
  await laptop.getByRole('button', { name: 'Open the scan here' }).click()
  await expect(laptop).toHaveURL(`/en/scan/${scan}`)
  const again = await laptop.goto(link)
  expect(again?.status()).toBe(410)
  await expect(laptop.getByRole('heading', { level: 1 })).toHaveText('This link no longer works')
})

test('a finished scan is deleted from its report, and is gone everywhere', async ({ page, baseURL, otherDevice, allow }) => {
  allow(/status of 404/)
  const scan = await finishedScan(page, goldenCompany('dakwerken-boven-water'), baseURL!)
  await page.goto(`/scan/${scan}/rapport`)
  await page.getByRole('link', { name: 'Nu wissen' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deze scan wissen?')
  await page.getByRole('link', { name: 'Niet wissen' }).click()
  await expect(page).toHaveURL(`/scan/${scan}/rapport`)
  await page.getByRole('link', { name: 'Nu wissen' }).click()
  await page.getByRole('button', { name: 'Nu wissen' }).click()
  await expect(page.getByText('De scan is gewist. Er is niets van bewaard.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Jouw scans in deze browser' })).toBeHidden()
  for (const one of [page, await otherDevice()]) {
    expect((await one.goto(`/scan/${scan}/rapport`))?.status()).toBe(404)
    await expect(one.getByRole('heading', { level: 1 })).toHaveText('Deze pagina bestaat niet')
  }
  for (const name of readdirSync(dataFolder).filter(file => file.startsWith('paraat.db'))) {
    expect(readFileSync(path.join(dataFolder, name)).includes(scan), `${name} ${scan}`).toBe(false)
  }
})

test('a scan that is not finished can be deleted too, and what is typed in another window is not kept', async ({ page, context, baseURL, allow }) => {
  allow(/status of 404/)
  const scan = await beginScan(page, company, baseURL!)
  const second = await context.newPage()
  await second.goto(`/scan/${scan}/thema/crisis`)
  await expectPage(second, company, { kind: 'theme', theme: 'crisis' }, 'nl')
  await page.goto(`/scan/${scan}`)
  await page.getByRole('link', { name: 'Deze scan wissen' }).click()
  await page.getByRole('button', { name: 'Nu wissen' }).click()
  await expect(page.getByText('De scan is gewist.', { exact: false })).toBeVisible()
  await choose(second, plan, { unknown: true }, 'nl')
  await expect(second.getByRole('alert')).toHaveText('Deze scan is gewist. Je antwoord is niet opgeslagen.')
})
