/** Opens every page of members, of who is invited and of who runs the site, one after the other, for what looks at all of them. */
import type { Page as Tab } from '@playwright/test'
import { transact } from '#db/transact.server.ts'
import { endSessions } from '#app/auth/session.server.ts'
import type { Language } from '#app/core/questionnaire.ts'
import { pathsIn, type Paths } from '#app/paths.ts'
import { setCompanyStage, type CompanyStage } from './company-stage.ts'
import { givenTheme, nowhere, openCast } from './members.ts'

type Opening = (page: Tab, paths: Paths, stage: CompanyStage) => Promise<unknown>

/** From here on this browser is that of who has these cookies, and of nobody else. */
async function as(page: Tab, ...cookies: readonly string[]): Promise<void> {
  await page.context().clearCookies()
  const kept = { domain: 'localhost', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' as const }
  await page.context().addCookies(cookies.map(cookie => ({ name: cookie.split('=')[0] ?? '', value: cookie.split('=')[1] ?? '', ...kept })))
}

const errors = (page: Tab) => page.locator('#error-summary').waitFor()

/** Sends the form that stands last on the page, or the one that does this, as it stands; and waits for what is wrong with it. */
async function refused(page: Tab, does?: string): Promise<void> {
  const form = does === undefined ? page.locator('main form') : page.locator('main form', { has: page.locator(`input[name="do"][value="${does}"]`) })
  await form.locator('button').last().click()
  await errors(page)
}

/** Opens whatever can be opened on the page. */
async function unfold(page: Tab): Promise<void> {
  for (const summary of await page.locator('main summary').all()) {
    if (await summary.isVisible()) await summary.click()
  }
}

async function unfolded(page: Tab, address: string): Promise<void> {
  await page.goto(address)
  await unfold(page)
}

const beforeAnOperator = {
  setup: (page: Tab, paths: Paths) => page.goto(paths.operatorSetup),
  setupRefused: (page: Tab) => refused(page),
}

const everything = {
  invitation: async (page, paths, { own }) => {
    await as(page)
    await page.goto(paths.invitation(own.links.invitation))
  },
  invitationRefused: page => refused(page),
  invitationKnown: (page, paths, { invitation }) => page.goto(paths.invitation(invitation)),
  invitationGone: (page, paths) => page.goto(paths.invitation(nowhere().links.invitation)),
  invitationOther: async (page, paths, { own }) => {
    await as(page, own.people.reader.cookie)
    await page.goto(paths.invitation(own.links.invitation))
  },
  invitationMine: async (page, paths, { withoutCompany, invitation }) => {
    await as(page, withoutCompany.cookie)
    await page.goto(paths.invitation(invitation))
  },
  noCompany: (page, paths) => page.goto(paths.companies),
  noCompanyRefused: page => refused(page),
  homeWithoutCompany: (page, paths) => page.goto(paths.home),
  accountLeaving: async (page, paths, { leaver }) => {
    await as(page, leaver.cookie)
    await page.goto(paths.account)
  },
  accountRemoveAsked: (page, paths) => page.goto(paths.accountRemove),

  guestTogether: async (page, paths, { guest }) => {
    await as(page, guest.cookie)
    await page.goto(paths.together(guest.open))
  },
  guestKeep: (page, paths, { guest }) => page.goto(paths.keep(guest.finished)),
  guestKeepOpen: (page, paths, { guest }) => page.goto(paths.keep(guest.open)),
  guestCalendar: (page, paths, { guest }) => page.goto(paths.planCalendar(guest.finished)),
  keepSignedIn: async (page, paths, { guest, withoutCompany }) => {
    await as(page, guest.cookie, withoutCompany.cookie)
    await page.goto(paths.keep(guest.finished))
  },

  home: async (page, paths, { own }) => {
    await as(page, own.people.owner.cookie)
    await page.goto(paths.home)
  },
  companies: (page, paths) => page.goto(paths.companies),
  companiesRefused: page => refused(page),
  company: (page, paths, { own }) => unfolded(page, paths.company(own.organisation)),
  companyDone: (page, paths, { own }) => unfolded(page, `${paths.company(own.organisation)}?gedaan=archive&scan=${own.finished}`),
  start: (page, paths, { own }) => page.goto(`${paths.start}?bedrijf=${own.organisation}`),
  manageOpen: (page, paths, { own }) => page.goto(paths.companyScan(own.organisation, own.open)),
  manage: (page, paths, { own }) => page.goto(paths.companyScan(own.organisation, own.finished)),
  manageRefused: async page => {
    await page.locator('main input[name=name]').evaluate((field: HTMLInputElement) => {
      field.removeAttribute('maxlength')
      field.value = 'Vestiging '.repeat(12)
    })
    await page.locator('main form', { has: page.locator('input[name=name]') }).locator('button').first().click()
    await errors(page)
  },
  manageRemoved: (page, paths, { own }) => page.goto(paths.companyScan(own.organisation, own.removed)),
  people: (page, paths, { own }) => unfolded(page, paths.people(own.organisation)),
  peopleDone: (page, paths, { own }) => page.goto(`${paths.people(own.organisation)}?gedaan=changed`),
  inviteRefused: page => refused(page, 'invite'),
  handOverRefused: async (page, paths, { own }) => {
    await unfolded(page, paths.people(own.organisation))
    await refused(page, 'handOver')
  },
  details: (page, paths, { own }) => page.goto(paths.companyDetails(own.organisation)),
  detailsRefused: async page => {
    await page.locator('#kvk').fill('12')
    await refused(page)
  },
  rights: (page, paths, { own }) => page.goto(paths.rights(own.organisation)),
  companyExport: (page, paths, { own }) => page.goto(paths.companyExport(own.organisation)),
  companyRemove: (page, paths, { own }) => page.goto(paths.companyRemove(own.organisation)),
  companyRemoveRefused: page => refused(page),
  accountExport: (page, paths) => page.goto(paths.accountExport),
  accountRemove: (page, paths) => page.goto(paths.accountRemove),
  accountRemoveRefused: page => refused(page),
  overview: (page, paths, { own }) => page.goto(paths.scan(own.open)),
  together: (page, paths, { own }) => page.goto(paths.together(own.open)),
  togetherRefused: page => refused(page, 'hand'),
  check: (page, paths, { own }) => unfolded(page, paths.check(own.open)),
  history: (page, paths, { own }) => page.goto(paths.history(own.open, 'noodplan')),
  report: (page, paths, { own }) => page.goto(paths.report(own.finished)),
  plan: (page, paths, { own }) => unfolded(page, paths.plan(own.finished)),
  planDone: (page, paths, { own }) => page.goto(`${paths.plan(own.finished)}?gedaan=done&actie=${own.doneAction}&was=busy`),
  planAction: (page, paths, { own }) => page.goto(paths.planAction(own.finished, own.action)),
  planActionRefused: async page => {
    await page.locator('main form', { has: page.locator('#reason') }).locator('button').click()
    await errors(page)
  },
  planRemoved: (page, paths, { own }) => page.goto(paths.planAction(own.finished, own.removedAction)),
  choose: (page, paths, { own }) => page.goto(`${paths.choose(own.finished)}?uren=4`),
  calendar: (page, paths, { own }) => page.goto(paths.planCalendar(own.finished)),
  calendarMade: async page => {
    await page.locator('main form button').first().click()
    await page.locator('main input[name=address]').waitFor()
    await unfold(page)
  },
  calendarEnding: (page, paths, { own }) => page.goto(`${paths.planCalendar(own.finished)}?weg=${own.feed}`),
  calendarEnded: (page, paths, { own }) => page.goto(`${paths.planCalendar(own.finished)}?gedaan=weg`),
  remindersOff: (page, paths, { own }) => page.goto(paths.remindersOff(own.links.off)),
  remindersAreOff: async page => {
    await page.locator('main form button').click()
    await page.locator('main [role=status]').waitFor()
  },
  trialHours: (page, paths, { own }) => page.goto(paths.trialHours(own.finished)),
  trialHour: (page, paths, { own }) => unfolded(page, paths.trialHour(own.finished, own.trial)),
  trialHourBegun: (page, paths, { own }) => page.goto(paths.trialHour(own.finished, own.begunTrial)),
  trialHourCancelled: (page, paths, { own }) => page.goto(`${paths.trialHour(own.finished, own.cancelledTrial)}?gedaan=cancel`),
  drills: (page, paths, { own }) => page.goto(paths.drills(own.finished)),
  drill: (page, paths, { own }) => page.goto(paths.drill(own.finished, own.drill)),
  drillRemoved: (page, paths, { own }) => page.goto(`${paths.drills(own.finished)}?weg=${own.removedDrill}`),
  removeScan: (page, paths, { own }) => page.goto(paths.remove(own.open)),
  readingAlongWhereItLeaves: (page, paths, { leaving }) => page.goto(paths.company(leaving.organisation)),

  leaving: async (page, paths, { leaving }) => {
    await as(page, leaving.people.owner.cookie)
    await unfolded(page, paths.company(leaving.organisation))
  },
  manageArchived: (page, paths, { leaving }) => page.goto(paths.companyScan(leaving.organisation, leaving.finished)),
  companyRemoveAsked: (page, paths, { leaving }) => page.goto(paths.companyRemove(leaving.organisation)),

  nameless: async (page, paths, { own, nameless }) => {
    await as(page, own.people.editor.cookie)
    await page.goto(paths.company(nameless))
  },
  namelessPlan: (page, paths, { nameless }) => page.goto(paths.companyPlan(nameless)),
  namelessRemove: (page, paths, { nameless }) => page.goto(paths.companyRemove(nameless)),
  namelessRemoveRefused: page => refused(page),
  namelessPeople: (page, paths, { nameless }) => unfolded(page, paths.people(nameless)),

  contributorCompany: async (page, paths, { own }) => {
    await as(page, own.people.contributor.cookie)
    await page.goto(paths.company(own.organisation))
  },
  contributorOverview: (page, paths, { own }) => page.goto(paths.scan(own.open)),
  contributorTheme: (page, paths, { own }) => unfolded(page, paths.theme(own.open, givenTheme)),
  contributorForbidden: (page, paths, { own }) => page.goto(paths.theme(own.open, 'ict')),

  readerCompany: async (page, paths, { own }) => {
    await as(page, own.people.reader.cookie)
    await page.goto(paths.company(own.organisation))
  },
  readerPeople: (page, paths, { own }) => unfolded(page, paths.people(own.organisation)),
  readerDetails: (page, paths, { own }) => page.goto(paths.companyDetails(own.organisation)),
  readerPlan: (page, paths, { own }) => unfolded(page, paths.plan(own.finished)),
  readerPlanAction: (page, paths, { own }) => page.goto(paths.planAction(own.finished, own.action)),
  readerTrialHour: (page, paths, { own }) => page.goto(paths.trialHour(own.finished, own.trial)),
  readerDrills: (page, paths, { own }) => page.goto(paths.drills(own.finished)),
  readerDrill: (page, paths, { own }) => page.goto(paths.drill(own.finished, own.drill)),
  readerOverview: (page, paths, { own }) => page.goto(paths.scan(own.open)),
  readerCheck: (page, paths, { own }) => unfolded(page, paths.check(own.open)),

  operator: async (page, paths, { operator }) => {
    await as(page, operator.cookie)
    await unfolded(page, paths.operator)
  },
  operatorMail: (page, paths) => page.goto(paths.operatorMail),
  operatorUsers: (page, paths) => page.goto(paths.operatorUsers),
  operatorLog: (page, paths) => page.goto(paths.operatorLog),

  signedOutWhileTyping: async (page, paths, { cast, own }) => {
    await as(page, own.people.editor.cookie)
    await page.goto(paths.theme(own.open, 'crisis'))
    await transact(cast.database, writer => endSessions(writer, own.people.editor.id))
    await page.locator('main input[type=radio]').first().check()
    await page.locator('main a[target=_blank]').first().waitFor()
  },
  signedOutPosted: async page => {
    // as a browser without scripts posts it
    await page.locator('main form').first().evaluate((form: HTMLFormElement) => form.submit())
    await page.locator('main form input[type=hidden]').first().waitFor({ state: 'attached' })
  },
} satisfies Record<string, Opening>

const pagesBefore = Object.keys(beforeAnOperator) as (keyof typeof beforeAnOperator)[]
const pagesAfter = Object.keys(everything) as (keyof typeof everything)[]

export type CompanyPage = (typeof pagesBefore)[number] | (typeof pagesAfter)[number]
export const companyPages: readonly CompanyPage[] = [...pagesBefore, ...pagesAfter]

type Server = { readonly port: number; readonly origin: string; readonly dataFolder: string }

/** The addresses of this language on another server than the one that specs share. */
function pathsOn(origin: string, language: Language): Paths {
  const at = (path: unknown) => (typeof path === 'string' ? origin + path : (...given: unknown[]) => origin + (path as (...all: unknown[]) => string)(...given))
  return Object.fromEntries(Object.entries(pathsIn(language)).map(([name, path]) => [name, at(path)])) as Paths
}

/** Opens each page in this language and calls `look` when it stands. `server`: one that has no operator yet. */
export async function openCompanyPages(page: Tab, server: Server, language: Language, look: (name: CompanyPage) => Promise<void>): Promise<void> {
  const paths = pathsOn(server.origin, language)
  const cast = await openCast(server)
  try {
    for (const name of pagesBefore) {
      await beforeAnOperator[name](page, paths)
      await look(name)
    }
    const stage = await setCompanyStage(cast)
    for (const name of pagesAfter) {
      const opening: Opening = everything[name]
      await opening(page, paths, stage)
      await look(name)
    }
    await page.goto('about:blank')
  } finally {
    await cast.close()
  }
}
