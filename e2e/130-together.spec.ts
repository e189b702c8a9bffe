/** Two people in one scan: nobody's answer is lost, everybody sees what was there before, and each sees what is theirs. */
import { beginScan, choose, goldenCompany, groupOf, newCompany, questionOf, saveAll } from './company.ts'
import { expect, test } from './clean-page.ts'
import { endSessionsOf, joinCompany, signInWith } from './member.ts'

const folder = process.env.E2E_DATA_DIR ?? ''
const company = newCompany('bouw', 'full', '10-49')
const plan = questionOf(company, 'noodplan')
const name = 'Dakwerk Zuid'
const saved = /^Opgeslagen om \d\d:\d\d$/
const option = (index: number) => plan.options[index]!

test('two members change the same answer: both texts are shown, nothing is lost, and an earlier answer is put back', async ({ page, otherDevice, baseURL }) => {
  const scan = await beginScan(page, company, baseURL!)
  const [sanne, piet] = await joinCompany(folder, scan, name, [
    { name: 'Sanne', role: 'owner' },
    { name: 'Piet', role: 'editor' },
  ])
  const other = await otherDevice()
  await signInWith(page, baseURL!, sanne!.cookie)
  await signInWith(other, baseURL!, piet!.cookie)
  const address = `/scan/${scan}/thema/crisis`
  for (const tab of [page, other]) {
    await tab.goto(address)
    await expect(tab.getByText('Elk antwoord wordt meteen bewaard')).toBeVisible()
  }
  const field = (tab: typeof page, label: string) => groupOf(tab, plan).getByRole('textbox', { name: label })

  await groupOf(page, plan).getByText('Notitie maken').click()
  await field(page, 'Notitie').fill('Van Sanne')
  await groupOf(page, plan).getByRole('radio', { name: option(0).label, exact: true }).check()
  await expect(page.getByText(saved)).toBeVisible()

  await groupOf(other, plan).getByText('Notitie maken').click()
  await field(other, 'Notitie').fill('Van Piet')
  await groupOf(other, plan).getByRole('radio', { name: option(1).label, exact: true }).check()
  const notice = other.getByRole('alert').filter({ hasText: /^Sanne veranderde dit om \d\d:\d\d/ })
  await expect(notice).toBeVisible()
  await expect(notice).toContainText('Van Sanne')
  await expect(notice).toContainText('Van Piet')
  await other.getByRole('button', { name: 'Houd wat ik hier koos' }).click()
  await expect(other.getByText(saved)).toBeVisible()

  await page.goto(`/scan/${scan}/controle`)
  await expect(page.getByText('Van Piet')).toBeVisible()
  await expect(page.getByText(`Iedereen bij ${name}`)).toBeVisible()
  await page.getByRole('link', { name: `Wat er eerder stond: ${plan.text}` }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dit antwoord is één keer veranderd')
  const versions = page.getByRole('listitem').filter({ hasText: / om \d\d:\d\d/ })
  await expect(versions).toHaveText([/Nu · Piet.*Van Piet/, /Sanne.*Van Sanne/])
  await versions.nth(1).getByRole('button', { name: /^Zet dit terug/ }).click()
  await expect(versions).toHaveText([/Nu · Sanne.*Van Sanne/, /Piet.*Van Piet/, /Sanne.*Van Sanne/])
})

test('without JavaScript the second one is shown both too, and saves mine by posting once more', async ({ page, otherDevice, baseURL, allow }) => {
  allow(/422/)
  const scan = await beginScan(page, company, baseURL!)
  const [sanne, piet] = await joinCompany(folder, scan, name, [
    { name: 'Sanne', role: 'owner' },
    { name: 'Piet', role: 'editor' },
  ])
  const plain = await otherDevice({ javaScriptEnabled: false })
  await signInWith(page, baseURL!, sanne!.cookie)
  await signInWith(plain, baseURL!, piet!.cookie)
  await plain.goto(`/scan/${scan}/thema/crisis`)
  await page.goto(`/scan/${scan}/thema/crisis`)
  await groupOf(page, plan).getByRole('radio', { name: option(0).label, exact: true }).check()
  await expect(page.getByText(saved)).toBeVisible()

  await choose(plain, plan, { option: option(1).id }, 'nl')
  await plain.getByRole('button', { name: 'Verder' }).click()
  await expect(plain.getByRole('alert')).toContainText(/Sanne veranderde dit om \d\d:\d\d/)
  await expect(groupOf(plain, plan).getByRole('radio', { name: option(1).label, exact: true })).toBeChecked()
  await plain.getByRole('button', { name: 'Verder' }).click()
  await expect(plain.getByRole('heading', { level: 1 })).toHaveText('Nakijken en afronden')
})

test('how firm an answer is and where to see it survive a reload, and stand in the report', async ({ page, baseURL, allow }) => {
  allow(/422/)
  const full = goldenCompany('thuiszorg-de-sleutelbos')
  const scan = await beginScan(page, full, baseURL!)
  await saveAll(page, scan, full, baseURL!)
  const question = questionOf(full, 'noodplan')
  const group = groupOf(page, question)
  await page.goto(`/scan/${scan}/thema/crisis`)
  await group.getByText('Notitie maken').click()
  await group.getByRole('combobox', { name: 'Waar rust dit antwoord op?' }).selectOption({ label: 'Geoefend' })
  const link = group.getByRole('textbox', { name: 'Waar kun je het zien?' })
  await link.fill('de rode map')
  await page.getByRole('button', { name: 'Verder' }).click()
  await page.getByRole('link', { name: /een link begint met https/ }).click()
  await expect(group.getByText(/een link begint met https/)).toBeVisible()
  await expect(link).toHaveValue('de rode map')
  await expect(link).toHaveAttribute('aria-invalid', 'true')
  await expect(link).toBeFocused()
  const stored = page.waitForResponse(answer => answer.url().includes('/antwoord') && answer.status() === 200)
  await link.fill('https://zorg.example/noodplan.pdf')
  await stored
  await page.reload()
  await expect(group.getByRole('combobox', { name: 'Waar rust dit antwoord op?' })).toHaveValue('exercised')
  await expect(link).toHaveValue('https://zorg.example/noodplan.pdf')

  await page.goto(`/scan/${scan}/controle`)
  await page.getByRole('button', { name: /afronden|rond af/i }).click()
  await expect(page).toHaveURL(/rapport/)
  await expect(page.getByText(/^1 van de \d+ antwoorden is geoefend/)).toBeVisible()
  await page.getByText('Al je antwoorden, en hoe elk telt').click()
  await expect(page.getByRole('link', { name: 'https://zorg.example/noodplan.pdf' })).toHaveAttribute('rel', /noreferrer/)
})

test('a contributor sees the given theme only, and a reader the answers', async ({ page, otherDevice, baseURL, allow }) => {
  allow(/403/)
  const scan = await beginScan(page, company, baseURL!)
  const [, piet, lena] = await joinCompany(folder, scan, name, [
    { name: 'Sanne', role: 'owner' },
    { name: 'Piet', role: 'contributor', themes: ['crisis'] },
    { name: 'Lena', role: 'reader' },
  ])
  await signInWith(page, baseURL!, piet!.cookie)
  await page.goto(`/scan/${scan}`)
  const main = page.getByRole('main')
  await expect(main.getByRole('list').getByRole('listitem')).toHaveCount(1)
  await expect(main.getByText('vult in: Piet')).toBeVisible()
  expect((await page.request.get(`/scan/${scan}/thema/ict`)).status()).toBe(403)
  expect((await page.request.get(`/scan/${scan}/controle`)).status()).toBe(403)
  const foreign = { saves: [{ question: 'eerst-dit', version: 0, answer: { unknown: true }, ownWords: null, note: null }] }
  expect((await page.request.post(`/scan/${scan}/antwoord`, { data: foreign, headers: { Origin: baseURL! } })).status()).toBe(403)
  await main.getByRole('link', { name: 'Begin' }).click()
  await choose(page, plan, { unknown: true }, 'nl')
  await page.getByRole('button', { name: 'Verder' }).click()
  await expect(page).toHaveURL(new RegExp(`/scan/${scan}$`))

  const reader = await otherDevice()
  await signInWith(reader, baseURL!, lena!.cookie)
  await reader.goto(`/scan/${scan}`)
  await reader.getByRole('link', { name: 'Bekijk de antwoorden' }).click()
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('De antwoorden tot nu toe')
  await expect(reader.getByRole('button')).toHaveCount(0)
})

test('without JavaScript a page that is posted after the session ended holds what was filled in until one has signed in', async ({ otherDevice, page, baseURL, allow }) => {
  allow(/401/)
  const scan = await beginScan(page, company, baseURL!)
  const [sanne] = await joinCompany(folder, scan, name, [{ name: 'Sanne', role: 'owner' }])
  const plain = await otherDevice({ javaScriptEnabled: false })
  await signInWith(plain, baseURL!, sanne!.cookie)
  await plain.goto(`/scan/${scan}/thema/crisis`)
  await plain.context().clearCookies()
  await choose(plain, plan, { unknown: true }, 'nl')
  await plain.getByRole('button', { name: 'Verder' }).click()
  await expect(plain.getByRole('heading', { level: 1 })).toHaveText('Je bent uitgelogd')
  await signInWith(plain, baseURL!, sanne!.cookie)
  await plain.getByRole('button', { name: 'Opnieuw versturen' }).click()
  await expect(plain.getByRole('heading', { level: 1 })).toHaveText('Nakijken en afronden')
  await plain.goto(`/scan/${scan}/thema/crisis`)
  await expect(groupOf(plain, plan).getByRole('radio', { name: 'Weet ik niet' })).toBeChecked()
})

test('a session that ends while a page is open loses nothing: sign in on another tab, and try again', async ({ page, baseURL, allow }) => {
  allow(/401/)
  const scan = await beginScan(page, company, baseURL!)
  const [sanne] = await joinCompany(folder, scan, name, [{ name: 'Sanne', role: 'owner' }])
  await signInWith(page, baseURL!, sanne!.cookie)
  await page.goto(`/scan/${scan}/thema/crisis`)
  await expect(page.getByText('Elk antwoord wordt meteen bewaard')).toBeVisible()
  await endSessionsOf(folder, sanne!.id)
  await groupOf(page, plan).getByText('Notitie maken').click()
  await groupOf(page, plan).getByRole('textbox', { name: 'Notitie' }).fill('Mag niet weg')
  await expect(page.getByRole('alert').filter({ hasText: 'Je bent uitgelogd' })).toHaveCount(1)
  const elsewhere = page.getByRole('link', { name: 'Inloggen op een ander tabblad' })
  await expect(elsewhere).toHaveAttribute('target', '_blank')
  await expect(elsewhere).toHaveAttribute('href', `/inloggen?verder=${encodeURIComponent(`/scan/${scan}/thema/crisis`)}`)
  const [again] = await joinCompany(folder, scan, name, [{ name: 'Sanne weer', role: 'owner' }])
  await signInWith(page, baseURL!, again!.cookie)
  await page.getByRole('button', { name: 'Opnieuw proberen' }).click()
  await expect(page.getByText(saved)).toBeVisible()
  await page.reload()
  await expect(groupOf(page, plan).getByRole('textbox', { name: 'Notitie' })).toHaveValue('Mag niet weg')
})
