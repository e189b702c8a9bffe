/** Changing an own account: password, reset, address, name, and where one is signed in. */
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { users } from '#db/people-tables.ts'
import { askEmailChange, changeDetails, changePassword, confirmEmail, endOthers, resetPassword } from './account.server.ts'
import { askReset } from './ask.server.ts'
import { readSession, sessionsOf } from './session.server.ts'
import { checkCredentials } from './sign-in.server.ts'
import { accountWorld, goodPassword, lettersFor, links, notedOf, otherPassword, signedInAs, tokenFor, userWithPassword } from './test-account.ts'
import { requestAs } from './test-session.ts'

const { world, database, clock } = accountWorld()
let next = 0
const address = () => `203.0.113.${(next += 1)}`
const opens = async (email: string, password: string) => (await checkCredentials(world, { email, password, address: address() })).ok
const row = async (id: string) => (await database.reader.select().from(users).where(eq(users.id, id)))[0]

async function asksReset(email: string): Promise<string> {
  await askReset(world, { email, onceKey: randomUUID(), language: 'nl', links })
  return await tokenFor(world, email)
}

describe('Changing the password', () => {
  it('asks the present one, ends every session, and mails a notice', async () => {
    const user = await userWithPassword(world)
    const elsewhere = await requestAs(world, user.id)
    const me = await signedInAs(world, user.id)
    const change = (current: string, next: string) => changePassword(world, me.user, { current, next, address: address(), forgot: links.forgot })
    expect(await change('kies een ander', otherPassword)).toEqual({ ok: false, reason: 'current' })
    expect(await change(goodPassword, 'te kort')).toEqual({ ok: false, reason: 'tooShort' })
    expect(await readSession(world, elsewhere)).not.toBeNull()
    expect(await change(goodPassword, otherPassword)).toEqual({ ok: true })
    expect(await readSession(world, elsewhere)).toBeNull()
    expect(await sessionsOf(world, user.id)).toEqual([])
    expect([await opens(user.email, goodPassword), await opens(user.email, otherPassword)]).toEqual([false, true])
    expect((await lettersFor(world, user.email)).map(letter => letter.subject)).toEqual(['Je wachtwoord voor Paraat is veranderd'])
    expect(await notedOf(world, user.id)).toContain('passwordChanged')
  })
})

describe('A link for a new password', () => {
  it('works once, ends every session, and keeps the second factor', async () => {
    const user = await userWithPassword(world, { totpSecret: 'JBSWY3DPEHPK3PXP' })
    const elsewhere = await requestAs(world, user.id)
    const token = await asksReset(user.email)
    expect(await resetPassword(world, token, 'password1234', links.forgot)).toEqual({ ok: false, reason: 'common' })
    expect(await resetPassword(world, token, otherPassword, links.forgot)).toEqual({ ok: true, userId: user.id, kind: 'half' })
    expect(await resetPassword(world, token, goodPassword, links.forgot)).toEqual({ ok: false, reason: 'expired' })
    expect(await readSession(world, elsewhere)).toBeNull()
    expect((await row(user.id))?.totpSecret).toBe('JBSWY3DPEHPK3PXP')
    expect([await opens(user.email, goodPassword), await opens(user.email, otherPassword)]).toEqual([false, true])
  })

  it('opens for one of fifty who use it at once', async () => {
    const user = await userWithPassword(world)
    const token = await asksReset(user.email)
    const all = await Promise.all(Array.from({ length: 50 }, () => resetPassword(world, token, otherPassword, links.forgot)))
    expect(all.filter(one => one.ok)).toHaveLength(1)
    expect((await notedOf(world, user.id)).filter(event => event === 'passwordChanged')).toHaveLength(1)
  })

  it('is dead once another one was used, or the account moved to another address', async () => {
    const user = await userWithPassword(world)
    const first = await asksReset(user.email)
    clock.at += 1
    const second = await asksReset(user.email)
    expect(second).not.toBe(first)
    expect(await resetPassword(world, second, otherPassword, links.forgot)).toMatchObject({ ok: true })
    expect(await resetPassword(world, first, goodPassword, links.forgot)).toEqual({ ok: false, reason: 'expired' })

    const moved = await userWithPassword(world)
    const token = await asksReset(moved.email)
    await confirmed(moved.id, `nieuw-${moved.id}@example.nl`)
    expect(await resetPassword(world, token, otherPassword, links.forgot)).toEqual({ ok: false, reason: 'expired' })
  })

  it('lets who was guessed at in again', async () => {
    const user = await userWithPassword(world)
    for (let guess = 0; guess < 5; guess += 1) await opens(user.email, 'kies een ander')
    expect(await opens(user.email, goodPassword)).toBe(false)
    await resetPassword(world, await asksReset(user.email), otherPassword, links.forgot)
    expect(await opens(user.email, otherPassword)).toBe(true)
  })

  it('is nothing that can be made up', async () => {
    for (const token of ['', 'a', 'A'.repeat(43), '../../etc']) expect(await resetPassword(world, token, goodPassword, links.forgot)).toEqual({ ok: false, reason: 'unknown' })
  })
})

/** Asks for the change and confirms it. */
async function confirmed(userId: string, email: string) {
  const me = await signedInAs(world, userId)
  await asksEmail(me.user, email)
  return await confirmEmail(world, me, await tokenFor(world, email))
}

