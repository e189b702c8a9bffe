/** A company says a year later what still holds, and does its scan again from the answers of last time. */
import type { Page as Tab } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { databaseFile, openDatabase } from '#db/open.server.ts'
import { answers, assessments } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { pathsIn } from '#app/paths.ts'
import { expect, test } from './clean-page.ts'
import { choose, finishedScan, goldenCompany, groupOf, questionOf } from './company.ts'

const nl = pathsIn('nl')
const baker = goldenCompany('bakkerij-de-korenaar')

/** As if the scan had been filled in and finished so many days ago. */
async function longAgo(scan: string, days: number): Promise<void> {
  const database = openDatabase(databaseFile(process.env.E2E_DATA_DIR ?? ''))
  const at = Date.now() - days * 86_400_000
  await transact(database, async writer => {
    await writer.update(assessments).set({ createdAt: at, finishedAt: at }).where(eq(assessments.id, scan))
    await writer.update(answers).set({ updatedAt: at, confirmedAt: at }).where(eq(answers.assessmentId, scan))
  })
  await database.close()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('the baker confirms a theme with one click, and changes in a new scan what no longer holds', async ({ page, baseURL }) => {
      const scan = await finishedScan(page, baker, baseURL ?? '')
      await page.goto(nl.report(scan))
      await expect(page.getByText('van je score rust op antwoorden')).toHaveCount(0)

      await longAgo(scan, 400)
      await page.goto(nl.report(scan))
      const points = await page.getByText(/\d+ van 100 punten/).first().textContent()
      await expect(page.getByText(/^\d+(,\d)?% van je score rust op antwoorden/)).toBeVisible()
      await page.getByRole('link', { name: 'Kijk ze na' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^\d+ antwoorden worden oud: kloppen ze nog\?$/)
      const groups = page.getByRole('button', { name: /^Dit klopt allemaal nog: / })
      const before = await groups.count()
      await page.getByRole('button', { name: 'Dit klopt allemaal nog: Computers en gegevens' }).click()
      await expect(page.getByText(/^\d+ antwoorden zijn bevestigd$/)).toBeVisible()
      await expect(groups).toHaveCount(before - 1)
      await page.goto(nl.report(scan))
      await expect(page.getByText(points ?? '').first()).toBeVisible()

      await page.goto(nl.confirm(scan))
      await page.getByRole('button', { name: 'Wijzig het in een nieuwe scan' }).click()
      await expect(page.getByText(/antwoorden van vorige keer wachten nog/)).toBeVisible()
      const next = page.url().split('/').at(-1) ?? ''
      await page.getByRole('link', { name: 'Kijk ze na' }).click()
      await expect(page).toHaveURL(nl.confirm(next))
      await page.goto(nl.scan(next))
      const waitingLines = page.getByText(/nog bevestigen/)
      const lines = await waitingLines.count()
      expect(lines).toBeGreaterThan(1)
      await page.goto(nl.theme(next, 'crisis'))
      await expect(page.getByText(/Vorige keer, \d+ \S+ \d{4}\. Klopt het nog\?/).first()).toBeVisible()
      await page.getByRole('button', { name: /^Dit klopt (allemaal )?nog$/ }).click()
      await expect(page).not.toHaveURL(nl.theme(next, 'crisis'))
      await page.goto(nl.theme(next, 'crisis'))
      await expect(page.getByText('Klopt het nog?')).toHaveCount(0)
      await page.goto(nl.scan(next))
      await expect(waitingLines).toHaveCount(lines - 1)
      await page.goto(nl.confirm(next))
      const question = questionOf(baker, 'zonder-power')
      await page.getByRole('link', { name: `Wijzig: ${question.text}` }).click()
      await choose(page, question, { option: 'h48' }, 'nl')
      await page.getByRole('button', { name: 'Verder' }).click()
      await page.goto(nl.confirm(next))
      await expect(page.getByRole('link', { name: `Wijzig: ${question.text}` })).toHaveCount(0)
      for (let left = await groups.count(); left > 0; left -= 1) {
        await groups.first().click()
        await expect(groups).toHaveCount(left - 1)
      }
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Alles is bevestigd')
      await page.goto(nl.check(next))
      await expect(page.getByText('van vorige keer')).toHaveCount(0)
    })
  })
}

/** How far under its question each first option stands, and how far to the right each way on: the words of a chosen option are bold, and may take a line more. */
async function places(page: Tab): Promise<string[]> {
  return await page.locator('fieldset, main form .actions > *').evaluateAll(all =>
    all.map(one => {
      const { left, top } = one.getBoundingClientRect()
      return one instanceof HTMLFieldSetElement ? `option ${one.querySelector('input')!.getBoundingClientRect().top - top}` : `way on ${left}`
    }),
  )
}

for (const width of [360, 1280]) {
  test(`an answer of last time asks no more once another is saved, and nothing moves under the hand (${width} px wide)`, async ({ page, baseURL }) => {
    await page.setViewportSize({ width, height: 800 })
    const scan = await finishedScan(page, baker, baseURL ?? '')
    await longAgo(scan, 400)
    await page.goto(nl.confirm(scan))
    await page.getByRole('button', { name: 'Wijzig het in een nieuwe scan' }).click()
    await expect(page.getByText(/antwoorden van vorige keer wachten nog/)).toBeVisible()
    const next = page.url().split('/').at(-1) ?? ''

    await page.goto(nl.theme(next, 'crisis'))
    await expect(page.getByText('Elk antwoord wordt meteen bewaard')).toBeVisible()
    const asking = page.getByText('Klopt het nog?')
    const all = page.getByRole('button', { name: 'Dit klopt allemaal nog', exact: true })
    const one = page.getByRole('button', { name: 'Dit klopt nog', exact: true })
    await expect(asking).toHaveCount(3)
    const before = await places(page)

    for (const [index, [id, option]] of [['noodplan', 'computer'], ['geoefend', 'gepraat'], ['voeding-stoppen', 'kaart']].entries()) {
      const question = questionOf(baker, id!)
      await choose(page, question, { option: option! }, 'nl')
      await expect(groupOf(page, question)).toHaveAccessibleDescription(/^Vorige keer, \d+ \S+ \d{4}\. Nu bijgewerkt\./)
      await expect(asking).toHaveCount(2 - index)
      await expect(all).toHaveCount(index === 0 ? 1 : 0)
      await expect(one).toHaveCount(index === 1 ? 1 : 0)
      expect(await places(page)).toEqual(before)
    }
    await expect(page.getByRole('status').filter({ hasText: 'Vraag 3 opgeslagen. Van vorige keer wacht hier niets meer.' })).toHaveCount(1)

    await page.goto(nl.theme(next, 'crisis'))
    await expect(page.getByText('Vorige keer')).toHaveCount(0)
    await expect(page.getByRole('button', { name: /klopt/ })).toHaveCount(0)
  })
}
