/**
 * Slows down who guesses: 30 failures in 15 minutes for one network address, 5 for one account, whatever the right ones in between; and
 * counts the letters that one address has sent. Kept in memory, and over by itself.
 */
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { hashSecret } from './secret.server.ts'

const quarter = 15 * 60
const failures = new RateLimiterMemory({ points: 30, duration: quarter })
const accountFailures = new RateLimiterMemory({ points: 5, duration: quarter })

/** Seconds until this address may guess again, or null when it may now. */
export async function guessingPause(address: string): Promise<number | null> {
  return await pauseOf(failures, address)
}

/** Notes a failure of this address. */
export async function noteFailure(address: string): Promise<void> {
  await failures.penalty(address)
}

async function pauseOf(limiter: RateLimiterMemory, key: string): Promise<number | null> {
  const state = await limiter.get(key)
  if (state === null || state.remainingPoints > 0) return null
  return Math.max(1, Math.ceil(state.msBeforeNext / 1000))
}

/** Who guesses at what: a network address, and the e-mail address of an account, known or not. */
export type Guesser = { readonly address: string; readonly account: string }
export type Slow = { readonly ok: false; readonly reason: 'slow'; readonly seconds: number }
export type Guessed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: 'wrong' } | Slow

/** The last guess at each account that is still being answered. */
const underWay = new Map<string, Promise<unknown>>()

/**
 * Tries a password or a code: null counts as a failure. Guesses at one account go one after the other, so that a hundred at once count as a
 * hundred. Refused unseen while the address or the account has to wait, right or wrong; `seconds` says how long.
 */
export async function guess<T>({ address, account }: Guesser, attempt: () => Promise<T | null>): Promise<Guessed<T>> {
  const key = hashSecret(account.toLowerCase())
  const before = underWay.get(key) ?? Promise.resolve()
  const mine = before.then(async (): Promise<Guessed<T>> => {
    const seconds = Math.max((await pauseOf(failures, address)) ?? 0, (await pauseOf(accountFailures, key)) ?? 0)
    if (seconds > 0) return { ok: false, reason: 'slow', seconds }
    const value = await attempt()
    if (value !== null) return { ok: true, value }
    await Promise.all([noteFailure(address), accountFailures.penalty(key)])
    return { ok: false, reason: 'wrong' }
  })
  const settled = mine.catch(() => undefined)
  underWay.set(key, settled)
  void settled.then(() => {
    if (underWay.get(key) === settled) underWay.delete(key)
  })
  return await mine
}

/** Lets the account be guessed at again: its owner has just proved to have the mailbox. */
export async function forgetFailures(account: string): Promise<void> {
  await accountFailures.delete(hashSecret(account.toLowerCase()))
}

const letters = new RateLimiterMemory({ points: 10, duration: 60 * 60 })

/** True when this address may have another letter sent, of ten an hour; asking counts. */
export async function mayPost(address: string): Promise<boolean> {
  return await letters.consume(address).then(
    () => true,
    () => false,
  )
}
