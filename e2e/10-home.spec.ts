/** The home page is the first question, in both languages, with and without JavaScript. */
import { expect, test } from './clean-page.ts'

const bar = { name: 'Hoe lang kan jouw bedrijf door?' }

test('the first question is answered at once, and the answer goes along into the scan', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vannacht valt de stroom uit.')
  await page.getByRole('group', bar).getByRole('radio', { name: '8 uur', exact: true }).check()
  await expect(page.getByRole('heading', { name: 'Zonder stroom stop je na 8 uur.' })).toBeVisible()
  await expect(page.getByText('Dan mis je nog 64 uur.')).toBeVisible()
  await expect(page.getByText(/na een week \d+ % zonder stroom/)).toBeVisible()

  await page.getByRole('link', { name: /^Wat kun je eraan doen\? Nog \d+ minuten$/ }).click()
  await page.getByRole('combobox', { name: 'Wat doet je bedrijf?' }).fill('bakker')
  await page.getByRole('option', { name: /^bakker/i }).first().click()
  await expect(page.getByText('Je krijgt vragen voor: Eten en drinken maken')).toBeVisible()
  await page.getByRole('radio', { name: '2 tot en met 9 mensen' }).check()
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.getByRole('button', { name: 'Verder' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hoe lang kan het door zonder …')
  await expect(page.getByRole('group', { name: 'Stroom', exact: true }).getByRole('radio', { name: '8 uur', exact: true })).toBeChecked()
})

test('an answer that was chosen before the page came alive counts too', async ({ page }) => {
  let alive = () => {}
  const chosen = new Promise<void>(resolve => (alive = resolve))
  await page.route(/\/assets\/.*\.js$/, async route => {
    await chosen
    await route.continue()
  })
  await page.goto('/', { waitUntil: 'commit' })
  await page.getByRole('group', bar).getByRole('radio', { name: '8 uur', exact: true }).check()
  alive()
  await expect(page.getByRole('heading', { name: 'Zonder stroom stop je na 8 uur.' })).toBeVisible()
})

test('keys that are pressed while the page comes alive count too', async ({ page }) => {
  // React's work on the page begins when the test says so
  await page.addInitScript(() => {
    const begun = new Promise<void>(resolve => window.addEventListener('begin', () => resolve()))
    const post = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'postMessage')!.value as (message: unknown) => void
    MessagePort.prototype.postMessage = function (message: unknown) {
      document.documentElement.dataset.waits = ''
      void begun.then(() => post.call(this, message))
    }
  })
  await page.goto('/')
  await page.locator('html[data-waits]').waitFor()
  await page.getByRole('group', bar).getByRole('radio').first().focus()
  for (const key of ['Space', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key)
  await page.evaluate(() => window.dispatchEvent(new Event('begin')))
  await expect(page.getByRole('heading', { name: 'Zonder stroom stop je na 8 uur.' })).toBeVisible()
})

test('who does not know, stops at once or lasts long enough is told something that is true', async ({ page }) => {
  await page.goto('/')
  const group = page.getByRole('group', bar)
  for (const [answer, title] of [
    ['Meteen, of binnen 4 uur', 'Zonder stroom stop je meteen.'],
    ['2 weken of langer', 'Jij haalt het einde van de storing.'],
    ['Weet ik niet', 'Dat weet je nog niet. Dat is een goed begin.'],
  ] as const) {
    await group.getByRole('radio', { name: answer, exact: true }).check()
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the first question is a form with a button, and the answer goes along too', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('group', bar).getByRole('radio', { name: '24 uur (1 dag)', exact: true }).check()
    await page.getByRole('button', { name: 'Laat zien wat dat betekent' }).click()
    await expect(page.getByRole('heading', { name: 'Zonder stroom stop je na 24 uur.' })).toBeVisible()
    await page.getByRole('link', { name: /^Wat kun je eraan doen/ }).click()
    await expect(page).toHaveURL(/\/start\?stroom=h24$/)
  })
})

test('the language is one click, and is remembered by the bare address', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('navigation', { name: 'Taal' }).getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL('/en')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tonight the power goes out.')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.goto('/')
  await expect(page).toHaveURL('/en')
  await page.getByRole('link', { name: 'Nederlands' }).click()
  await expect(page).toHaveURL('/')
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vannacht valt de stroom uit.')
})

test('one answer more or less on the bar by the arrow keys is heard as it is written', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('group', bar).getByRole('radio', { name: '4 uur', exact: true }).check()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: '8 uur', exact: true })).toBeChecked()
  await expect(page.getByRole('heading', { name: 'Zonder stroom stop je na 8 uur.' })).toBeVisible()
})
