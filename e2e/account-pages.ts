/** Opens every page of signing up, signing in and the own account, one after the other, for what looks at all of them. */
import { randomUUID } from 'node:crypto'
import type { Page as Tab } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import type { Language } from '#app/core/questionnaire.ts'
import { pathsIn } from '#app/paths.ts'
import { newAddress, ownLine, signUp, type Account } from './account.ts'
import { postForm } from './guest.ts'
import { letterTo } from './letters.ts'

type Given = { readonly account: Account; readonly signUpLink: string; readonly resetLink: string; readonly emailLink: string }
type Opening = (page: Tab, paths: ReturnType<typeof pathsIn>, given: Given) => Promise<unknown>

/** Sends the form that stands last on the page. */
const send = (page: Tab) => page.locator('main form button').last().click()
const errors = (page: Tab) => page.locator('#error-summary').waitFor()

const everything = {
  signIn: (page, paths) => page.goto(paths.signIn()),
  signInRefused: async page => {
    await send(page)
    await errors(page)
  },
  signUp: (page, paths) => page.goto(paths.signUp()),
  signUpRefused: async page => {
    await send(page)
    await errors(page)
  },
  signUpLink: (page, _, { signUpLink }) => page.goto(signUpLink),
  signUpLinkRefused: async page => {
    await send(page)
    await errors(page)
  },
  forgot: (page, paths) => page.goto(paths.forgot),
  forgotSent: async page => {
    await page.locator('#email').fill(newAddress())
    await send(page)
    await page.locator('main [role=status]').waitFor()
  },
  resetLink: (page, _, { resetLink }) => page.goto(resetLink),
  account: async (page, paths, { account }) => {
    const [name = '', value = ''] = account.cookie.split('=')
    await page.context().addCookies([{ name, value, domain: 'localhost', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' }])
    await page.goto(`${paths.account}?gedaan=bewaard`)
  },
  accountTooLate: (page, paths) => page.goto(`${paths.account}?gedaan=te-laat`),
  email: (page, paths) => page.goto(paths.accountEmail),
  emailLink: (page, _, { emailLink }) => page.goto(emailLink),
  password: (page, paths) => page.goto(paths.accountPassword),
  passwordRefused: async page => {
    await send(page)
    await errors(page)
  },
  sessions: (page, paths) => page.goto(paths.accountSessions),
  secondFactor: (page, paths) => page.goto(paths.accountSecondFactor),
  recoveryCodes: async (page, _, { account }) => {
    const secret = ((await page.locator('main code').textContent()) ?? '').replace(/\s/g, '')
    await page.locator('#on-password').fill(account.password)
    await page.locator('#on-code').fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate())
    await send(page)
    await page.locator('main ol').waitFor()
  },
  secondFactorIsOn: async (page, paths) => {
    await send(page)
    await page.waitForURL(/\/account$/)
    await page.goto(paths.accountSecondFactor)
  },
  secondFactorRefused: async page => {
    await send(page)
    await errors(page)
  },
  signOut: (page, paths) => page.goto(paths.signOut),
  signedOut: async (page, paths) => {
    await send(page)
    await page.getByRole('link').and(page.locator(`main a[href="${paths.signIn()}"]`)).waitFor()
  },
  secondStep: async (page, paths, { account }) => {
    await page.goto(paths.signIn())
    await page.locator('#email').fill(account.email)
    await page.locator('#password').fill(account.password)
    await send(page)
    await page.locator('#code').waitFor()
  },
  secondStepRefused: async page => {
    await send(page)
    await errors(page)
  },
} satisfies Record<string, Opening>

export type AccountPage = keyof typeof everything
export const accountPages = Object.keys(everything) as AccountPage[]

/** Opens each page in this language and calls `look` when it stands. `dataFolder`: where the server's letters land, that of the shared one unless said. */
export async function openAccountPages(page: Tab, baseURL: string, language: Language, look: (name: AccountPage) => Promise<void>, dataFolder?: string): Promise<void> {
  const paths = pathsIn(language)
  const account = await signUp(Number(new URL(baseURL).port), dataFolder === undefined ? {} : { dataFolder })
  const line = ownLine(Number(new URL(baseURL).port))
  const [fresh, moved] = [newAddress('nieuw'), newAddress('anders')]
  await postForm(line, paths.signUp(), { email: fresh, once: randomUUID() })
  await postForm(line, paths.forgot, { email: account.email, once: randomUUID() })
  await postForm(line, paths.accountEmail, { email: moved, password: account.password, once: randomUUID() }, account.cookie)
  line.close()
  const linkTo = async (address: string, count = 1) => (await letterTo(address, count, dataFolder)).links[0] ?? ''
  const given = { account, signUpLink: await linkTo(fresh), resetLink: await linkTo(account.email, 2), emailLink: await linkTo(moved) }
  for (const name of accountPages) {
    const opening: Opening = everything[name]
    await opening(page, paths, given)
    await look(name)
  }
}
