/** A plan as people change it: once, not over each other, and with what a diary has to know. */
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeMembership } from '#db/makers.ts'
import { memberships } from '#db/people-tables.ts'
import { actions, type Action } from '#db/plan-tables.ts'
import { makeAction } from '#db/plan-makers.ts'
import { transact } from '#db/transact.server.ts'
import { begin, day, testWorld } from '#app/assessments/test-scan.ts'
import type { Scan } from '#app/assessments/scan.server.ts'
import { carried, carriedIn, readAction, typedAction, undoOf, valueOf, type TypedAction } from './action-form.ts'
import { addAction, changeAction, mostActions, noteAnswersAfter, putActionBack, removeAction, setActionState, type ActionFields } from './change-plan.server.ts'
import { actionOf, actionsOf } from './plan.server.ts'

const { world, database, clock, ready } = testWorld()
beforeAll(ready)

const fields = { title: 'Sleutel bij de buren', ownerId: null, ownerName: 'Bram', dueOn: '2026-12-01', note: 'bel eerst' } satisfies ActionFields

async function withAction() {
  const { scan } = await begin(world)
  const added = await addAction(world, scan, fields, randomUUID())
  if (!added.ok) throw new Error(added.reason)
  return { scan, action: added.action }
}
const stored = async (scan: Scan, id: string) => await actionOf(database.reader, scan.assessment, id)

describe('an own action', () => {
  it('is added once, however often its form is sent', async () => {
    const { scan } = await begin(world)
    const once = randomUUID()
    const all = await Promise.all(Array.from({ length: 50 }, () => addAction(world, scan, fields, once)))
    expect(new Set(all.map(one => (one.ok ? one.action.id : one.reason))).size).toBe(1)
    expect(await actionsOf(database.reader, scan.assessment)).toMatchObject([{ ...fields, state: 'open', sequence: 0, version: 1, measureId: null }])
  })
  it('is not found by the form of another company', async () => {
    const { scan } = await begin(world)
    const once = randomUUID()
    await addAction(world, scan, fields, once)
    const other = await begin(world)
    await expect(addAction(world, other.scan, fields, once)).rejects.toMatchObject({ status: 404 })
    expect(await actionsOf(database.reader, other.scan.assessment)).toEqual([])
  })
  it('is refused in a plan that is full', async () => {
    const { scan } = await begin(world)
    const { organisationId } = scan.assessment
    await transact(database, async writer => {
      for (let n = 0; n < mostActions; n++) await makeAction(writer, { organisationId })
    })
    expect(await addAction(world, scan, fields, randomUUID())).toEqual({ ok: false, reason: 'full' })
    const [first] = await actionsOf(database.reader, scan.assessment)
    await removeAction(world, scan, first!.id, 1)
    expect(await addAction(world, scan, fields, randomUUID())).toMatchObject({ ok: true })
  })
})

describe('changing an action', () => {
  it('shows what somebody else saved in the meantime, and writes nothing', async () => {
    const { scan, action } = await withAction()
    expect(await changeAction(world, scan, action.id, 1, { ...fields, note: 'van mij' })).toMatchObject({ ok: true, action: { version: 2 } })
    expect(await changeAction(world, scan, action.id, 1, { ...fields, note: 'van jou' })).toMatchObject({ ok: false, reason: 'changed', now: { note: 'van mij', version: 2 } })
    expect(await stored(scan, action.id)).toMatchObject({ note: 'van mij', version: 2 })
  })
  it('is done once when it is sent twice', async () => {
    const { scan, action } = await withAction()
    const change = () => changeAction(world, scan, action.id, 1, { ...fields, dueOn: '2026-12-24' })
    const all = await Promise.all(Array.from({ length: 20 }, change))
    expect(all.every(one => one.ok)).toBe(true)
    expect(await stored(scan, action.id)).toMatchObject({ dueOn: '2026-12-24', version: 2, sequence: 1 })
  })
  it('never gives a measure another title', async () => {
    const { scan } = await begin(world)
    const { organisationId, questionnaireHash } = scan.assessment
    const [measure] = scan.questionnaire.measures
    const row = await transact(database, writer => makeAction(writer, { organisationId, measureId: measure!.id, questionnaireHash }))
    expect(await changeAction(world, scan, row.id, 1, { ...fields, title: 'Anders' })).toMatchObject({ ok: true, action: { title: null, note: 'bel eerst' } })
  })
  it('gives it to a member who may change the plan, and to nobody else', async () => {
    const { scan, action } = await withAction()
    const { organisationId } = scan.assessment
    const [editor, reader, stranger] = await transact(database, async writer => [
      await makeMembership(writer, { organisationId, role: 'editor' }),
      await makeMembership(writer, { organisationId, role: 'reader' }),
      await makeMembership(writer),
    ])
    const give = (userId: string, version: number) => changeAction(world, scan, action.id, version, { ...fields, ownerName: null, ownerId: userId })
    expect(await give(reader.userId, 1)).toEqual({ ok: false, reason: 'owner' })
    expect(await give(stranger.userId, 1)).toEqual({ ok: false, reason: 'owner' })
    expect(await give(editor.userId, 1)).toMatchObject({ ok: true, action: { ownerId: editor.userId, sequence: 1 } })
  })
  it('of another company or another site finds nothing', async () => {
    const { scan, action } = await withAction()
    const other = await begin(world)
    expect(await removeAction(world, other.scan, action.id, 1)).toEqual({ ok: false, reason: 'notFound' })
    const site: Scan = { ...scan, assessment: { ...scan.assessment, site: scan.assessment.id } }
    expect(await removeAction(world, site, action.id, 1)).toEqual({ ok: false, reason: 'notFound' })
    expect(await stored(scan, action.id)).toMatchObject({ removedAt: null, version: 1 })
  })
})

