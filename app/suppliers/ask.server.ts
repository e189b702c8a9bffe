/** Links with which a company asks a supplier how long he would last: made, listed, ended, opened. */
import { and, asc, desc, eq, gt, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import type { Reader, World, Writer } from '#db/open.server.ts'
import { supplierLinks, supplierScans } from '#db/plan-tables.ts'
import type { SupplierLink } from '#db/plan-tables.ts'
import { assessments } from '#db/schema.ts'
import type { Assessment } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { audit } from '#app/auth/audit.server.ts'
import { hashSecret } from '#app/auth/secret.server.ts'
import type { Scan } from '#app/assessments/scan.server.ts'
import type { Figures } from './figures.ts'

const day = 24 * 60 * 60 * 1000
/** How long a supplier has, in days. */
export const linkDays = 90
/** How long what was sent through a link is kept after the link ended, in days. */
export const endedLinkDays = 365
/** How many links of one company, or of one site of it, can stand in its list. */
export const mostSuppliers = 100

type About = Pick<Assessment, 'organisationId' | 'site'>

/** The links of a company, or of one site of it: those of the other sites are not among them. */
const ofLine = ({ organisationId, site }: About) => and(eq(supplierLinks.organisationId, organisationId), sql`${supplierLinks.site} is ${site}`)

export type NewAsk = {
  /** 256 random bits that came with the form, so that a repeated form has one effect and one answer; only the hash is stored */
  readonly token: string
  readonly label: string
  readonly asker: string
}
export type Asked = { readonly ok: true; readonly expiresAt: number } | { readonly ok: false; readonly reason: 'tooMany' | 'taken' }

/** Makes a link for one supplier; a repeat of the same form makes no second one. */
export async function askSupplier(world: World, { assessment, user }: Scan, { token, label, asker }: NewAsk): Promise<Asked> {
  const now = world.now()
  const hash = hashSecret(token)
  const { organisationId, site } = assessment
  return await transact(world.database, async (writer): Promise<Asked> => {
    const [known] = await writer.select().from(supplierLinks).where(eq(supplierLinks.hash, hash))
    if (known !== undefined) return known.organisationId === organisationId ? { ok: true, expiresAt: known.expiresAt } : { ok: false, reason: 'taken' }
    if ((await writer.$count(supplierLinks, ofLine(assessment))) >= mostSuppliers) return { ok: false, reason: 'tooMany' }
    const id = crypto.randomUUID()
    const createdBy = user?.id ?? null
    const expiresAt = now + linkDays * day
    await writer.insert(supplierLinks).values({ id, hash, organisationId, site, label, asker, createdBy, onceKey: hash, createdAt: now, expiresAt })
    await audit(writer, now, { event: 'supplierAsked', userId: createdBy, organisationId, subjectId: id })
    return { ok: true, expiresAt }
  })
}

/** A link as its company sees it; `received` is null while nothing stands there. */
export type AskedSupplier = { readonly link: SupplierLink; readonly received: { readonly hours: Figures; readonly sentAt: number } | null }

/** The links of a company or a site, the oldest first, each with what was sent last. What came from a scan that was deleted is gone. */
export async function suppliersOf(reader: Reader, about: About): Promise<AskedSupplier[]> {
  const links = await reader.select().from(supplierLinks).where(ofLine(about)).orderBy(asc(supplierLinks.createdAt), asc(supplierLinks.id))
  const rows = await reader
    .select({ linkId: supplierScans.linkId, hours: supplierScans.hours, sentAt: supplierScans.sentAt })
    .from(supplierScans)
    .innerJoin(supplierLinks, eq(supplierLinks.id, supplierScans.linkId))
    .innerJoin(assessments, eq(assessments.id, supplierScans.assessmentId))
    .where(and(ofLine(about), isNotNull(supplierScans.hours), isNull(assessments.removedAt)))
    .orderBy(desc(supplierScans.sentAt))
  return links.map(link => {
    const row = rows.find(one => one.linkId === link.id)
    return { link, received: row === undefined || row.hours === null || row.sentAt === null ? null : { hours: row.hours, sentAt: row.sentAt } }
  })
}

/** Ends a link: nobody opens it or sends through it any more. What was sent stays; where nothing was, the link goes for good. */
export async function endSupplierLink(world: World, { assessment, user }: Scan, id: string): Promise<void> {
  const now = world.now()
  await transact(world.database, async writer => {
    const mine = and(eq(supplierLinks.id, id), ofLine(assessment), gt(supplierLinks.expiresAt, now))
    const [link] = await writer.select({ id: supplierLinks.id }).from(supplierLinks).where(mine)
    if (link === undefined) return
    const sent = await writer.$count(supplierScans, and(eq(supplierScans.linkId, id), isNotNull(supplierScans.hours)))
    if (sent > 0) await writer.update(supplierLinks).set({ expiresAt: now }).where(mine)
    else await writer.delete(supplierLinks).where(mine)
    await audit(writer, now, { event: 'supplierLinkEnded', userId: user?.id ?? null, organisationId: assessment.organisationId, subjectId: id })
  })
}

/** Takes a link that has ended out of the list, with what was sent through it. */
export async function forgetSupplier(world: World, { assessment }: Scan, id: string): Promise<void> {
  const now = world.now()
  await transact(world.database, async writer => void (await writer.delete(supplierLinks).where(and(eq(supplierLinks.id, id), ofLine(assessment), lte(supplierLinks.expiresAt, now)))))
}

/** The link with this secret, while it works; else null. */
export async function openSupplierLink(world: World, token: string): Promise<SupplierLink | null> {
  const [link] = await world.database.reader
    .select()
    .from(supplierLinks)
    .where(and(eq(supplierLinks.hash, hashSecret(token)), gt(supplierLinks.expiresAt, world.now())))
  return link ?? null
}

/** Deletes the links that ended so long ago that their figures say nothing any more, inside the caller's transaction. Says how many. */
export async function removeEndedLinks(writer: Writer, now: number): Promise<number> {
  const gone = await writer.delete(supplierLinks).where(lte(supplierLinks.expiresAt, now - endedLinkDays * day)).returning({ id: supplierLinks.id })
  return gone.length
}
