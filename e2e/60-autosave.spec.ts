/** Every answer is saved by itself, and the page says truly how it stands: without a connection, after a restart, and in two windows. */
import type { Page as Tab } from '@playwright/test'
import { beginScan, choose, expectPage, groupOf, newCompany, pageWith, questionOf } from './company.ts'
import { expect, test } from './clean-page.ts'
import { ownServer } from './own-server.ts'
import { startServer } from './real-server.ts'

const company = newCompany('bouw', 'full', '10-49')
const plan = questionOf(company, 'noodplan')
const practised = questionOf(company, 'geoefend')
const saved = (page: Tab) => page.getByText(/^Opgeslagen om \d\d:\d\d$/)
const option = (page: Tab, question: typeof plan, index: number) => groupOf(page, question).getByRole('radio', { name: question.options[index]!.label, exact: true })

/** Begins a scan and opens the last theme of it. */
async function openTheme(page: Tab, baseURL: string): Promise<string> {
  const address = `${baseURL}/scan/${await beginScan(page, company, baseURL)}/thema/crisis`
  await page.goto(address)
  await expect(page.getByText('Elk antwoord wordt meteen bewaard')).toBeVisible()
  return address
}

test('an answer is saved without a button, is heard once, and is there again afterwards', async ({ page, baseURL }) => {
  const address = await openTheme(page, baseURL!)
  await option(page, plan, 1).check()
  await expect(saved(page)).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'Vraag 1 opgeslagen' })).toHaveCount(1)
  await option(page, practised, 0).check()
  await expect(page.getByRole('status').filter({ hasText: 'Vraag 2 opgeslagen' })).toHaveCount(1)
  await page.goto(address)
  await expect(option(page, plan, 1)).toBeChecked()
  await expect(option(page, practised, 0)).toBeChecked()
})

test('passing over options with the arrow keys saves the last one only', async ({ page, baseURL }) => {
  await page.clock.install()
  await openTheme(page, baseURL!)
  const requests: string[] = []
  page.on('request', request => {
    if (request.method() === 'POST') requests.push(request.postData() ?? '')
  })
  await page.clock.pauseAt(Date.now() + 60_000)
  await option(page, plan, 0).focus()
  for (const key of ['Space', 'ArrowDown', 'ArrowDown']) {
    await page.keyboard.press(key)
    await page.clock.runFor(400)
  }
  await expect(option(page, plan, 2)).toBeChecked()
  expect(requests).toEqual([])
  await page.clock.runFor(100)
  await expect(saved(page)).toBeVisible()
  expect(requests).toHaveLength(1)
  expect(requests[0]).toContain(plan.options[2]!.id)
})

test('without a connection answers wait, the page says how many and asks before leaving, and saves them when the connection is back', async ({ page, context, baseURL, allow }) => {
  allow(/ERR_INTERNET_DISCONNECTED/)
  const address = await openTheme(page, baseURL!)
  await context.setOffline(true)
  await option(page, plan, 1).check()
  await expect(page.getByText('1 antwoord wacht op verbinding')).toBeVisible()
  await option(page, practised, 1).check()
  await expect(page.getByText('2 antwoorden wachten op verbinding')).toBeVisible()

  const asked = page.waitForEvent('dialog')
  const leaving = page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await leaving

  await context.setOffline(false)
  await expect(saved(page)).toBeVisible()
  await page.goto(address)
  await expect(option(page, plan, 1)).toBeChecked()
  await expect(option(page, practised, 1)).toBeChecked()
})

test('without a connection the way on and the links stay on the page with what is not saved', async ({ page, context, baseURL, allow }) => {
  allow(/ERR_INTERNET_DISCONNECTED/)
  const address = await openTheme(page, baseURL!)
  await context.setOffline(true)
  await option(page, plan, 1).check()
  await page.getByRole('button', { name: 'Verder' }).click()
  await expect(page.getByText('1 antwoord wacht op verbinding')).toBeVisible()
  await expect(page).toHaveURL(address)
  await page.getByRole('button', { name: 'Verder' }).click()
  await context.setOffline(false)
  await expect(saved(page)).toBeVisible()
  await page.goto(address)
  await expect(option(page, plan, 1)).toBeChecked()
})

