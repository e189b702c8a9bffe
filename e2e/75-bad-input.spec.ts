/** Bad input: a clear page in the reader's language with an id, never a stack, and nothing written. */
import { randomUUID } from 'node:crypto'
import type { APIResponse, Page as Tab } from '@playwright/test'
import { beginScan, finishedScan, goldenCompany, newCompany } from './company.ts'
import { expect, test } from './clean-page.ts'
import { openLine, postForm } from './guest.ts'
import { ownServer } from './own-server.ts'

const company = newCompany('bouw', 'full', '10-49')

/** A page that says what is wrong in this language, and gives away nothing. */
async function expectClearPage(answer: APIResponse, status: number, title: string): Promise<void> {
  expect(answer.status()).toBe(status)
  const text = await answer.text()
  expect(text).toContain(title)
  if (status !== 422) expect(text).toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/)
  expect(text).not.toMatch(/\bat \w+ \(|node_modules|\.server\.ts|\.tsx?:\d|SqliteError|ZodError/)
  expect(answer.headers()['content-security-policy']).toContain("default-src 'none'")
  expect(answer.headers()['x-content-type-options']).toBe('nosniff')
  expect(answer.headers()['cache-control']).toBe('no-store')
}

/** The version of every answer as a theme page shows it: what is stored. */
async function versionsOf(page: Tab, scan: string): Promise<string[]> {
  const html = await (await page.request.get(`/scan/${scan}/thema/crisis`)).text()
  return [...html.matchAll(/name="v\.[\w-]+" value="(\d+)"/g)].map(match => match[1] ?? '')
}

