/** What members do with the scans of their company: once, only in their own company, and with a way back. */
import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { auditLog } from '#db/work-tables.ts'
import { may, memberRoles } from '#app/core/permissions.ts'
import { requestAs } from '#app/auth/test-session.ts'
import { companiesWithScans, companyScans, requireCompanyScan } from './company-scans.server.ts'
import { countingScan } from './counting-scan.ts'
import { acts, manageScan, renameScan, type Act } from './manage.server.ts'
import { findScan } from './scan.server.ts'
import { again, memberOf, scanBy } from './test-company.ts'
import { assessmentRow, day, testWorld } from './test-scan.ts'

const { world, clock, ready } = testWorld()
const { reader } = world.database
const ok = { ok: true }
const unknown = { ok: false, reason: 'unknown' }
const events = async (subjectId: string) => (await reader.select().from(auditLog).where(eq(auditLog.subjectId, subjectId))).map(({ event }) => event)
const chosenOf = async (member: Parameters<typeof again>[1]) => (await again(world, member)).organisation.chosenAssessmentId
const fifty = <T>(work: () => Promise<T>) => Promise.all(Array.from({ length: 50 }, work))

beforeAll(ready)

describe('Managing a scan', () => {
  it('is for owners and editors, and deleting for owners alone', () => {
    const allowed = (act: Act) => memberRoles.filter(role => may({ role, themes: ['kern'] }, acts[act]))
    for (const act of ['rename', 'archive', 'unarchive', 'choose', 'unchoose'] as const) expect(allowed(act)).toEqual(['owner', 'editor'])
    for (const act of ['remove', 'putBack'] as const) expect(allowed(act)).toEqual(['owner'])
  })

  it('has one effect and one line in the audit log, however often each form is sent', async () => {
    const member = await memberOf(world)
    const id = await scanBy(world, member, { finished: true })
    const done = async (work: () => Promise<unknown>, event: string) => {
      const before = (await events(id)).length
      expect((await fifty(work)).every(answer => (answer as { ok: boolean }).ok)).toBe(true)
      expect((await events(id)).slice(before)).toEqual([event])
    }
    await done(() => renameScan(member, id, 'Filiaal Zuid'), 'scanRenamed')
    await done(() => manageScan(member, id, 'choose'), 'scanChosen')
    await done(() => manageScan(member, id, 'unchoose'), 'scanChosen')
    await done(() => manageScan(member, id, 'archive'), 'scanArchived')
    await done(() => manageScan(member, id, 'unarchive'), 'scanRestored')
    await done(() => manageScan(member, id, 'remove'), 'scanRemoved')
    await done(() => manageScan(member, id, 'putBack'), 'scanRestored')
    expect(await assessmentRow(reader, id)).toMatchObject({ name: 'Filiaal Zuid', archivedAt: null, removedAt: null })
  })

  it.each(['rename', 'archive', 'unarchive', 'choose', 'unchoose', 'remove', 'putBack'] as const)('cannot %s a scan of another company', async act => {
    const [mine, theirs] = [await memberOf(world), await memberOf(world)]
    const id = await scanBy(world, theirs, { finished: true })
    const before = await assessmentRow(reader, id)
    expect(await (act === 'rename' ? renameScan(mine, id, 'Van mij') : manageScan(mine, id, act))).toEqual(unknown)
    expect(await assessmentRow(reader, id)).toEqual(before)
    expect(await chosenOf(mine)).toBeNull()
    expect(await reader.$count(auditLog, and(eq(auditLog.subjectId, id), eq(auditLog.userId, mine.user.id)))).toBe(0)
    await expect(requireCompanyScan(mine, id)).rejects.toMatchObject({ status: 404 })
  })
})

