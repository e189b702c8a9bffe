/** What an owner takes along, and the pages that a buyer reads. */
import { readFile } from 'node:fs/promises'
import { eq } from 'drizzle-orm'
import { unzipSync } from 'fflate'
import type { Page as Tab } from '@playwright/test'
import { makeMembership, makeUser } from '#db/makers.ts'
import { databaseFile, openDatabase } from '#db/open.server.ts'
import { assessments, organisations } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { sessionCookieName } from '#app/auth/session.server.ts'
import { cookieOf } from '#app/auth/test-session.ts'
import { pathsIn } from '#app/paths.ts'
import { expect, test } from './clean-page.ts'
import { beginScan, finishedScan, goldenCompany, newCompany } from './company.ts'
import { unclean } from './every-page.ts'

const paths = pathsIn('nl')
const dataFolder = process.env.E2E_DATA_DIR ?? ''

/** Makes a company of this browser's scan, with an owner who is signed in here. Resolves with the company's id. */
async function ownCompany(page: Tab, baseURL: string, scan: string): Promise<string> {
  const database = openDatabase(databaseFile(dataFolder))
  try {
    const { organisationId, userId } = await transact(database, async writer => {
      const [row] = await writer.select({ id: assessments.organisationId }).from(assessments).where(eq(assessments.id, scan))
      const { id: organisationId } = row!
      await writer.update(organisations).set({ name: 'Bakkerij De Proef' }).where(eq(organisations.id, organisationId))
      const { userId } = await makeMembership(writer, { organisationId, userId: (await makeUser(writer, { name: 'Sanne' })).id })
      return { organisationId, userId }
    })
    const value = (await cookieOf({ database, now: () => Date.now() }, userId)).split('=')[1] ?? ''
    await page.context().addCookies([{ name: sessionCookieName, value, domain: new URL(baseURL).hostname, path: '/', secure: true, httpOnly: true, sameSite: 'Lax' }])
    return organisationId
  } finally {
    await database.close()
  }
}

test('an owner takes everything along in one file that other programs can read', async ({ page, baseURL }) => {
  const scan = await finishedScan(page, goldenCompany('bakkerij-de-korenaar'), baseURL!)
  const company = await ownCompany(page, baseURL!, scan)
  await page.goto(paths.companyExport(company))
  expect(await unclean(page, false)).toEqual([])
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Maak het bestand' }).click()])
  expect(download.suggestedFilename()).toMatch(/^paraat-alles-\d{4}-\d{2}-\d{2}\.zip$/)
  const files = unzipSync(await readFile(await download.path()))
  const text = (name: string) => Buffer.from(files[name]!).toString('utf8')
  const data = JSON.parse(text('paraat.json'))
  expect(data).toMatchObject({ format: 'paraat-company', version: 1, company: { name: 'Bakkerij De Proef' }, scans: [{ id: scan, sector: 'voeding' }] })
  expect(text('antwoorden.csv').split('\r\n').length).toBe(data.scans[0].answers.length + 2)
  const papers = Object.keys(files).filter(name => name.endsWith('.pdf'))
  expect(papers).toHaveLength(2)
  for (const name of papers) expect(Buffer.from(files[name]!).subarray(0, 5).toString()).toBe('%PDF-')
  expect(text('LEESMIJ.txt')).toContain('Bakkerij De Proef')
})

test('a user takes along what is kept of the account', async ({ page, baseURL }) => {
  await ownCompany(page, baseURL!, await beginScan(page, newCompany('bouw', 'quick', '2-9'), baseURL!))
  await page.goto(paths.accountExport)
  expect(await unclean(page, false)).toEqual([])
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Maak het bestand' }).click()])
  expect(JSON.parse(await readFile(await download.path(), 'utf8'))).toMatchObject({ format: 'paraat-account', user: { name: 'Sanne' }, companies: [{ role: 'owner' }] })
})

test('a buyer finds licence, agreement and accessibility from the foot of the page', async ({ page }) => {
  await page.goto(paths.home)
  await page.getByRole('link', { name: 'Voor inkopers' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wat je wilt weten voordat je Paraat kiest')
  await page.getByRole('main').getByRole('link', { name: 'De verwerkersovereenkomst' }).click()
  for (const point of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) await expect(page.getByRole('heading', { name: new RegExp(`onder ${point}\\)`) })).toBeVisible()
  await page.getByRole('link', { name: 'Toegankelijkheid' }).click()
  await expect(page.getByRole('heading', { name: 'Wat nog niet goed is' })).toBeVisible()
})
