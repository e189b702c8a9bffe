/** The first operator: a code that works once, for a day, and that a new start replaces. */
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { users } from '#db/people-tables.ts'
import { transact } from '#db/transact.server.ts'
import { auditLog, setupCodes } from '#db/work-tables.ts'
import { requireOperator } from './guards.server.ts'
import { canSetUp, newSetupCode, setUp } from './setup-code.server.ts'
import { accountWorld, goodPassword, notedOf, userWithPassword } from './test-account.ts'
import { requestAs } from './test-session.ts'

const { world, database, clock } = accountWorld()
const { reader } = database
const given = (code: string, more: { email?: string; password?: string; address?: string } = {}) => ({
  code,
  email: 'beheer@example.nl',
  password: goodPassword,
  language: 'nl' as const,
  address: crypto.randomUUID(),
  ...more,
})

describe('The setup code', () => {
  it('is stored as a hash only, ends with the next start, and after 24 hours', async () => {
    const first = (await newSetupCode(world)) ?? ''
    const second = (await newSetupCode(world)) ?? ''
    expect((await reader.select().from(setupCodes)).length).toBe(1)
    expect(JSON.stringify(await reader.select().from(setupCodes))).not.toContain(second)
    expect(await setUp(world, given(first))).toEqual({ ok: false, reason: 'code' })
    clock.at += 24 * 60 * 60 * 1000
    expect(await canSetUp(world)).toBe(false)
    expect(await setUp(world, given(second))).toEqual({ ok: false, reason: 'code' })
  })

  it('cannot be guessed at without end from one address', async () => {
    const address = crypto.randomUUID()
    for (let guess = 0; guess < 30; guess += 1) expect(await setUp(world, given('x', { address }))).toEqual({ ok: false, reason: 'code' })
    const code = (await newSetupCode(world)) ?? ''
    expect(await setUp(world, given(code, { address }))).toMatchObject({ ok: false, reason: 'slow' })
  })

  it('keeps working while address or password are refused, makes one operator of fifty copies, and then there is no other', async () => {
    const code = (await newSetupCode(world)) ?? ''
    const { email } = await userWithPassword(world)
    expect(await setUp(world, given(code, { email: 'geen adres' }))).toEqual({ ok: false, reason: 'bad-address' })
    expect(await setUp(world, given(code, { password: 'kort' }))).toEqual({ ok: false, reason: 'tooShort' })
    expect(await setUp(world, given(code, { email }))).toEqual({ ok: false, reason: 'taken' })
    const made = (await Promise.all(Array.from({ length: 50 }, () => setUp(world, given(code))))).filter(({ ok }) => ok)
    expect(made.length).toBe(1)
    const operators = await reader.select().from(users).where(eq(users.operator, true))
    expect(operators.map(user => user.email)).toEqual(['beheer@example.nl'])
    expect(await notedOf(world, operators[0]?.id ?? '')).toEqual(['accountMade', 'operatorMade'])
    expect(await newSetupCode(world)).toBeNull()
    expect(await canSetUp(world)).toBe(false)
  })

  it("opens nothing of the operator's before the second step stands", async () => {
    const [operator] = await reader.select().from(users).where(eq(users.operator, true))
    const closed = (kind: 'ordinary' | 'strict') => requestAs(world, operator?.id ?? '', 'http://localhost/beheer', kind).then(request => requireOperator(world, request))
    await expect(closed('ordinary')).rejects.toMatchObject({ status: 404 })
    await expect(closed('strict')).rejects.toMatchObject({ status: 404 })
  })
})

describe('The audit log', () => {
  it('cannot be changed and not be emptied', async () => {
    const changing = transact(database, async writer => void (await writer.update(auditLog).set({ userId: 'somebody' })))
    const deleting = transact(database, async writer => void (await writer.delete(auditLog)))
    await expect(changing).rejects.toThrow()
    await expect(deleting).rejects.toThrow()
    expect((await reader.select().from(auditLog)).some(({ userId }) => userId === 'somebody')).toBe(false)
  })
})
