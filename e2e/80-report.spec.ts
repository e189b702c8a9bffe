/** What one takes away from a report: the emergency card, PDF files, an appointment. */
import { inflateSync } from 'node:zlib'
import type { APIResponse, Page as Tab } from '@playwright/test'
import { finishedScan, goldenCompany, newCompany } from './company.ts'
import { expect, test } from './clean-page.ts'

const company = goldenCompany('dakwerken-boven-water')

/** A PDF that came whole, tagged, with a title and in this language. */
async function expectPdf(answer: APIResponse, language: string): Promise<void> {
  expect(answer.status()).toBe(200)
  expect(answer.headers()['content-type']).toBe('application/pdf')
  expect(answer.headers()['cache-control']).toBe('no-store')
  const body = await answer.body()
  expect(body.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  expect(body.subarray(-1024).toString('latin1')).toContain('%%EOF')
  const text = readable(body)
  expect(/\/Marked true/.test(text), 'tagged').toBe(true)
  expect(new RegExp(`/Lang\\s*\\(${language}`).test(text), 'has a language').toBe(true)
  expect(text.includes('/Title'), 'has a title').toBe(true)
}

/** The bytes of a PDF with what is compressed in it unpacked. */
function readable(body: Buffer): string {
  const plain = body.toString('latin1')
  const parts = [...plain.matchAll(/stream\r?\n/g)].map(match => {
    try {
      return inflateSync(body.subarray(match.index + match[0].length)).toString('latin1')
    } catch {
      return ''
    }
  })
  return plain + parts.join('\n')
}

async function openReport(page: Tab, baseURL: string): Promise<string> {
  const scan = await finishedScan(page, company, baseURL)
  await page.goto(`/scan/${scan}/rapport`)
  return scan
}

test('the report tells the owner first what happens, and what to do this week', async ({ page, baseURL }) => {
  await openReport(page, baseURL!)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bij een militair conflict stop je na 72 uur. 12 dagen heb je nodig.')
  await expect(page.getByRole('heading', { name: 'Deze week' })).toBeVisible()
  await expect(page.getByText('Zelf ingevuld, niet gecontroleerd.')).toBeAttached()
  await expect(page.getByRole('link', { name: 'Zet maandag 9.00 in mijn agenda' })).toBeVisible()
  for (const part of ['De vier onderwerpen van de handreiking', 'De drie scenario’s van de campagne', 'Hoe dit rapport is gemaakt']) {
    await expect(page.getByRole('heading', { name: part })).toBeVisible()
  }
  await expect(page.getByRole('heading', { name: /^Bronnen/ })).toBeAttached()
})

test('the emergency card is one sheet with lines for the pen, and leads back', async ({ page, baseURL }) => {
  const scan = await openReport(page, baseURL!)
  await page.getByRole('link', { name: 'Noodkaart voor aan de muur' }).click()
  await expect(page).toHaveURL(`/scan/${scan}/noodkaart`)
  for (const words of ['Wie beslist', 'Hier komen we samen', 'Hoofdschakelaar stroom', 'Gaskraan', 'Waterkraan', 'Dit gaat door', 'Verzekeraar en polisnummer']) {
    await expect(page.getByText(words).first()).toBeVisible()
  }
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await page.getByRole('link', { name: 'Terug naar je rapport' }).click()
  await expect(page).toHaveURL(`/scan/${scan}/rapport`)
})

test('report and card are downloaded as tagged PDF files, in both languages', async ({ page, baseURL }) => {
  const scan = await openReport(page, baseURL!)
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Rapport als PDF' }).first().click()
  expect((await waiting).suggestedFilename()).toMatch(/^paraat-rapport-\d{4}-\d\d-\d\d\.pdf$/)
  await expectPdf(await page.request.get(`/scan/${scan}/rapport.pdf`), 'nl')
  await expectPdf(await page.request.get(`/en/scan/${scan}/noodkaart.pdf`), 'en')
})

test('Monday at nine goes into the calendar', async ({ page, baseURL }) => {
  const scan = await openReport(page, baseURL!)
  const answer = await page.request.get(`/scan/${scan}/maandag.ics`)
  expect(answer.headers()['content-type']).toContain('text/calendar')
  const text = await answer.text()
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/)
  const [, year, month, day, hour, minute] = /DTSTART:(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)00Z/.exec(text) ?? []
  const start = new Date(`${year}-${month}-${day}T${hour}:${minute}:00Z`)
  const inAmsterdam = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Amsterdam', weekday: 'long', hour: '2-digit', minute: '2-digit' }).format(start)
  expect(inAmsterdam.replace(/ at/, '')).toMatch(/^Monday,? 09:00$/)
  expect(start.getTime()).toBeGreaterThan(Date.now())
})

test('a report is opened in the other language without losing its place, and prints as paper', async ({ page, baseURL }) => {
  const scan = await openReport(page, baseURL!)
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL(`/en/scan/${scan}/rapport`)
  await expect(page.getByRole('heading', { name: /^Level 5 of 5: / })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('link', { name: 'Nederlands', exact: true })).toBeHidden()
  await expect(page.getByRole('heading', { name: /^Level 5 of 5: / })).toBeVisible()
})

test('an answer is changed in a new scan that begins with the old ones, and the old report stays', async ({ page, baseURL }) => {
  const scan = await openReport(page, baseURL!)
  await page.getByRole('button', { name: 'Antwoord wijzigen' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Alles is ingevuld')
  expect(page.url()).not.toContain(scan)
  await page.goto(`/scan/${scan}`)
  await expect(page).toHaveURL(`/scan/${scan}/rapport`)
})

test('a report of which nothing is known claims nothing', async ({ page, baseURL }) => {
  const scan = await finishedScan(page, newCompany('algemeen', 'quick', '1'), baseURL!)
  await page.goto(`/scan/${scan}/rapport`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/weet je nog niet|nog niet hoe lang/i)
  await expect(page.getByText(/stop je na 0 uur|stop je meteen/)).toHaveCount(0)
})

test('private pages are kept by nobody, and ask search engines to stay away', async ({ page, baseURL }) => {
  const scan = await openReport(page, baseURL!)
  for (const rest of ['rapport', 'noodkaart', 'maandag.ics', 'rapport.pdf']) {
    expect((await page.request.get(`/scan/${scan}/${rest}`)).headers()['cache-control'], rest).toBe('no-store')
  }
  expect(await (await page.request.get(`/scan/${scan}/rapport`)).text()).toContain('noindex')
})
