/** Letters about what is due: who gets one, when, and how they are turned off. */
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { memberships, users } from '#db/people-tables.ts'
import { makeAction } from '#db/plan-makers.ts'
import { actions, reminderLinks, type Action } from '#db/plan-tables.ts'
import { organisations } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { auditLog, outbox } from '#db/work-tables.ts'
import { lettersFor } from '#app/auth/test-account.ts'
import type { Member } from '#app/auth/guards.server.ts'
import { memberOf, scanBy } from '#app/assessments/test-company.ts'
import { day, testWorld } from '#app/assessments/test-scan.ts'
import { queueLetter, sendDue } from '#app/mail/outbox.server.ts'
import { dutchDay } from '#app/core/actions.ts'
import { kindOn, writeReminders } from './reminders.server.ts'
import { linkKept, lookUpReminderLink, remindersOn, turnRemindersOff } from './reminders-off.server.ts'

const { world, database, clock, ready } = testWorld()
beforeAll(ready)
const origin = 'https://paraat.example'
const inDays = (days: number) => dutchDay(clock.at + days * day)

async function due(member: Member, given: Partial<Action> = {}): Promise<Action> {
  return await transact(database, writer => makeAction(writer, { organisationId: member.organisation.id, ownerId: member.user.id, dueOn: inDays(0), ...given }))
}
const letters = async (member: Member) => await lettersFor(world, member.user.email)
/** The secret in the address that turns reminders off in the last letter. */
const tokenOf = async (member: Member) => (await letters(member)).at(-1)!.unsubscribe!.split('/').at(-1)!

describe('a reminder', () => {
  it('is due on the day, and from a week to two days before', () => {
    const kinds = [-1, 0, 1, 2, 7, 8].map(ahead => kindOn('2026-03-25', new Date(Date.UTC(2026, 2, 25 + ahead)).toISOString().slice(0, 10)))
    expect(kinds).toEqual([null, 'day', null, 'week', 'week', null])
    expect([kindOn('2026-10-24', '2026-10-31'), kindOn('2026-10-25', '2026-10-25')]).toEqual(['week', 'day'])
  })

  it('comes a week before and on the day, each once, whatever runs how often', async () => {
    const member = await memberOf(world, 'editor')
    const action = await due(member, { title: 'Noodkaart ophangen', dueOn: inDays(8) })
    const counts: number[] = []
    for (let days = 0; days <= 9; days += 1) {
      await Promise.all([writeReminders(world, origin), writeReminders(world, origin)])
      counts.push((await letters(member)).length)
      clock.at += day
    }
    expect(counts).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 2, 2])
    const [week, today] = await letters(member)
    expect([week!.subject, today!.subject]).toEqual(['Binnenkort in je plan: 1 actie', 'Vandaag in je plan: 1 actie'])
    expect(week!.text).toContain('Noodkaart ophangen')
    expect(week!.subject + today!.subject).not.toContain('Noodkaart')
    expect(today!.text).toContain(`${origin}/bedrijf/${action.organisationId}`)
  })

  it('still comes when days were missed, as long as it is two days ahead', async () => {
    const [early, late] = [await memberOf(world), await memberOf(world)]
    await due(early, { dueOn: inDays(2) })
    await due(late, { dueOn: inDays(1) })
    await writeReminders(world, origin)
    expect([(await letters(early)).length, (await letters(late)).length]).toEqual([1, 0])
    clock.at += day
    await writeReminders(world, origin)
    expect([(await letters(early)).length, (await letters(late)).length]).toEqual([1, 1])
  })

  it('is one letter for all that one person has to do, in that person’s language, with the page of each', async () => {
    const member = await memberOf(world, 'owner')
    const scan = await scanBy(world, member, { finished: true })
    await transact(database, async writer => void (await writer.update(users).set({ language: 'en' }).where(eq(users.id, member.user.id))))
    const first = await due(member, { title: 'Test the generator' })
    await due(member, { title: 'Call the fitter', dueOn: inDays(5), state: 'busy' })
    for (let count = 0; count < 25; count += 1) await due(member, { title: `Small thing ${count}`, dueOn: inDays(6) })
    expect(await writeReminders(world, origin)).toMatchObject({ letters: 1, actions: 27, refused: 0 })
    const [letter, ...more] = await letters(member)
    expect(more).toEqual([])
    expect(letter).toMatchObject({ subject: 'Today in your plan: 1 action', language: 'en' })
    for (const words of ['Test the generator', 'Call the fitter', 'And 7 more.', `${origin}/en/scan/${scan}/plan/${first.id}`, 'Bakkerij Jansen']) expect(letter!.text).toContain(words)
    await due(member, { title: 'Thought of later' })
    expect(await writeReminders(world, origin)).toMatchObject({ letters: 0 })
  })

  it('does not come for what is done, declined or taken out, nor to who may not see the plan, left, leaves, or wants none', async () => {
    const member = await memberOf(world)
    await due(member, { state: 'done' })
    await due(member, { state: 'declined' })
    await due(member, { removedAt: clock.at })
    await due(member, { ownerId: null, ownerName: 'Bram' })
    const contributor = await memberOf(world, 'contributor')
    const [left, leaving, closing, without] = [await memberOf(world), await memberOf(world), await memberOf(world), await memberOf(world)]
    for (const one of [contributor, left, leaving, closing, without]) await due(one)
    await transact(database, async writer => {
      await writer.delete(memberships).where(eq(memberships.userId, left.user.id))
      await writer.update(users).set({ deletionAt: clock.at + day }).where(eq(users.id, leaving.user.id))
      await writer.update(organisations).set({ deletionAt: clock.at + day }).where(eq(organisations.id, closing.organisation.id))
      await writer.update(users).set({ reminders: false }).where(eq(users.id, without.user.id))
    })
    expect(await writeReminders(world, origin)).toEqual({ letters: 0, actions: 0, refused: 0 })
    for (const one of [member, contributor, left, leaving, closing, without]) expect(await letters(one)).toEqual([])
  })

  it('comes again for another date, and waits for the next morning where today’s letters are used up', async () => {
    const member = await memberOf(world)
    const action = await due(member, { dueOn: inDays(7) })
    const letter = { subject: 'x', text: 'x', html: 'x', language: 'nl' as const, recipient: member.user.email }
    await transact(database, async writer => {
      for (let count = 0; count < 3; count += 1) await queueLetter(writer, letter, clock.at)
    })
    expect(await writeReminders(world, origin)).toMatchObject({ letters: 0, refused: 1 })
    expect(await database.reader.$count(reminderLinks, eq(reminderLinks.userId, member.user.id))).toBe(0)
    const written = async () => (await letters(member)).filter(one => one.unsubscribe !== null).length
    clock.at += day
    await writeReminders(world, origin)
    expect(await written()).toBe(1)
    await transact(database, async writer => void (await writer.update(actions).set({ dueOn: inDays(9) }).where(eq(actions.id, action.id))))
    clock.at += 2 * day
    await writeReminders(world, origin)
    expect(await written()).toBe(2)
  })

  it('does not come a second time for a date that was put back', async () => {
    const member = await memberOf(world)
    const on = inDays(6)
    const action = await due(member, { dueOn: on })
    const redate = async (dueOn: string) => await transact(database, async writer => void (await writer.update(actions).set({ dueOn }).where(eq(actions.id, action.id))))
    await writeReminders(world, origin)
    await redate(inDays(30))
    await redate(on)
    clock.at += day
    await writeReminders(world, origin)
    expect((await letters(member)).map(({ subject }) => subject)).toEqual(['Binnenkort in je plan: 1 actie'])
    clock.at += 5 * day
    await writeReminders(world, origin)
    expect((await letters(member)).length).toBe(2)
  })
})

