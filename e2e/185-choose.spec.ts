/** A company chooses what it is going to do: by time, by hand, with what that comes to, into its plan. */
import type { Locator, Page as Tab } from '@playwright/test'
import { evaluate } from '#app/core/evaluate.ts'
import { planFor, whatIf } from '#app/core/plan.ts'
import { points } from '#app/core/numbers.ts'
import { pathsIn } from '#app/paths.ts'
import { expect, test } from './clean-page.ts'
import { finishedScan, goldenCompany } from './company.ts'

const nl = pathsIn('nl')
const baker = goldenCompany('bakkerij-de-korenaar')
const now = evaluate(baker.questionnaire, baker.evidence)
const scoreOf = (score: number | null) => points(score ?? 0)
const titleOf = (id: string) => baker.questionnaire.measures.find(measure => measure.id === id)?.title.nl ?? ''
const boxOf = (page: Tab, id: string) => page.locator(`input[name="kies"][value="${id}"]`)
const ticked = (page: Tab) => page.locator('input[name="kies"]:checked')
const outcome = (page: Tab) => page.getByRole('region', { name: /punten$/ })

/** Presses Tab until this has the focus. */
async function tabTo(page: Tab, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    if (await wanted.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not reach ${String(wanted)}`)
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('the baker has half a day, sees what fits best, and puts it into the plan', async ({ page, baseURL }) => {
      const scan = await finishedScan(page, baker, baseURL ?? '')
      const best = planFor(baker.questionnaire, baker.evidence, 4)
      await page.goto(nl.choose(scan))
      await expect(page.getByRole('heading', { level: 1 })).toContainText(`${now.measures.filter(measure => measure.open).length} maatregelen`)
      await page.getByRole('link', { name: 'Een dagdeel' }).click()
      await expect(page).toHaveURL(/uren=4/)
      await expect(ticked(page)).toHaveCount(best.measures.length)
      for (const id of best.measures) await expect(boxOf(page, id)).toBeChecked()
      await expect(outcome(page).getByRole('heading', { level: 2 })).toHaveText(`Van ${scoreOf(now.overall.score)} naar ${scoreOf(best.overall.score)} punten`)
      await page.getByRole('button', { name: 'Zet in mijn plan' }).click()
      await expect(page).toHaveURL(`${nl.plan(scan)}?gekozen=${best.measures.length}`)
      for (const id of best.measures) await expect(page.getByText(titleOf(id)).first()).toBeVisible()

      await page.goto(nl.choose(scan))
      await expect(page.getByText('Staat al in je plan')).toHaveCount(best.measures.length)
    })

    test('ticks by keyboard what she wants, and reads the same figures as the server works out', async ({ page, baseURL }) => {
      const scan = await finishedScan(page, baker, baseURL ?? '')
      const chosen = now.measures.filter(measure => measure.open).slice(0, 3).map(measure => measure.id)
      const then = whatIf(baker.questionnaire, baker.evidence, chosen)
      await page.goto(nl.choose(scan))
      if (javaScriptEnabled) await expect(page.getByRole('button', { name: 'Reken uit' })).toBeHidden()
      for (const id of chosen) {
        await tabTo(page, boxOf(page, id))
        await page.keyboard.press('Space')
      }
      if (!javaScriptEnabled) {
        await tabTo(page, page.getByRole('button', { name: 'Reken uit' }))
        await page.keyboard.press('Enter')
        await expect(page).toHaveURL(new RegExp(`kies=${chosen[0] ?? ''}`))
      }
      await expect(outcome(page).getByRole('heading', { level: 2 })).toHaveText(`Van ${scoreOf(now.overall.score)} naar ${scoreOf(then.overall.score)} punten`)
      await expect(ticked(page)).toHaveCount(3)
      if (javaScriptEnabled) {
        await expect(page.getByRole('status').filter({ hasText: `3 maatregelen` })).toContainText(`naar ${scoreOf(then.overall.score)} punten`)
        return
      }
      await page.goBack()
      await expect(page).toHaveURL(nl.choose(scan))
    })

    test('choosing nothing is said at the list and above it', async ({ page, baseURL, allow }) => {
      allow(/422/)
      const scan = await finishedScan(page, baker, baseURL ?? '')
      await page.goto(`${nl.choose(scan)}?gratis=ja`)
      for (const facts of await page.locator('.choose-facts').allTextContents()) expect(facts).toContain('kost niets')
      await page.getByRole('button', { name: 'Zet in mijn plan' }).click()
      await expect(page.locator('#error-summary')).toContainText('Kies eerst een maatregel.')
      await expect(page.locator('#kies-error')).toHaveText('Kies eerst een maatregel.')
    })
  })
}
