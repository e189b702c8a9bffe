/** Making an account: by the link alone, once, and with the guest's company where it came from one. */
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeAssessment, makeMembership, makeOrganisation } from '#db/makers.ts'
import { memberships, users } from '#db/people-tables.ts'
import { browserKeyAssessments, browserKeys, passOnCodes } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { askSignUp } from '#app/auth/ask.server.ts'
import { checkCredentials } from '#app/auth/sign-in.server.ts'
import { accountWorld, goodPassword, lettersFor, links, notedOf, otherPassword, tokenFor } from '#app/auth/test-account.ts'
import { scanToOpen, signUp } from './sign-up.server.ts'

const { world, database, clock } = accountWorld()
const link = async (email: string, organisationId: string | null = null) => {
  clock.at += 1
  await askSignUp(world, { email, onceKey: randomUUID(), language: 'nl', links }, organisationId)
  return await tokenFor(world, email)
}
const make = (token: string, given: { password?: string; name?: string } = {}) => signUp(world, { token, password: goodPassword, name: '', language: 'nl', ...given })
const members = (organisationId: string) => database.reader.select().from(memberships).where(eq(memberships.organisationId, organisationId))

/** A guest's company with two scans, one of them open in a browser and with a code for another device. */
async function guestCompany() {
  return await transact(database, async writer => {
    const { id } = await makeOrganisation(writer)
    const first = await makeAssessment(writer, { organisationId: id, updatedAt: 1, finishedAt: 1 })
    const second = await makeAssessment(writer, { organisationId: id, updatedAt: 2 })
    const keyHash = randomUUID()
    await writer.insert(browserKeys).values({ hash: keyHash, createdAt: 1, seenAt: 1 })
    await writer.insert(browserKeyAssessments).values({ keyHash, assessmentId: first.id, createdAt: 1 })
    await writer.insert(passOnCodes).values({ hash: randomUUID(), assessmentId: second.id, kind: 'device', createdAt: 1, expiresAt: 2 })
    return { id, first: first.id, second: second.id }
  })
}

let elsewhere: Awaited<ReturnType<typeof guestCompany>>
beforeAll(async () => {
  elsewhere = await guestCompany()
})

describe('Making an account', () => {
  it('takes a link from a letter and a password; a name is for who likes', async () => {
    const token = await link('bakker@example.nl')
    expect(await make(token, { password: 'te kort' })).toEqual({ ok: false, reason: 'tooShort' })
    const made = await make(token, { name: '  Jan de Bakker ' })
    expect(made).toMatchObject({ ok: true, owns: null, cameTooLate: false })
    const [user] = await database.reader.select().from(users).where(eq(users.email, 'bakker@example.nl'))
    expect(user).toMatchObject({ name: 'Jan de Bakker', language: 'nl', operator: false, totpSecret: null })
    expect(user?.passwordHash).not.toContain(goodPassword)
    expect((await checkCredentials(world, { email: 'bakker@example.nl', password: goodPassword, address: 'here' })).ok).toBe(true)
    expect(await notedOf(world, user?.id ?? '')).toContain('accountMade')
  })

  it('works once; a link from an earlier letter is dead then too', async () => {
    const [first, second] = [await link('tweemaal@example.nl'), await link('tweemaal@example.nl')]
    expect(await make(second)).toMatchObject({ ok: true })
    expect(await make(second, { password: otherPassword })).toEqual({ ok: false, reason: 'expired' })
    expect(await make(first, { password: otherPassword })).toEqual({ ok: false, reason: 'expired' })
    expect(await make('A'.repeat(43))).toEqual({ ok: false, reason: 'unknown' })
  })

  it('has one effect, fifty times at once', async () => {
    const company = await guestCompany()
    const token = await link('vijftig@example.nl', company.id)
    const all = await Promise.all(Array.from({ length: 50 }, () => make(token)))
    expect(all.filter(one => one.ok)).toHaveLength(1)
    expect(await database.reader.$count(users, eq(users.email, 'vijftig@example.nl'))).toBe(1)
    expect(await members(company.id)).toHaveLength(1)
  })

  it('cannot be done for somebody else: asking again only mails the one who has the account', async () => {
    await make(await link('eerst@example.nl'))
    await link('eerst@example.nl')
    const last = (await lettersFor(world, 'eerst@example.nl')).at(-1)
    expect(last?.subject).toBe('Je hebt al een account in Paraat')
    expect(await database.reader.$count(users, eq(users.email, 'eerst@example.nl'))).toBe(1)
  })
})

describe("A guest's company", () => {
  it('gets its first member as owner, is opened by no browser key and no code any more, and no row of it moves', async () => {
    const company = await guestCompany()
    const made = await make(await link('gast@example.nl', company.id))
    if (!made.ok) throw new Error(made.reason)
    expect(made.owns).toBe(company.id)
    expect(await members(company.id)).toMatchObject([{ userId: made.userId, role: 'owner', themes: [] }])
    expect(await database.reader.$count(browserKeyAssessments, eq(browserKeyAssessments.assessmentId, company.first))).toBe(0)
    expect(await database.reader.$count(passOnCodes, eq(passOnCodes.assessmentId, company.second))).toBe(0)
    expect(await scanToOpen(world, company.id, company.first)).toEqual({ id: company.first, finished: true })
    expect(await scanToOpen(world, company.id, elsewhere.first)).toEqual({ id: company.second, finished: false })
  })

  it('leaves what other guests have alone', async () => {
    expect(await database.reader.$count(browserKeyAssessments, eq(browserKeyAssessments.assessmentId, elsewhere.first))).toBe(1)
    expect(await database.reader.$count(passOnCodes, eq(passOnCodes.assessmentId, elsewhere.second))).toBe(1)
    expect(await members(elsewhere.id)).toEqual([])
  })

  it('stays with who came first: a later one gets an account and is told', async () => {
    const company = await guestCompany()
    const token = await link('laat@example.nl', company.id)
    const { userId } = await transact(database, writer => makeMembership(writer, { organisationId: company.id }))
    expect(await make(token)).toMatchObject({ ok: true, owns: null, cameTooLate: true })
    expect((await members(company.id)).map(member => member.userId)).toEqual([userId])
  })
})