describe('turning reminders off', () => {
  it('takes the secret of a letter, of which only the hash is stored, and is noted once', async () => {
    const member = await memberOf(world)
    await due(member)
    await writeReminders(world, origin)
    const token = await tokenOf(member)
    expect((await letters(member))[0]!.text).toContain(`${origin}/herinneringen-uit/${token}`)
    expect(JSON.stringify(await database.reader.select().from(reminderLinks))).not.toContain(token)
    expect(await lookUpReminderLink(database.reader, token, clock.at)).toEqual({ userId: member.user.id, on: true })
    expect(await Promise.all(Array.from({ length: 20 }, () => turnRemindersOff(world, token)))).toEqual(Array.from({ length: 20 }, () => true))
    expect(await remindersOn(database.reader, member.user.id)).toBe(false)
    const noted = await database.reader.select().from(auditLog).where(eq(auditLog.userId, member.user.id))
    expect(noted.map(({ event }) => event).filter(event => event === 'remindersOff')).toHaveLength(1)
  })

  it('works for a year, and for nobody with another secret', async () => {
    const member = await memberOf(world)
    await due(member)
    await writeReminders(world, origin)
    const token = await tokenOf(member)
    expect(await turnRemindersOff(world, `${token.slice(1)}x`)).toBe(false)
    clock.at += linkKept
    expect(await turnRemindersOff(world, token)).toBe(false)
    expect(await remindersOn(database.reader, member.user.id)).toBe(true)
  })

  it('leaves no secret in the outbox once the letter has gone', async () => {
    const member = await memberOf(world)
    await due(member)
    await writeReminders(world, origin)
    const token = await tokenOf(member)
    const sent: (string | null | undefined)[] = []
    await sendDue(database, { send: letter => Promise.resolve(void sent.push(letter.unsubscribe)), close: () => undefined }, world.now)
    expect(sent).toContain(`${origin}/herinneringen-uit/${token}`)
    expect(JSON.stringify(await database.reader.select().from(outbox).where(eq(outbox.recipient, member.user.email)))).not.toContain(token)
  })
})
