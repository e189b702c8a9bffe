/** Tests inviting people and handing themes over: by whom, to whom, how often a link works, and one effect of fifty copies. */
import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeAssessment, makeMembership, makersTime, makeUser } from '#db/makers.ts'
import type { World } from '#db/open.server.ts'
import { invitations, memberships, users } from '#db/people-tables.ts'
import { testDatabase } from '#db/test-database.ts'
import { transact } from '#db/transact.server.ts'
import { auditLog, outbox } from '#db/work-tables.ts'
import type { AuditEvent } from '#db/audit-events.ts'
import { requireMember, type Member } from '#app/auth/guards.server.ts'
import { hashSecret } from '#app/auth/secret.server.ts'
import { requestAs } from '#app/auth/test-session.ts'
import { memberRoles, type MemberRole } from '#app/core/permissions.ts'
import { handOverThemes, takeThemeBack, type HandLetters } from './hand-over-theme.server.ts'
import { invitationLetter, themeLetter } from './invitation-letter.ts'
import { accept, acceptAsNew, invite, inviteAgain, invitationDays, invitationsOf, lookUpInvitation, withdraw, type Invite } from './invitations.server.ts'
import { peopleOf } from './people.server.ts'

const { database } = testDatabase()
const clock = { at: makersTime }
const world: World = { database, now: () => clock.at }
const password = 'vier manden appels'
const fifty = <T>(work: (index: number) => Promise<T>) => Promise.all(Array.from({ length: 50 }, (_, index) => work(index)))

async function memberAs(role: MemberRole, organisationId?: string, themes: string[] = []): Promise<Member> {
  const row = await transact(database, writer => makeMembership(writer, { role, themes, ...(organisationId === undefined ? {} : { organisationId }) }))
  return await requireMember(world, await requestAs(world, row.userId), { organisation: row.organisationId }, 'organisation.see')
}

const written = { language: 'nl', by: 'Sanne', company: 'Bakkerij Bos', themes: ['Energie'] } as const
const letterWith = (token: string) => invitationLetter({ ...written, link: `https://paraat.test/uitnodiging/${token}`, role: 'contributor', days: invitationDays })

/** Sends an invitation and keeps the secrets that its letters were written with, newest last. */
async function inviteFrom(member: Member, given: Partial<Invite> = {}) {
  const asked: Invite = { email: `${randomUUID()}@example.nl`, role: 'editor', themes: [], onceKey: randomUUID(), ...given }
  const tokens: string[] = []
  const write = (token: string) => (tokens.push(token), letterWith(token))
  return { asked, tokens, write, result: await invite(member, asked, write), token: () => tokens.at(-1) ?? '' }
}

const lettersTo = (email: string) => database.reader.$count(outbox, eq(outbox.recipient, email))
const noted = (event: AuditEvent, organisationId: string) =>
  database.reader.$count(auditLog, and(eq(auditLog.event, event), eq(auditLog.organisationId, organisationId)))

