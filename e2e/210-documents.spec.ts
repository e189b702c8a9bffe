/** What a company takes along from its report: a Word document to go on with, and its data for other programs. */
import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import type { Page as Tab } from '@playwright/test'
import { pathsIn } from '#app/paths.ts'
import { expect, test } from './clean-page.ts'
import { beginScan, finishedScan, goldenCompany, newCompany } from './company.ts'

const paths = pathsIn('nl')

/** Saves what this address gives when a link or, with `post`, a button on the page leads to it. */
async function saved(page: Tab, address: string, post = false) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.evaluate(
      ([to, method]) => {
        const form = document.createElement('form')
        Object.assign(form, { action: to, method })
        document.body.append(form)
        form.submit()
      },
      [address, post ? 'post' : 'get'] as const,
    ),
  ])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

test('a company takes its report along as a Word document that it can change', async ({ page, baseURL }) => {
  const scan = await finishedScan(page, goldenCompany('bakkerij-de-korenaar'), baseURL!)
  await page.goto(paths.report(scan))
  const finding = (await page.getByRole('heading', { level: 1 }).textContent())!
  const { name, bytes } = await saved(page, paths.reportDocx(scan))
  expect(name).toMatch(/^paraat-rapport-\d{4}-\d{2}-\d{2}\.docx$/)
  const files = unzipSync(new Uint8Array(bytes))
  const text = strFromU8(files['word/document.xml']!).replace(/<[^>]+>/g, '')
  expect(text).toContain(finding)
  expect(text).toContain('Vul in wie het doet, en wanneer')
  expect(text).toContain('Noodkaart')
})

test('a company takes its answers along for Excel and everything for another program', async ({ page, baseURL }) => {
  const scan = await finishedScan(page, goldenCompany('bakkerij-de-korenaar'), baseURL!)
  await page.goto(paths.report(scan))
  const sheet = await saved(page, paths.dataCsv(scan), true)
  expect(sheet.name).toMatch(/^paraat-gegevens-\d{4}-\d{2}-\d{2}\.csv$/)
  expect(sheet.bytes.toString('utf8')).toMatch(/^\uFEFFThema;Vraag;Antwoord;/)
  const data = await saved(page, paths.dataJson(scan), true)
  expect(JSON.parse(data.bytes.toString('utf8'))).toMatchObject({ format: 'paraat-scan', version: 1, scan: { id: scan, sector: 'voeding' }, plan: [] })
})

test('a scan that is not finished has no document: its addresses lead to what is still open', async ({ page, baseURL }) => {
  const scan = await beginScan(page, newCompany('bouw', 'quick', '2-9'), baseURL!)
  for (const address of [paths.reportDocx(scan), paths.dataCsv(scan), paths.dataJson(scan)]) {
    await page.goto(address)
    await expect(page).toHaveURL(new RegExp(`${paths.check(scan)}$`))
  }
})
