/** The second factor: which codes open, how often, and what switching it on and off does. */
import { TOTP, Secret } from 'otpauth'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { recoveryCodes, users } from '#db/people-tables.ts'
import { checkCode } from './second-step.server.ts'
import { displayRecoveryCode, offerFor, recoveryCodesLeft, recoveryCodesOf, renewCodes, shownCodes, switchOff, switchOn } from './second-factor.server.ts'
import { newSecret } from './secret.server.ts'
import { accountWorld, goodPassword, notedOf, signedInAs, userWithPassword } from './test-account.ts'
import { readSession } from './session.server.ts'
import { requestAs } from './test-session.ts'

const { world, database, clock, folder } = accountWorld()
const half = 30_000
let next = 0
const address = () => `198.51.100.${(next += 1)}`

/** The code that the app shows at this moment. */
const codeAt = (secret: string, at: number) => new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30, algorithm: 'SHA1' }).generate({ timestamp: at })

/** Somebody who has just switched it on. */
async function withSecondFactor() {
  const user = await userWithPassword(world)
  const offer = offerFor(user.email)
  const signedIn = await signedInAs(world, user.id)
  const done = await switchOn(world, signedIn.user, offer, { password: goodPassword, code: codeAt(offer.secret, clock.at), address: address() })
  if (!done.ok) throw new Error(done.reason)
  clock.at += half
  return { ...(await signedInAs(world, user.id)), offer }
}

describe('A code of the app', () => {
  it('opens once, and one step early or late', async () => {
    const signedIn = await withSecondFactor()
    const { secret } = signedIn.offer
    const code = codeAt(secret, clock.at)
    expect(await checkCode(world, signedIn, `${code.slice(0, 3)} ${code.slice(3)}`, address())).toEqual({ ok: true, value: 'totp' })
    expect(await checkCode(world, signedIn, code, address())).toEqual({ ok: false, reason: 'wrong' })
    clock.at += half
    expect(await checkCode(world, signedIn, codeAt(secret, clock.at + half), address())).toEqual({ ok: true, value: 'totp' })
    expect(await checkCode(world, signedIn, codeAt(secret, clock.at), address())).toEqual({ ok: false, reason: 'wrong' })
    clock.at += 4 * half
    expect(await checkCode(world, signedIn, codeAt(secret, clock.at - half), address())).toEqual({ ok: true, value: 'totp' })
    expect(await checkCode(world, signedIn, codeAt(secret, clock.at + 2 * half), address())).toEqual({ ok: false, reason: 'wrong' })
  })

  it('opens for one of fifty who send it at once', async () => {
    const signedIn = await withSecondFactor()
    const code = codeAt(signedIn.offer.secret, clock.at)
    const all = await Promise.all(Array.from({ length: 50 }, () => checkCode(world, signedIn, code, address())))
    expect(all.filter(one => one.ok)).toHaveLength(1)
  })

  it('cannot be guessed: after five failures one waits, and each is noted', async () => {
    const signedIn = await withSecondFactor()
    for (let guess = 0; guess < 5; guess += 1) expect(await checkCode(world, signedIn, '000000', address())).toMatchObject({ reason: 'wrong' })
    expect(await checkCode(world, signedIn, codeAt(signedIn.offer.secret, clock.at), address())).toMatchObject({ reason: 'slow' })
    expect((await notedOf(world, signedIn.user.id)).filter(event => event === 'secondFactorRefused')).toHaveLength(5)
  })
})

