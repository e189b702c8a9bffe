/** Asking for an account or a new password: one letter, one answer, whatever the address is. */
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { mailCodes } from '#db/people-tables.ts'
import { askReset, askSignUp } from './ask.server.ts'
import { lookUpCode } from './mail-codes.server.ts'
import { hashSecret } from './secret.server.ts'
import { accountWorld, lettersFor, links, tokenFor, userWithPassword } from './test-account.ts'

const { world, database, clock } = accountWorld()
const hour = 60 * 60 * 1000
const asked = (email: string, onceKey: string = randomUUID()) => ({ email, onceKey, language: 'nl' as const, links })

describe('Asking for an account', () => {
  it('mails a new address a link that works for 24 hours, and stores only its hash', async () => {
    expect(await askSignUp(world, asked(' Nieuw@Example.nl '), null)).toMatchObject({ ok: true })
    const token = await tokenFor(world, 'nieuw@example.nl')
    const [row] = await database.reader.select().from(mailCodes).where(eq(mailCodes.email, 'nieuw@example.nl'))
    expect(row).toMatchObject({ kind: 'signUp', hash: hashSecret(token), expiresAt: clock.at + 24 * hour, usedAt: null })
    expect(await lookUpCode(world, 'signUp', token)).toMatchObject({ email: 'nieuw@example.nl' })
    expect(await lookUpCode(world, 'reset', token)).toBe('unknown')
    clock.at += 24 * hour
    expect(await lookUpCode(world, 'signUp', token)).toBe('expired')
  })

  it('gives who has an account the same answer, and a letter with the ways into it', async () => {
    const user = await userWithPassword(world)
    expect(await askSignUp(world, asked(user.email), null)).toMatchObject({ ok: true })
    const [letter, ...more] = await lettersFor(world, user.email)
    expect(more).toEqual([])
    expect(letter?.text).toContain(links.signIn)
    expect(await lookUpCode(world, 'reset', await tokenFor(world, user.email))).toMatchObject({ userId: user.id })
  })

  it('has one effect, fifty times at once, for a known and for an unknown address', async () => {
    const user = await userWithPassword(world)
    for (const email of [user.email, 'vijftig@example.nl']) {
      const onceKey = randomUUID()
      const all = await Promise.all(Array.from({ length: 50 }, () => askSignUp(world, asked(email, onceKey), null)))
      expect(all.every(one => one.ok)).toBe(true)
      expect(await lettersFor(world, email)).toHaveLength(1)
      expect(await database.reader.$count(mailCodes, eq(mailCodes.email, email))).toBe(1)
    }
  })

  it('mails one address no more than three times a day', async () => {
    const outcomes = []
    for (let time = 0; time < 5; time += 1) outcomes.push((await askSignUp(world, asked('vaak@example.nl'), null)).ok)
    expect(outcomes).toEqual([true, true, true, false, false])
    expect(await lettersFor(world, 'vaak@example.nl')).toHaveLength(3)
  })
})

describe('Asking for a new password', () => {
  it('mails who has an account a link that works for an hour', async () => {
    const user = await userWithPassword(world)
    expect(await askReset(world, asked(user.email))).toMatchObject({ ok: true })
    const token = await tokenFor(world, user.email)
    clock.at += hour - 1
    expect(await lookUpCode(world, 'reset', token)).toMatchObject({ userId: user.id })
    clock.at += 1
    expect(await lookUpCode(world, 'reset', token)).toBe('expired')
  })

  it('gives an address without an account the same answer, and a letter that says so with the way to one', async () => {
    expect(await askReset(world, asked('zonder@example.nl'))).toMatchObject({ ok: true })
    const token = await tokenFor(world, 'zonder@example.nl')
    expect(await lookUpCode(world, 'reset', token)).toBe('unknown')
    expect(await lookUpCode(world, 'signUp', token)).toMatchObject({ email: 'zonder@example.nl', userId: null, organisationId: null })
  })
})
