/** An account, from a guest's report to signing in with a second step, and everything in between that can go wrong. */
import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { goodPassword, newAddress, onwardOf, ownLine, signIn, signUp } from './account.ts'
import { expect, test } from './clean-page.ts'
import { finishedScan, goldenCompany } from './company.ts'
import { postForm } from './guest.ts'
import { letterTo, lettersTo } from './letters.ts'
import { ownServer } from './own-server.ts'

const company = goldenCompany('dakwerken-boven-water')
const otherPassword = 'zeven rode laarzen'

/** The code that the app would show now. */
function codeOf(secret: string): string {
  return new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, '')), digits: 6, period: 30, algorithm: 'SHA1' }).generate()
}

async function signInAs(page: Page, email: string, password: string) {
  await page.getByRole('textbox', { name: 'E-mailadres' }).fill(email)
  await page.getByLabel('Wachtwoord', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Log in' }).click()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('from a report to an account and back, out, in, a second step, a recovery code, a new password', async ({ page, baseURL, otherDevice, allow }) => {
      test.setTimeout(120_000)
      allow(/status of (404|410|422)/)
      const email = newAddress('dakdekker')
      const scan = await finishedScan(page, company, baseURL!)
      await page.goto(`/account-maken?scan=${scan}`)
      await expect(page.getByText('Je scan gaat mee.', { exact: false })).toBeVisible()
      await page.getByRole('textbox', { name: 'E-mailadres' }).fill('geen adres')
      await page.getByRole('button', { name: 'Mail mij de link' }).click()
      await expect(page.getByText('Dit is geen e-mailadres.', { exact: false })).toHaveCount(2)
      await expect(page.getByRole('textbox', { name: 'E-mailadres' })).toHaveValue('geen adres')
      await page.getByRole('textbox', { name: 'E-mailadres' }).fill(email)
      await page.getByRole('button', { name: 'Mail mij de link' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kijk in je mail')

      const [link = ''] = (await letterTo(email)).links
      for (let look = 0; look < 2; look += 1) expect((await page.request.get(link)).status()).toBe(200)
      await page.goto(link)
      await page.getByLabel('Kies een wachtwoord').fill('kort')
      await page.getByRole('textbox', { name: 'Je naam' }).fill('Jan de Boer')
      await page.getByRole('button', { name: 'Maak mijn account' }).click()
      await expect(page.getByText('Je wachtwoord is te kort. Neem minstens 12 tekens.')).toHaveCount(2)
      await expect(page.getByRole('textbox', { name: 'Je naam' })).toHaveValue('Jan de Boer')
      await page.getByLabel('Kies een wachtwoord').fill(goodPassword)
      await page.getByRole('button', { name: 'Maak mijn account' }).click()
      await expect(page).toHaveURL(`/scan/${scan}/rapport`)
      expect((await page.goto(link))?.status()).toBe(410)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deze link werkt niet meer')

      await page.goto('/uitloggen')
      await page.getByRole('button', { name: 'Log uit' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Je bent uitgelogd')
      expect((await page.goto(`/scan/${scan}/rapport`))?.status()).toBe(404)
      await page.getByRole('link', { name: 'Log dan in', exact: false }).click()
      await signInAs(page, email, otherPassword)
      await expect(page.getByText('Dit adres en wachtwoord horen niet bij elkaar.', { exact: false })).toHaveCount(2)
      await expect(page.getByRole('textbox', { name: 'E-mailadres' })).toHaveValue(email)
      await signInAs(page, email, goodPassword)
      await expect(page).toHaveURL(`/scan/${scan}/rapport`)

      await page.goto('/account/tweede-stap')
      const secret = (await page.locator('code').textContent()) ?? ''
      await page.getByLabel('Je wachtwoord van nu').fill(goodPassword)
      await page.getByRole('textbox', { name: 'Code van zes cijfers' }).fill('000000')
      await page.getByRole('button', { name: 'Zet de tweede stap aan' }).click()
      await expect(page.getByText('Deze code klopt niet of is al gebruikt.', { exact: false })).toHaveCount(2)
      await expect(page.locator('code')).toHaveText(secret)
      await page.getByLabel('Je wachtwoord van nu').fill(goodPassword)
      await page.getByRole('textbox', { name: 'Code van zes cijfers' }).fill(codeOf(secret))
      await page.getByRole('button', { name: 'Zet de tweede stap aan' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bewaar deze tien herstelcodes')
      const codes = await page.locator('main li').allTextContents()
      expect(codes).toHaveLength(10)
      await page.getByRole('button', { name: 'Ik heb ze bewaard' }).click()
      await expect(page.getByText('Je hebt nog 10 van de 10 herstelcodes.', { exact: false })).toBeVisible()
      await page.goto('/account/tweede-stap')
      await expect(page.getByText(codes[0]!)).toBeHidden()

      const phone = await otherDevice({ javaScriptEnabled })
      await phone.goto('/account/apparaten')
      await signInAs(phone, email, goodPassword)
      await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Nog één stap: je code')
      expect((await phone.request.get('/account', { maxRedirects: 0 })).status()).toBe(302)
      await phone.getByRole('textbox', { name: 'Code' }).fill(codes[3]!.toLowerCase())
      await phone.getByRole('button', { name: 'Log in' }).click()
      await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Je bent ingelogd op 2 apparaten')
      await phone.getByRole('button', { name: 'Log alle andere uit' }).click()
      await expect(phone.getByText('Alle andere apparaten zijn uitgelogd')).toBeVisible()
      await page.goto('/account')
      await expect(page).toHaveURL('/inloggen?verder=%2Faccount')

      await page.getByRole('link', { name: 'Wachtwoord vergeten?' }).click()
      await page.getByRole('textbox', { name: 'E-mailadres' }).fill(email)
      await page.getByRole('button', { name: 'Mail mij de link' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kijk in je mail')
      const reset = await letterTo(email, 2)
      expect(reset.subject).toBe('Kies een nieuw wachtwoord voor Paraat')
      await page.goto(reset.links[0]!)
      await page.getByLabel('Nieuw wachtwoord').fill(otherPassword)
      await page.getByRole('button', { name: 'Bewaar het wachtwoord' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nog één stap: je code')
      await page.getByRole('textbox', { name: 'Code' }).fill(codes[3]!)
      await page.getByRole('button', { name: 'Log in' }).click()
      await expect(page.getByText('Deze code klopt niet of is al gebruikt.', { exact: false })).toHaveCount(2)
      await page.getByRole('textbox', { name: 'Code' }).fill(codes[4]!)
      await page.getByRole('button', { name: 'Log in' }).click()
      await expect(page).not.toHaveURL(/inloggen/)
      await phone.goto('/account')
      await expect(phone).toHaveURL(/\/inloggen/)
      expect((await letterTo(email, 3)).subject).toBe('Je wachtwoord voor Paraat is veranderd')

      await page.goto('/account/tweede-stap')
      await page.getByLabel('Je wachtwoord van nu').last().fill(otherPassword)
      await page.getByRole('textbox', { name: 'Code' }).fill(codes[5]!)
      await page.getByRole('button', { name: 'Zet de tweede stap uit' }).click()
      await expect(page.getByText('De tweede stap is uit.', { exact: false })).toBeVisible()
    })
  })
}

test('the address is changed by a letter to the new one, and the old one is told', async ({ page, baseURL }) => {
  const { email, password, cookie } = await signUp(Number(new URL(baseURL!).port))
  const [name = '', value = ''] = cookie.split('=')
  await page.context().addCookies([{ name, value, domain: 'localhost', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' }])
  const moved = newAddress('nieuw')
  await page.goto('/account/e-mail')
  await page.getByRole('textbox', { name: 'Nieuw e-mailadres' }).fill(moved)
  await page.getByLabel('Je wachtwoord van nu').fill(password)
  await page.getByRole('button', { name: 'Mail mij de link' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kijk in je mail')
  await page.goto((await letterTo(moved)).links[0]!)
  await page.getByRole('button', { name: 'Gebruik dit adres' }).click()
  await expect(page.getByText(`Je logt voortaan in met ${moved}`, { exact: false })).toBeVisible()
  expect((await letterTo(email, 2)).subject).toBe('Je adres voor Paraat is veranderd')

  await page.goto('/account/wachtwoord')
  await page.getByLabel('Je wachtwoord van nu').fill(password)
  await page.getByLabel('Nieuw wachtwoord').fill(otherPassword)
  await page.getByRole('button', { name: 'Bewaar het wachtwoord' }).click()
  await expect(page.getByText('Je wachtwoord is veranderd.', { exact: false })).toBeVisible()

  await page.getByRole('textbox', { name: 'Je naam' }).fill('Jan')
  await page.getByRole('combobox', { name: 'Taal van je mails' }).selectOption('en')
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await expect(page.getByText('Opgeslagen')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Je naam' })).toHaveValue('Jan')
})

test('a scan that got an owner in the meantime stays with that owner, and who came later is told', async ({ page, baseURL }) => {
  const port = Number(new URL(baseURL!).port)
  const scan = await finishedScan(page, company, baseURL!)
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const [late, line] = [newAddress('laat'), ownLine(port)]
  await postForm(line, `/account-maken?scan=${scan}`, { email: late, once: randomUUID() }, cookie)
  line.close()
  expect((await signUp(port, { guest: { cookie, scan } })).onward).toBe(`/scan/${scan}/rapport`)
  await page.goto((await letterTo(late)).links[0]!)
  await page.getByLabel('Kies een wachtwoord').fill(goodPassword)
  await page.getByRole('button', { name: 'Maak mijn account' }).click()
  await expect(page.getByText('Je account is gemaakt, maar de scan hoort al bij iemand anders')).toBeVisible()
  expect((await page.request.get(`/scan/${scan}/rapport`)).status()).toBe(404)
})

test('nobody learns from an answer which addresses have an account, nor leads a letter elsewhere', async () => {
  const server = await ownServer()
  const line = ownLine(server.port)
  try {
    const known = await signUp(server.port, { email: 'bekend@example.nl', dataFolder: server.dataFolder })
    const unknown = 'vreemd@example.nl'
    for (const address of ['/account-maken', '/wachtwoord-vergeten']) {
      const replies = [known.email, unknown].map(email => postForm(line, address, { email, once: randomUUID() }))
      const [one, other] = await Promise.all(replies)
      expect([one!.status, Buffer.byteLength(one!.body)]).toEqual([other!.status, Buffer.byteLength(other!.body)])
      expect(one!.status).toBe(200)
    }
    const [wrong, nobody] = await Promise.all([known.email, unknown].map(email => signIn(line, { email, password: 'kies een ander' })))
    expect([wrong!.status, Buffer.byteLength(wrong!.body)]).toEqual([nobody!.status, Buffer.byteLength(nobody!.body)])
    for (let guess = 0; guess < 5; guess += 1) await signIn(line, { email: unknown, password: `kies ${guess} ander` })
    const slow = await signIn(line, { email: unknown, password: 'kies een ander' })
    expect(slow.status).toBe(429)
    expect(Number(slow.headers['retry-after'])).toBeGreaterThan(800)
    expect(slow.body).toContain('Wacht 15 minuten')
    for (const back of ['//evil.example', 'https:evil.example', '/\\evil.example']) {
      expect(onwardOf(await signIn(line, known, back))).toBe('/bedrijven')
    }
    const email = 'gastheer@example.nl'
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Host: '127.0.0.1:1', Origin: 'http://127.0.0.1:1', 'X-Forwarded-Host': '127.0.0.1:1' }
    await line.call({ method: 'POST', path: '/account-maken', headers, body: new URLSearchParams({ email, once: randomUUID() }).toString() })
    await letterTo(email, 1, server.dataFolder)
    for (const letter of await lettersTo(email, server.dataFolder)) expect(letter.text.match(/https?:\/\/[^/\s]+/g)).toEqual([server.origin])
  } finally {
    line.close()
    await server.stop()
  }
})
