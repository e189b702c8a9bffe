/** Deleting an account with the company in it, thirty days to think it over, and keeping both after all. */
import { makeMembership, makeOrganisation, makeUser } from '#db/makers.ts'
import { databaseFile, openDatabase } from '#db/open.server.ts'
import { transact } from '#db/transact.server.ts'
import { hashPassword } from '#app/auth/password.server.ts'
import { expect, test } from './clean-page.ts'
import { ownServer } from './own-server.ts'

const password = 'vier manden appels'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('an owner deletes account and company, and keeps them after all', async ({ page, allow }) => {
      test.setTimeout(120_000)
      allow(/status of 422/)
      const server = await ownServer()
      const at = (path: string) => server.origin + path
      const passwordHash = await hashPassword(password)
      const database = openDatabase(databaseFile(server.dataFolder))
      const company = await transact(database, async writer => {
        const user = await makeUser(writer, { email: 'bakker@example.nl', passwordHash })
        const organisation = await makeOrganisation(writer, { name: 'Bakkerij De Korst' })
        await makeMembership(writer, { organisationId: organisation.id, userId: user.id })
        await makeMembership(writer, { organisationId: organisation.id, role: 'reader' })
        return organisation.id
      })
      await database.close()

      await page.goto(at('/account/wissen'))
      await page.getByRole('textbox', { name: 'E-mailadres' }).fill('bakker@example.nl')
      await page.getByLabel('Wachtwoord', { exact: true }).fill(password)
      await page.getByRole('button', { name: 'Log in' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Je account wissen')
      await page.getByLabel('Je wachtwoord').fill(password)
      await page.getByRole('button', { name: 'Wis mijn account over 30 dagen' }).click()
      await expect(page.getByText('Kruis elk bedrijf aan, of draag het eerst over.')).toHaveCount(2)
      await page.getByLabel('Bakkerij De Korst ook wissen').check()
      await page.getByLabel('Je wachtwoord').fill('niet het goede')
      await page.getByRole('button', { name: 'Wis mijn account over 30 dagen' }).click()
      await expect(page.getByText('Dit wachtwoord klopt niet.')).toHaveCount(2)
      await expect(page.getByLabel('Bakkerij De Korst ook wissen')).toBeChecked()
      await page.getByLabel('Je wachtwoord').fill(password)
      await page.getByRole('button', { name: 'Wis mijn account over 30 dagen' }).click()
      await expect(page.getByText(/^Je account wordt op .* gewist$/)).toBeVisible()
      await page.goto(at(`/bedrijf/${company}/wissen`))
      await expect(page.getByText(/^Dit bedrijf wordt op .* gewist$/)).toBeVisible()

      await page.goto(at('/account'))
      await page.getByRole('button', { name: 'Toch houden' }).click()
      await expect(page).toHaveURL(at('/account'))
      await expect(page.getByRole('button', { name: 'Toch houden' })).toHaveCount(0)

      await page.goto(at(`/bedrijf/${company}/wissen`))
      await page.getByLabel('Typ de naam van het bedrijf').fill('Slagerij')
      await page.getByLabel('Je wachtwoord').fill(password)
      await page.getByRole('button', { name: 'Wis dit bedrijf over 30 dagen' }).click()
      await expect(page.getByText('Deze naam klopt niet. Het bedrijf heet: Bakkerij De Korst')).toHaveCount(2)
      await expect(page.getByLabel('Typ de naam van het bedrijf')).toHaveValue('Slagerij')
      await page.getByLabel('Typ de naam van het bedrijf').fill('bakkerij de korst')
      await page.getByLabel('Je wachtwoord').fill(password)
      await page.getByRole('button', { name: 'Wis dit bedrijf over 30 dagen' }).click()
      await expect(page.getByText(/^Dit bedrijf wordt op .* gewist$/)).toBeVisible()
      await server.stop()
    })
  })
}