async function asksEmail(user: Parameters<typeof askEmailChange>[1], email: string, given: { password?: string; onceKey?: string } = {}) {
  const { password = goodPassword, onceKey = randomUUID() } = given
  const confirm = (token: string) => `https://paraat.example/account/e-mail/${token}`
  return await askEmailChange(world, user, { email, password, address: address(), onceKey, language: 'nl', links: { signIn: links.signIn, confirm } })
}

describe('Changing the address', () => {
  it('asks the password, changes nothing before the link is used, and then tells the old address', async () => {
    const user = await userWithPassword(world)
    const elsewhere = await requestAs(world, user.id)
    const me = await signedInAs(world, user.id)
    const email = `Nieuw-${user.id}@Example.nl`
    const stored = email.toLowerCase()
    expect(await asksEmail(me.user, email, { password: 'kies een ander' })).toEqual({ ok: false, reason: 'password' })
    expect(await asksEmail(me.user, email)).toMatchObject({ ok: true })
    expect((await row(user.id))?.email).toBe(user.email)
    const token = await tokenFor(world, stored)
    expect(await confirmEmail(world, me, token)).toEqual({ ok: true })
    expect((await row(user.id))?.email).toBe(stored)
    expect(await readSession(world, elsewhere)).toBeNull()
    expect((await lettersFor(world, user.email)).map(letter => letter.subject)).toEqual(['Je adres voor Paraat is veranderd'])
    expect(await confirmEmail(world, me, token)).toEqual({ ok: false, reason: 'expired' })
    expect([await opens(user.email, goodPassword), await opens(stored, goodPassword)]).toEqual([false, true])
  })

  it('says the same of an address that has an account, tells that address, and takes nothing from it', async () => {
    const [user, other] = [await userWithPassword(world), await userWithPassword(world)]
    const me = await signedInAs(world, user.id)
    expect(await asksEmail(me.user, other.email)).toMatchObject({ ok: true })
    const [letter] = await lettersFor(world, other.email)
    expect(letter?.subject).toBe('Dit adres heeft al een account in Paraat')
    expect(letter?.text).not.toContain('/account/e-mail/')
  })

  it('finds the address taken where somebody else was first', async () => {
    const user = await userWithPassword(world)
    const me = await signedInAs(world, user.id)
    const email = `beide-${user.id}@example.nl`
    await asksEmail(me.user, email)
    const token = await tokenFor(world, email)
    await userWithPassword(world, { email })
    expect(await confirmEmail(world, me, token)).toEqual({ ok: false, reason: 'taken' })
    expect((await row(user.id))?.email).toBe(user.email)
  })

  it('is nothing that somebody else can confirm', async () => {
    const [user, other] = [await userWithPassword(world), await userWithPassword(world)]
    const email = `eigen-${user.id}@example.nl`
    await asksEmail((await signedInAs(world, user.id)).user, email)
    expect(await confirmEmail(world, await signedInAs(world, other.id), await tokenFor(world, email))).toEqual({ ok: false, reason: 'unknown' })
  })

  it('mails once, fifty times at once', async () => {
    const user = await userWithPassword(world)
    const me = await signedInAs(world, user.id)
    const [email, onceKey] = [`eens-${user.id}@example.nl`, randomUUID()]
    await Promise.all(Array.from({ length: 50 }, () => asksEmail(me.user, email, { onceKey })))
    expect(await lettersFor(world, email)).toHaveLength(1)
  })
})

describe('Name and language', () => {
  it('are kept without spaces around them, an empty name is none, and nothing else changes', async () => {
    const user = await userWithPassword(world)
    await changeDetails(world, user.id, { name: `  ${'Jan '.repeat(40)}`, language: 'en' })
    expect(await row(user.id)).toEqual({ ...user, name: 'Jan '.repeat(20), language: 'en' })
    await changeDetails(world, user.id, { name: '  ', language: 'nl' })
    expect(await row(user.id)).toEqual(user)
  })

  it('leave reminders as they are, save where the form says otherwise', async () => {
    const user = await userWithPassword(world)
    const said = { name: '', language: 'nl' as const }
    const after: boolean[] = []
    for (const reminders of [undefined, false, undefined, true]) {
      await changeDetails(world, user.id, { ...said, reminders })
      after.push((await row(user.id))!.reminders)
    }
    expect(after).toEqual([true, false, false, true])
  })
})

describe('Signing out elsewhere', () => {
  it('ends one session or all others, and never one of somebody else', async () => {
    const [user, other] = [await userWithPassword(world), await userWithPassword(world)]
    const [phone, tablet, theirs] = [await requestAs(world, user.id), await requestAs(world, user.id), await requestAs(world, other.id)]
    const me = await signedInAs(world, user.id)
    const idOf = async (request: Request) => (await readSession(world, request))?.session.id ?? ''
    await endOthers(world, me, await idOf(theirs))
    expect(await readSession(world, theirs)).not.toBeNull()
    await endOthers(world, me, await idOf(phone))
    expect([await readSession(world, phone), (await sessionsOf(world, user.id)).length]).toEqual([null, 2])
    await endOthers(world, me, 'all')
    expect([await readSession(world, tablet), (await sessionsOf(world, user.id)).map(session => session.id)]).toEqual([null, [me.session.id]])
  })
})
