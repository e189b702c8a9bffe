/** Opens what comes after a report: measures that are done, the scan again and what changed, shared parts, suppliers. Each goes on where the one before stopped. */
import type { Page as Tab } from '@playwright/test'
import type { Paths } from '#app/paths.ts'
import { goldenCompany, saveAll } from './company.ts'

type Opening = (page: Tab, paths: Paths, scans: { readonly finished: string }) => Promise<unknown>

const scanIn = (page: Tab) => /\/scan\/([^/?]+)/.exec(page.url())?.[1] ?? ''
const errors = (page: Tab) => page.locator('#error-summary').waitFor()
const lastButton = (page: Tab) => page.locator('main form button').last()

/** The secret address that the page shows this once. */
const addressOn = (page: Tab) => page.locator('main input[name=address]').inputValue()

async function post(page: Tab, address: string, form: Record<string, string>): Promise<string> {
  const { origin } = new URL(page.url())
  const answer = await page.request.post(origin + address, { form, headers: { Origin: origin }, maxRedirects: 0 })
  return answer.headers()['location'] ?? ''
}

const supplier = goldenCompany('versgroothandel-de-vroege-vogel')

export const afterReport = {
  adopted: async (page, paths, { finished }) => {
    await page.goto(`${paths.choose(finished)}?uren=2`)
    await lastButton(page).click()
    await page.waitForURL(url => url.pathname === paths.plan(finished))
  },
  answersAfter: async page => {
    const action = page.locator('main form').filter({ has: page.locator('button[value=done]') }).first()
    await action.locator('button[value=done]').click()
    await page.locator('button[value=lift]').waitFor()
  },
  trendOfOne: (page, paths, { finished }) => page.goto(paths.trend(finished)),
  again: async (page, _paths, { finished }) => {
    await page.locator('main form[method=post]', { has: page.locator('input[name=mode]') }).locator('button').click()
    await page.waitForURL(url => !url.pathname.includes(finished))
  },
  againTheme: (page, paths) => page.goto(paths.theme(scanIn(page), 'crisis')),
  againConfirm: (page, paths) => page.goto(paths.confirm(scanIn(page))),
  againCheck: (page, paths) => page.goto(paths.check(scanIn(page))),
  trend: async (page, paths) => {
    const scan = scanIn(page)
    await post(page, paths.check(scan), { rest: 'unknown' })
    await page.goto(paths.trend(scan))
  },
  confirm: (page, paths) => page.goto(paths.confirm(scanIn(page))),
  share: (page, paths, { finished }) => page.goto(paths.share(finished)),
  shareRefused: async page => {
    for (const part of await page.locator('input[name=parts]').all()) await part.uncheck()
    await page.locator('main form', { has: page.locator('input[name=parts]') }).locator('button').click()
    await errors(page)
  },
  shareMade: async page => {
    for (const part of await page.locator('input[name=parts]').all()) await part.check()
    await page.locator('main form', { has: page.locator('input[name=parts]') }).locator('button').click()
    await page.locator('main input[name=address]').waitFor()
  },
  shared: async page => page.goto(await addressOn(page)),
  suppliers: (page, paths, { finished }) => page.goto(paths.suppliers(finished)),
  suppliersRefused: async page => {
    await page.locator('main form', { has: page.locator('input[name=asker]') }).locator('button').click()
    await errors(page)
  },
  supplierAsked: async page => {
    await page.locator('input[name=label]').fill('De meelfabriek')
    await page.locator('input[name=asker]').fill('De Sleutelbos')
    await page.locator('main form', { has: page.locator('input[name=asker]') }).locator('button').click()
    await page.locator('main input[name=address]').waitFor()
  },
  supplierLink: async page => page.goto(await addressOn(page)),
  supplierStart: async page => {
    await page.locator('main a[href*="voor="]').first().click()
    await page.locator('main input[name=voor]').waitFor({ state: 'attached' })
  },
  sendBackEarly: async (page, paths) => {
    const [voor, once] = [await page.locator('input[name=voor]').inputValue(), await page.locator('input[name=once]').inputValue()]
    const { sector, size } = supplier.evidence.profile
    const begun = await post(page, paths.start, { sector, size: size ?? '2-9', region: '', scope: 'company', mode: supplier.evidence.mode, power: '', once, voor })
    await page.goto(paths.sendBack(/\/scan\/([^/?]+)/.exec(begun)?.[1] ?? ''))
  },
  sendBack: async (page, paths) => {
    await saveAll(page, scanIn(page), supplier, new URL(page.url()).origin)
    await post(page, paths.check(scanIn(page)), { rest: 'unknown' })
    await page.reload()
  },
  sentBack: async page => {
    await page.locator('button', { hasText: 'De Sleutelbos' }).first().click()
    await page.locator('main form input[name=do][value=withdraw]').waitFor({ state: 'attached' })
  },
  suppliersTold: (page, paths, { finished }) => page.goto(paths.suppliers(finished)),
} satisfies Record<string, Opening>
