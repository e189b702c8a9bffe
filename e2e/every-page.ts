/** Opens every page of the site, one after the other, for what looks at all of them: axe, and whoever else wants to see each once. */
import AxeBuilder from '@axe-core/playwright'
import type { Page as Tab } from '@playwright/test'
import type { Language } from '#app/core/questionnaire.ts'
import { pathsIn } from '#app/paths.ts'
import { beginScan, finishedScan, goldenCompany, newCompany } from './company.ts'
import { afterReport } from './pages-after-report.ts'

type Opening = (page: Tab, paths: ReturnType<typeof pathsIn>, scans: { readonly open: string; readonly finished: string }) => Promise<unknown>

const everything = {
  home: (page, paths) => page.goto(paths.home),
  homeAnswered: (page, paths) => page.goto(`${paths.home}?stroom=h8`),
  start: (page, paths) => page.goto(paths.start),
  startWithErrors: async page => {
    await page.getByRole('button', { name: 'Begin', exact: true }).click()
    await page.getByRole('link').filter({ hasText: /^(Kies wat|Choose what)/ }).waitFor()
  },
  overview: (page, paths, { open }) => page.goto(paths.scan(open)),
  whatMustGoOn: (page, paths, { open }) => page.goto(paths.whatMustGoOn(open)),
  howLong: (page, paths, { open }) => page.goto(paths.howLong(open)),
  theme: async (page, paths, { open }) => {
    await page.goto(paths.theme(open, 'energie'))
    for (const details of await page.getByText(/^(Waarom vragen we dit\?|Why do we ask this\?|Notitie maken.*|Add a note.*)$/).all()) await details.click()
  },
  check: (page, paths, { open }) => page.goto(paths.check(open)),
  history: (page, paths, { open }) => page.goto(paths.history(open, 'noodplan')),
  passOn: async (page, paths, { open }) => {
    await page.goto(paths.passOn(open))
    await page.getByRole('button', { name: /^(Maak een code|Make a code)$/ }).click()
    await page.getByRole('img', { name: /^QR/ }).waitFor()
  },
  remove: (page, paths, { open }) => page.goto(paths.remove(open)),
  report: (page, paths, { finished }) => page.goto(paths.report(finished)),
  choose: (page, paths, { finished }) => page.goto(`${paths.choose(finished)}?uren=8`),
  chooseRefused: async (page, paths, { finished }) => {
    await page.goto(`${paths.choose(finished)}?gratis=ja`)
    await page.getByRole('button', { name: /^(Zet in mijn plan|Put in my plan)$/ }).click()
    await page.locator('#error-summary').waitFor()
  },
  chooseTooEarly: (page, paths, { open }) => page.goto(paths.choose(open)),
  card: (page, paths, { finished }) => page.goto(paths.card(finished)),
  planUnfinished: (page, paths, { open }) => page.goto(paths.plan(open)),
  plan: (page, paths, { finished }) => page.goto(paths.plan(finished)),
  planRefused: async page => {
    await page.getByRole('button', { name: /^(Zet in het plan|Add to the plan)$/ }).click()
    await page.locator('#error-summary').waitFor()
  },
  planAdded: async page => {
    await page.locator('#title').fill('Aggregaat testen')
    await page.getByRole('button', { name: /^(Zet in het plan|Add to the plan)$/ }).click()
    await page.getByRole('link', { name: 'Aggregaat testen' }).waitFor()
  },
  planAction: page => page.getByRole('link', { name: 'Aggregaat testen' }).click(),
  planActionSaved: async page => {
    await page.locator('#note').fill('Bel eerst')
    await page.getByRole('button', { name: /^(Sla op|Save)$/ }).click()
    await page.getByRole('button', { name: /^(Maak ongedaan|Undo)$/ }).waitFor()
  },
  trialHoursUnfinished: (page, paths, { open }) => page.goto(paths.trialHours(open)),
  trialHours: (page, paths, { finished }) => page.goto(paths.trialHours(finished)),
  trialHoursRefused: async page => {
    await page.locator('#day').fill('2020-01-01')
    await page.locator('main form button').last().click()
    await page.locator('#error-summary').waitFor()
  },
  trialHour: async page => {
    await page.locator('#day').fill('2030-02-05')
    await page.locator('main form button').last().click()
    await page.locator('input[name=tick]').first().waitFor()
  },
  drillsUnfinished: (page, paths, { open }) => page.goto(paths.drills(open)),
  drills: (page, paths, { finished }) => page.goto(paths.drills(finished)),
  drill: async page => {
    await page.locator('.drill-begin button').first().click()
    await page.locator('.drill-step').first().waitFor()
  },
  drillRefused: async page => {
    await page.locator('#actions').fill('Zaklamp '.repeat(40))
    await page.locator('button[value=finish]').click()
    await page.locator('#error-summary').waitFor()
  },
  drillHeld: async page => {
    await page.locator('#actions').fill('Zaklamp ophangen')
    await page.locator('button[value=finish]').click()
    await page.locator('.drill-close').waitFor({ state: 'detached' })
  },
  ...afterReport,
  enterCode: async (page, paths) => {
    await page.goto(paths.enterCode)
    await page.getByRole('button', { name: /^Open (de|the) scan$/ }).click()
    await page.getByRole('link', { name: /^(Een code heeft|A code has)/ }).waitFor()
  },
  formList: (page, paths) => page.goto(paths.formList),
  form: (page, paths) => page.goto(paths.form('land-tuinbouw', { alone: false, quick: false })),
  formAlone: (page, paths) => page.goto(paths.form('zorg-welzijn', { alone: true, quick: true })),
  privacy: (page, paths) => page.goto(paths.privacy),
  processing: (page, paths) => page.goto(paths.processing),
  purchasing: (page, paths) => page.goto(paths.purchasing),
  accessibility: (page, paths) => page.goto(paths.accessibility),
  about: (page, paths) => page.goto(paths.about),
  accountability: async (page, paths) => {
    await page.goto(paths.accountability)
    for (const list of await page.getByText(/^(Voor elk bedrijf|For every company) (bronnen|sources|vragen met punten|scored questions):/).all()) await list.click()
  },
  link: async (page, paths, { open }) => {
    await page.goto(paths.passOn(open))
    await page.getByRole('button', { name: /^(Maak een|Make a)/ }).first().click()
    const code = (await page.getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/).textContent()) ?? ''
    await page.goto(paths.passOnLink(code.replace('-', '')))
  },
  notFound: (page, paths) => page.goto(`${paths.home}/bestaat-niet`.replace('//', '/')),
} satisfies Record<string, Opening>

export type Everything = typeof everything
export const pageNames = Object.keys(everything) as (keyof Everything)[]

/** Opens each page in this language and calls `look` when it stands; a scan that is half filled in and one that is finished are made for it. */
export async function openEveryPage(page: Tab, baseURL: string, language: Language, look: (name: keyof Everything) => Promise<void>): Promise<void> {
  const finished = await finishedScan(page, goldenCompany('thuiszorg-de-sleutelbos'), baseURL)
  const open = await beginScan(page, newCompany('bouw', 'full', '10-49'), baseURL)
  for (const name of pageNames) {
    const opening: Opening = everything[name]
    await opening(page, pathsIn(language), { open, finished })
    await look(name)
  }
}

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds against WCAG 2.2 A and AA on the page that is open, each violation with where it is. */
export async function unclean(page: Tab, contrastOnly: boolean): Promise<{ rule: string; where: string[] }[]> {
  // no page has a frame; for those axe would gather what it finds on a second page, which takes as long again
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await (contrastOnly ? axe.withRules(['color-contrast']) : axe.withTags(levels)).analyze()
  return violations.map(violation => ({ rule: violation.id, where: violation.nodes.map(node => `${node.target.join(' ')}: ${node.html.slice(0, 120)}`) }))
}
