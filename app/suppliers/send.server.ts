/** What a supplier sends to who asked, and takes back: one figure for each scenario, from the scan that he shows. Nothing else leaves. */
import { and, asc, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Reader, World, Writer } from '#db/open.server.ts'
import { supplierLinks, supplierScans } from '#db/plan-tables.ts'
import { assessments, results } from '#db/schema.ts'
import type { Assessment } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import type { Scan } from '#app/assessments/scan.server.ts'
import { figuresOf, sameFigures, type Figures } from './figures.ts'

type About = Pick<Assessment, 'organisationId' | 'site'>

/** The scans about the same company or site: a newer one sends through the link that an older one was begun for. */
const scansOfLine = (connection: Reader | Writer, { organisationId, site }: About) =>
  connection.select({ id: assessments.id }).from(assessments).where(and(eq(assessments.organisationId, organisationId), sql`${assessments.site} is ${site}`))

/** Ties a scan to the link that it was chosen for; a repeat ties nothing more. */
export async function tieScan(world: World, linkId: string, assessmentId: string): Promise<void> {
  const now = world.now()
  await transact(world.database, writer => tieIn(writer, linkId, assessmentId, now))
}

/** As tieScan, inside the transaction in which the scan is begun. A link that has ended ties nothing. */
export async function tieIn(writer: Writer, linkId: string, assessmentId: string, now: number): Promise<void> {
  const open = await writer.$count(supplierLinks, and(eq(supplierLinks.id, linkId), gt(supplierLinks.expiresAt, now)))
  if (open > 0) await writer.insert(supplierScans).values({ linkId, assessmentId, createdAt: now, hours: null, sentAt: null }).onConflictDoNothing()
}

/** Who asked a company, and what stands there now. `open`: the link still takes figures; `sent`: null where nothing stands there. */
export type Asker = {
  readonly linkId: string
  readonly asker: string
  readonly open: boolean
  readonly sent: { readonly hours: Figures; readonly sentAt: number } | null
}

/** Who asked this company or site, the first first; a link that ended and has nothing of ours is not among them. */
export async function askersOf(world: World, about: About): Promise<Asker[]> {
  const { reader } = world.database
  const rows = await reader
    .select({ link: supplierLinks, hours: supplierScans.hours, sentAt: supplierScans.sentAt })
    .from(supplierScans)
    .innerJoin(supplierLinks, eq(supplierLinks.id, supplierScans.linkId))
    .where(inArray(supplierScans.assessmentId, scansOfLine(reader, about)))
    .orderBy(asc(supplierLinks.createdAt), asc(supplierLinks.id))
  const askers = new Map<string, Asker>()
  for (const { link, hours, sentAt } of rows) {
    const sent = hours === null || sentAt === null ? null : { hours, sentAt }
    const known = askers.get(link.id)
    askers.set(link.id, { linkId: link.id, asker: link.asker, open: link.expiresAt > world.now(), sent: sent ?? known?.sent ?? null })
  }
  return [...askers.values()].filter(one => one.open || one.sent !== null)
}

export type Sent = { readonly ok: true } | { readonly ok: false; readonly reason: 'ended' | 'nothing' }

/** Sends the figures of this finished scan, in the place of what stood there. A repeat changes nothing. */
export async function sendFigures(world: World, { assessment }: Scan, linkId: string): Promise<Sent> {
  const now = world.now()
  return await transact(world.database, async (writer): Promise<Sent> => {
    const mine = and(eq(supplierScans.linkId, linkId), inArray(supplierScans.assessmentId, scansOfLine(writer, assessment)))
    const tied = await writer.select().from(supplierScans).where(mine)
    const open = await writer.$count(supplierLinks, and(eq(supplierLinks.id, linkId), gt(supplierLinks.expiresAt, now)))
    if (tied.length === 0 || open === 0) return { ok: false, reason: 'ended' }
    const [stored] = await writer.select({ result: results.result }).from(results).where(eq(results.assessmentId, assessment.id))
    const hours = stored === undefined ? {} : figuresOf(stored.result)
    if (Object.keys(hours).length === 0) return { ok: false, reason: 'nothing' }
    const standing = tied.filter(one => one.hours !== null)
    if (standing.length === 1 && standing[0]!.assessmentId === assessment.id && sameFigures(standing[0]!.hours, hours)) return { ok: true }
    await writer.update(supplierScans).set({ hours: null, sentAt: null }).where(and(mine, isNotNull(supplierScans.hours)))
    await writer
      .insert(supplierScans)
      .values({ linkId, assessmentId: assessment.id, createdAt: now, hours, sentAt: now })
      .onConflictDoUpdate({ target: [supplierScans.linkId, supplierScans.assessmentId], set: { hours, sentAt: now } })
    return { ok: true }
  })
}

/** Takes back what was sent through this link; also after it ended. */
export async function withdrawFigures(world: World, { assessment }: Scan, linkId: string): Promise<void> {
  await transact(world.database, async writer => {
    const mine = and(eq(supplierScans.linkId, linkId), inArray(supplierScans.assessmentId, scansOfLine(writer, assessment)))
    await writer.update(supplierScans).set({ hours: null, sentAt: null }).where(and(mine, isNotNull(supplierScans.hours)))
  })
}
