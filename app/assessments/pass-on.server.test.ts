/** Going on with a scan on another device: a code or link opens it once, for two weeks, and only its hash is known here. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import { passOnCodes } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { newBrowserKey } from '#app/auth/browser-key.server.ts'
import { hashSecret } from '#app/auth/secret.server.ts'
import { displayCode, lookUp, makeDeviceCode, newMailLink, passOnDays, readCode, redeemCode } from './pass-on.server.ts'
import { findScan, scansOf, type Scan } from './scan.server.ts'
import { begin, day, requestOf, testWorld } from './test-scan.ts'

const { world, clock, ready } = testWorld()
let scan: Scan
let key: string

/** A mailed link of this scan, as it is stored with its letter. */
async function makeLink(): Promise<string> {
  const { token, row } = newMailLink(world, scan)
  await transact(world.database, async writer => void (await writer.insert(passOnCodes).values(row)))
  return token
}

beforeAll(ready)
beforeEach(async () => {
  ;({ scan, key } = await begin(world))
})

describe.each([
  ['A code', () => makeDeviceCode(world, scan)],
  ['A mailed link', makeLink],
])('%s', (_, make) => {
  it('opens the scan on another device, and the first device keeps it', async () => {
    const other = newBrowserKey()
    expect(await redeemCode(world, other, await make())).toEqual({ assessmentId: scan.assessment.id })
    expect(await findScan(world, requestOf(other), scan.assessment.id)).not.toBeNull()
    expect(await findScan(world, requestOf(key), scan.assessment.id)).not.toBeNull()
  })

  it('opens once: the second device is told that it was used', async () => {
    const secret = await make()
    await redeemCode(world, newBrowserKey(), secret)
    const late = newBrowserKey()
    expect(await redeemCode(world, late, secret)).toBe('expired')
    expect(await lookUp(world, secret)).toBe('expired')
    expect(await findScan(world, requestOf(late), scan.assessment.id)).toBeNull()
  })

  it('opens for one of 20 devices that try at once', async () => {
    const secret = await make()
    const devices = Array.from({ length: 20 }, newBrowserKey)
    const outcomes = await Promise.all(devices.map(device => redeemCode(world, device, secret)))
    expect(outcomes.filter(outcome => outcome !== 'expired')).toHaveLength(1)
    const opened = await Promise.all(devices.map(device => findScan(world, requestOf(device), scan.assessment.id)))
    expect(opened.filter(found => found !== null)).toHaveLength(1)
  })

  it('is not used up by looking at it, as mail scanners do', async () => {
    const secret = await make()
    for (let look = 0; look < 3; look += 1) expect(await lookUp(world, secret)).toEqual({ assessmentId: scan.assessment.id })
    expect(await redeemCode(world, newBrowserKey(), secret)).toEqual({ assessmentId: scan.assessment.id })
  })

  it('works until the last moment of 14 days, and not after', async () => {
    const [inTime, late] = [await make(), await makeLink()]
    clock.at += passOnDays * day - 1
    expect(await lookUp(world, inTime)).toEqual({ assessmentId: scan.assessment.id })
    expect(await redeemCode(world, newBrowserKey(), inTime)).toEqual({ assessmentId: scan.assessment.id })
    clock.at += 1
    expect(await lookUp(world, late)).toBe('expired')
    expect(await redeemCode(world, newBrowserKey(), late)).toBe('expired')
  })

  it('is stored as a hash and nothing else', async () => {
    const secret = await make()
    const rows = await world.database.reader.select().from(passOnCodes).where(eq(passOnCodes.assessmentId, scan.assessment.id))
    expect(rows.map(({ hash }) => hash)).toEqual([hashSecret(secret)])
    expect(JSON.stringify(rows)).not.toContain(secret)
  })
})

describe('A new code', () => {
  it('ends the one before, and leaves a mailed link alone', async () => {
    const [old, link] = [await makeDeviceCode(world, scan), await makeLink()]
    const fresh = await makeDeviceCode(world, scan)
    expect(await redeemCode(world, newBrowserKey(), old)).toBe('unknown')
    expect(await lookUp(world, link)).toEqual({ assessmentId: scan.assessment.id })
    expect(await lookUp(world, fresh)).toEqual({ assessmentId: scan.assessment.id })
  })

  it('ends no code of another scan', async () => {
    const theirs = await makeDeviceCode(world, (await begin(world)).scan)
    await makeDeviceCode(world, scan)
    expect(await lookUp(world, theirs)).not.toBe('unknown')
  })

  it('is eight characters that nobody mistakes for each other', async () => {
    for (let n = 0; n < 20; n += 1) expect(await makeDeviceCode(world, scan)).toMatch(/^[2-9ABCDEFGHJKMNPQRSTVWXYZ]{8}$/)
  })
})

describe('A code that is typed over', () => {
  it('is shown in two halves', () => {
    expect(displayCode('ABCD2345')).toBe('ABCD-2345')
  })

  it.each(['ABCD-2345', 'abcd2345', ' abcd 2345 ', 'AB CD–23 45', 'ABCD—2345'])('is read as people type it: %j', typed => {
    expect(readCode(typed)).toBe('ABCD2345')
  })

  it.each(['', 'ABCD-234', 'ABCD-23456', 'ABCD-234O', 'ABCD-2341', 'ABCD-234%', 'ÄBCD-2345'])('cannot be %j', typed => {
    expect(readCode(typed)).toBeNull()
  })

  it('opens nothing when it is guessed', async () => {
    const stranger = newBrowserKey()
    for (const guess of ['ABCD2345', '22222222', '', scan.assessment.id]) expect(await redeemCode(world, stranger, guess)).toBe('unknown')
    expect(await scansOf(world, requestOf(stranger))).toEqual([])
  })
})
