/** From the code in the server's output to the pages of who runs the site; and no secret of a request in what the server says. */
import { Secret, TOTP } from 'otpauth'
import { expect, test } from './clean-page.ts'
import { ownServer } from './own-server.ts'

const password = 'vier manden appels'

function codeOf(secret: string): string {
  return new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, '')), digits: 6, period: 30, algorithm: 'SHA1' }).generate()
}

test('the first operator comes in with the code, sets up the second step, and sees jobs, post, users and log', async ({ page, allow }) => {
  test.setTimeout(120_000)
  allow(/status of (404|422)/)
  const server = await ownServer()
  const at = (path: string) => server.origin + path
  const code = /vul deze code in: ([\w-]{43})/.exec(server.said())?.[1] ?? ''
  expect(code).not.toBe('')
  expect(server.said()).toContain(at('/beheer/instellen'))

  await page.goto(at('/beheer/instellen'))
  await page.getByLabel('Code', { exact: true }).fill('niet de code')
  await page.getByRole('textbox', { name: 'E-mailadres' }).fill('beheer@example.nl')
  await page.getByLabel('Nieuw wachtwoord').fill(password)
  await page.getByRole('button', { name: 'Maak mijn account' }).click()
  await expect(page.getByText('Deze code klopt niet of is al gebruikt.')).toHaveCount(2)
  await page.getByLabel('Code', { exact: true }).fill(code)
  await page.getByLabel('Nieuw wachtwoord').fill(password)
  await page.getByRole('button', { name: 'Maak mijn account' }).click()
  await expect(page).toHaveURL(at('/account/tweede-stap'))
  expect((await page.goto(at('/beheer')))?.status()).toBe(404)

  await page.goto(at('/account/tweede-stap'))
  const secret = (await page.locator('code').first().textContent()) ?? ''
  const totp = codeOf(secret)
  await page.locator('input[name=password]').fill(password)
  await page.locator('input[name=code]').fill(totp)
  await page.locator('form').getByRole('button').first().click()
  await expect(page.getByRole('listitem').filter({ hasText: /^[A-Z0-9]{4}-/ })).toHaveCount(10)
  await page.locator('button[value=kept]').click()
  await page.getByRole('link', { name: 'Naar het beheer van deze site' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Alle taken lopen')

  await page.getByRole('button', { name: 'Nu draaien: Verlopen scans' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Alle taken lopen')
  await page.getByRole('link', { name: 'Post' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Alle post is weg')
  await page.getByRole('link', { name: 'Gebruikers' }).click()
  await expect(page.getByText('beheer@example.nl')).toBeVisible()
  await page.getByRole('link', { name: 'Logboek' }).click()
  for (const event of ['Beheerder gemaakt', 'Tweede stap aangezet', 'Taak gestart', 'Beheerder keek mee']) await expect(page.getByText(event, { exact: true }).locator('visible=true').first()).toBeVisible()

  expect((await page.request.get(at('/beheer/instellen'))).status()).toBe(404)
  const health = await page.request.get(at('/health'))
  expect(health.status()).toBe(200)
  expect(await health.json()).toMatchObject({ status: 'ok', mail: 'ok', jobs: [{ name: 'mail' }, { name: 'lifetimes' }, { name: 'purge' }, { name: 'rewrite' }, { name: 'reminders' }] })
  await server.stop()
  for (const secret of [password, totp]) expect(server.said()).not.toContain(secret)
})

test('nothing that people send ends up in what the server says: twenty planted secrets are nowhere in its log', async ({ playwright }) => {
  const server = await ownServer('debug')
  const browser = await playwright.request.newContext({ baseURL: server.origin, extraHTTPHeaders: { Origin: server.origin } })
  const planted: string[] = []
  const plant = () => {
    const secret = `geheim${crypto.randomUUID().replaceAll('-', '')}`
    planted.push(secret)
    return secret
  }
  const cookie = `__Host-paraat-session=${plant()}; __Host-paraat-key=${plant()}; __Host-paraat-codes=${plant()}`
  const post = (path: string, form: Record<string, string>) => browser.post(path, { form, headers: { Cookie: cookie } })
  await post('/inloggen', { email: `${plant()}@example.nl`, password: plant() })
  await post('/inloggen/code', { code: plant() })
  await post('/account-maken', { email: `${plant()}@example.nl`, once: crypto.randomUUID() })
  await post('/wachtwoord-vergeten', { email: `${plant()}@example.nl`, once: crypto.randomUUID() })
  await post(`/wachtwoord-vergeten/${plant()}`, { password: plant() })
  await post(`/account-maken/${plant()}`, { password: plant(), name: plant() })
  await post('/verder', { code: plant() })
  await browser.get(`/verder/${plant()}`)
  await post('/beheer/instellen', { code: plant(), email: `${plant()}@example.nl`, password: plant() })
  await post('/scan/geen/antwoord', { note: plant() })
  await browser.post('/scan/geen/antwoord', { data: `{"saves":[{"note":"${plant()}"`, headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${plant()}` } })
  await browser.dispose()
  await server.stop()
  expect(planted.length).toBeGreaterThanOrEqual(20)
  expect(planted.filter(secret => server.said().includes(secret))).toEqual([])
})
