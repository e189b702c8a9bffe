/** An owner who asks others in: for one theme by letter, with another role, out again; and who hands the company over. */
import type { Page as Tab } from '@playwright/test'
import { goodPassword, newAddress, signUp } from './account.ts'
import { expect, test } from './clean-page.ts'
import { choose, groupOf, newCompany, questionsFor, titleOf } from './company.ts'
import { openLine, startGuest } from './guest.ts'
import { letterTo, lettersTo } from './letters.ts'
import { signInWith } from './member.ts'
import { ownServer } from './own-server.ts'

const company = newCompany('bouw', 'full', '10-49')
const energy = { kind: 'theme', theme: 'energie' } as const
const theme = titleOf(company, energy, 'nl')
const [question] = questionsFor(company, energy, 'nl')

const heading = (tab: Tab) => tab.getByRole('heading', { level: 1 })
/** What stands on the page of people about one of them. */
const rowOf = (tab: Tab, name: string) => tab.getByRole('main').getByRole('listitem').filter({ has: tab.getByText(name, { exact: true }) })

async function logIn(tab: Tab, email: string): Promise<void> {
  await expect(tab).toHaveURL(/\/inloggen/)
  await tab.getByRole('textbox', { name: 'E-mailadres' }).fill(email)
  await tab.getByLabel('Wachtwoord', { exact: true }).fill(goodPassword)
  await tab.getByRole('button', { name: 'Log in' }).click()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('an owner gives a theme to a colleague, changes what he may do, removes him, and hands the company over', async ({ page, otherDevice, allow }) => {
      test.setTimeout(180_000)
      allow(/status of (403|404|410|422)/)
      const server = await ownServer()
      const at = (path: string) => server.origin + path
      const { port, dataFolder } = server
      const [colleague, successor, stranger] = [newAddress('mo'), newAddress('els'), newAddress('vreemd')]
      const line = openLine(port, 1)
      const guest = await startGuest(line, { sector: 'bouw', size: '10-49' })
      line.close()
      const owner = await signUp(port, { guest, name: 'Sanne de Wit', dataFolder })
      await signInWith(page, server.origin, owner.cookie.split('=')[1] ?? '')
      const scan = at(`/scan/${guest.scan}`)
      const mo = await otherDevice({ javaScriptEnabled })
      const els = await otherDevice({ javaScriptEnabled })

      await page.goto(at('/bedrijven'))
      const people = `${page.url()}/mensen`
      await page.getByRole('link', { name: 'Gegevens' }).click()
      await page.getByLabel('Naam van het bedrijf').fill('Vier handen')
      await page.getByRole('button', { name: 'Bewaar gegevens' }).click()
      await expect(page.getByText('De gegevens zijn bewaard.')).toBeVisible()

      await test.step('a theme, by letter', async () => {
        await page.goto(`${scan}/samen`)
        await page.getByRole('textbox', { name: 'E-mailadres' }).fill(colleague)
        await page.getByRole('button', { name: 'Stuur een mail' }).click()
        await expect(page.getByText('Kies minstens één thema.')).toHaveCount(2)
        await expect(page.getByRole('textbox', { name: 'E-mailadres' })).toHaveValue(colleague)
        await page.getByRole('checkbox', { name: theme }).check()
        await page.getByRole('button', { name: 'Stuur een mail' }).click()
        await expect(page.getByText('De mail is onderweg.')).toBeVisible()
        const letter = await letterTo(colleague, 1, dataFolder)
        expect(letter.subject).toBe('Sanne de Wit vraagt je mee te doen met Vier handen')
        expect(letter.text).toContain(theme)

        await mo.goto(at(letter.links[0] ?? ''))
        await expect(heading(mo)).toHaveText('Doe mee met Vier handen')
        await mo.getByLabel('Kies een wachtwoord').fill('kort')
        await mo.getByRole('textbox', { name: 'Je naam' }).fill('Mo')
        await mo.getByRole('button', { name: 'Doe mee' }).click()
        await expect(mo.getByText('Je wachtwoord is te kort.', { exact: false })).toHaveCount(2)
        await expect(mo.getByRole('textbox', { name: 'Je naam' })).toHaveValue('Mo')
        await mo.getByLabel('Kies een wachtwoord').fill(goodPassword)
        await mo.getByRole('button', { name: 'Doe mee' }).click()
        await expect(mo).toHaveURL(`${scan}/thema/energie`)
      })

      await test.step('the contributor fills in that theme, and sees no other', async () => {
        if (question === undefined) throw new Error('the theme has no question')
        if (javaScriptEnabled) await expect(mo.getByText('Elk antwoord wordt meteen bewaard')).toBeVisible()
        await choose(mo, question, { unknown: true }, 'nl')
        if (javaScriptEnabled) await expect(mo.getByText(/^Opgeslagen om \d\d:\d\d$/)).toBeVisible()
        else await mo.getByRole('button', { name: 'Verder', exact: true }).click()
        await mo.goto(`${scan}/thema/energie`)
        await expect(groupOf(mo, question).getByLabel('Weet ik niet', { exact: true })).toBeChecked()
        await mo.goto(scan)
        await expect(mo.getByRole('main').getByRole('list').getByRole('listitem')).toHaveCount(1)
        for (const closed of ['/thema/mensen', '/wat-door', '/hoe-lang', '/controle', '/samen', '/rapport']) {
          expect((await mo.goto(scan + closed))?.status(), closed).toBe(403)
        }
        await page.goto(`${scan}/samen`)
        await expect(rowOf(page, theme)).toContainText('Mo')
      })

      await test.step('another role: signed in again, the answers to read and nothing to change', async () => {
        await page.goto(people)
        await rowOf(page, 'Mo').getByText('Verander of haal weg').click()
        await rowOf(page, 'Mo').getByRole('radio', { name: 'Meelezer' }).check()
        await rowOf(page, 'Mo').getByRole('button', { name: 'Bewaar rol' }).click()
        await expect(page.getByText('De rol is veranderd. Die persoon logt opnieuw in.')).toBeVisible()
        expect((await mo.goto(`${scan}/controle`))?.status()).toBe(404)
        await mo.getByRole('link', { name: 'Log dan in', exact: false }).click()
        await logIn(mo, colleague)
        await expect(heading(mo)).toHaveText('De antwoorden tot nu toe')
        expect((await mo.goto(`${scan}/thema/energie`))?.status()).toBe(403)
      })

      await test.step('an invitation that is withdrawn is gone', async () => {
        await page.goto(people)
        await page.getByRole('textbox', { name: 'E-mailadres' }).fill(stranger)
        await page.getByRole('radio', { name: 'Bewerker' }).last().check()
        await page.getByRole('button', { name: 'Stuur uitnodiging' }).click()
        await expect(page.getByText('De uitnodiging is verstuurd.')).toBeVisible()
        const [link = ''] = (await letterTo(stranger, 1, dataFolder)).links
        expect((await els.goto(at(link)))?.status()).toBe(200)
        await page.getByRole('button', { name: `Trek in: de uitnodiging aan ${stranger}` }).click()
        await expect(page.getByText('De uitnodiging is ingetrokken.', { exact: false })).toBeVisible()
        expect((await els.goto(at(link)))?.status()).toBe(410)
        await expect(heading(els)).toHaveText('Deze uitnodiging werkt niet meer')
        expect(await lettersTo(stranger, dataFolder)).toHaveLength(1)
      })

      await test.step('who has an account signs in and comes back to the invitation', async () => {
        await signUp(port, { email: successor, name: 'Els', dataFolder })
        await page.goto(people)
        await page.getByRole('textbox', { name: 'E-mailadres' }).fill(successor)
        await page.getByRole('radio', { name: 'Bewerker' }).last().check()
        await page.getByRole('button', { name: 'Stuur uitnodiging' }).click()
        await expect(page.getByText('De uitnodiging is verstuurd.')).toBeVisible()
        const [link = ''] = (await letterTo(successor, 2, dataFolder)).links
        await els.goto(at(link))
        await els.getByRole('main').getByRole('link', { name: 'Log in' }).click()
        await logIn(els, successor)
        await els.getByRole('button', { name: 'Doe mee' }).click()
        await expect(heading(els)).toBeVisible()
        await expect(els).toHaveURL(people.replace(/\/mensen$/, ''))
        expect((await els.goto(at(link)))?.status()).toBe(410)
      })

      await test.step('handed over with the password: owner and editor change places', async () => {
        await page.goto(people)
        await page.locator('summary', { hasText: 'Draag over' }).click()
        await page.getByRole('combobox', { name: 'Aan wie?' }).selectOption({ label: 'Els' })
        await page.getByLabel('Je wachtwoord').fill('niet het goede wachtwoord')
        await page.getByRole('button', { name: 'Draag over' }).click()
        await expect(page.getByText('Dit wachtwoord klopt niet.')).toHaveCount(2)
        await expect(page.getByRole('combobox', { name: 'Aan wie?' }).locator('option:checked')).toHaveText('Els')
        await page.getByLabel('Je wachtwoord').fill(goodPassword)
        await page.getByRole('button', { name: 'Draag over' }).click()
        await expect(page.getByText('Het bedrijf is overgedragen. Jij bent nu bewerker.')).toBeVisible()
        await expect(rowOf(page, 'Els')).toContainText('Eigenaar')
        await expect(page.getByRole('button', { name: 'Stuur uitnodiging' })).toHaveCount(0)
      })

      await test.step('the new owner removes somebody: gone at once, and what was filled in stays', async () => {
        await els.goto(people)
        await logIn(els, successor)
        await rowOf(els, 'Mo').getByText('Verander of haal weg').click()
        await els.getByRole('button', { name: 'Haal Mo weg' }).click()
        await expect(els.getByText('Die persoon doet niet meer mee.')).toBeVisible()
        await expect(rowOf(els, 'Mo')).toHaveCount(0)
        await mo.goto(scan)
        await expect(mo.getByRole('main').getByRole('listitem')).toHaveCount(0)
        await mo.goto(at('/bedrijven'))
        await logIn(mo, colleague)
        await expect(heading(mo)).toHaveText('Je hoort nog bij geen bedrijf')
        for (const gone of [scan, `${scan}/controle`, people]) expect((await mo.goto(gone))?.status()).toBe(404)
        await els.goto(`${scan}/thema/energie`)
        if (question !== undefined) await expect(groupOf(els, question).getByLabel('Weet ik niet', { exact: true })).toBeChecked()
      })
      for (const tab of [page, mo, els]) await tab.goto('about:blank')
      await server.stop()
    })
  })
}
