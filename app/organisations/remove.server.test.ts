/** Deleting a company: by its name and the password, once, and undone with one click. */
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { makeMembership, makeOrganisation, makeUser } from '#db/makers.ts'
import { organisations } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { auditLog } from '#db/work-tables.ts'
import { requireMember, type Member } from '#app/auth/guards.server.ts'
import { graceTime } from '#app/auth/remove-account.server.ts'
import { accountWorld, goodPassword, lettersFor, userWithPassword } from '#app/auth/test-account.ts'
import { requestAs } from '#app/auth/test-session.ts'
import { askCompanyRemoval, keepCompany } from './remove.server.ts'

const { world, database, clock } = accountWorld()
const { reader } = database
const links = { account: () => 'https://paraat.example/account/wissen', company: (_: string, id: string) => `https://paraat.example/bedrijf/${id}/wissen` }

async function company(name: string | null): Promise<{ member: Member; reader: { email: string } }> {
  const owner = await userWithPassword(world)
  const made = await transact(database, async writer => {
    const organisation = await makeOrganisation(writer, { name })
    await makeMembership(writer, { organisationId: organisation.id, userId: owner.id })
    const other = await makeUser(writer, { language: 'en' })
    await makeMembership(writer, { organisationId: organisation.id, userId: other.id, role: 'reader' })
    return { organisation, other }
  })
  const member = await requireMember(world, await requestAs(world, owner.id), { organisation: made.organisation.id }, 'organisation.remove')
  return { member, reader: made.other }
}

async function dayOf({ organisation }: Member): Promise<number | null | undefined> {
  return (await reader.select().from(organisations).where(eq(organisations.id, organisation.id)))[0]?.deletionAt
}

const asked = (name: string, password = goodPassword) => ({ name, password, address: crypto.randomUUID(), links })

describe('Deleting a company', () => {
  it('wants its name, whatever the capitals, and the password', async () => {
    const { member } = await company('Bakkerij De Korst')
    expect(await askCompanyRemoval(member, asked('Bakkerij'))).toEqual({ ok: false, reason: 'name' })
    expect(await askCompanyRemoval(member, asked('Bakkerij De Korst', 'verkeerd wachtwoord'))).toMatchObject({ ok: false, reason: 'password' })
    expect(await dayOf(member)).toBeNull()
    expect(await askCompanyRemoval(member, asked('  bakkerij  de korst '))).toEqual({ ok: true, at: clock.at + graceTime })
  })

  it('wants a tick where it has no name', async () => {
    const { member } = await company(null)
    expect(await askCompanyRemoval(member, asked(''))).toEqual({ ok: false, reason: 'name' })
    expect(await askCompanyRemoval(member, asked('ja'))).toMatchObject({ ok: true })
  })

  it('tells everybody once, in their language, and only the owner how to stop it; fifty copies have one effect, and so has keeping it', async () => {
    const { member, reader: other } = await company('Bakkerij De Korst')
    await Promise.all(Array.from({ length: 50 }, () => askCompanyRemoval(member, asked('Bakkerij De Korst'))))
    const [own, theirs] = [await lettersFor(world, member.user.email), await lettersFor(world, other.email)]
    expect(own.map(({ subject }) => subject)).toEqual(['Bakkerij De Korst wordt op 5 februari 2026 gewist bij Paraat'])
    expect(own[0]?.text).toContain(`https://paraat.example/bedrijf/${member.organisation.id}/wissen`)
    expect(theirs.map(({ subject }) => subject)).toEqual(['Paraat will delete Bakkerij De Korst on 5 February 2026'])
    expect(theirs[0]?.text).not.toContain('https://')
    await Promise.all(Array.from({ length: 50 }, () => keepCompany(member)))
    expect(await dayOf(member)).toBeNull()
    const noted = await reader.select().from(auditLog).where(eq(auditLog.organisationId, member.organisation.id))
    expect(noted.map(({ event }) => event)).toEqual(['organisationDeletionAsked', 'organisationDeletionCancelled'])
  })
})