describe('undoing what was saved on the page of an action', () => {
  const formOf = (values: Readonly<Record<string, string>>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(values)) form.set(name, value.replaceAll('\n', '\r\n'))
    return form
  }
  /** Posts a form of the page as the route does: what became of it, and the form that undoes it. */
  async function post(scan: Scan, id: string, values: Readonly<Record<string, string>>) {
    const form = formOf(values)
    const change = await changeAction(world, scan, id, Number(values.version), readAction(typedAction(form), true).fields)
    return { change, undo: change.ok ? undoOf(carriedIn(form), change.action) : null }
  }
  const pageForm = (action: Action, typed: Partial<TypedAction>) => ({ ...carried(valueOf(action)), version: String(action.version), ...valueOf(action), ...typed })
  const everything = { title: 'Reservesleutel', ownerName: '', dueOn: '2027-01-04', note: 'bel eerst\nna vieren' }

  it('puts back every field as it was, also one that was empty; a diary hears of both', async () => {
    const { scan, action } = await withAction()
    const saved = await post(scan, action.id, pageForm(action, everything))
    expect(saved.change).toMatchObject({ ok: true, action: { title: 'Reservesleutel', ownerName: null, dueOn: '2027-01-04', note: 'bel eerst\nna vieren', sequence: 1 } })
    const undone = await post(scan, action.id, saved.undo!)
    expect(undone.change).toMatchObject({ ok: true, action: { ...action, sequence: 2, version: 3 } })
    const again = await post(scan, action.id, undone.undo!)
    expect(again.change).toMatchObject({ ok: true, action: { ...fields, title: 'Reservesleutel', ownerName: null, dueOn: '2027-01-04', note: 'bel eerst\nna vieren', sequence: 3 } })
  })
  it('is done once when it is sent twice, and is offered again where the save was', async () => {
    const { scan, action } = await withAction()
    const saves = await Promise.all(Array.from({ length: 20 }, () => post(scan, action.id, pageForm(action, everything))))
    const [first, ...more] = saves.map(({ undo }) => undo)
    for (const one of more) expect(one).toEqual(first)
    const undone = await Promise.all(Array.from({ length: 20 }, () => post(scan, action.id, first!)))
    expect(undone.every(({ change }) => change.ok)).toBe(true)
    expect(await stored(scan, action.id)).toMatchObject({ ...fields, sequence: 2, version: 3 })
  })
  it('writes nothing over what a colleague saved since, and shows that', async () => {
    const { scan, action } = await withAction()
    const saved = await post(scan, action.id, pageForm(action, everything))
    await changeAction(world, scan, action.id, 2, { ...fields, note: 'van een collega' })
    expect((await post(scan, action.id, saved.undo!)).change).toMatchObject({ ok: false, reason: 'changed', now: { note: 'van een collega', version: 3 } })
    expect(await stored(scan, action.id)).toMatchObject({ note: 'van een collega', version: 3, sequence: 2 })
  })
  it('is not offered where nothing changed, nor where the form did not say what stood there', async () => {
    const { scan, action } = await withAction()
    expect((await post(scan, action.id, pageForm(action, {}))).undo).toBeNull()
    expect((await post(scan, action.id, { version: '1', ...valueOf(action), ...everything })).undo).toBeNull()
  })
  it('gives it back to nobody who may no longer change the plan', async () => {
    const { scan, action } = await withAction()
    const { organisationId } = scan.assessment
    const editor = await transact(database, writer => makeMembership(writer, { organisationId, role: 'editor' }))
    const given = await changeAction(world, scan, action.id, 1, { ...fields, ownerName: null, ownerId: editor.userId })
    if (!given.ok) throw new Error(given.reason)
    const saved = await post(scan, action.id, pageForm(given.action, { owner: '', note: '' }))
    await transact(database, async writer => void (await writer.update(memberships).set({ role: 'reader' }).where(eq(memberships.userId, editor.userId))))
    expect((await post(scan, action.id, saved.undo!)).change).toEqual({ ok: false, reason: 'owner' })
    expect(await stored(scan, action.id)).toMatchObject({ ownerId: null, note: null, version: 3 })
  })
})

