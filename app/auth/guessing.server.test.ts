/** Guessing codes is slowed down for one address, and only for that one. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { guessingPause, mayPost, noteFailure } from './guessing.server.ts'

const minute = 60_000
let count = 0
const newAddress = () => `192.0.2.${(count += 1)}`

async function fail(address: string, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) await noteFailure(address)
}

beforeEach(() => vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] }))
afterEach(() => vi.useRealTimers())

describe('Guessing', () => {
  it('goes on unhindered for 29 failures, and pauses at the 30th for at most a quarter of an hour', async () => {
    const address = newAddress()
    expect(await guessingPause(address)).toBeNull()
    await fail(address, 29)
    expect(await guessingPause(address)).toBeNull()
    await fail(address, 1)
    const pause = await guessingPause(address)
    expect(pause).toBeGreaterThan(0)
    expect(pause).toBeLessThanOrEqual(15 * 60)
  })

  it('may go on after a quarter of an hour: nobody is locked out for good', async () => {
    const address = newAddress()
    await fail(address, 200)
    expect(await guessingPause(address)).not.toBeNull()
    vi.advanceTimersByTime(15 * minute + 1)
    expect(await guessingPause(address)).toBeNull()
  })

  it('of one address does not slow down another', async () => {
    await fail(newAddress(), 100)
    expect(await guessingPause(newAddress())).toBeNull()
  })

  it('costs nothing by asking', async () => {
    const address = newAddress()
    for (let n = 0; n < 100; n += 1) await guessingPause(address)
    expect(await guessingPause(address)).toBeNull()
  })
})

describe('Letters', () => {
  it('go out ten an hour for one address, and again an hour later', async () => {
    const address = newAddress()
    const asked: boolean[] = []
    for (let n = 0; n < 12; n += 1) asked.push(await mayPost(address))
    expect(asked).toEqual([...Array<boolean>(10).fill(true), false, false])
    expect(await mayPost(newAddress())).toBe(true)
    vi.advanceTimersByTime(60 * minute + 1)
    expect(await mayPost(address)).toBe(true)
  })
})
