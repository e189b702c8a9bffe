/** Drills: begun from a finished scan, noted down by one or more at once, held once. */
import { randomUUID } from 'node:crypto'
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Reader, World, Writer } from '#db/open.server.ts'
import { drills, type Drill } from '#db/plan-tables.ts'
import { assessments } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import type { About } from '#app/assessments/line.server.ts'
import type { Scan } from '#app/assessments/scan.server.ts'

export type Notes = Readonly<Record<string, string>>

function ofLine({ organisationId, site }: About) {
  return and(eq(drills.organisationId, organisationId), sql`${assessments.site} is ${site}`)
}

/** The drills of a company or a site, the newest first, without those that were taken off the list. */
export async function drillsOf(reader: Reader, about: About): Promise<Drill[]> {
  const rows = await reader
    .select({ drill: drills })
    .from(drills)
    .innerJoin(assessments, eq(assessments.id, drills.assessmentId))
    .where(and(ofLine(about), isNull(drills.removedAt)))
    .orderBy(desc(drills.createdAt), desc(drills.id))
  return rows.map(({ drill }) => drill)
}

/** One drill of this company or site, taken off the list or not; null where there is none with this id. */
export async function drillOf(reader: Reader, about: About, id: string): Promise<Drill | null> {
  const [row] = await reader
    .select({ drill: drills })
    .from(drills)
    .innerJoin(assessments, eq(assessments.id, drills.assessmentId))
    .where(and(ofLine(about), eq(drills.id, id)))
  return row?.drill ?? null
}

/**
 * Begins a drill from this finished scan; a repeat of the same once-key finds the first. `scenario`: an id of its questionnaire. Throws a
 * 404 where the key is another company's.
 */
export async function beginDrill(world: World, scan: Scan, scenario: string, onceKey: string): Promise<Drill> {
  const { id: assessmentId, organisationId, finishedAt } = scan.assessment
  if (finishedAt === null || !scan.questionnaire.scenarios.some(({ id }) => id === scenario)) throw new Error(`no drill of ${scenario} from ${assessmentId}`)
  return await transact(world.database, async writer => {
    const [first] = await writer.select().from(drills).where(eq(drills.onceKey, onceKey))
    if (first !== undefined) {
      if (first.organisationId !== organisationId) throw new Response(null, { status: 404 })
      return first
    }
    const values = { id: randomUUID(), organisationId, assessmentId, scenario, notes: {}, exercised: [], createdBy: scan.user?.id ?? null, onceKey, createdAt: world.now() }
    const [drill] = await writer.insert(drills).values(values).returning()
    return drill!
  })
}

/** `changed`: somebody noted something else in the meantime; `now` is what stands there, and nothing was written. */
export type DrillChange =
  | { readonly ok: true; readonly drill: Drill; readonly first: boolean }
  | { readonly ok: false; readonly reason: 'changed'; readonly now: Drill }
  | { readonly ok: false; readonly reason: 'notFound' | 'held' }

/** Keeps the notes of a drill, on the version that was read. What is there already in the same words is no conflict. */
export async function saveNotes(world: World, about: About, id: string, version: number, notes: Notes): Promise<DrillChange> {
  return await change(world, about, id, async (writer, drill) => {
    if (sameNotes(drill.notes, notes)) return { ok: true, drill, first: false }
    if (drill.heldAt !== null) return { ok: false, reason: 'held' }
    if (drill.version !== version) return { ok: false, reason: 'changed', now: drill }
    return await put(writer, drill, { notes })
  })
}

/** The plan has room for `room` more actions only; nothing was written. */
export type Full = { readonly ok: false; readonly reason: 'full'; readonly room: number }

/**
 * Closes a drill: it was held now, and exercised these questions. `also` is written along, in the same transaction. A drill that is held
 * already stays as it is, and nothing is written along a second time. Where `also` finds no room, the drill stays open.
 */
export async function holdDrill(
  world: World,
  about: About,
  id: string,
  held: { readonly version: number; readonly notes: Notes; readonly exercised: readonly string[] },
  also: (writer: Writer) => Promise<{ readonly ok: true } | Full>,
): Promise<DrillChange | Full> {
  return await change(world, about, id, async (writer, drill) => {
    if (drill.heldAt !== null) return { ok: true, drill, first: false }
    if (drill.version !== held.version && !sameNotes(drill.notes, held.notes)) return { ok: false, reason: 'changed', now: drill }
    const along = await also(writer)
    if (!along.ok) return along
    return await put(writer, drill, { notes: held.notes, exercised: [...held.exercised], heldAt: world.now(), removedAt: null })
  })
}

/** Takes a drill that was not held off the list, or puts it back. */
export async function removeDrill(world: World, about: About, id: string, removed: boolean): Promise<DrillChange> {
  return await change(world, about, id, async (writer, drill) => {
    if (drill.heldAt !== null) return { ok: false, reason: 'held' }
    if ((drill.removedAt !== null) === removed) return { ok: true, drill, first: false }
    return await put(writer, drill, { removedAt: removed ? world.now() : null })
  })
}

async function change<T>(world: World, about: About, id: string, decide: (writer: Writer, drill: Drill) => Promise<DrillChange | T>): Promise<DrillChange | T> {
  return await transact(world.database, async writer => {
    const drill = await drillOf(writer, about, id)
    return drill === null ? { ok: false, reason: 'notFound' } : await decide(writer, drill)
  })
}

async function put(writer: Writer, drill: Drill, set: Partial<Pick<Drill, 'notes' | 'exercised' | 'heldAt' | 'removedAt'>>): Promise<DrillChange> {
  const [row] = await writer.update(drills).set({ ...set, version: drill.version + 1 }).where(eq(drills.id, drill.id)).returning()
  return { ok: true, drill: row!, first: true }
}

function sameNotes(a: Notes, b: Notes): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every(step => (a[step] ?? '') === (b[step] ?? ''))
}
