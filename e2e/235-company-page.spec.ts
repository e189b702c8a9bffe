/** Where a member lands: how the company stands, what comes next, what is due, what is old, what colleagues did. */
import { eq } from 'drizzle-orm'
import { databaseFile, openDatabase } from '#db/open.server.ts'
import { makeAction } from '#db/plan-makers.ts'
import { answers, assessments } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { dutchDay } from '#app/core/actions.ts'
import { pathsIn } from '#app/paths.ts'
import { expect, test } from './clean-page.ts'
import { finishedScan, goldenCompany } from './company.ts'
import { joinCompany, signInWith } from './member.ts'

const nl = pathsIn('nl')
const day = 86_400_000
const baker = goldenCompany('bakkerij-de-korenaar')

/** Puts a late action into the plan of the scan's company, and lets the answers of one theme be older than a year. */
async function letTimePass(scan: string, by: string): Promise<string> {
  const database = openDatabase(databaseFile(process.env.E2E_DATA_DIR ?? ''))
  const now = Date.now()
  const company = await transact(database, async writer => {
    const [row] = await writer.select().from(assessments).where(eq(assessments.id, scan))
    if (row === undefined) throw new Error(`there is no scan ${scan}`)
    await makeAction(writer, { organisationId: row.organisationId, title: 'Aggregaat testen', dueOn: dutchDay(now - 3 * day), createdAt: now })
    await makeAction(writer, { organisationId: row.organisationId, title: 'Bellijst printen', dueOn: dutchDay(now + 5 * day), ownerName: 'Fatima', createdAt: now })
    await writer.update(answers).set({ confirmedAt: now - 400 * day }).where(eq(answers.questionId, 'noodplan'))
    await writer.update(answers).set({ savedBy: by, updatedAt: now }).where(eq(answers.questionId, 'zonder-power'))
    return row.organisationId
  })
  await database.close()
  return company
}

test('the owner sees how the bakery stands and what is late; a reader sees the same without being asked to do it', async ({ page, baseURL, otherDevice }) => {
  const scan = await finishedScan(page, baker, baseURL ?? '')
  const [sanne, hugo] = await joinCompany(process.env.E2E_DATA_DIR ?? '', scan, 'De Korenaar', [{ name: 'Sanne', role: 'owner' }, { name: 'Hugo', role: 'reader' }])
  const company = await letTimePass(scan, hugo!.id)
  await signInWith(page, baseURL ?? '', sanne!.cookie)
  await page.goto(nl.company(company))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Zonder stroom stop je/)
  await expect(page.getByRole('region', { name: 'Eén actie is over tijd' }).getByRole('link', { name: 'Naar het plan' })).toHaveAttribute('href', nl.companyPlan(company))
  const due = page.getByRole('region', { name: 'Binnenkort' })
  await expect(due.getByRole('listitem')).toHaveText([/Aggregaat testen.*3 dagen over tijd/, /Bellijst printen.*over 5 dagen · Fatima/])
  await expect(page.getByRole('region', { name: 'Oude antwoorden' })).toContainText(/Eén antwoord is langer dan een jaar niet bevestigd. Daarop rust \d+(,\d)?% van je score./)
  await expect(page.getByRole('region', { name: 'Wat anderen deden' })).toContainText('Hugo beantwoordde een vraag over')
  await expect(page.getByRole('heading', { name: 'De scans van De Korenaar' })).toBeVisible()

  const readers = await otherDevice()
  await signInWith(readers, baseURL ?? '', hugo!.cookie)
  await readers.goto(nl.company(company))
  await expect(readers.getByRole('heading', { name: 'Er hoeft nu niets' })).toBeVisible()
  await expect(readers.getByRole('link', { name: 'Kijk ze na' })).toHaveCount(0)
})