test('what does not exist is a page that says so, with an id, in the language of the address', async ({ page, allow }) => {
  allow(/status of 404/)
  for (const [address, title, id] of [
    ['/bestaat-niet', 'Deze pagina bestaat niet', /Noem dan dit nummer: [0-9a-f-]{36}/],
    ['/en/does-not-exist', 'This page does not exist', /[0-9a-f]{8}-[0-9a-f-]{27}/],
    [`/scan/${randomUUID()}`, 'Deze pagina bestaat niet', /[0-9a-f]{8}-[0-9a-f-]{27}/],
    [`/en/scan/${randomUUID()}/rapport`, 'This page does not exist', /[0-9a-f]{8}-[0-9a-f-]{27}/],
    ['/verder/ABCD2345', 'Deze pagina bestaat niet', /[0-9a-f]{8}-[0-9a-f-]{27}/],
  ] as const) {
    expect((await page.goto(address))?.status(), address).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await expect(page.getByText(id)).toBeVisible()
  }
  await page.getByRole('link', { name: 'Naar de beginpagina' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vannacht valt de stroom uit.')
})

test('somebody else’s scan is not there, on any of its pages and for any method', async ({ page, baseURL, otherDevice }) => {
  const open = await beginScan(page, company, baseURL!)
  const finished = await finishedScan(page, goldenCompany('dakwerken-boven-water'), baseURL!)
  const stranger = await otherDevice()
  await beginScan(stranger, company, baseURL!)
  const headers = { Origin: baseURL! }
  for (const scan of [open, finished]) {
    for (const rest of ['', '/wat-door', '/hoe-lang', '/thema/crisis', '/controle', '/verder', '/wissen', '/nieuw', '/rapport', '/rapport.pdf', '/noodkaart', '/noodkaart.pdf', '/maandag.ics']) {
      expect((await stranger.request.get(`/scan/${scan}${rest}`, { maxRedirects: 0 })).status(), `GET ${rest}`).toBe(404)
    }
    for (const [rest, form] of Object.entries<Record<string, string>>({
      '/wat-door': {},
      '/hoe-lang': {},
      '/thema/crisis': { 'v.noodplan': '0', 'a.noodplan': ':unknown' },
      '/controle': { rest: 'unknown' },
      '/verder': { how: 'code' },
      '/wissen': {},
      '/nieuw': { once: randomUUID(), mode: 'full' },
    })) {
      expect((await stranger.request.post(`/scan/${scan}${rest}`, { form, headers, maxRedirects: 0 })).status(), `POST ${rest}`).toBe(404)
    }
    const saves = [{ question: 'noodplan', version: 0, answer: { unknown: true }, ownWords: null, note: null }]
    expect((await stranger.request.post(`/scan/${scan}/antwoord`, { data: { saves }, headers })).status()).toBe(404)
  }
  const versions = await versionsOf(page, open)
  expect(versions.length).toBeGreaterThan(0)
  expect(versions.every(version => version === '0')).toBe(true)
  expect((await page.request.get(`/scan/${finished}/rapport`)).status()).toBe(200)
})

test('forged answers are refused as a whole, by autosave and by the form', async ({ page, baseURL }) => {
  const scan = await beginScan(page, company, baseURL!)
  const headers = { Origin: baseURL! }
  const good = { question: 'noodplan', version: 0, answer: { unknown: true }, ownWords: null, note: null }
  const before = await versionsOf(page, scan)
  for (const [saves, status] of [
    [[good, { ...good, question: 'geoefend', answer: { option: 'verzonnen' } }], 422],
    [[good, { ...good, question: 'verzonnen' }], 422],
    [[good, { ...good, question: '__proto__' }], 422],
    [[good, { ...good, answer: { option: 5 } }], 400],
    [[good, { ...good, note: 'x'.repeat(4001) }], 400],
    [[good, { ...good, organisationId: 'x' }], 400],
    [{}, 400],
    [null, 400],
  ] as const) {
    const answer = await page.request.post(`/scan/${scan}/antwoord`, { data: { saves }, headers })
    expect(answer.status()).toBe(status)
    expect(await answer.json()).toMatchObject({ ok: false, reason: 'badInput' })
  }
  for (const data of ['', '{', 'null', '[]', '"x"']) {
    expect((await page.request.post(`/scan/${scan}/antwoord`, { data, headers: { ...headers, 'Content-Type': 'application/json' } })).status()).toBe(400)
  }
  const form = { 'v.noodplan': '0', 'a.noodplan': ':unknown', 'v.geoefend': '0', 'a.geoefend': 'verzonnen' }
  await expectClearPage(await page.request.post(`/en/scan/${scan}/thema/crisis`, { form, headers, maxRedirects: 0 }), 400, 'We could not read this')
  expect(await versionsOf(page, scan)).toEqual(before)
  expect((await page.request.get(`/scan/${scan}/antwoord`)).status()).toBe(405)
  expect((await page.request.get(`/scan/${scan}/thema/verzonnen`)).status()).toBe(404)
})

test('a forged start form begins nothing, and answers with a clear page', async ({ page, baseURL }) => {
  const headers = { Origin: baseURL! }
  const form = { sector: 'bouw', size: '2-9', region: '', scope: 'company', mode: 'quick', power: '', once: randomUUID() }
  await expectClearPage(await page.request.post('/start', { form: { ...form, sector: 'verzonnen' }, headers, maxRedirects: 0 }), 400, 'Dit konden we niet lezen')
  await expectClearPage(await page.request.post('/en/start', { form: { ...form, once: 'x' }, headers, maxRedirects: 0 }), 400, 'We could not read this')
  await expectClearPage(await page.request.post('/start', { form: { ...form, size: '3' }, headers, maxRedirects: 0 }), 422, 'Kies met hoeveel mensen jullie werken.')
  await expectClearPage(await page.request.post('/start', { data: '%00%ff{', headers: { ...headers, 'Content-Type': 'application/json' }, maxRedirects: 0 }), 400, 'Dit konden we niet lezen')
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Jouw scans in deze browser' })).toBeHidden()
})

test('what comes from another site, or is too big, is refused with a page in the right language', async ({ page, baseURL }) => {
  const scan = await beginScan(page, company, baseURL!)
  const before = await versionsOf(page, scan)
  const form = { 'v.noodplan': '0', 'a.noodplan': ':unknown' }
  const strangers: Record<string, string>[] = [
    { Origin: 'https://kwaad.example' },
    { Origin: 'null' },
    { Origin: baseURL!, 'Sec-Fetch-Site': 'cross-site' },
    { Origin: baseURL!, 'Sec-Fetch-Site': 'same-site' },
    { Origin: 'https://kwaad.example', 'X-Forwarded-Host': 'kwaad.example' },
    {},
  ]
  for (const headers of strangers) {
    for (const rest of ['/thema/crisis', '/controle', '/wissen', '/verder', '/antwoord']) {
      expect((await page.request.post(`/scan/${scan}${rest}`, { form, headers, maxRedirects: 0 })).status(), `${JSON.stringify(headers)} ${rest}`).toBe(403)
    }
  }
  await expectClearPage(await page.request.post('/en/start', { form, headers: { Origin: 'https://kwaad.example' } }), 403, 'Not allowed from here')
  await expectClearPage(await page.request.post(`/scan/${scan}/thema/crisis`, { form: { ...form, 'n.noodplan': 'x'.repeat(300_000) }, headers: { Origin: baseURL! } }), 413, 'Dit is te groot')
  expect(await versionsOf(page, scan)).toEqual(before)
})

test('a made-up sender, host or redirect leads nowhere', async ({ page, baseURL }) => {
  const strange = await page.request.get('/', { headers: { Host: 'kwaad.example' } })
  expect(strange.status()).toBe(421)
  const scan = await beginScan(page, company, baseURL!)
  const forwarded = { Origin: baseURL!, 'Sec-Fetch-Site': 'same-origin', 'X-Forwarded-Host': 'kwaad.example' }
  const answered = await page.request.post(`/scan/${scan}/thema/crisis`, { form: { 'v.noodplan': '0' }, headers: forwarded, maxRedirects: 0 })
  expect(answered.status()).toBe(302)
  expect(answered.headers()['location']).not.toContain('kwaad')
  for (const clear of ['//kwaad.example', 'x\r\nLocation: https://kwaad.example', '€']) {
    const answer = await page.request.post(`/scan/${scan}/thema/crisis`, { form: { 'v.noodplan': '0', clear }, headers: { Origin: baseURL! }, maxRedirects: 0 })
    expect(answer.status()).toBe(302)
    expect(answer.headers()['location']).not.toContain('kwaad')
  }
})

test('guessing codes is slowed down for who guesses', async () => {
  const server = await ownServer()
  const line = openLine(server.port, 4)
  const statuses: number[] = []
  for (let guess = 0; guess < 35; guess += 1) statuses.push((await postForm(line, '/verder', { code: `ABCD23${String(guess + 20).replaceAll(/[01]/g, '9')}` })).status)
  expect(statuses.slice(0, 30)).toEqual(Array(30).fill(422))
  expect(statuses.slice(30)).toEqual(Array(5).fill(429))
  line.close()
  await server.stop()
})
