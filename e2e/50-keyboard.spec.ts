/** A whole scan on a narrow screen by keyboard alone. */
import { expect, test } from './clean-page.ts'
import { beginScan, expectPage, groupOf, labelsOf, newCompany, questionOf, questionsFor } from './company.ts'
import { progressOf } from '#app/assessments/flow.ts'
import { pathsIn } from '#app/paths.ts'
import type { Locator, Page as Tab } from '@playwright/test'

test.use({ viewport: { width: 320, height: 700 } })

const paths = pathsIn('nl')

/** Presses Tab until this has the focus, as somebody without a mouse does. Fails where it cannot be reached. */
async function tabTo(page: Tab, wanted: Locator): Promise<void> {
  await wanted.waitFor()
  for (let presses = 0; presses < 150; presses += 1) {
    if (await wanted.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not reach ${String(wanted)}`)
}

async function press(page: Tab, wanted: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, wanted)
  await page.keyboard.press(key)
}

/** Moves along a group of radios to the one with this label: Tab into the group, then the arrow keys. */
async function arrowTo(page: Tab, group: Locator, label: string): Promise<void> {
  const radios = group.getByRole('radio')
  const chosen = group.getByRole('radio', { checked: true })
  await tabTo(page, (await chosen.count()) > 0 ? chosen : radios.first())
  if ((await chosen.count()) === 0) await page.keyboard.press('Space')
  const wanted = group.getByRole('radio', { name: label, exact: true })
  for (let presses = 0; presses < (await radios.count()); presses += 1) {
    if (await wanted.isChecked()) return
    await page.keyboard.press('ArrowDown')
  }
  await expect(wanted).toBeChecked()
}

async function expectNoSidewaysScroll(page: Tab): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
}

test('somebody alone fills in a quick scan at 320 px and reads the report, without a mouse', async ({ page }) => {
  const company = newCompany('algemeen', 'quick', '1')
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Naar de inhoud' })).toBeFocused()
  await page.keyboard.press('Enter')
  await arrowTo(page, page.getByRole('group', { name: 'Hoe lang kan jouw bedrijf door?' }), '8 uur')
  await expect(page.getByRole('heading', { name: 'Zonder stroom stop je na 8 uur.' })).toBeVisible()
  await expectNoSidewaysScroll(page)
  await press(page, page.getByRole('link', { name: /^Wat kun je eraan doen/ }))

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Eerst even over je bedrijf')
  await tabTo(page, page.getByRole('combobox', { name: 'Wat doet je bedrijf?' }))
  await page.keyboard.type('ander bedrijf')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await arrowTo(page, page.getByRole('group', { name: 'Met hoeveel mensen werken jullie?' }), 'Alleen ik')
  await expectNoSidewaysScroll(page)
  await press(page, page.getByRole('button', { name: 'Begin', exact: true }))

  for (const { page: here } of progressOf(company.questionnaire, company.evidence)) {
    await expectPage(page, company, here, 'nl')
    await expectNoSidewaysScroll(page)
    for (const question of questionsFor(company, here, 'nl')) {
      const group = groupOf(page, question)
      if ((await group.count()) === 0) continue
      if (question.type === 'checklist') await press(page, group.getByRole('checkbox').first(), 'Space')
      else await arrowTo(page, group, labelsOf(question, { option: question.options[1]!.id }, 'nl')[0]!)
    }
    await press(page, page.getByRole('button', { name: 'Verder', exact: true }))
  }

  await expectPage(page, company, null, 'nl')
  await expectNoSidewaysScroll(page)
  await press(page, page.getByRole('button', { name: /^(Afronden en rapport maken|Zet de rest op .weet ik niet. en rond af)$/ }))
  await expect(page.getByRole('heading', { name: /^Niveau [1-5] van 5: / })).toBeVisible()
  await expectNoSidewaysScroll(page)
  await press(page, page.getByRole('link', { name: 'Noodkaart voor aan de muur' }))
  await expect(page.getByRole('link', { name: 'Noodkaart als PDF' })).toBeVisible()
  await expectNoSidewaysScroll(page)
})

test('an error on the start page takes the keyboard to the field it is about', async ({ page }) => {
  await page.goto('/start')
  await press(page, page.getByRole('button', { name: 'Begin', exact: true }))
  const link = page.getByRole('link', { name: 'Kies met hoeveel mensen jullie werken.' })
  await press(page, link)
  await expect(page.getByRole('radio', { name: 'Alleen ik' })).toBeFocused()
})

test('a note is opened and written, and an answer is cleared with the focus staying at the question', async ({ page }) => {
  const company = newCompany('algemeen', 'quick', '1')
  const plan = questionOf(company, 'noodplan')
  await page.goto('/start')
  await tabTo(page, page.getByRole('combobox', { name: 'Wat doet je bedrijf?' }))
  await page.keyboard.type('ander bedrijf')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await arrowTo(page, page.getByRole('group', { name: 'Met hoeveel mensen werken jullie?' }), 'Alleen ik')
  await press(page, page.getByRole('button', { name: 'Begin', exact: true }))
  await press(page, page.getByRole('link', { name: 'Overzicht' }))
  await press(page, page.getByRole('link', { name: 'Noodplan en oefenen' }))
  const group = groupOf(page, plan)
  await arrowTo(page, group, plan.options[0]!.label)
  await press(page, group.getByText('Notitie maken'))
  await page.keyboard.press('Tab')
  await page.keyboard.type('In de rode map')
  await expect(page.getByText(/^Opgeslagen om \d\d:\d\d$/)).toBeVisible()
  await press(page, group.getByRole('button', { name: `Antwoord wissen: ${plan.text}` }))
  await expect(group.getByRole('radio').first()).toBeFocused()
  await expect(group.getByRole('radio', { checked: true })).toHaveCount(0)
  await expect(group.getByRole('textbox', { name: 'Notitie' })).toHaveValue('In de rode map')
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('Enter on an answer, or in the link beside it, goes on and loses nothing', async ({ page, baseURL }) => {
      const company = newCompany('algemeen', 'quick', '1')
      const scan = await beginScan(page, company, baseURL ?? '')
      const plan = questionOf(company, 'noodplan')
      await page.goto(paths.theme(scan, 'crisis'))
      const answer = groupOf(page, plan).getByRole('radio', { name: plan.options[0]!.label })
      await answer.check()
      await page.keyboard.press('Enter')
      await expect(page).not.toHaveURL(paths.theme(scan, 'crisis'))
      await page.goto(paths.theme(scan, 'crisis'))
      await expect(answer).toBeChecked()
      await groupOf(page, plan).getByText('Notitie maken').click()
      await groupOf(page, plan).getByLabel('Waar kun je het zien?').fill('https://voorbeeld.nl/plan')
      await page.keyboard.press('Enter')
      await expect(page).not.toHaveURL(paths.theme(scan, 'crisis'))
      await page.goto(paths.theme(scan, 'crisis'))
      await expect(answer).toBeChecked()
      await expect(groupOf(page, plan).getByLabel('Waar kun je het zien?')).toHaveValue('https://voorbeeld.nl/plan')
    })
  })
}