describe('An invitation', () => {
  it.each(memberRoles.filter(role => role !== 'owner'))('is sent, repeated and withdrawn by owners, never by a member who is %s', async role => {
    const owner = await memberAs('owner')
    const member = await memberAs(role, owner.organisation.id)
    const sent = await inviteFrom(owner)
    expect((await inviteFrom(member)).result).toEqual({ ok: false, reason: 'noLonger' })
    expect(await inviteAgain(member, sent.asked.onceKey, randomUUID(), sent.write)).toEqual({ ok: false, reason: 'noLonger' })
    expect(await withdraw(member, sent.asked.onceKey)).toEqual({ ok: false, reason: 'noLonger' })
    expect(await invitationsOf(owner)).toHaveLength(1)
  })

  it('of another company is not found', async () => {
    const sent = await inviteFrom(await memberAs('owner'))
    const other = await memberAs('owner')
    expect(await inviteAgain(other, sent.asked.onceKey, randomUUID(), sent.write)).toEqual({ ok: false, reason: 'notFound' })
    expect(await withdraw(other, sent.asked.onceKey)).toEqual({ ok: false, reason: 'notFound' })
    expect(await lookUpInvitation(world, sent.token())).not.toBeNull()
  })

  it('is stored and mailed once, however often the form is sent; only the hash of the link is kept', async () => {
    const owner = await memberAs('owner')
    const sent = await inviteFrom(owner)
    expect(await fifty(() => invite(owner, sent.asked, letterWith))).toEqual(Array(50).fill({ ok: true }))
    expect(await lettersTo(sent.asked.email)).toBe(1)
    expect(await noted('memberInvited', owner.organisation.id)).toBe(1)
    const [row] = await database.reader.select().from(invitations).where(eq(invitations.id, sent.asked.onceKey))
    expect(row?.hash).toBe(hashSecret(sent.token()))
    expect(JSON.stringify(row)).not.toContain(sent.token())
  })

  it('looks the same for an address with an account and one without', async () => {
    const owner = await memberAs('owner')
    const known = await transact(database, writer => makeUser(writer))
    const [one, other] = [await inviteFrom(owner, { email: known.email.toUpperCase() }), await inviteFrom(owner)]
    expect(one.result).toEqual(other.result)
    expect((await invitationsOf(owner)).map(row => Object.keys(row))).toEqual(Array(2).fill(['id', 'email', 'role', 'themes', 'expiresAt']))
    expect(await lettersTo(known.email)).toBe(1)
  })

  it('says so to an owner who invites somebody who takes part already, or for the fourth time in a day', async () => {
    const owner = await memberAs('owner')
    const reader = await memberAs('reader', owner.organisation.id)
    expect((await inviteFrom(owner, { email: reader.user.email })).result).toEqual({ ok: false, reason: 'isMember' })
    const sent = await inviteFrom(owner)
    for (const result of [{ ok: true }, { ok: true }, { ok: false, reason: 'too-many-letters' }]) {
      expect(await inviteAgain(owner, sent.asked.onceKey, randomUUID(), sent.write)).toEqual(result)
    }
  })

  it('works by the newest link only when it was sent again', async () => {
    const owner = await memberAs('owner')
    const sent = await inviteFrom(owner)
    const old = sent.token()
    expect(await inviteAgain(owner, sent.asked.onceKey, randomUUID(), sent.write)).toEqual({ ok: true })
    expect(await lookUpInvitation(world, old)).toBeNull()
    expect(await lookUpInvitation(world, sent.token())).toMatchObject({ email: sent.asked.email, role: 'editor' })
  })

  it('ends when it is withdrawn, once, and after fourteen days', async () => {
    const owner = await memberAs('owner')
    const [sent, late] = [await inviteFrom(owner), await inviteFrom(owner)]
    expect(await fifty(() => withdraw(owner, sent.asked.onceKey))).toEqual(Array(50).fill({ ok: true }))
    expect(await noted('invitationWithdrawn', owner.organisation.id)).toBe(1)
    expect(await acceptAsNew(world, sent.token(), { password, name: '', language: 'nl' })).toEqual({ ok: false, reason: 'gone' })
    clock.at += invitationDays * 24 * 60 * 60 * 1000
    expect(await lookUpInvitation(world, late.token())).toBeNull()
    expect(await acceptAsNew(world, late.token(), { password, name: '', language: 'nl' })).toEqual({ ok: false, reason: 'gone' })
    clock.at = makersTime
  })
})

describe('Accepting', () => {
  it('makes one account and one membership of fifty copies, and works no second time', async () => {
    const owner = await memberAs('owner')
    const sent = await inviteFrom(owner, { role: 'contributor', themes: ['energie'] })
    const results = await fifty(() => acceptAsNew(world, sent.token(), { password, name: ' Mo ', language: 'nl' }))
    expect(results.filter(result => result.ok)).toHaveLength(1)
    expect(results.filter(result => !result.ok && result.reason === 'gone')).toHaveLength(49)
    expect((await peopleOf(owner)).find(person => person.email === sent.asked.email)).toMatchObject({ name: 'Mo', role: 'contributor', themes: ['energie'] })
    expect(await noted('memberJoined', owner.organisation.id)).toBe(1)
    expect(await database.reader.$count(users, eq(users.email, sent.asked.email))).toBe(1)
  }, 30_000)

  it('refuses a password as signing up does, and keeps the invitation', async () => {
    const sent = await inviteFrom(await memberAs('owner'))
    expect(await acceptAsNew(world, sent.token(), { password: 'te kort', name: '', language: 'nl' })).toEqual({ ok: false, reason: 'tooShort' })
    expect(await lookUpInvitation(world, sent.token())).not.toBeNull()
  })

  it('is for the address that was invited, and for nobody who sets a new password on its account', async () => {
    const owner = await memberAs('owner')
    const [user, other] = await transact(database, async writer => [await makeUser(writer), await makeUser(writer)] as const)
    const sent = await inviteFrom(owner, { email: user.email })
    expect(await accept(world, other, sent.token())).toEqual({ ok: false, reason: 'otherAddress' })
    expect(await acceptAsNew(world, sent.token(), { password, name: '', language: 'nl' })).toEqual({ ok: false, reason: 'hasAccount' })
    expect(await accept(world, user, sent.token())).toMatchObject({ ok: true, organisationId: owner.organisation.id, role: 'editor' })
    expect(await accept(world, user, sent.token())).toEqual({ ok: false, reason: 'gone' })
  })
})

