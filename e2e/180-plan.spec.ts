/** A plan: a baker without an account and colleagues of one company write down what to do, finish it, and see what it did to their answers. */
import { eq } from 'drizzle-orm'
import { databaseFile, openDatabase } from '#db/open.server.ts'
import { makeAction } from '#db/plan-makers.ts'
import { assessments, results } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { pathsIn } from '#app/paths.ts'
import { expect, test } from './clean-page.ts'
import { finishedScan, goldenCompany } from './company.ts'
import { unclean } from './every-page.ts'
import { joinCompany, signInWith } from './member.ts'

const nl = pathsIn('nl')
const baker = goldenCompany('bakkerij-de-korenaar')
const folder = process.env.E2E_DATA_DIR ?? ''

/** Puts the first measures of the report into the plan, with a day that is long past; resolves with the title of each. */
async function adopted(scan: string, count: number): Promise<string[]> {
  const database = openDatabase(databaseFile(folder))
  try {
    const [row] = await database.reader.select().from(assessments).innerJoin(results, eq(results.assessmentId, assessments.id)).where(eq(assessments.id, scan))
    const { organisationId, questionnaireHash } = row!.assessments
    const ids = row!.results.result.first.slice(0, count)
    await transact(database, async writer => {
      for (const measureId of ids) await makeAction(writer, { organisationId, measureId, questionnaireHash, dueOn: '2026-01-12', createdAt: Date.now() })
    })
    return ids.map(id => baker.questionnaire.measures.find(one => one.id === id)!.title.nl)
  } finally {
    await database.close()
  }
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('the baker writes something down, begins it, finishes it and takes that back', async ({ page, baseURL, allow }) => {
      allow(/422/)
      const scan = await finishedScan(page, baker, baseURL ?? '')
      await page.goto(nl.plan(scan))
      await expect(page.getByRole('heading', { level: 1, name: 'Je plan is nog leeg' })).toBeVisible()
      await expect(page.getByRole('link', { name: 'Kies maatregelen' })).toHaveAttribute('href', nl.choose(scan))
      await page.getByRole('textbox', { name: /Wie doet het/ }).fill('Bram')
      await page.getByRole('button', { name: 'Zet in het plan' }).click()
      await expect(page.locator('#error-summary').getByRole('link', { name: 'Schrijf op wat je gaat doen.' })).toBeVisible()
      await expect(page.getByRole('textbox', { name: /Wie doet het/ })).toHaveValue('Bram')
      await page.getByRole('textbox', { name: 'Wat ga je doen?' }).fill('Sleutel bij de buren')
      await page.getByLabel(/Wanneer moet het klaar zijn/).fill('2026-01-02')
      await page.getByRole('button', { name: 'Zet in het plan' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Nog 1 ding te doen' })).toBeVisible()
      await expect(page.getByText('Te laat: had klaar moeten zijn op 2 januari 2026')).toBeVisible()
      await expect(page.getByText('Wie: Bram')).toBeVisible()

      const buttons = page.getByRole('form', { name: 'Sleutel bij de buren' })
      await buttons.getByRole('button', { name: 'Begin hieraan' }).click()
      await expect(page.getByText('Je bent begonnen met ‘Sleutel bij de buren’.')).toBeVisible()
      await buttons.getByRole('button', { name: 'Zet op klaar' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Alles in je plan is afgehandeld' })).toBeVisible()
      await page.getByRole('button', { name: 'Maak ongedaan' }).click()
      await expect(page.getByText('bezig', { exact: true })).toBeVisible()

      await page.getByRole('link', { name: 'Sleutel bij de buren' }).click()
      await page.getByRole('textbox', { name: /Notitie/ }).fill('Bel eerst\nNa vieren')
      await page.getByRole('button', { name: 'Sla op' }).click()
      await expect(page.getByText('Wat je veranderde, is opgeslagen.')).toBeVisible()
      const note = page.getByRole('textbox', { name: /Notitie/ })
      await expect(note).toHaveValue('Bel eerst\nNa vieren')
      await page.getByRole('button', { name: 'Maak ongedaan' }).press('Enter')
      await expect(page.getByText('Het staat weer zoals het was.')).toBeVisible()
      await expect(note).toHaveValue('')
      await page.getByRole('button', { name: 'Maak ongedaan' }).press('Enter')
      await expect(note).toHaveValue('Bel eerst\nNa vieren')
      await page.getByRole('button', { name: 'Doe dit bewust niet' }).click()
      await expect(page.locator('#error-summary')).toContainText('Schrijf op waarom je dit niet doet.')
      await page.getByRole('textbox', { name: 'Waarom doe je dit niet?' }).fill('De buren verhuizen')
      await page.getByRole('button', { name: 'Doe dit bewust niet' }).click()
      await expect(page.getByText('Waarom niet: De buren verhuizen')).toBeVisible()
      await page.getByRole('button', { name: 'Maak ongedaan' }).click()
      await expect(page.getByText('bezig', { exact: true })).toBeVisible()
      await page.getByRole('button', { name: 'Haal uit het plan' }).click()
      await expect(page.getByText('‘Sleutel bij de buren’ is uit je plan.')).toBeVisible()
      await page.getByRole('button', { name: 'Maak ongedaan' }).click()
      await expect(page.getByText('‘Sleutel bij de buren’ staat weer in je plan.')).toBeVisible()
    })

    test('a measure that is done asks about its answers, and lifts them into a new scan when the baker says so', async ({ page, baseURL }) => {
      const scan = await finishedScan(page, baker, baseURL ?? '')
      const [first = '', second = ''] = await adopted(scan, 2)
      await page.goto(nl.report(scan))
      const report = await page.locator('main').innerText()
      await page.goto(nl.plan(scan))
      await expect(page.getByRole('heading', { level: 3 })).toHaveText([first, second])
      await page.getByRole('form', { name: first }).getByRole('button', { name: 'Zet op klaar' }).click()
      const ask = page.getByRole('region', { name: 'Is je antwoord hierdoor veranderd?' })
      await expect(ask.getByText(/^Nu: /).first()).toBeVisible()
      await expect(ask.getByText(/^Wordt: /).first()).toBeVisible()
      if (javaScriptEnabled) expect(await unclean(page, false)).toEqual([])
      await ask.getByRole('button', { name: 'Ja, pas aan' }).click()
      const lifted = page.getByRole('region', { name: 'Je antwoord staat in je nieuwe scan' })
      await expect(lifted).toContainText(/Rond/)
      if (javaScriptEnabled) expect(await unclean(page, false)).toEqual([])
      await lifted.getByRole('link').click()
      await expect(page).toHaveURL(/\/scan\/[^/]+$/)
      const next = page.url().split('/').at(-1) ?? ''
      expect(next).not.toBe(scan)

      await page.goto(nl.plan(scan))
      await page.getByRole('form', { name: second }).getByRole('button', { name: 'Zet op klaar' }).click()
      await page.getByRole('button', { name: 'Nee, het is nog zo' }).click()
      await expect(page.getByText('Je antwoorden bleven zoals ze waren.')).toBeVisible()
      await page.goto(nl.report(scan))
      expect(await page.locator('main').innerText()).toBe(report)
      // an unfinished scan of the same company leads to the plan, which belongs to the company
      await page.goto(nl.plan(next))
      await expect(page).toHaveURL(nl.plan(scan))
    })

    test('colleagues share one plan: one gives the other an action, and nobody overwrites another silently', async ({ page, baseURL, otherDevice, allow }) => {
      allow(/409/)
      const scan = await finishedScan(page, baker, baseURL ?? '')
      const [title = ''] = await adopted(scan, 1)
      const [sanne, noor, rik] = await joinCompany(folder, scan, 'De Korenaar', [{ name: 'Sanne', role: 'owner' }, { name: 'Noor', role: 'editor' }, { name: 'Rik', role: 'reader' }])
      const [theirs, readers] = [await otherDevice({ javaScriptEnabled }), await otherDevice({ javaScriptEnabled })]
      await signInWith(page, baseURL ?? '', sanne!.cookie)
      await signInWith(theirs, baseURL ?? '', noor!.cookie)
      await signInWith(readers, baseURL ?? '', rik!.cookie)

      await page.goto(nl.plan(scan))
      await page.getByRole('link', { name: title }).click()
      await theirs.goto(page.url())
      const who = page.getByRole('combobox', { name: 'Wie doet het?' })
      await expect(who.getByRole('option')).toHaveText(['Nog niemand', 'Sanne', 'Noor'])
      await who.selectOption('Noor')
      await page.getByRole('textbox', { name: /Notitie/ }).fill('Vraag de installateur')
      await page.getByRole('button', { name: 'Sla op' }).click()
      await expect(page.getByText('Wie: Noor')).toBeVisible()

      await theirs.getByRole('textbox', { name: /Notitie/ }).fill('Vraag het Piet')
      await theirs.getByRole('button', { name: 'Sla op' }).click()
      await expect(theirs.getByText('Er is nog niets van jou opgeslagen.')).toBeVisible()
      await expect(theirs.getByRole('definition').filter({ hasText: 'Vraag de installateur' })).toBeVisible()
      await expect(theirs.getByRole('textbox', { name: /Notitie/ })).toHaveValue('Vraag het Piet')
      if (javaScriptEnabled) expect(await unclean(theirs, false)).toEqual([])
      await theirs.getByRole('button', { name: 'Sla op' }).click()
      await expect(theirs.getByText('Wat je veranderde, is opgeslagen.')).toBeVisible()

      await page.getByRole('button', { name: 'Maak ongedaan' }).click()
      await expect(page.getByText('We hebben niets teruggezet.')).toBeVisible()
      await expect(page.getByRole('definition').filter({ hasText: 'Vraag het Piet' })).toBeVisible()
      await expect(page.getByRole('textbox', { name: /Notitie/ })).toHaveValue('')
      await theirs.getByRole('button', { name: 'Maak ongedaan' }).click()
      await expect(theirs.getByRole('textbox', { name: /Notitie/ })).toHaveValue('Vraag de installateur')
      await expect(theirs.getByText('Wie: Noor')).toBeVisible()

      await readers.goto(nl.plan(scan))
      await expect(readers.getByRole('heading', { name: title })).toBeVisible()
      await expect(readers.locator('main').getByRole('button')).toHaveCount(0)
    })
  })
}

test('the address of the company leads to its plan, in the order and with the filter that are asked for', async ({ page, baseURL }) => {
  const scan = await finishedScan(page, baker, baseURL ?? '')
  const titles = await adopted(scan, 3)
  const [sanne] = await joinCompany(folder, scan, 'De Korenaar', [{ name: 'Sanne', role: 'owner' }])
  await signInWith(page, baseURL ?? '', sanne!.cookie)
  const database = openDatabase(databaseFile(folder))
  const [row] = await database.reader.select().from(assessments).where(eq(assessments.id, scan))
  await database.close()
  await page.goto(nl.companyPlan(row!.organisationId))
  await expect(page).toHaveURL(nl.plan(scan))
  await expect(page.getByRole('heading', { level: 3 })).toHaveText(titles)
  await page.getByRole('link', { name: 'Op datum' }).click()
  await expect(page).toHaveURL(`${nl.plan(scan)}?volgorde=datum`)
  await page.getByRole('link', { name: 'Alleen gratis' }).click()
  await expect(page).toHaveURL(`${nl.plan(scan)}?volgorde=datum&gratis=1`)
  const free = baker.questionnaire.measures.filter(({ cost }) => cost === 'none').map(({ title }) => title.nl)
  for (const title of await page.locator('.plan-item h3').allTextContents()) expect(free).toContain(title)
})
