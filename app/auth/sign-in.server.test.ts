/** Signing in: who comes in, who does not, and what guessing comes to. */
import { describe, expect, it } from 'vitest'
import { auditLog } from '#db/work-tables.ts'
import { desc } from 'drizzle-orm'
import { checkCredentials, comeIn, confirmPassword, kindAfterBoth, kindFor } from './sign-in.server.ts'
import { readHalfSession, readSession } from './session.server.ts'
import { accountWorld, goodPassword, notedOf, userWithPassword } from './test-account.ts'

const { world } = accountWorld()
let next = 0
/** A network address that no other test uses. */
const address = () => `192.0.2.${(next += 1)}`

describe('Signing in', () => {
  it('lets the right password in, however the address is written', async () => {
    const user = await userWithPassword(world, { email: 'bakker@example.nl' })
    for (const email of ['bakker@example.nl', ' Bakker@Example.NL ']) {
      expect(await checkCredentials(world, { email, password: goodPassword, address: address() })).toEqual({
        ok: true,
        value: { userId: user.id, kind: 'ordinary' },
      })
    }
  })

  it('says the same of a wrong password and of an unknown address, and notes both', async () => {
    const user = await userWithPassword(world)
    const wrong = await checkCredentials(world, { email: user.email, password: `${goodPassword} `, address: address() })
    const unknown = await checkCredentials(world, { email: 'niemand@example.nl', password: goodPassword, address: address() })
    expect(wrong).toEqual({ ok: false, reason: 'wrong' })
    expect(unknown).toEqual(wrong)
    expect(await notedOf(world, user.id)).toEqual(['signInRefused'])
    const [last] = await world.database.reader.select().from(auditLog).orderBy(desc(auditLog.id)).limit(1)
    expect(last).toMatchObject({ event: 'signInRefused', userId: null })
  })

  it('is half done where there is a second factor', async () => {
    const user = await userWithPassword(world, { totpSecret: 'JBSWY3DPEHPK3PXP', operator: true })
    const checked = await checkCredentials(world, { email: user.email, password: goodPassword, address: address() })
    expect(checked).toEqual({ ok: true, value: { userId: user.id, kind: 'half' } })
    const cookie = (await comeIn(world, new Request('http://localhost/'), user.id, 'half')).split(';')[0] ?? ''
    const request = new Request('http://localhost/', { headers: { Cookie: cookie } })
    expect(await readSession(world, request)).toBeNull()
    expect((await readHalfSession(world, request))?.user.id).toBe(user.id)
    expect(await notedOf(world, user.id)).toEqual([])
  })

  it('gives a short session to who runs this site, once the second factor is given', () => {
    expect([kindAfterBoth({ operator: true }), kindAfterBoth({ operator: false })]).toEqual(['strict', 'ordinary'])
    expect([kindFor({ operator: true, secondFactor: true }), kindFor({ operator: true, secondFactor: false })]).toEqual(['strict', 'ordinary'])
  })
})

describe('Who guesses a password', () => {
  it('waits after five failures at one account, known or not, even with the right one', async () => {
    const user = await userWithPassword(world)
    for (const email of [user.email, 'nergens@example.nl']) {
      const guesses = await Promise.all(Array.from({ length: 12 }, () => checkCredentials(world, { email, password: 'kies een ander', address: address() })))
      expect(guesses.map(one => one.ok || one.reason)).toEqual([...Array<string>(5).fill('wrong'), ...Array<string>(7).fill('slow')])
      const right = await checkCredentials(world, { email, password: goodPassword, address: address() })
      expect(right).toMatchObject({ ok: false, reason: 'slow' })
      expect(right.ok === false && right.reason === 'slow' ? right.seconds : 0).toBeGreaterThan(14 * 60)
    }
    expect((await notedOf(world, user.id)).length).toBe(5)
  })

  it('waits after thirty failures from one network address, whichever accounts they were at', async () => {
    const here = address()
    const outcomes = []
    for (let guess = 0; guess < 200; guess += 1) {
      const checked = await checkCredentials(world, { email: `raden-${guess}@example.nl`, password: 'kies een ander', address: here })
      outcomes.push(checked.ok || checked.reason)
    }
    expect(outcomes.filter(outcome => outcome === 'wrong')).toHaveLength(30)
    expect(outcomes.filter(outcome => outcome === 'slow')).toHaveLength(170)
  })

  it('does not slow down a room that shares one network address and types the right passwords', async () => {
    const here = address()
    const user = await userWithPassword(world)
    const checked = await Promise.all(Array.from({ length: 50 }, () => checkCredentials(world, { email: user.email, password: goodPassword, address: here })))
    expect(checked.every(one => one.ok)).toBe(true)
  })

  it('is counted the same where the password is asked once more', async () => {
    const user = await userWithPassword(world)
    const here = address()
    expect(await confirmPassword(world, user, goodPassword, here)).toEqual({ ok: true, value: true })
    for (let guess = 0; guess < 5; guess += 1) expect(await confirmPassword(world, user, 'kies een ander', here)).toEqual({ ok: false, reason: 'wrong' })
    expect(await confirmPassword(world, user, goodPassword, here)).toMatchObject({ reason: 'slow' })
    expect(await checkCredentials(world, { email: user.email, password: goodPassword, address: here })).toMatchObject({ reason: 'slow' })
  })
})
