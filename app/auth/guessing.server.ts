/** Slows down who guesses codes: 30 failures in 15 minutes for one address, whatever the right ones in between. Kept in memory. */
import { RateLimiterMemory } from 'rate-limiter-flexible'

const failures = new RateLimiterMemory({ points: 30, duration: 15 * 60 })

/** Seconds until this address may guess again, or null when it may now. */
export async function guessingPause(address: string): Promise<number | null> {
  const state = await failures.get(address)
  if (state === null || state.remainingPoints > 0) return null
  return Math.max(1, Math.ceil(state.msBeforeNext / 1000))
}

/** Notes a failure of this address. */
export async function noteFailure(address: string): Promise<void> {
  await failures.penalty(address)
}

const letters = new RateLimiterMemory({ points: 10, duration: 60 * 60 })

/** True when this address may have another letter sent, of ten an hour; asking counts. */
export async function mayPost(address: string): Promise<boolean> {
  return await letters.consume(address).then(
    () => true,
    () => false,
  )
}
