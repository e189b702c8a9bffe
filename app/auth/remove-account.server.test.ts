/** Deleting an account or a company: asked once, undone with one click, and nobody's company left without an owner. */
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { makeMembership, makeOrganisation } from '#db/makers.ts'
import { sessions, users } from '#db/people-tables.ts'
import { organisations } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { askRemoval, graceTime, keepAccount, ownedAlone } from './remove-account.server.ts'
import { accountWorld, goodPassword, lettersFor, notedOf, signedInAs, userWithPassword } from './test-account.ts'

const { world, database, clock } = accountWorld()
const { reader } = database
const links = { account: () => 'https://paraat.example/account/wissen', company: (_: string, id: string) => `https://paraat.example/bedrijf/${id}/wissen` }
const asked = (along: readonly string[] = [], password = goodPassword) => ({ password, along, address: crypto.randomUUID(), links })

async function deletionOf(userId: string): Promise<number | null | undefined> {
  return (await reader.select().from(users).where(eq(users.id, userId)))[0]?.deletionAt
}

describe('Deleting an account', () => {
  it('asks the password, sets a day thirty days on, ends nothing and mails once, however often it is asked', async () => {
    const { id, email } = await userWithPassword(world)
    const { user } = await signedInAs(world, id)
    expect(await askRemoval(world, user, asked([], 'niet het goede'))).toMatchObject({ ok: false, reason: 'password' })
    expect(await deletionOf(id)).toBeNull()
    const answers = await Promise.all(Array.from({ length: 50 }, () => askRemoval(world, user, asked())))
    expect(new Set(answers.map(answer => JSON.stringify(answer)))).toEqual(new Set([JSON.stringify({ ok: true, at: clock.at + graceTime })]))
    expect(await deletionOf(id)).toBe(clock.at + graceTime)
    expect(await reader.$count(sessions, eq(sessions.userId, id))).toBe(1)
    const letters = await lettersFor(world, email)
    expect(letters.map(({ subject }) => subject)).toEqual(['Je account bij Paraat wordt op 5 februari 2026 gewist'])
    expect(letters[0]?.text).toContain('https://paraat.example/account/wissen')
    expect((await notedOf(world, id)).filter(event => event === 'accountDeletionAsked').length).toBe(1)
  })

  it('is taken back with one click, however often it is clicked', async () => {
    const { id } = await userWithPassword(world)
    const { user } = await signedInAs(world, id)
    await askRemoval(world, user, asked())
    await Promise.all(Array.from({ length: 50 }, () => keepAccount(world, user)))
    expect(await deletionOf(id)).toBeNull()
    expect((await notedOf(world, id)).filter(event => event === 'accountDeletionCancelled').length).toBe(1)
  })

  it('is refused while a company would stay without an owner, unless that company goes along', async () => {
    const { id } = await userWithPassword(world)
    const { alone, shared, colleague } = await transact(database, async writer => {
      const alone = await makeOrganisation(writer, { name: 'Bakkerij De Korst' })
      await makeMembership(writer, { organisationId: alone.id, userId: id })
      const { userId } = await makeMembership(writer, { organisationId: alone.id, role: 'reader' })
      const shared = await makeOrganisation(writer)
      await makeMembership(writer, { organisationId: shared.id, userId: id })
      await makeMembership(writer, { organisationId: shared.id })
      return { alone, shared, colleague: userId }
    })
    expect(await ownedAlone(reader, id)).toEqual([{ id: alone.id, name: 'Bakkerij De Korst', others: 1 }])
    const { user } = await signedInAs(world, id)
    expect(await askRemoval(world, user, asked([shared.id]))).toEqual({ ok: false, reason: 'companies' })
    expect(await deletionOf(id)).toBeNull()
    expect(await askRemoval(world, user, asked([alone.id, shared.id]))).toMatchObject({ ok: true })
    const dayOf = async (company: string) => (await reader.select().from(organisations).where(eq(organisations.id, company)))[0]?.deletionAt
    expect(await dayOf(alone.id)).toBe(clock.at + graceTime)
    expect(await dayOf(shared.id)).toBeNull()
    const [letter] = await lettersFor(world, `${colleague}@example.nl`)
    expect(letter?.subject).toBe('Bakkerij De Korst wordt op 5 februari 2026 gewist bij Paraat')
    expect(letter?.text).not.toContain('https://')
    await keepAccount(world, user)
    expect(await dayOf(alone.id)).toBeNull()
  })
})
