/** Passwords: what is refused, and what is stored. */
import { parseOptions } from '@node-rs/argon2'
import { dictionary } from '@zxcvbn-ts/language-common'
import { describe, expect, it } from 'vitest'
import { hashPassword, isPassword, passwordProblem } from './password.server.ts'

const me = { email: 'bakker.jansen@deventerbrood.nl' }
/** No list knows it. */
const good = 'vier manden appels'

describe('A password', () => {
  it('has at least 12 characters and at most 128, counted as people count', async () => {
    expect(await passwordProblem('x9 kraai lam', me)).toBeNull()
    expect(await passwordProblem('x9 kraai la', me)).toBe('tooShort')
    expect(await passwordProblem('🐄🐖🐓🐑🐐🐎🦆🐇🐕🐈🐝', me)).toBe('tooShort')
    expect(await passwordProblem('🐄🐖🐓🐑🐐🐎🦆🐇🐕🐈🐝🐌', me)).toBeNull()
    const long = Array.from({ length: 128 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('')
    expect(await passwordProblem(long, me)).toBeNull()
    expect(await passwordProblem(`${long}x`, me)).toBe('tooLong')
  })

  it('needs no capitals, digits or marks', async () => {
    expect(await passwordProblem('appelsenperenplukken', me)).toBeNull()
    expect(await passwordProblem('829304718265', me)).toBeNull()
  })

  it('is refused when it stands on the list, twenty times out of twenty', async () => {
    const long = dictionary['passwords-common'].filter(password => [...password].length >= 12)
    const twenty = Array.from({ length: 20 }, (_, index) => long[Math.floor((index * long.length) / 20)]!)
    for (const password of twenty) expect(await passwordProblem(password, me), password).toBe('common')
  })

  it.each([
    ['with digits and marks behind it', 'password123!'],
    ['with a year behind it', 'Administrator2026'],
    ['with digits in front of it', '1234professional!!'],
    ['in capitals', 'UNBELIEVABLE'],
    ['one piece over and over', 'welkomwelkom'],
    ['one piece over and over, the last not whole', 'abcdabcdabcdab'],
    ['made of the address', 'BakkerJansen1!'],
    ['the address itself', 'bakker.jansen@deventerbrood.nl'],
    ['made of our name', 'Paraat-2026-Paraat'],
  ])('is refused %s', async (_, password) => {
    expect(await passwordProblem(password, me)).toBe('common')
  })

  it('may have the address in it when there is enough beside it', async () => {
    expect(await passwordProblem('jansen eet krentenbollen', me)).toBeNull()
  })
})

describe('What is stored of it', () => {
  it('is argon2id with at least 19 MiB, two passes, one thread and a salt of its own', async () => {
    const [one, two] = [await hashPassword(good), await hashPassword(good)]
    expect(one).toMatch(/^\$argon2id\$v=19\$/)
    const { memoryCost, timeCost, parallelism, saltLen, outputLen } = parseOptions(one)
    expect({ memoryCost: memoryCost >= 19 * 1024, timeCost: timeCost >= 2, parallelism }).toEqual({ memoryCost: true, timeCost: true, parallelism: 1 })
    expect(saltLen).toBeGreaterThanOrEqual(16)
    expect(outputLen).toBeGreaterThanOrEqual(32)
    expect(one).not.toBe(two)
  })

  it('tells the password from any other, to the last space and emoji', async () => {
    const typed = ' vier 🍞 manden é '
    const stored = await hashPassword(typed)
    expect(await isPassword(stored, typed)).toBe(true)
    for (const other of [typed.trim(), typed.normalize('NFD'), typed.toUpperCase(), '', typed + '\0']) {
      expect(await isPassword(stored, other)).toBe(false)
    }
  })

  it('opens nothing where nothing is stored', async () => {
    expect(await isPassword(null, good)).toBe(false)
    expect(await isPassword('none', 'none')).toBe(false)
  })
})
