/** What was deleted is gone when its time has come, from every table and every file; what others need stays. */
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeAnswer, makeAssessment, makeBrowserKey, makeBrowserKeyAssessment, makeMembership, makeOrganisation, makePassOnCode, makeUser } from '#db/makers.ts'
import { mailCodes, memberships, users } from '#db/people-tables.ts'
import { makeCalendarFeed } from '#db/plan-makers.ts'
import { calendarFeeds, reminderLinks } from '#db/plan-tables.ts'
import { answers, assessments, browserKeys, organisations, passOnCodes } from '#db/schema.ts'
import { emptyLog, transact } from '#db/transact.server.ts'
import { auditLog, outbox } from '#db/work-tables.ts'
import { queueLetter } from '#app/mail/outbox.server.ts'
import { askRemoval, graceTime } from '#app/auth/remove-account.server.ts'
import { accountWorld, goodPassword, signedInAs, userWithPassword } from '#app/auth/test-account.ts'
import { endLifetimes } from './lifetimes.server.ts'
import { purge } from './purge.server.ts'

const { world, database, folder, clock } = accountWorld()
const { reader } = database
const day = 24 * 60 * 60 * 1000
const links = { account: () => 'https://paraat.example/account/wissen', company: () => 'https://paraat.example/bedrijf/b/wissen' }

/** The files in the data folder that hold these words. */
function filesWith(words: string): string[] {
  return readdirSync(folder).filter(name => readFileSync(path.join(folder, name)).includes(words))
}

function planted(): string {
  return `geheim${crypto.randomUUID()}`
}

beforeAll(async () => void (await emptyLog(database)))

describe('The purge', () => {
  it('takes a scan thirty days after it was deleted, and no day sooner', async () => {
    const { id } = await transact(database, async writer => {
      const { organisationId } = await makeMembership(writer)
      return await makeAssessment(writer, { organisationId, removedAt: clock.at })
    })
    clock.at += graceTime - 1
    expect(await purge(world)).toMatchObject({ scans: 0 })
    clock.at += 1
    expect(await purge(world)).toMatchObject({ scans: 1 })
    expect(await reader.$count(assessments, eq(assessments.id, id))).toBe(0)
    expect((await reader.select().from(auditLog).where(eq(auditLog.subjectId, id))).map(({ event }) => event)).toEqual(['scanDeleted'])
  })

  it('leaves no word of a company, its scans, notes and own words in the database, its log or its index', async () => {
    const [name, note, ownWords] = [planted(), planted(), planted()]
    const company = await transact(database, async writer => {
      const organisation = await makeOrganisation(writer, { name, deletionAt: clock.at + day })
      await makeMembership(writer, { organisationId: organisation.id })
      const scan = await makeAssessment(writer, { organisationId: organisation.id, name: `${name} in Goes` })
      await makeAnswer(writer, { assessmentId: scan.id, note, ownWords })
      return organisation
    })
    for (const word of [name, note, ownWords]) expect(filesWith(word).length).toBeGreaterThan(0)
    expect(await purge(world)).toMatchObject({ companies: 0 })
    clock.at += day
    expect(await purge(world)).toMatchObject({ companies: 1 })
    expect(await reader.$count(organisations, eq(organisations.id, company.id))).toBe(0)
    for (const word of [name, note, ownWords]) expect(filesWith(word)).toEqual([])
  })

  it('takes an account with its address and name, and leaves what it filled in with the company', async () => {
    const [local, name, note] = [planted(), planted(), planted()]
    const email = `${local}@example.nl`
    const user = await userWithPassword(world, { email, name })
    const scan = await transact(database, async writer => {
      const { organisationId } = await makeMembership(writer)
      await makeMembership(writer, { organisationId, userId: user.id, role: 'editor' })
      const scan = await makeAssessment(writer, { organisationId })
      await makeAnswer(writer, { assessmentId: scan.id, note, savedBy: user.id })
      await queueLetter(writer, { recipient: email, subject: name, text: name, html: name, language: 'nl' }, clock.at)
      await writer.insert(mailCodes).values({ hash: local, kind: 'reset', email, userId: user.id, onceKey: local, createdAt: clock.at, expiresAt: clock.at + 99 * day })
      return scan
    })
    const { user: signedIn } = await signedInAs(world, user.id)
    expect(await askRemoval(world, signedIn, { password: goodPassword, along: [], address: '192.0.2.1', links })).toMatchObject({ ok: true })
    expect(filesWith(local).length).toBeGreaterThan(0)
    clock.at += graceTime
    expect(await purge(world)).toMatchObject({ accounts: 1 })
    expect(await reader.$count(users, eq(users.id, user.id))).toBe(0)
    expect(await reader.$count(outbox, eq(outbox.recipient, email))).toBe(0)
    for (const word of [local, name]) expect(filesWith(word)).toEqual([])
    const [answer] = await reader.select().from(answers).where(eq(answers.assessmentId, scan.id))
    expect(answer).toMatchObject({ note, savedBy: null })
  })

  it('never leaves a company behind without an owner', async () => {
    const { user, editor, organisationId } = await transact(database, async writer => {
      const user = await makeUser(writer, { deletionAt: clock.at })
      const { organisationId } = await makeMembership(writer, { userId: user.id })
      await makeMembership(writer, { organisationId, role: 'reader', createdAt: 1 })
      const editor = await makeMembership(writer, { organisationId, role: 'editor', createdAt: 2 })
      return { user, editor, organisationId }
    })
    await purge(world)
    expect(await reader.$count(users, eq(users.id, user.id))).toBe(0)
    const owners = (await reader.select().from(memberships).where(eq(memberships.organisationId, organisationId))).filter(({ role }) => role === 'owner')
    expect(owners.map(({ userId }) => userId)).toEqual([editor.userId])
  })
})

