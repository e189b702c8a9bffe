/** A plan in a diary, and letters about it: an address is made, read and ended; reminders go off with one click, without a login. */
import { eq } from 'drizzle-orm'
import { users } from '#db/people-tables.ts'
import { pathsIn } from '#app/paths.ts'
import { readCalendar } from '#app/plans/test-calendar.ts'
import { expect, test } from './clean-page.ts'
import { signInWith } from './member.ts'
import { openCast, privateWord, type Cast, type Place } from './members.ts'

const nl = pathsIn('nl')
let cast: Cast

test.beforeAll(async () => {
  cast = await openCast({ port: Number(process.env.E2E_PORT ?? 3210), dataFolder: process.env.E2E_DATA_DIR ?? '' })
})
test.afterAll(() => cast.close())

const remindersOf = async (place: Place) => (await cast.database.reader.select().from(users).where(eq(users.id, place.people.owner.id)))[0]?.reminders
const sessionOf = (cookie: string) => cookie.split('=')[1] ?? ''

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a member puts the plan in a diary, and stops that again', async ({ page, request, baseURL }) => {
      const place = await cast.company()
      await signInWith(page, baseURL ?? '', sessionOf(place.people.editor.cookie))
      await page.goto(nl.planCalendar(place.finished))
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Zet je plan in je agenda')
      await page.getByRole('button', { name: 'Maak een adres' }).click()
      const address = await page.getByLabel('Adres voor je agenda').inputValue()
      await expect(page.getByRole('link', { name: 'Open in je agenda' })).toHaveAttribute('href', address.replace(/^https?:/, 'webcal:'))

      const path = new URL(address).pathname
      const read = await request.get(path, { headers: { Cookie: '' } })
      expect(read.headers()).toMatchObject({ 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' })
      const { events } = readCalendar(await read.text())
      expect(events.map(({ text }) => [text['DTSTART'], text['DTEND'], text['SUMMARY']])).toEqual([['20300112', '20300113', `Aggregaat van ${privateWord} testen`]])

      await page.goto(nl.planCalendar(place.finished))
      await expect(page.getByText('Laatst gelezen op')).toBeVisible()
      expect(await page.content()).not.toContain(path)
      await page.getByRole('link', { name: /^Stop dit adres/ }).click()
      await page.getByRole('button', { name: 'Stop het adres' }).click()
      await expect(page.getByText('Het adres werkt niet meer')).toBeVisible()
      expect((await request.get(path)).status()).toBe(404)
    })

    test('who has a letter turns reminders off with its link, and on again in the account', async ({ page, baseURL }) => {
      const place = await cast.company()
      await page.goto(nl.remindersOff(place.links.off))
      expect(await remindersOf(place)).toBe(true)
      await page.getByRole('button', { name: 'Zet herinneringen uit' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Herinneringen staan uit')
      expect(await remindersOf(place)).toBe(false)
      expect(await page.context().cookies()).toEqual([])

      await signInWith(page, baseURL ?? '', sessionOf(place.people.owner.cookie))
      await page.goto(nl.account)
      const box = page.getByRole('checkbox', { name: 'Herinneringen per mail' })
      await expect(box).not.toBeChecked()
      await box.check()
      await page.getByRole('button', { name: 'Bewaar' }).click()
      await expect(box).toBeChecked()
      expect(await remindersOf(place)).toBe(true)
    })
  })
}

test('a mail reader turns reminders off by itself, from anywhere, without a cookie', async ({ request }) => {
  const place = await cast.company()
  const post = (form: Record<string, string>, address = nl.remindersOff(place.links.off)) =>
    request.post(address, { form, maxRedirects: 0, headers: { Origin: 'https://mail.example', 'Sec-Fetch-Site': 'cross-site', Cookie: place.people.owner.cookie } })
  expect((await post({})).status()).toBe(400)
  expect(await remindersOf(place)).toBe(true)
  for (let count = 0; count < 2; count += 1) {
    const reply = await post({ 'List-Unsubscribe': 'One-Click' })
    expect([reply.status(), reply.headers()['set-cookie'], await remindersOf(place)]).toEqual([200, undefined, false])
    expect(await reply.text()).not.toContain('Uitloggen')
  }
  expect((await post({ 'List-Unsubscribe': 'One-Click' }, nl.remindersOff('onbekend'))).status()).toBe(404)
  expect((await post({ name: 'Kwaad' }, nl.account)).status()).toBe(403)
})

test('a file of one action lands on its day', async ({ page, request, baseURL }) => {
  const place = await cast.company()
  await signInWith(page, baseURL ?? '', sessionOf(place.people.reader.cookie))
  const reply = await page.request.get(nl.planActionIcs(place.finished, place.action))
  const [event] = readCalendar(await reply.text()).events
  expect(event?.text).toMatchObject({ DTSTART: '20300112', STATUS: 'CONFIRMED', UID: `${place.action}@${new URL(baseURL ?? '').hostname}` })
  expect((await page.request.get(nl.planActionIcs(place.finished, place.doneAction))).status()).toBe(404) // it has no date
  expect((await request.get(nl.planActionIcs(place.finished, place.action))).status()).toBe(404)
})
