/** Tests who belongs to a company and who may change that: every command as every role, the last owner, fifty copies at once. */
import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { makeId, makeMembership, makeOrganisation, makersTime, makeUser } from '#db/makers.ts'
import type { World } from '#db/open.server.ts'
import { memberships, sessions } from '#db/people-tables.ts'
import { testDatabase } from '#db/test-database.ts'
import { transact } from '#db/transact.server.ts'
import { auditLog } from '#db/work-tables.ts'
import type { AuditEvent } from '#db/audit-events.ts'
import { requireMember, type Member } from '#app/auth/guards.server.ts'
import { cookieOf, requestAs } from '#app/auth/test-session.ts'
import { memberRoles, type MemberRole } from '#app/core/permissions.ts'
import { addCompany, companiesOf, headOf } from './companies.server.ts'
import { changeDetails, detailsForm } from './details.server.ts'
import { changeRole, handOver, leave, peopleOf, removeMember } from './people.server.ts'

const { database } = testDatabase()
const world: World = { database, now: () => makersTime }

/** A member with this role, as the pages know one; in a company of their own unless one is given. */
async function memberAs(role: MemberRole, organisationId?: string, themes: string[] = []): Promise<Member> {
  const row = await transact(database, writer => makeMembership(writer, { role, themes, ...(organisationId === undefined ? {} : { organisationId }) }))
  return await requireMember(world, await requestAs(world, row.userId), { organisation: row.organisationId }, 'organisation.see')
}

async function roleOf(organisationId: string, userId: string) {
  const [row] = await database.reader
    .select()
    .from(memberships)
    .where(and(eq(memberships.organisationId, organisationId), eq(memberships.userId, userId)))
  return row?.role
}

async function noted(event: AuditEvent, organisationId: string): Promise<number> {
  return await database.reader.$count(auditLog, and(eq(auditLog.event, event), eq(auditLog.organisationId, organisationId)))
}

async function sessionsAlive(userId: string): Promise<number> {
  return await database.reader.$count(sessions, eq(sessions.userId, userId))
}

const fifty = <T>(work: () => Promise<T>) => Promise.all(Array.from({ length: 50 }, work))

describe('Who may change who belongs to a company', () => {
  it.each(memberRoles.filter(role => role !== 'owner'))('never a member who is %s', async role => {
    const owner = await memberAs('owner')
    const { id } = owner.organisation
    const other = await memberAs('reader', id)
    const member = await memberAs(role, id)
    expect(await changeRole(member, other.user.id, { role: 'editor', themes: [] })).toEqual({ ok: false, reason: 'noLonger' })
    expect(await removeMember(member, other.user.id)).toEqual({ ok: false, reason: 'noLonger' })
    expect(await handOver(member, other.user.id)).toEqual({ ok: false, reason: 'noLonger' })
    expect(await roleOf(id, other.user.id)).toBe('reader')
  })

  it('no longer an owner whose rights were taken while the page was open', async () => {
    const [first, id] = await memberAs('owner').then(member => [member, member.organisation.id] as const)
    const second = await memberAs('owner', id)
    const reader = await memberAs('reader', id)
    expect(await changeRole(first, second.user.id, { role: 'reader', themes: [] })).toEqual({ ok: true })
    expect(await removeMember(second, reader.user.id)).toEqual({ ok: false, reason: 'noLonger' })
  })

  it('an owner, and not in somebody else’s company', async () => {
    const owner = await memberAs('owner')
    const stranger = await memberAs('reader')
    expect(await changeRole(owner, stranger.user.id, { role: 'editor', themes: [] })).toEqual({ ok: false, reason: 'notFound' })
    expect(await removeMember(owner, stranger.user.id)).toEqual({ ok: false, reason: 'notFound' })
    expect(await handOver(owner, stranger.user.id)).toEqual({ ok: false, reason: 'notFound' })
    expect(await roleOf(stranger.organisation.id, stranger.user.id)).toBe('reader')
  })
})

describe('A change of rights', () => {
  it('gives the new role and its themes, ends the sessions of that person only, and is noted', async () => {
    const owner = await memberAs('owner')
    const { id } = owner.organisation
    const reader = await memberAs('reader', id)
    await cookieOf(world, reader.user.id)
    expect(await changeRole(owner, reader.user.id, { role: 'contributor', themes: ['a', 'b', 'a'] })).toEqual({ ok: true })
    const person = (await peopleOf(owner)).find(one => one.id === reader.user.id)
    expect(person).toMatchObject({ role: 'contributor', themes: ['a', 'b'] })
    expect(await sessionsAlive(reader.user.id)).toBe(0)
    expect(await sessionsAlive(owner.user.id)).toBe(1)
    expect(await noted('memberRoleChanged', id)).toBe(1)
  })

  it('keeps no themes for a role that does not go by them', async () => {
    const owner = await memberAs('owner')
    const contributor = await memberAs('contributor', owner.organisation.id, ['a'])
    await changeRole(owner, contributor.user.id, { role: 'editor', themes: ['a'] })
    expect((await peopleOf(owner)).find(one => one.id === contributor.user.id)).toMatchObject({ role: 'editor', themes: [] })
  })

  it('shuts a removed member out at once, once, however often it is asked', async () => {
    const owner = await memberAs('owner')
    const { id } = owner.organisation
    const reader = await memberAs('reader', id)
    expect(await fifty(() => removeMember(owner, reader.user.id))).toEqual(Array(50).fill({ ok: true }))
    expect(await roleOf(id, reader.user.id)).toBeUndefined()
    expect(await sessionsAlive(reader.user.id)).toBe(0)
    expect(await noted('memberRemoved', id)).toBe(1)
  })
})

