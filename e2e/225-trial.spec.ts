/** A company plans an hour without power, prepares it, holds it, and finds out that an answer was not right. */
import { databaseFile, openDatabase } from '#db/open.server.ts'
import { trialHours } from '#db/plan-tables.ts'
import { transact } from '#db/transact.server.ts'
import { eq } from 'drizzle-orm'
import { pathsIn } from '#app/paths.ts'
import { expect, test } from './clean-page.ts'
import { finishedScan, goldenCompany } from './company.ts'

const nl = pathsIn('nl')

/** As if it had been planned for a day that is past. */
async function longAgo(id: string): Promise<void> {
  const database = openDatabase(databaseFile(process.env.E2E_DATA_DIR ?? ''))
  await transact(database, async writer => void (await writer.update(trialHours).set({ day: '2026-01-13' }).where(eq(trialHours.id, id))))
  await database.close()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('the baker plans a trial hour, moves it, ticks the list, holds it, and puts one answer right in a new scan', async ({ page, baseURL, allow }) => {
      allow(/status of (422|409)/)
      const scan = await finishedScan(page, goldenCompany('bakkerij-de-korenaar'), baseURL ?? '')
      await page.goto(nl.trialHours(scan))
      await expect(page.getByRole('region', { name: 'Dit zet je nooit uit' })).toContainText('Medische apparaten')
      await page.getByLabel('Welke dag?').fill('2020-01-01')
      await page.getByLabel('Wat moet bij jou aan blijven?').fill('De rijskast')
      await page.getByRole('button', { name: 'Zet het proefuur vast' }).click()
      await expect(page.getByRole('link', { name: 'Kies vandaag of een dag die nog komt.' })).toBeVisible()
      await expect(page.getByLabel('Wat moet bij jou aan blijven?')).toHaveValue('De rijskast')
      await page.getByLabel('Welke dag?').fill('2030-02-05')
      await page.getByRole('button', { name: 'Zet het proefuur vast' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Je proefuur is op dinsdag 5 februari 2030 om 10:00')
      await expect(page.getByRole('region', { name: 'Dit zet je nooit uit' })).toContainText('De rijskast')
      const trial = /proefuur\/([^/?]+)/.exec(page.url())?.[1] ?? ''

      await page.getByRole('checkbox', { name: 'Sla al het werk op' }).check()
      await page.getByRole('button', { name: 'Bewaar de vinkjes' }).click()
      await expect(page.getByText('De vinkjes zijn bewaard.')).toBeVisible()
      await expect(page.getByRole('checkbox', { name: 'Sla al het werk op' })).toBeChecked()

      await page.getByText('Verzet het, of pas het aan').click()
      await page.getByLabel('Hoe laat begin je?').fill('14:30')
      await page.getByRole('button', { name: 'Bewaar', exact: true }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('14:30')
      await page.getByRole('button', { name: 'Zeg het proefuur af' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('gaat niet door')
      const file = await page.request.get(nl.trialHourIcs(scan, trial))
      expect(await file.text()).toContain('METHOD:CANCEL')
      await page.getByRole('button', { name: 'Maak ongedaan' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Je proefuur is op')

      await longAgo(trial)
      await page.goto(nl.trialHour(scan, trial))
      await expect(page.getByRole('heading', { name: 'Klopte je antwoord?' })).toBeVisible()
      await page.getByRole('button', { name: 'Bewaar wat eruit kwam' }).click()
      await expect(page.getByRole('link', { name: /^Kies of je antwoord klopte/ }).first()).toBeVisible()
      const asked = page.getByRole('group', { name: 'Hoe lang kan het door zonder stroom?' })
      await asked.getByRole('radio', { name: 'Nee, het is anders' }).check()
      await asked.getByLabel('Wat is het echt?').selectOption({ index: 2 })
      const others = page.getByRole('radio', { name: 'Ja, dat klopt' })
      for (let n = 1; n < (await others.count()); n++) await others.nth(n).check()
      await page.getByLabel('Wat viel je op?').fill('De deur van de oven ging niet open')
      await page.getByRole('button', { name: 'Bewaar wat eruit kwam' }).click()
      const told = page.getByRole('region', { name: 'Wat eruit kwam' })
      await expect(told).toContainText('Je antwoord klopte')
      await expect(told).toContainText('De deur van de oven ging niet open')
      await told.getByRole('link', { name: 'Bekijk je nieuwe scan' }).click()
      await expect(page).toHaveURL(/\/scan\/[^/]+\/controle$/)
      expect(page.url()).not.toContain(scan)
    })
  })
}
