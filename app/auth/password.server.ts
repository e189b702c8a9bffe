/** Passwords: which are refused, and how they are stored and checked. A password is taken as it was typed, spaces and emoji included. */
import { hash, verify } from '@node-rs/argon2'

/** In characters as people count them: an emoji is one. */
export const shortestPassword = 12
export const longestPassword = 128

export type PasswordProblem = 'tooShort' | 'tooLong' | 'common'

/** argon2id, by its number: 19 MiB of memory, twice over, on one thread. */
const cost = { algorithm: 2, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const

/** Why this password is refused for the account with this address, or null when it may be. What it is made of is free. */
export async function passwordProblem(password: string, { email }: { readonly email: string }): Promise<PasswordProblem | null> {
  const length = lengthOf(password)
  if (length < shortestPassword) return 'tooShort'
  if (length > longestPassword) return 'tooLong'
  return repeatsItself(password) || namesItself(password, email) || (await isListed(password)) ? 'common' : null
}

/** The PHC string that is stored. */
export async function hashPassword(password: string): Promise<string> {
  return await hash(password, cost)
}

/** Nobody's password: checking against it takes as long as against a real one. */
let nobodys: Promise<string> | undefined

/** True where this is the password; without a hash, as for an unknown address, false after the same work. */
export async function isPassword(stored: string | null, typed: string): Promise<boolean> {
  const password = lengthOf(typed) > longestPassword ? '' : typed
  nobodys ??= hashPassword(crypto.randomUUID())
  const against = stored?.startsWith('$argon2id$') === true ? stored : await nobodys
  return (await verify(against, password)) && against === stored
}

function lengthOf(password: string): number {
  return [...password].length
}

let listed: Promise<ReadonlySet<string>> | undefined

/** On a list of passwords that are often used or were leaked, as it stands or in capitals or with digits and marks around it. */
async function isListed(password: string): Promise<boolean> {
  listed ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common']))
  const list = await listed
  const lower = password.toLowerCase()
  const behind = lower.replace(/[\P{L}]+$/u, '')
  return [lower, behind, behind.replace(/^[\P{L}]+/u, '')].some(candidate => list.has(candidate))
}

/** One short piece over and over: "welkomwelkom", "121212121212". */
function repeatsItself(password: string): boolean {
  const characters = [...password.toLowerCase()]
  return [1, 2, 3, 4, 5, 6].some(period => characters.every((character, index) => character === characters[index % period]))
}

/** Little more than the address or our own name. */
function namesItself(password: string, email: string): boolean {
  const address = email.toLowerCase()
  const names = [address, ...address.split(/[^\p{L}\p{N}]+/u).filter(part => part.length > 3), 'paraat']
  const lower = password.toLowerCase()
  const rest = names.reduce((left, name) => left.replaceAll(name, ' '), lower)
  return rest !== lower && rest.replace(/\P{L}/gu, '').length < 4
}