describe('A recovery code', () => {
  it('opens once, in small letters and without dashes too, and only for whom it was made', async () => {
    const [mine, theirs] = [await withSecondFactor(), await withSecondFactor()]
    const [first = '', second = ''] = recoveryCodesOf(mine.offer.seed, mine.user.id)
    expect(await checkCode(world, theirs, first, address())).toEqual({ ok: false, reason: 'wrong' })
    expect(await checkCode(world, mine, displayRecoveryCode(first), address())).toEqual({ ok: true, value: 'recovery' })
    expect(await checkCode(world, mine, first, address())).toEqual({ ok: false, reason: 'wrong' })
    expect(await checkCode(world, mine, ` ${second.toLowerCase()} `, address())).toEqual({ ok: true, value: 'recovery' })
    expect(await recoveryCodesLeft(database.reader, mine.user.id)).toBe(8)
    expect((await notedOf(world, mine.user.id)).filter(event => event === 'recoveryCodeUsed')).toHaveLength(2)
  })

  it('is one of ten, all different, and stands nowhere in the database', async () => {
    const { offer, user } = await withSecondFactor()
    const codes = recoveryCodesOf(offer.seed, user.id)
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{16}$/)
    const files = readdirSync(folder).map(name => readFileSync(path.join(folder, name), 'latin1'))
    for (const secret of [...codes, offer.seed]) expect(files.some(text => text.includes(secret))).toBe(false)
  })

  it('is dead once new ones are made, and a repeat of the form makes no other ones', async () => {
    const signedIn = await withSecondFactor()
    const seed = newSecret()
    for (let send = 0; send < 2; send += 1) {
      expect(await renewCodes(world, signedIn.user, seed, { password: goodPassword, address: address() })).toEqual({ ok: true })
    }
    expect(await checkCode(world, signedIn, recoveryCodesOf(signedIn.offer.seed, signedIn.user.id)[0] ?? '', address())).toMatchObject({ reason: 'wrong' })
    expect(await checkCode(world, signedIn, recoveryCodesOf(seed, signedIn.user.id)[0] ?? '', address())).toMatchObject({ ok: true })
    expect((await notedOf(world, signedIn.user.id)).filter(event => event === 'recoveryCodesRenewed')).toHaveLength(1)
  })

  it('is another one for another user, also where somebody sends the same seed for two accounts', async () => {
    const [mine, theirs] = [await withSecondFactor(), await withSecondFactor()]
    const confirmation = { password: goodPassword, address: address() }
    expect(await renewCodes(world, theirs.user, mine.offer.seed, confirmation)).toEqual({ ok: true })
    expect(recoveryCodesOf(mine.offer.seed, mine.user.id)).not.toContain(recoveryCodesOf(mine.offer.seed, theirs.user.id)[0])
    expect(await recoveryCodesLeft(database.reader, mine.user.id)).toBe(10)
  })

  it('is shown to whom it was made for, and to nobody else', async () => {
    const [mine, theirs] = [await withSecondFactor(), await withSecondFactor()]
    expect(await shownCodes(world, mine.user.id, mine.offer.seed)).toEqual(recoveryCodesOf(mine.offer.seed, mine.user.id))
    expect(await shownCodes(world, theirs.user.id, mine.offer.seed)).toBeNull()
    expect(await shownCodes(world, mine.user.id, newSecret())).toBeNull()
  })
})

describe('Switching it on', () => {
  it('asks the password and a right code first, and stores nothing before', async () => {
    const user = await userWithPassword(world)
    const { user: me } = await signedInAs(world, user.id)
    const offer = offerFor(user.email)
    const right = codeAt(offer.secret, clock.at)
    expect(await switchOn(world, me, offer, { password: 'kies een ander', code: right, address: address() })).toEqual({ ok: false, reason: 'password' })
    expect(await switchOn(world, me, offer, { password: goodPassword, code: '000000', address: address() })).toEqual({ ok: false, reason: 'code' })
    const [row] = await database.reader.select().from(users).where(eq(users.id, user.id))
    expect(row?.totpSecret).toBeNull()
    expect(await recoveryCodesLeft(database.reader, user.id)).toBe(0)
  })

  it('has one effect, fifty times at once, ends every session, and is not overwritten by another offer', async () => {
    const user = await userWithPassword(world)
    const request = await requestAs(world, user.id)
    const { user: me } = await signedInAs(world, user.id)
    const offer = offerFor(user.email)
    const send = (given = offer) => switchOn(world, me, given, { password: goodPassword, code: codeAt(given.secret, clock.at), address: address() })
    const all = await Promise.all(Array.from({ length: 50 }, () => send()))
    expect(all.every(one => one.ok)).toBe(true)
    expect(await database.reader.$count(recoveryCodes, eq(recoveryCodes.userId, user.id))).toBe(10)
    expect((await notedOf(world, user.id)).filter(event => event === 'secondFactorOn')).toHaveLength(1)
    expect(await readSession(world, request)).toBeNull()
    expect(await send(offerFor(user.email))).toEqual({ ok: false, reason: 'state' })
  })

  it('gives the app an address it understands', () => {
    const { secret, uri } = offerFor('bakker@example.nl')
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(uri).toContain('otpauth://totp/Paraat:bakker%40example.nl?issuer=Paraat&secret=' + secret)
  })
})

describe('Switching it off', () => {
  it('takes the password and a code, and leaves nothing of it behind', async () => {
    const signedIn = await withSecondFactor()
    const code = codeAt(signedIn.offer.secret, clock.at)
    expect(await switchOff(world, signedIn.user, { password: 'kies een ander', code, address: address() })).toEqual({ ok: false, reason: 'password' })
    expect(await switchOff(world, signedIn.user, { password: goodPassword, code: '000000', address: address() })).toEqual({ ok: false, reason: 'code' })
    expect(await switchOff(world, signedIn.user, { password: goodPassword, code, address: address() })).toEqual({ ok: true })
    const [row] = await database.reader.select().from(users).where(eq(users.id, signedIn.user.id))
    expect({ secret: row?.totpSecret, step: row?.totpStep }).toEqual({ secret: null, step: null })
    expect(await database.reader.$count(recoveryCodes, eq(recoveryCodes.userId, signedIn.user.id))).toBe(0)
  })
})
