/** The doors: who gets in where, and what everybody else is told. */
import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { makeMembership, makeOrganisation, makersTime, makeUser } from '#db/makers.ts'
import type { World } from '#db/open.server.ts'
import { sessions } from '#db/people-tables.ts'
import { testDatabase } from '#db/test-database.ts'
import { transact } from '#db/transact.server.ts'
import { auditLog } from '#db/work-tables.ts'
import { requireMember, requireOperator, requireUser, signInFor } from './guards.server.ts'
import { requestAs } from './test-session.ts'

const { database } = testDatabase()
const world: World = { database, now: () => makersTime }
const dump = async () => ({ sessions: await database.reader.$count(sessions), log: await database.reader.$count(auditLog) })

/** What a door throws: the status, and where it leads. */
async function thrown(door: Promise<unknown>): Promise<{ status: number; to: string | null }> {
  const answer: unknown = await door.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(answer instanceof Response)) throw new Error('the door was open')
  return { status: answer.status, to: answer.headers.get('Location') }
}

async function people() {
  return await transact(database, async writer => {
    const ours = await makeOrganisation(writer)
    const theirs = await makeOrganisation(writer)
    const owner = await makeMembership(writer, { organisationId: ours.id })
    const reader = await makeMembership(writer, { organisationId: ours.id, role: 'reader' })
    await makeMembership(writer, { organisationId: theirs.id })
    return { ours: ours.id, theirs: theirs.id, owner: owner.userId, reader: reader.userId }
  })
}

describe('A page for who is signed in', () => {
  it('sends everybody else to sign in, in their language, and back to where they were', async () => {
    expect(await thrown(requireUser(world, new Request('http://localhost/account/apparaten')))).toEqual({
      status: 302,
      to: '/inloggen?verder=%2Faccount%2Fapparaten',
    })
    expect(signInFor(new Request('http://localhost/en/bedrijf/b1?alle=ja'))).toBe('/en/inloggen?verder=%2Fen%2Fbedrijf%2Fb1%3Falle%3Dja')
    expect(signInFor(new Request('http://localhost/account.data?_routes=routes%2Faccount'))).toBe('/inloggen?verder=%2Faccount')
    expect(signInFor(new Request('http://localhost/bedrijf/b1.data?_routes=x&alle=ja'))).toBe('/inloggen?verder=%2Fbedrijf%2Fb1%3Falle%3Dja')
  })

  it('is closed to who gave a password and still owes the second factor', async () => {
    const { owner } = await people()
    expect((await thrown(requireUser(world, await requestAs(world, owner, undefined, 'half')))).status).toBe(302)
  })

  it('knows who came in, without a hash or a secret', async () => {
    const user = await transact(database, writer => makeUser(writer, { totpSecret: 'JBSWY3DPEHPK3PXP', passwordHash: '$argon2id$planted' }))
    const signedIn = await requireUser(world, await requestAs(world, user.id))
    expect(signedIn.user).toEqual({ id: user.id, email: user.email, name: null, language: 'nl', operator: false, deletionAt: null, secondFactor: true })
    expect(JSON.stringify(signedIn)).not.toMatch(/JBSWY3DPEHPK3PXP|planted/)
  })
})

describe('A page of an organisation', () => {
  it('opens to a member whose role may do it', async () => {
    const { ours, owner } = await people()
    const member = await requireMember(world, await requestAs(world, owner), { organisation: ours }, 'people.manage')
    expect({ organisation: member.organisation.id, user: member.user.id, role: member.role, themes: member.themes }).toEqual({
      organisation: ours,
      user: owner,
      role: 'owner',
      themes: [],
    })
  })

  it('does not exist for who belongs elsewhere, exactly as one that nobody has', async () => {
    const { theirs, owner } = await people()
    const before = await dump()
    const request = await requestAs(world, owner)
    for (const organisation of [theirs, 'unknown', undefined]) {
      expect(await thrown(requireMember(world, request, { organisation }, 'organisation.see'))).toEqual({ status: 404, to: null })
    }
    expect((await dump()).log).toBe(before.log)
  })

  it('refuses a member whose role may not, and notes that in the audit log', async () => {
    const { ours, reader } = await people()
    expect(await thrown(requireMember(world, await requestAs(world, reader), { organisation: ours }, 'people.manage'))).toEqual({ status: 403, to: null })
    const noted = await database.reader
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.userId, reader), eq(auditLog.event, 'permissionRefused')))
    expect(noted.map(({ organisationId, at }) => ({ organisationId, at }))).toEqual([{ organisationId: ours, at: makersTime }])
  })

  it('sends who is not signed in to sign in first, whether it exists or not', async () => {
    const { ours } = await people()
    for (const organisation of [ours, 'unknown']) {
      const door = requireMember(world, new Request(`http://localhost/bedrijf/${organisation}`), { organisation }, 'organisation.see')
      expect((await thrown(door)).to).toBe(`/inloggen?verder=${encodeURIComponent(`/bedrijf/${organisation}`)}`)
    }
  })
})

describe('A page of who runs this site', () => {
  it('opens to an operator with a second factor and a short session only; for others it does not exist', async () => {
    const made = await transact(database, async writer => ({
      operator: await makeUser(writer, { operator: true, totpSecret: 'JBSWY3DPEHPK3PXP' }),
      withoutFactor: await makeUser(writer, { operator: true }),
      other: await makeUser(writer, { totpSecret: 'JBSWY3DPEHPK3PXP' }),
    }))
    const { user } = await requireOperator(world, await requestAs(world, made.operator.id, undefined, 'strict'))
    expect(user.id).toBe(made.operator.id)
    const closed = [
      requestAs(world, made.operator.id, undefined, 'ordinary'),
      requestAs(world, made.withoutFactor.id, undefined, 'strict'),
      requestAs(world, made.other.id, undefined, 'strict'),
    ]
    for (const request of closed) expect((await thrown(requireOperator(world, await request))).status).toBe(404)
    expect((await thrown(requireOperator(world, new Request('http://localhost/beheer')))).status).toBe(302)
  })
})
