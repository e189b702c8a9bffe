/** Secret addresses for a diary: whose they are, what they show, and when they end. */
import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeMembership } from '#db/makers.ts'
import { memberships } from '#db/people-tables.ts'
import { makeAction, makeCalendarFeed } from '#db/plan-makers.ts'
import { calendarFeeds } from '#db/plan-tables.ts'
import { transact } from '#db/transact.server.ts'
import { organisations } from '#db/schema.ts'
import { auditLog } from '#db/work-tables.ts'
import { requestAs } from '#app/auth/test-session.ts'
import { newSecret } from '#app/auth/secret.server.ts'
import { findScan, type Scan } from '#app/assessments/scan.server.ts'
import { memberOf, scanBy } from '#app/assessments/test-company.ts'
import { begin, day, testWorld } from '#app/assessments/test-scan.ts'
import type { MemberRole } from '#app/core/permissions.ts'
import { entriesOf } from './calendar-entries.server.ts'
import { cancelledKept, endFeed, endOrphanFeeds, feedsOf, makeFeed, mostFeeds, readFeed } from './calendar.server.ts'

const { world, database, clock, ready } = testWorld()
beforeAll(ready)

async function ofMember(role: MemberRole = 'editor', given?: Awaited<ReturnType<typeof memberOf>>) {
  const owner = given ?? (await memberOf(world))
  const member = await memberOf(world, role, owner.organisation)
  const id = await scanBy(world, owner, { finished: true })
  const scan = (await findScan(world, await requestAs(world, member.user.id), id))!
  return { owner, member, scan }
}
async function address(scan: Scan): Promise<string> {
  const token = newSecret()
  expect(await makeFeed(world, scan, token)).toEqual({ ok: true })
  return token
}
const titles = async (token: string) => (await readFeed(world, token))?.actions.map(action => action.title)
const about = ({ assessment: { organisationId, site } }: Scan) => ({ organisationId, site })
const actionOf = (scan: Scan, given: Parameters<typeof makeAction>[1]) => transact(database, writer => makeAction(writer, { ...about(scan), dueOn: '2026-03-29', ...given }))

