/** A company does its scan again and sees what changed, and why. */
import { eq } from 'drizzle-orm'
import { databaseFile, openDatabase } from '#db/open.server.ts'
import { assessments } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { pathsIn } from '#app/paths.ts'
import { expect, test } from './clean-page.ts'
import { choose, finishedScan, goldenCompany, questionOf } from './company.ts'

const nl = pathsIn('nl')
const baker = goldenCompany('bakkerij-de-korenaar')

/** As if this scan had been finished so many days ago. */
async function longAgo(scan: string, days: number): Promise<void> {
  const database = openDatabase(databaseFile(process.env.E2E_DATA_DIR ?? ''))
  const at = Date.now() - days * 86_400_000
  await transact(database, async writer => void (await writer.update(assessments).set({ createdAt: at, finishedAt: at }).where(eq(assessments.id, scan))))
  await database.close()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('the baker does the scan again half a year later, and reads which answer did it', async ({ page, baseURL }) => {
      const scan = await finishedScan(page, baker, baseURL ?? '')
      await longAgo(scan, 180)
      await page.goto(nl.trend(scan))
      await expect(page.getByRole('heading', { level: 1 })).toContainText(/^\d+ punten op /)
      await page.getByRole('button', { name: 'Doe de scan opnieuw' }).click()
      await expect(page).toHaveURL(/\/scan\/[^/]+$/)
      const next = page.url().split('/').at(-1) ?? ''
      expect(next).not.toBe(scan)

      await page.goto(nl.howLong(next))
      await choose(page, questionOf(baker, 'zonder-power'), { option: 'h168' }, 'nl')
      await page.getByRole('button', { name: 'Verder' }).click()
      await page.goto(nl.check(next))
      await page.getByRole('button', { name: /Afronden|Rond af/ }).click()
      await expect(page).toHaveURL(nl.report(next))

      await page.goto(nl.trend(scan))
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Je score ging omhoog')
      const why = page.getByRole('region', { name: 'Waarom je score veranderde' })
      await expect(why.getByRole('heading', { name: 'Eén antwoord deed het' })).toBeVisible()
      await expect(why.getByText('Nu: 1 week')).toBeVisible()
      await expect(why.getByRole('row', { name: /Andere vragen/ })).toContainText('0,0')
      await expect(page.getByRole('img', { name: /Je score ging omhoog/ }).first()).toBeVisible()
    })
  })
}
