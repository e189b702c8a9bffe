/** Reads the scans of a company for its members, and the companies of a user with the newest scan of each. */
import { and, desc, eq, gt, isNull, or } from 'drizzle-orm'
import type { World } from '#db/open.server.ts'
import { memberships } from '#db/people-tables.ts'
import { assessments, organisations, results } from '#db/schema.ts'
import type { Assessment, Organisation } from '#db/schema.ts'
import type { Member } from '#app/auth/guards.server.ts'
import type { Actor } from '#app/core/permissions.ts'
import type { Questionnaire } from '#app/core/questionnaire.ts'
import type { Result } from '#app/core/result.ts'
import { putBackTime } from './manage.server.ts'
import { questionnaireWithHash } from './questionnaires.server.ts'

/** `result`: null while the scan is not finished. */
export type CompanyScan = { readonly assessment: Assessment; readonly questionnaire: Questionnaire; readonly result: Result | null }

/** All scans of the member's company, newest first: with those that were deleted and can still be put back. */
export async function companyScans(member: Member): Promise<CompanyScan[]> {
  const { reader } = member.database
  const alive = or(isNull(assessments.removedAt), gt(assessments.removedAt, member.now() - putBackTime))
  const rows = await reader
    .select({ assessment: assessments, result: results.result })
    .from(assessments)
    .leftJoin(results, eq(results.assessmentId, assessments.id))
    .where(and(eq(assessments.organisationId, member.organisation.id), alive))
    .orderBy(desc(assessments.createdAt), desc(assessments.id))
  return await Promise.all(
    rows.map(async row => ({ ...row, questionnaire: await questionnaireWithHash(member.database, row.assessment.questionnaireHash) })),
  )
}

/** One scan of the member's company, also one that can still be put back. Throws a 404 for every other. */
export async function requireCompanyScan(member: Member, assessmentId: string | undefined): Promise<CompanyScan> {
  const scan = (await companyScans(member)).find(one => one.assessment.id === assessmentId)
  if (scan === undefined) throw new Response(null, { status: 404 })
  return scan
}

/** A company of a user, what the user is in it, and its newest scan that is neither archived nor deleted. */
export type OwnCompany = { readonly organisation: Organisation; readonly actor: Actor; readonly newest: Assessment | null }

/** The companies of a user, the one that was joined last first. */
export async function companiesWithScans(world: World, userId: string): Promise<OwnCompany[]> {
  const { reader } = world.database
  const rows = await reader
    .select({ organisation: organisations, role: memberships.role, themes: memberships.themes })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(memberships.userId, userId), eq(organisations.kind, 'company')))
    .orderBy(desc(memberships.createdAt), desc(organisations.createdAt))
  if (rows.length === 0) return []
  const scans = await reader
    .select({ assessment: assessments })
    .from(assessments)
    .innerJoin(memberships, eq(memberships.organisationId, assessments.organisationId))
    .where(and(eq(memberships.userId, userId), isNull(assessments.removedAt), isNull(assessments.archivedAt)))
    .orderBy(desc(assessments.createdAt), desc(assessments.id))
  return rows.map(({ organisation, role, themes }) => ({
    organisation,
    actor: { role, themes },
    newest: scans.find(({ assessment }) => assessment.organisationId === organisation.id)?.assessment ?? null,
  }))
}
