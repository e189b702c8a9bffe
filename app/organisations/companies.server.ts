/** The companies of a user: which they are, what they are called, and adding one. */
import { and, desc, eq, isNull, ne } from 'drizzle-orm'
import type { World } from '#db/open.server.ts'
import { memberships } from '#db/people-tables.ts'
import { assessments, organisations } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { audit } from '#app/auth/audit.server.ts'
import type { Member } from '#app/auth/guards.server.ts'
import type { MemberRole } from '#app/core/permissions.ts'
import type { Size } from '#app/core/questionnaire.ts'

/** `name`: the company's own, else the title of the sector of its last scan, else null. */
export type CompanyLine = { readonly id: string; readonly name: string | null; readonly role: MemberRole }
/** What `CompanyHead` shows, save which page it stands on. */
export type HeadOf = { readonly company: { readonly id: string; readonly name: string | null }; readonly role: MemberRole; readonly deletionAt: number | null; readonly several: boolean }
/** The title of a sector in the language of the page; undefined for a sector that is no more. */
export type SectorTitle = (sector: string) => string | undefined

/** The last scan of a company, by when it was begun: its sector and size say what kind of company it is; undefined where there is none. */
export async function lastScanOf(world: World, organisationId: string): Promise<{ readonly id: string; readonly sector: string; readonly size: Size } | undefined> {
  const [row] = await world.database.reader
    .select({ id: assessments.id, sector: assessments.sector, size: assessments.size })
    .from(assessments)
    .where(and(eq(assessments.organisationId, organisationId), isNull(assessments.removedAt)))
    .orderBy(desc(assessments.createdAt))
    .limit(1)
  return row
}

/** What a company is called: its own name, else its sector; null where it has neither. */
export async function calledName(world: World, company: { readonly id: string; readonly name: string | null }, titleOf: SectorTitle): Promise<string | null> {
  if (company.name !== null) return company.name
  const scan = await lastScanOf(world, company.id)
  return scan === undefined ? null : (titleOf(scan.sector) ?? null)
}

/** The companies of a user, newest membership first. */
export async function companiesOf(world: World, userId: string, titleOf: SectorTitle): Promise<CompanyLine[]> {
  const rows = await world.database.reader
    .select({ id: organisations.id, name: organisations.name, role: memberships.role })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(eq(memberships.userId, userId))
    .orderBy(desc(memberships.createdAt), organisations.id)
  return await Promise.all(rows.map(async row => ({ ...row, name: await calledName(world, row, titleOf) })))
}

/** What the head of this member's pages shows. */
export async function headOf(member: Member, titleOf: SectorTitle): Promise<HeadOf> {
  const { id, name, deletionAt } = member.organisation
  const others = await member.database.reader.$count(memberships, and(eq(memberships.userId, member.user.id), ne(memberships.organisationId, id)))
  return { company: { id, name: await calledName(member, { id, name }, titleOf) }, role: member.role, deletionAt, several: others > 0 }
}

/**
 * Adds a company of which this user is the owner; `id` comes with the form, so that a repeat finds the first. `taken`: the id is that of a
 * company of somebody else, so this form was not ours.
 */
export async function addCompany(world: World, userId: string, { id, name }: { readonly id: string; readonly name: string }): Promise<{ ok: true; id: string } | { ok: false; reason: 'taken' }> {
  const now = world.now()
  return await transact(world.database, async writer => {
    const [there] = await writer.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, id))
    if (there !== undefined) {
      const [own] = await writer
        .select({ role: memberships.role })
        .from(memberships)
        .where(and(eq(memberships.organisationId, id), eq(memberships.userId, userId)))
      return own === undefined ? { ok: false, reason: 'taken' } : { ok: true, id }
    }
    await writer.insert(organisations).values({ id, kind: 'company', name, createdAt: now })
    await writer.insert(memberships).values({ organisationId: id, userId, role: 'owner', themes: [], createdAt: now })
    await audit(writer, now, { event: 'organisationMade', userId, organisationId: id, subjectId: id })
    return { ok: true, id }
  })
}