describe('The lifetimes', () => {
  it("take a guest's scan 90 days after it was last opened, a finished one after 24 months, and never a member's or an example", async () => {
    const now = clock.at
    const made = await transact(database, async writer => {
      const scan = async (openedAt: number, finishedAt: number | null, organisationId?: string) =>
        (await makeAssessment(writer, { openedAt, finishedAt, ...(organisationId === undefined ? {} : { organisationId }) })).id
      const twoYears = new Date(now)
      twoYears.setUTCMonth(twoYears.getUTCMonth() - 24)
      return {
        goes: [await scan(now - 90 * day, null), await scan(twoYears.getTime(), 1)],
        stays: [
          await scan(now - 90 * day + 1, null),
          await scan(twoYears.getTime() + 1, 1),
          await scan(0, null, (await makeMembership(writer)).organisationId),
          await scan(0, 1, (await makeOrganisation(writer, { example: true })).id),
        ],
      }
    })
    const companies = await reader.$count(organisations)
    expect(await endLifetimes(world)).toMatchObject({ scans: 2 })
    const left = new Set((await reader.select({ id: assessments.id }).from(assessments)).map(({ id }) => id))
    expect(made.goes.filter(id => left.has(id))).toEqual([])
    expect(made.stays.filter(id => !left.has(id))).toEqual([])
    expect(await reader.$count(organisations)).toBe(companies - 2)
    expect(await endLifetimes(world)).toEqual({ scans: 0, others: 0 })
  })

  it('take browsers that did not come back for 400 days, and codes thirty days after they expired', async () => {
    const now = clock.at
    const rows = await transact(database, async writer => {
      const stays = await makeBrowserKey(writer, { seenAt: now - 400 * day + 1 })
      const scan = await makeAssessment(writer, { openedAt: now })
      await makeBrowserKeyAssessment(writer, { keyHash: stays.hash, assessmentId: scan.id })
      return {
        goes: await makeBrowserKey(writer, { seenAt: now - 400 * day }),
        stays,
        oldCode: await makePassOnCode(writer, { assessmentId: scan.id, expiresAt: now - 30 * day }),
        newCode: await makePassOnCode(writer, { assessmentId: scan.id, expiresAt: now - 30 * day + 1 }),
      }
    })
    expect(await endLifetimes(world)).toEqual({ scans: 0, others: 2 })
    expect(await reader.$count(browserKeys, eq(browserKeys.hash, rows.goes.hash))).toBe(0)
    expect(await reader.$count(browserKeys, eq(browserKeys.hash, rows.stays.hash))).toBe(1)
    expect((await reader.select().from(passOnCodes)).map(({ hash }) => hash)).toEqual([rows.newCode.hash])
  })

  it('take links of reminders once they have expired, and addresses for a diary that open nothing any more', async () => {
    const { user, own } = await transact(database, async writer => {
      const user = await makeUser(writer)
      for (const [hash, expiresAt] of [['over', clock.at], ['works', clock.at + 1]] as const) await writer.insert(reminderLinks).values({ hash, userId: user.id, createdAt: 0, expiresAt })
      const { organisationId } = await makeMembership(writer)
      await makeCalendarFeed(writer, { organisationId })
      return { user, own: await makeCalendarFeed(writer, { organisationId: (await makeMembership(writer, { userId: user.id })).organisationId, userId: user.id }) }
    })
    expect(await endLifetimes(world)).toEqual({ scans: 0, others: 2 })
    expect((await reader.select().from(reminderLinks).where(eq(reminderLinks.userId, user.id))).map(({ hash }) => hash)).toEqual(['works'])
    expect((await reader.select().from(calendarFeeds)).map(({ id }) => id)).toEqual([own.id])
  })
})