describe('A deleted scan of a company', () => {
  it('is out of sight at once, stands among the deleted ones for 30 days, and comes back whole', async () => {
    const member = await memberOf(world)
    const id = await scanBy(world, member, { finished: true })
    const request = await requestAs(world, member.user.id)
    await manageScan(member, id, 'remove')
    expect(await findScan(world, request, id)).toBeNull()
    expect((await companiesWithScans(world, member.user.id))[0]?.newest).toBeNull()
    expect((await companyScans(member)).map(({ assessment }) => assessment.id)).toEqual([id])
    await manageScan(member, id, 'putBack')
    expect((await findScan(world, request, id))?.assessment.finishedAt).not.toBeNull()
    expect((await companyScans(member))[0]?.result).not.toBeNull()
  })

  it('cannot be named, archived or chosen, and after 30 days not be put back either', async () => {
    const member = await memberOf(world)
    const id = await scanBy(world, member, { finished: true })
    await manageScan(member, id, 'remove')
    expect(await renameScan(member, id, 'Toch')).toEqual(unknown)
    expect(await manageScan(member, id, 'archive')).toEqual(unknown)
    expect(await manageScan(member, id, 'choose')).toEqual(unknown)
    clock.at += 30 * day
    expect(await manageScan(member, id, 'putBack')).toEqual(unknown)
    expect(await companyScans(member)).toEqual([])
  })

  it('counts again when it was the chosen one and is put back', async () => {
    const member = await memberOf(world)
    const chosen = await scanBy(world, member, { finished: true })
    clock.at += 1000
    const newer = await scanBy(world, member, { finished: true })
    await manageScan(member, chosen, 'choose')
    const counts = async () => countingScan((await companyScans(member)).map(({ assessment }) => assessment), await chosenOf(member))?.id
    expect(await counts()).toBe(chosen)
    await manageScan(member, chosen, 'remove')
    expect(await counts()).toBe(newer)
    await manageScan(member, chosen, 'putBack')
    expect(await counts()).toBe(chosen)
  })
})

describe('The scan that counts', () => {
  const scan = (id: string, given: Partial<Parameters<typeof countingScan>[0][number]> = {}) => ({
    id,
    scope: 'company' as const,
    finishedAt: 1 as number | null,
    archivedAt: null as number | null,
    removedAt: null as number | null,
    ...given,
  })

  it('is the newest finished one of the whole company, before a newer one of a site', () => {
    const scans = [scan('site', { scope: 'site', finishedAt: 9 }), scan('old'), scan('new', { finishedAt: 5 }), scan('open', { finishedAt: null })]
    expect(countingScan(scans, null)?.id).toBe('new')
    expect(countingScan(scans.slice(0, 1), null)?.id).toBe('site')
    expect(countingScan([scan('open', { finishedAt: null })], null)).toBeNull()
  })

  it('is the chosen one, unless that is archived or deleted', () => {
    const scans = (chosen: Parameters<typeof scan>[1]) => [scan('new', { finishedAt: 5 }), scan('chosen', { scope: 'site', ...chosen })]
    expect(countingScan(scans({}), 'chosen')?.id).toBe('chosen')
    expect(countingScan(scans({ archivedAt: 1 }), 'chosen')?.id).toBe('new')
    expect(countingScan(scans({ removedAt: 1 }), 'chosen')?.id).toBe('new')
  })

  it('cannot be one that is not finished, or that is archived', async () => {
    const member = await memberOf(world)
    const open = await scanBy(world, member)
    expect(await manageScan(member, open, 'choose')).toEqual({ ok: false, reason: 'cannotCount' })
    const archived = await scanBy(world, member, { finished: true })
    await manageScan(member, archived, 'archive')
    expect(await manageScan(member, archived, 'choose')).toEqual({ ok: false, reason: 'cannotCount' })
    expect(await chosenOf(member)).toBeNull()
    expect(await manageScan(member, archived, 'unarchive')).toEqual(ok)
    expect(await manageScan(member, archived, 'choose')).toEqual(ok)
    expect(await chosenOf(member)).toBe(archived)
  })
})
