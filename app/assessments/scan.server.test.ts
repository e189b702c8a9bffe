/** Who may open a scan: the browser that holds its key, and nobody else. */
import { beforeAll, describe, expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import { browserKeys } from '#db/schema.ts'
import { browserKeyCookie, newBrowserKey } from '#app/auth/browser-key.server.ts'
import { hashSecret } from '#app/auth/secret.server.ts'
import { findScan, noteVisit, requireScan, scansOf, storedResult } from './scan.server.ts'
import { assessmentRow, begin, day, requestOf, testWorld } from './test-scan.ts'

const { world, clock, ready } = testWorld()
const withCookie = (cookie: string) => new Request('http://localhost/', { headers: { Cookie: cookie } })

beforeAll(ready)

describe('A scan', () => {
  it('opens for the browser that began it', async () => {
    const { key, scan } = await begin(world)
    expect((await requireScan(world, requestOf(key), { scan: scan.assessment.id }, 'scan.open')).assessment.id).toBe(scan.assessment.id)
  })

  it('opens for nobody else: somebody else’s, unknown and made-up ids look the same', async () => {
    const { scan } = await begin(world)
    const { key: stranger } = await begin(world)
    for (const id of [scan.assessment.id, crypto.randomUUID(), '', '%', "' or 1=1 --"]) {
      for (const request of [requestOf(stranger), requestOf(newBrowserKey()), new Request('http://localhost/')]) {
        await expect(requireScan(world, request, { scan: id }, 'scan.open')).rejects.toMatchObject({ status: 404 })
      }
    }
    await expect(requireScan(world, requestOf(stranger), {}, 'scan.open')).rejects.toMatchObject({ status: 404 })
  })

  it('does not open for the hash of its key, which is all that a thief of the database has', async () => {
    const { key, scan } = await begin(world)
    const hash = hashSecret(key)
    for (const stolen of [hash, hash.slice(0, 43), Buffer.from(hash, 'hex').toString('base64url')]) {
      expect(await findScan(world, withCookie(`__Host-paraat=${stolen}`), scan.assessment.id)).toBeNull()
    }
  })

  it('has no result before it is finished', async () => {
    expect(await storedResult(world, (await begin(world)).scan.assessment.id)).toBeNull()
  })
})

describe('Visiting', () => {
  it('moves the day from which scan and browser are kept, at most once a day', async () => {
    const { key, scan } = await begin(world)
    const seen = async () => {
      const [browser] = await world.database.reader.select().from(browserKeys).where(eq(browserKeys.hash, hashSecret(key)))
      return [(await assessmentRow(world.database.reader, scan.assessment.id))?.openedAt, browser?.seenAt]
    }
    const begun = clock.at
    clock.at = begun + day / 2
    await noteVisit(world, requestOf(key), scan.assessment)
    expect(await seen()).toEqual([begun, begun])
    clock.at = begun + 2 * day
    await noteVisit(world, requestOf(key), scan.assessment)
    expect(await seen()).toEqual([clock.at, clock.at])
  })

  it('with no key at all lists nothing', async () => {
    expect(await scansOf(world, new Request('http://localhost/'))).toEqual([])
    expect(await scansOf(world, withCookie(browserKeyCookie('x')))).toEqual([])
  })
})
