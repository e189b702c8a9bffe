/** Trial hours: planned, moved, ticked off, cancelled and put back. Nobody overwrites another silently. */
import { randomUUID } from 'node:crypto'
import { and, asc, eq, sql } from 'drizzle-orm'
import type { Reader, World, Writer } from '#db/open.server.ts'
import { trialHours, type TrialHour } from '#db/plan-tables.ts'
import { assessments } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import type { About } from '#app/assessments/line.server.ts'
import type { Scan } from '#app/assessments/scan.server.ts'

/** So many trial hours a company, or one site of it, keeps. */
export const mostTrials = 50

/** When it is, by the clock in the Netherlands (2026-11-24, 09:30), and what was written about it. */
export type TrialFields = { readonly day: string; readonly time: string; readonly tell: string | null; readonly keepOn: string | null }

export type Planned = { readonly ok: true; readonly trial: TrialHour } | { readonly ok: false; readonly reason: 'full' }

/**
 * `changed`: somebody saved in the meantime; `now` is what stands there, and nothing was written. `held`: it has been, and stays as it
 * is. `notFound`: not of this company or site.
 */
export type TrialChange =
  | { readonly ok: true; readonly trial: TrialHour }
  | { readonly ok: false; readonly reason: 'changed' | 'held'; readonly now: TrialHour }
  | { readonly ok: false; readonly reason: 'notFound' }

/** A trial hour belongs to the line of the scan that it was planned from. */
function ofLine({ organisationId, site }: About) {
  return and(eq(trialHours.organisationId, organisationId), sql`${assessments.site} is ${site}`)
}

/** The trial hours of a company or site, the earliest first. */
export async function trialsOf(reader: Reader, about: About): Promise<TrialHour[]> {
  const rows = await reader
    .select({ trial: trialHours })
    .from(trialHours)
    .innerJoin(assessments, eq(assessments.id, trialHours.assessmentId))
    .where(ofLine(about))
    .orderBy(asc(trialHours.day), asc(trialHours.time), asc(trialHours.id))
  return rows.map(row => row.trial)
}

/** One trial hour of this company or site; null where it has none with this id. */
export async function trialOf(reader: Reader, about: About, id: string): Promise<TrialHour | null> {
  const [row] = await reader
    .select({ trial: trialHours })
    .from(trialHours)
    .innerJoin(assessments, eq(assessments.id, trialHours.assessmentId))
    .where(and(eq(trialHours.id, id), ofLine(about)))
  return row?.trial ?? null
}

/** Plans a trial hour; a repeat of the same once-key finds the first. Throws a 404 where the key is another company's. */
export async function planTrial(world: World, scan: Scan, fields: TrialFields, onceKey: string): Promise<Planned> {
  const { id: assessmentId, organisationId } = scan.assessment
  return await transact(world.database, async (writer): Promise<Planned> => {
    const [first] = await writer.select().from(trialHours).where(eq(trialHours.onceKey, onceKey))
    if (first !== undefined) {
      if (first.organisationId !== organisationId) throw new Response(null, { status: 404 })
      return { ok: true, trial: first }
    }
    if ((await trialsOf(writer, scan.assessment)).length >= mostTrials) return { ok: false, reason: 'full' }
    const [trial] = await writer
      .insert(trialHours)
      .values({ id: randomUUID(), organisationId, assessmentId, ...fieldsOf(fields), ticked: [], createdBy: scan.user?.id ?? null, onceKey, createdAt: world.now() })
      .returning()
    return { ok: true, trial: trial! }
  })
}

/** The listed fields and no others. */
function fieldsOf({ day, time, tell, keepOn }: TrialFields): TrialFields {
  return { day, time, tell, keepOn }
}

/** Moves a trial hour, or writes something else about it; a diary is told. */
export async function changeTrial(world: World, scan: Scan, id: string, version: number, fields: TrialFields): Promise<TrialChange> {
  return await change(world, scan, id, version, () => fieldsOf(fields))
}

/** Saves which points of the list are ticked. */
export async function tickTrial(world: World, scan: Scan, id: string, version: number, ticked: readonly string[]): Promise<TrialChange> {
  return await change(world, scan, id, version, () => ({ ticked: [...new Set(ticked)].sort() }))
}

/** Cancels a trial hour; it can be put back. */
export async function cancelTrial(world: World, scan: Scan, id: string, version: number): Promise<TrialChange> {
  return await change(world, scan, id, version, row => ({ cancelledAt: row.cancelledAt ?? world.now() }))
}

/** Puts a cancelled trial hour back. */
export async function putTrialBack(world: World, scan: Scan, id: string, version: number): Promise<TrialChange> {
  return await change(world, scan, id, version, () => ({ cancelledAt: null }))
}

type Next = Partial<Pick<TrialHour, 'day' | 'time' | 'tell' | 'keepOn' | 'ticked' | 'cancelledAt'>>

/** What is asked for a second time, or by two at once in the same words, is there already: that is no conflict. */
async function change(world: World, scan: Scan, id: string, version: number, decide: (row: TrialHour) => Next): Promise<TrialChange> {
  return await transact(world.database, async (writer): Promise<TrialChange> => {
    const row = await trialOf(writer, scan.assessment, id)
    if (row === null) return { ok: false, reason: 'notFound' }
    const next = decide(row)
    if (Object.entries(next).every(([name, value]) => JSON.stringify(row[name as keyof TrialHour]) === JSON.stringify(value))) return { ok: true, trial: row }
    if (row.heldAt !== null) return { ok: false, reason: 'held', now: row }
    if (row.version !== version) return { ok: false, reason: 'changed', now: row }
    return { ok: true, trial: await writeTrial(writer, row, next) }
  })
}

/** A diary shows everything but the ticks. */
async function writeTrial(writer: Writer, row: TrialHour, next: Next): Promise<TrialHour> {
  const sequence = row.sequence + ('ticked' in next ? 0 : 1)
  const [trial] = await writer
    .update(trialHours)
    .set({ ...next, sequence, version: row.version + 1 })
    .where(eq(trialHours.id, row.id))
    .returning()
  return trial!
}