describe('the state of an action', () => {
  it('says since when it is so; a diary hears of done and not of busy', async () => {
    const { scan, action } = await withAction()
    clock.at += day
    expect(await setActionState(world, scan, action.id, 1, 'busy', null)).toMatchObject({ ok: true, action: { state: 'busy', stateAt: clock.at, sequence: 0, version: 2 } })
    clock.at += day
    expect(await setActionState(world, scan, action.id, 2, 'done', null)).toMatchObject({ ok: true, before: { state: 'busy' }, action: { state: 'done', stateAt: clock.at, sequence: 1, version: 3 } })
    clock.at += day
    expect(await setActionState(world, scan, action.id, 1, 'done', null)).toMatchObject({ ok: true, action: { stateAt: clock.at - day, version: 3 } })
  })
  it('is declined with a reason only, which comes back when that is undone twice', async () => {
    const { scan, action } = await withAction()
    expect(await setActionState(world, scan, action.id, 1, 'declined', null)).toEqual({ ok: false, reason: 'reason' })
    expect(await setActionState(world, scan, action.id, 1, 'declined', 'te duur')).toMatchObject({ ok: true, action: { state: 'declined', reason: 'te duur' } })
    await setActionState(world, scan, action.id, 2, 'open', null)
    expect(await setActionState(world, scan, action.id, 3, 'declined', null)).toMatchObject({ ok: true, action: { reason: 'te duur', sequence: 3 } })
  })
  it('is not changed over a colleague who changed it first', async () => {
    const { scan, action } = await withAction()
    await setActionState(world, scan, action.id, 1, 'done', null)
    expect(await setActionState(world, scan, action.id, 1, 'busy', null)).toMatchObject({ ok: false, reason: 'changed', now: { state: 'done' } })
  })
  it('keeps what was said about its answers until it is no longer done', async () => {
    const { scan, action } = await withAction()
    expect(await noteAnswersAfter(world, scan, action.id, 1, 'left')).toMatchObject({ ok: true, action: { answersAfter: null } })
    await setActionState(world, scan, action.id, 1, 'done', null)
    expect(await noteAnswersAfter(world, scan, action.id, 2, 'left')).toMatchObject({ ok: true, action: { answersAfter: 'left', sequence: 1 } })
    expect(await setActionState(world, scan, action.id, 3, 'open', null)).toMatchObject({ ok: true, action: { answersAfter: null } })
  })
})

describe('taking an action out', () => {
  it('can be undone; a diary hears of both', async () => {
    const { scan, action } = await withAction()
    expect(await removeAction(world, scan, action.id, 1)).toMatchObject({ ok: true, action: { removedAt: clock.at, sequence: 1 } })
    expect(await removeAction(world, scan, action.id, 1)).toMatchObject({ ok: true, action: { version: 2 } })
    expect(await putActionBack(world, scan, action.id, 2)).toMatchObject({ ok: true, action: { removedAt: null, sequence: 2, note: 'bel eerst' } })
    expect(await database.reader.$count(actions, eq(actions.id, action.id))).toBe(1)
  })
})