describe('The owner', () => {
  it('cannot leave, be removed or become less while there is no other', async () => {
    const owner = await memberAs('owner')
    const { id } = owner.organisation
    await memberAs('editor', id)
    const refused = { ok: false, reason: 'lastOwner' }
    expect(await leave(owner)).toEqual(refused)
    expect(await removeMember(owner, owner.user.id)).toEqual(refused)
    expect(await changeRole(owner, owner.user.id, { role: 'editor', themes: [] })).toEqual(refused)
    expect(await roleOf(id, owner.user.id)).toBe('owner')
  })

  it('is still there when two owners leave in the same moment', async () => {
    const first = await memberAs('owner')
    const second = await memberAs('owner', first.organisation.id)
    const results = await Promise.all([leave(first), leave(second)])
    expect(results.filter(result => result.ok)).toHaveLength(1)
    expect((await peopleOf(first)).map(person => person.role)).toEqual(['owner'])
  })

  it('hands the company over once, however often it is asked, and becomes editor', async () => {
    const owner = await memberAs('owner')
    const { id } = owner.organisation
    const heir = await memberAs('contributor', id, ['a'])
    expect(await fifty(() => handOver(owner, heir.user.id))).toEqual(Array(50).fill({ ok: true }))
    expect((await peopleOf(owner)).map(({ role, themes }) => ({ role, themes }))).toEqual(
      expect.arrayContaining([
        { role: 'editor', themes: [] },
        { role: 'owner', themes: [] },
      ]),
    )
    expect(await roleOf(id, heir.user.id)).toBe('owner')
    expect(await sessionsAlive(heir.user.id)).toBe(0)
    expect(await noted('ownershipHandedOver', id)).toBe(1)
  })

  it('lets every other member leave, once', async () => {
    const owner = await memberAs('owner')
    const reader = await memberAs('reader', owner.organisation.id)
    expect(await fifty(() => leave(reader))).toEqual(Array(50).fill({ ok: true }))
    expect(await noted('memberLeft', owner.organisation.id)).toBe(1)
    expect(await peopleOf(owner)).toHaveLength(1)
  })
})

describe('The companies of a user', () => {
  it('are those one belongs to, and one form adds one company', async () => {
    const user = await transact(database, writer => makeUser(writer))
    const id = makeId()
    expect(await fifty(() => addCompany(world, user.id, { id, name: 'Bakkerij Bos' }))).toEqual(Array(50).fill({ ok: true, id }))
    expect(await companiesOf(world, user.id, () => undefined)).toEqual([{ id, name: 'Bakkerij Bos', role: 'owner' }])
    expect(await noted('organisationMade', id)).toBe(1)
  })

  it('cannot be added under the id of somebody else’s', async () => {
    const { organisation } = await memberAs('owner')
    const user = await transact(database, writer => makeUser(writer))
    expect(await addCompany(world, user.id, { id: organisation.id, name: 'Van mij' })).toEqual({ ok: false, reason: 'taken' })
    expect(await companiesOf(world, user.id, () => undefined)).toEqual([])
  })

  it('are one click away from each other only where there are several', async () => {
    const member = await memberAs('owner')
    expect(await headOf(member, () => undefined)).toEqual({ company: { id: member.organisation.id, name: null }, role: 'owner', deletionAt: null, several: false })
    await addCompany(world, member.user.id, { id: makeId(), name: 'Tweede' })
    expect((await headOf(member, () => undefined)).several).toBe(true)
  })
})

describe('The details of a company', () => {
  it('change by name, KvK number and group only, whatever else is posted', async () => {
    const organisation = await transact(database, writer => makeOrganisation(writer, { name: 'Oud' }))
    const member = await memberAs('owner', organisation.id)
    const posted = { name: ' Nieuw ', kvk: '0123 4567', group: 'yes', id: makeId(), kind: 'association', role: 'reader', example: 'true', chosenAssessmentId: makeId() }
    await changeDetails(member, detailsForm.parse(posted))
    const after = await requireMember(world, await requestAs(world, member.user.id), { organisation: organisation.id }, 'organisation.see')
    expect(after.organisation).toEqual({ ...organisation, name: 'Nieuw', kvk: '01234567', partOfGroup: true })
    expect(after.role).toBe('owner')
    expect(await noted('organisationChanged', organisation.id)).toBe(1)
  })

  it.each(['1234567', '123456789', 'abcdefgh', '１２３４５６７８'])('refuse %s as a KvK number', kvk => {
    expect(detailsForm.safeParse({ name: 'Bos', kvk }).success).toBe(false)
  })

  it('refuse no name and one of 121 characters, and need no KvK number', () => {
    expect(detailsForm.safeParse({ name: ' ', kvk: '' }).success).toBe(false)
    expect(detailsForm.safeParse({ name: 'b'.repeat(121), kvk: '' }).success).toBe(false)
    expect(detailsForm.parse({ name: 'b'.repeat(120), kvk: '' })).toEqual({ name: 'b'.repeat(120), kvk: null })
  })
})
