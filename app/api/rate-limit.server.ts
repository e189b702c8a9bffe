/** How many calls one address may make in a minute; counted in the memory of this process. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

const windowSeconds = 60

export type Allowance = { readonly allowed: boolean; readonly headers: Readonly<Record<string, string>> }
export type RateLimit = (address: string) => Promise<Allowance>

/** A limit of `perMinute` calls for each address; every call to it counts one, and tells what is left as headers. */
export function newRateLimit(perMinute: number): RateLimit {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: windowSeconds })
  return async address => {
    const { allowed, left, seconds } = await limiter.consume(address).then(
      state => ({ allowed: true, left: state.remainingPoints, seconds: secondsOf(state) }),
      (refusal: unknown) => {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        return { allowed: false, left: 0, seconds: secondsOf(refusal) }
      },
    )
    const headers = {
      'RateLimit-Limit': String(perMinute),
      'RateLimit-Policy': `${perMinute};w=${windowSeconds}`,
      'RateLimit-Remaining': String(left),
      'RateLimit-Reset': String(seconds),
    }
    return { allowed, headers: allowed ? headers : { ...headers, 'Retry-After': String(seconds) } }
  }
}

function secondsOf(state: { readonly msBeforeNext: number }): number {
  return Math.max(1, Math.ceil(state.msBeforeNext / 1000))
}