describe('an address for a diary', () => {
  it('is made once from fifty copies of one form, noted once, and known by its hash only', async () => {
    const { scan } = await ofMember()
    const token = newSecret()
    const all = await Promise.all(Array.from({ length: 50 }, () => makeFeed(world, scan, token)))
    expect(all.every(one => one.ok)).toBe(true)
    const feeds = await feedsOf(world, scan)
    expect(feeds).toHaveLength(1)
    expect(JSON.stringify(feeds)).not.toContain(token)
    expect(await database.reader.$count(auditLog, and(eq(auditLog.event, 'calendarMade'), eq(auditLog.subjectId, feeds[0]!.id)))).toBe(1)
  })

  it('shows the plan with dates, without what was taken out more than 30 days ago', async () => {
    const { scan } = await ofMember()
    await actionOf(scan, { title: 'Met datum' })
    await actionOf(scan, { title: 'Zonder datum', dueOn: null })
    await actionOf(scan, { title: 'Net weg', removedAt: clock.at - cancelledKept + 1 })
    await actionOf(scan, { title: 'Lang weg', removedAt: clock.at - cancelledKept })
    await actionOf(scan, { title: 'Andere vestiging', site: 'loods' })
    await transact(database, writer => makeAction(writer, { title: 'Ander bedrijf', dueOn: '2026-03-29' }))
    const feed = await readFeed(world, await address(scan))
    expect(feed?.actions.map(({ title }) => title).toSorted()).toEqual(['Met datum', 'Net weg'])
    expect(feed).toMatchObject({ company: 'Bakkerij Jansen', newest: { id: scan.assessment.id } })
  })

  it('of a member works while the member may see the plan', async () => {
    const { scan, member } = await ofMember()
    const token = await address(scan)
    expect(await titles(token)).toEqual([])
    const mine = and(eq(memberships.userId, member.user.id), eq(memberships.organisationId, member.organisation.id))
    await transact(database, async writer => void (await writer.update(memberships).set({ role: 'contributor' }).where(mine)))
    expect(await titles(token)).toBeUndefined()
    await transact(database, async writer => void (await writer.update(memberships).set({ role: 'reader' }).where(mine)))
    expect(await titles(token)).toEqual([])
    await transact(database, async writer => void (await writer.delete(memberships).where(mine)))
    expect(await titles(token)).toBeUndefined()
  })

  it('of a guest works until the company has members', async () => {
    const { scan } = await begin(world)
    const token = await address(scan)
    expect(await titles(token)).toEqual([])
    await transact(database, writer => makeMembership(writer, { organisationId: scan.assessment.organisationId }))
    expect(await titles(token)).toBeUndefined()
  })

  it('that opens nothing any more is deleted, and no other', async () => {
    const [{ scan: taken }, { scan: own }, { scan, member, owner }] = [await begin(world), await begin(world), await ofMember()]
    const [, working, left] = [await address(taken), await address(own), await address(scan)]
    const other = await ofMember('reader', owner)
    const kept = await address(other.scan)
    await transact(database, async writer => {
      await makeMembership(writer, { organisationId: taken.assessment.organisationId })
      await writer.delete(memberships).where(eq(memberships.userId, member.user.id))
    })
    expect(await transact(database, endOrphanFeeds)).toBeGreaterThanOrEqual(2)
    expect([await feedsOf(world, taken), await feedsOf(world, scan)]).toEqual([[], []])
    expect([await titles(working), await titles(left), await titles(kept)]).toEqual([[], undefined, []])
    expect(await transact(database, endOrphanFeeds)).toBe(0)
  })

  it('is seen and ended by who made it alone, for good', async () => {
    const { scan, owner } = await ofMember()
    const colleague = await ofMember('editor', owner)
    const token = await address(scan)
    const [feed] = await feedsOf(world, scan)
    expect(await feedsOf(world, colleague.scan)).toEqual([])
    await endFeed(world, colleague.scan, feed!.id)
    expect(await titles(token)).toEqual([])
    await endFeed(world, scan, feed!.id)
    await endFeed(world, scan, feed!.id)
    expect([await titles(token), await feedsOf(world, scan)]).toEqual([undefined, []])
    expect(await database.reader.$count(auditLog, and(eq(auditLog.event, 'calendarEnded'), eq(auditLog.subjectId, feed!.id)))).toBe(1)
  })

  it('is refused where there are ten already, and where the secret is somebody else’s', async () => {
    const { scan } = await ofMember()
    const token = await address(scan)
    for (let count = 1; count < mostFeeds; count += 1) await address(scan)
    expect(await makeFeed(world, scan, newSecret())).toEqual({ ok: false, reason: 'tooMany' })
    expect(await makeFeed(world, scan, token)).toEqual({ ok: true })
    const other = await ofMember()
    expect(await makeFeed(world, other.scan, token)).toEqual({ ok: false, reason: 'taken' })
  })

  it('notes the day on which it was read, once a day', async () => {
    const { scan } = await ofMember()
    const token = await address(scan)
    const readAt = async () => (await feedsOf(world, scan))[0]!.readAt
    expect(await readAt()).toBeNull()
    await readFeed(world, token)
    const first = await readAt()
    expect(first! % day).toBe(0)
    clock.at += day
    await Promise.all([readFeed(world, token), readFeed(world, token)])
    expect(await readAt()).toBe(first! + day)
  })

  it('goes with its company', async () => {
    const feed = await transact(database, writer => makeCalendarFeed(writer))
    await transact(database, async writer => void (await writer.delete(organisations).where(eq(organisations.id, feed.organisationId))))
    expect(await database.reader.$count(calendarFeeds, eq(calendarFeeds.id, feed.id))).toBe(0)
  })
})

describe('an entry', () => {
  it('has the words of the measure in the language of its reader, and the name of who does it', async () => {
    const { scan, member } = await ofMember()
    const measure = scan.questionnaire.measures[0]!
    const row = await actionOf(scan, { title: null, measureId: measure.id, questionnaireHash: scan.assessment.questionnaireHash, ownerId: member.user.id, ownerName: null })
    const words = { size: '10-49' as const, urlOf: (id: string) => `https://paraat.example/${id}` }
    const [nl] = await entriesOf(database, [row], { ...words, language: 'nl' })
    const [en] = await entriesOf(database, [row, { ...row, id: 'x', dueOn: null }], { ...words, language: 'en' })
    expect(nl).toMatchObject({ title: measure.title.nl, owner: member.user.email, url: `https://paraat.example/${row.id}` })
    expect(en?.title).toBe(measure.title.en)
    expect(await entriesOf(database, [{ ...row, removedAt: 5 }], { ...words, language: 'nl' })).toMatchObject([{ removed: true, url: null }])
  })
})