describe('Handing a theme over', () => {
  const assessmentId = randomUUID()
  beforeAll(() => transact(database, async writer => void (await makeAssessment(writer, { id: assessmentId }))))
  const letters: HandLetters = {
    theme: language => themeLetter({ ...written, language, link: 'https://paraat.test/inloggen' }),
    invitation: letterWith,
  }
  const handed = (email: string, themes: string[], onceKey: string = randomUUID()) => ({ assessmentId, email, themes, onceKey })

  it('is for owners and editors', async () => {
    const owner = await memberAs('owner')
    for (const role of ['contributor', 'reader'] as const) {
      const member = await memberAs(role, owner.organisation.id, ['energie'])
      expect(await handOverThemes(member, handed('x@example.nl', ['energie']), letters)).toEqual({ ok: false, reason: 'noLonger' })
      expect(await takeThemeBack(member, 'energie', { person: member.user.id })).toEqual({ ok: false, reason: 'noLonger' })
    }
    const editor = await memberAs('editor', owner.organisation.id)
    expect(await handOverThemes(editor, handed('nieuw@example.nl', ['energie']), letters)).toEqual({ ok: true })
    expect(await invitationsOf(owner)).toMatchObject([{ email: 'nieuw@example.nl', role: 'contributor', themes: ['energie'] }])
  })

  it('gives a contributor the theme on top, and mails once, of fifty copies', async () => {
    const owner = await memberAs('owner')
    const colleague = await memberAs('contributor', owner.organisation.id, ['mensen'])
    const form = handed(colleague.user.email, ['energie'])
    expect(await fifty(() => handOverThemes(owner, form, letters))).toEqual(Array(50).fill({ ok: true }))
    expect((await peopleOf(owner)).find(person => person.id === colleague.user.id)?.themes).toEqual(['mensen', 'energie'])
    expect(await lettersTo(colleague.user.email)).toBe(1)
  })

  it('invites an address once, adds a second theme to the same invitation, and ends the first link', async () => {
    const owner = await memberAs('owner')
    const email = `${randomUUID()}@example.nl`
    const form = handed(email, ['energie'])
    expect(await fifty(() => handOverThemes(owner, form, letters))).toEqual(Array(50).fill({ ok: true }))
    expect(await lettersTo(email)).toBe(1)
    expect(await handOverThemes(owner, handed(email, ['mensen']), letters)).toEqual({ ok: true })
    expect(await invitationsOf(owner)).toMatchObject([{ email, themes: ['energie', 'mensen'] }])
  })

  it('changes nobody’s role', async () => {
    const owner = await memberAs('owner')
    const { id } = owner.organisation
    const [editor, reader] = [await memberAs('editor', id), await memberAs('reader', id)]
    expect(await handOverThemes(owner, handed(editor.user.email, ['energie']), letters)).toEqual({ ok: false, reason: 'mayAlready' })
    expect(await handOverThemes(owner, handed(reader.user.email, ['energie']), letters)).toEqual({ ok: false, reason: 'reads' })
    const sent = await inviteFrom(owner)
    expect(await handOverThemes(owner, handed(sent.asked.email, ['energie']), letters)).toEqual({ ok: false, reason: 'invitedOtherwise' })
  })

  it('can be taken back, from a person and out of an invitation, which ends with its last theme', async () => {
    const owner = await memberAs('owner')
    const { id } = owner.organisation
    const colleague = await memberAs('contributor', id, ['mensen', 'energie'])
    expect(await takeThemeBack(owner, 'energie', { person: colleague.user.id })).toEqual({ ok: true })
    expect((await database.reader.select().from(memberships).where(eq(memberships.userId, colleague.user.id)))[0]?.themes).toEqual(['mensen'])
    const form = handed(`${randomUUID()}@example.nl`, ['energie'])
    await handOverThemes(owner, form, letters)
    expect(await fifty(() => takeThemeBack(owner, 'energie', { invitation: form.onceKey }))).toEqual(Array(50).fill({ ok: true }))
    expect(await invitationsOf(owner)).toEqual([])
    const stranger = await memberAs('contributor', undefined, ['energie'])
    expect(await takeThemeBack(owner, 'energie', { person: stranger.user.id })).toEqual({ ok: false, reason: 'notFound' })
  })
})
