/** Taking a guest's scan along to an account: nothing moves, the old ways in end, and nobody takes what is somebody's already. */
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { memberships } from '#db/people-tables.ts'
import { browserKeyAssessments, passOnCodes } from '#db/schema.ts'
import { auditLog } from '#db/work-tables.ts'
import { newBrowserKey } from '#app/auth/browser-key.server.ts'
import { requestAs } from '#app/auth/test-session.ts'
import { loadCatalogue } from '#app/catalogue/catalogue.server.ts'
import { makeDeviceCode, redeemCode } from './pass-on.server.ts'
import { findScan, scansOf } from './scan.server.ts'
import { startFrom } from './start.server.ts'
import { takeAlong } from './take-along.server.ts'
import { memberOf } from './test-company.ts'
import { assessmentRow, begin, requestOf, testWorld } from './test-scan.ts'

const { world, ready } = testWorld()
const { reader } = world.database
const someone = async () => (await memberOf(world)).user
const membersOf = (organisationId: string) => reader.select().from(memberships).where(eq(memberships.organisationId, organisationId))

beforeAll(ready)

describe('A guest’s scan that is taken along', () => {
  it('opens with the account alone: no browser and no code opens any scan of that company', async () => {
    const { key, scan } = await begin(world)
    const second = await startFrom(world, key, scan, { questionnaire: loadCatalogue().questionnaire('bouw'), mode: 'full', onceKey: crypto.randomUUID() })
    const code = await makeDeviceCode(world, scan)
    const before = await assessmentRow(reader, scan.assessment.id)
    const user = await someone()
    expect(await takeAlong(world, user, scan)).toEqual({ ok: true })
    for (const id of [scan.assessment.id, second]) {
      expect(await findScan(world, requestOf(key), id)).toBeNull()
      expect((await findScan(world, await requestAs(world, user.id), id))?.actor.role).toBe('owner')
      expect(await reader.$count(browserKeyAssessments, eq(browserKeyAssessments.assessmentId, id))).toBe(0)
      expect(await reader.$count(passOnCodes, eq(passOnCodes.assessmentId, id))).toBe(0)
    }
    expect(await scansOf(world, requestOf(key))).toEqual([])
    expect(await redeemCode(world, newBrowserKey(), code)).toBe('unknown')
    expect(await assessmentRow(reader, scan.assessment.id)).toEqual(before)
  })

  it('leaves the other scans of that browser with the browser', async () => {
    const { key, scan } = await begin(world)
    const { scan: other } = await begin(world, {}, key)
    await takeAlong(world, await someone(), scan)
    expect((await scansOf(world, requestOf(key))).map(({ id }) => id)).toEqual([other.assessment.id])
  })

  it('is taken once when 50 copies arrive at once, with one line in the audit log', async () => {
    const { scan } = await begin(world)
    const user = await someone()
    const { organisationId } = scan.assessment
    const done = await Promise.all(Array.from({ length: 50 }, () => takeAlong(world, user, scan)))
    expect(done.every(({ ok }) => ok)).toBe(true)
    expect(await membersOf(organisationId)).toMatchObject([{ userId: user.id, role: 'owner', themes: [] }])
    expect((await reader.select().from(auditLog).where(eq(auditLog.organisationId, organisationId))).map(({ event }) => event)).toEqual(['memberJoined'])
  })

  it('stays with who took it first', async () => {
    const { scan } = await begin(world)
    const [first, second] = [await someone(), await someone()]
    await takeAlong(world, first, scan)
    expect(await takeAlong(world, second, scan)).toEqual({ ok: false, reason: 'taken' })
    expect((await membersOf(scan.assessment.organisationId)).map(({ userId }) => userId)).toEqual([first.id])
  })
})