test('a link away from the page loses nothing that was just answered', async ({ page, baseURL }) => {
  const address = await openTheme(page, baseURL!)
  await option(page, plan, 1).check()
  await page.getByRole('link', { name: 'Overzicht' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Jouw scan')
  await page.goto(address)
  await expect(option(page, plan, 1)).toBeChecked()
})

test('a link away from the page asks first while an answer waits for a connection', async ({ page, context, baseURL, allow }) => {
  allow(/ERR_INTERNET_DISCONNECTED|Failed to fetch manifest patches/)
  const scan = await beginScan(page, company, baseURL!)
  await page.goto(`/scan/${scan}`)
  await page.getByRole('link', { name: 'Noodplan en oefenen' }).click()
  await expect(page.getByText('Elk antwoord wordt meteen bewaard')).toBeVisible()
  await context.setOffline(true)
  await option(page, plan, 1).check()
  await expect(page.getByText('1 antwoord wacht op verbinding')).toBeVisible()
  for (const name of ['Overzicht', 'Terug']) {
    const asked = page.waitForEvent('dialog')
    await page.getByRole('link', { name, exact: true }).click({ noWaitAfter: true })
    await (await asked).dismiss()
    await expect(option(page, plan, 1)).toBeChecked()
  }
  await context.setOffline(false)
  await expect(saved(page)).toBeVisible()
  await page.getByRole('link', { name: 'Overzicht' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Jouw scan')
  await page.goto(`/scan/${scan}/thema/crisis`)
  await expect(option(page, plan, 1)).toBeChecked()
})

test('the overview counts the answer that was given just before it was opened', async ({ page, baseURL }) => {
  const scan = await beginScan(page, company, baseURL!)
  await page.goto(`/scan/${scan}`)
  await page.getByRole('link', { name: 'Noodplan en oefenen' }).click()
  await option(page, plan, 1).check()
  await page.getByRole('link', { name: 'Overzicht' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Noodplan en oefenen' })).toContainText('nog 2 vragen')
})

test('a start form that arrives twice at once begins one scan, also from a browser that was never here', async ({ page, baseURL }) => {
  await page.goto('/start')
  const once = crypto.randomUUID()
  const form = { sector: 'bouw', size: '10-49', region: '', scope: 'company', mode: 'quick', power: '', once }
  const sent = () => page.request.post('/start', { form, headers: { Origin: baseURL! }, maxRedirects: 0 })
  const answers = await Promise.all([sent(), sent(), sent()])
  expect(answers.map(answer => answer.status())).toEqual([302, 302, 302])
  expect(new Set(answers.map(answer => answer.headers()['location'])).size).toBe(1)
})

test('a double click on "Begin" begins one scan, and on "Verder" goes on one page', async ({ page }) => {
  await page.goto('/start')
  await page.getByRole('combobox', { name: 'Wat doet je bedrijf?' }).fill('dakdek')
  await page.getByRole('option', { name: /^dakdekker/i }).first().click()
  await page.getByRole('radio', { name: '10 tot en met 49 mensen' }).check()
  await page.getByRole('button', { name: 'Begin' }).dblclick()
  await expectPage(page, company, { kind: 'first' }, 'nl')
  await choose(page, questionOf(company, 'tolerantie'), { option: 'h24' }, 'nl')
  await page.getByRole('button', { name: 'Verder' }).dblclick()
  await expectPage(page, company, { kind: 'howLong' }, 'nl')
  await page.goto('/')
  await expect(page.getByRole('link', { name: /^Bouw, dak en onderhoud · / })).toHaveCount(1)
})

test('two windows do not overwrite each other: both answers are shown, and either can be kept', async ({ page, context, baseURL }) => {
  const address = await openTheme(page, baseURL!)
  const second = await context.newPage()
  await second.goto(address)
  await option(page, plan, 0).check()
  await option(page, practised, 2).check()
  await expect(saved(page)).toBeVisible()

  await option(second, plan, 1).check()
  await option(second, practised, 1).check()
  const conflict = (question: typeof plan, index: number) => second.getByText(`Daar staat nu: ${question.options[index]!.label}`)
  await expect(conflict(plan, 0)).toBeVisible()
  await expect(conflict(practised, 2)).toBeVisible()
  await second.getByRole('button', { name: 'Houd wat ik hier koos' }).first().click()
  await expect(conflict(plan, 0)).toBeHidden()
  await second.getByRole('button', { name: 'Houd wat er nu staat' }).click()
  await expect(conflict(practised, 2)).toBeHidden()
  await expect(option(second, practised, 2)).toBeChecked()
  await second.getByRole('button', { name: 'Verder' }).click()
  await expectPage(second, company, null, 'nl')

  await page.goto(address)
  await expect(option(page, plan, 1)).toBeChecked()
  await expect(option(page, practised, 2)).toBeChecked()
})

test('an answer is cleared, its note stays, and the back button shows what is stored', async ({ page, baseURL }) => {
  await openTheme(page, baseURL!)
  await option(page, plan, 1).check()
  await groupOf(page, plan).getByText('Notitie maken').click()
  await groupOf(page, plan).getByRole('textbox', { name: 'Notitie' }).fill('In de rode map')
  await expect(page.getByRole('status').filter({ hasText: 'Vraag 1 opgeslagen' })).toHaveCount(1)
  await page.getByRole('button', { name: `Antwoord wissen: ${plan.text}` }).click()
  await option(page, practised, 1).check()
  await page.getByRole('button', { name: 'Verder' }).click()
  await expectPage(page, company, null, 'nl')
  await page.goBack()
  await expectPage(page, company, pageWith(company, 'noodplan'), 'nl')
  await expect(groupOf(page, plan).getByRole('radio', { checked: true })).toHaveCount(0)
  await expect(groupOf(page, plan).getByRole('textbox', { name: 'Notitie' })).toHaveValue('In de rode map')
  await expect(option(page, practised, 1)).toBeChecked()
})

test('an answer given while the server restarts is saved when it is back, by itself', async ({ page, allow }) => {
  allow(/ERR_CONNECTION_(REFUSED|RESET)|ERR_EMPTY_RESPONSE/)
  const first = await ownServer()
  const address = await openTheme(page, first.origin)
  await option(page, practised, 1).check()
  await expect(saved(page)).toBeVisible()
  expect(await first.stop()).toBe(0)
  await option(page, plan, 1).check()
  await expect(page.getByText('1 antwoord wacht op verbinding')).toBeVisible()

  const second = await startServer({ port: first.port, dataFolder: first.dataFolder })
  await expect(saved(page)).toBeVisible({ timeout: 20_000 })
  await page.goto(address)
  await expect(option(page, plan, 1)).toBeChecked()
  await expect(option(page, practised, 1)).toBeChecked()
  await second.stop()
})

test('a scan that was finished in another window says so, and does not pretend to save', async ({ page, baseURL, allow }) => {
  allow(/status of 409/)
  const address = await openTheme(page, baseURL!)
  const scan = /scan\/([^/]+)/.exec(address)![1]!
  await page.request.post(`/scan/${scan}/controle`, { form: { rest: 'unknown' }, headers: { Origin: baseURL! }, maxRedirects: 0 })
  await option(page, plan, 1).check()
  await expect(page.getByRole('alert')).toHaveText('Deze scan is al afgerond. Je antwoord is niet opgeslagen.')
})
