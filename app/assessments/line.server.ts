/** The scans about the same thing, the whole company or one site: they are compared, and share a plan. */
import { and, desc, eq, gt, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Reader } from '#db/open.server.ts'
import { assessments, results } from '#db/schema.ts'
import type { Assessment } from '#db/schema.ts'
import type { Result } from '#app/core/result.ts'

/** What a line of scans is about: a company, and the site (as in assessments.site; null for the whole company). */
export type About = Pick<Assessment, 'organisationId' | 'site'>

const alive = and(isNull(assessments.removedAt), isNull(assessments.archivedAt))

function sameLine({ organisationId, site }: About) {
  return and(eq(assessments.organisationId, organisationId), sql`${assessments.site} is ${site}`, alive)
}

/** A finished scan and what it came to. */
export type FinishedScan = { readonly assessment: Assessment & { readonly finishedAt: number }; readonly result: Result }

/** The finished scans of a line, the newest first, without those that are archived or deleted. */
export async function finishedScansOf(reader: Reader, about: About): Promise<FinishedScan[]> {
  const rows = await reader
    .select({ assessment: assessments, result: results.result })
    .from(assessments)
    .innerJoin(results, eq(results.assessmentId, assessments.id))
    .where(and(sameLine(about), isNotNull(assessments.finishedAt)))
    .orderBy(desc(assessments.finishedAt), desc(assessments.id))
  return rows.flatMap(({ assessment, result }) => (assessment.finishedAt === null ? [] : [{ assessment: { ...assessment, finishedAt: assessment.finishedAt }, result }]))
}

/** The newest finished scan of a line, or null. */
export async function newestFinished(reader: Reader, about: About): Promise<Assessment | null> {
  const [row] = await reader
    .select()
    .from(assessments)
    .where(and(sameLine(about), isNotNull(assessments.finishedAt)))
    .orderBy(desc(assessments.finishedAt), desc(assessments.id))
    .limit(1)
  return row ?? null
}

/**
 * The one open new scan of a line, in which every later change gathers: the newest that is not finished, and was begun from an earlier
 * one or after `since` (epoch milliseconds, when the scan was finished that is corrected); else null.
 */
export async function openScanOf(reader: Reader, about: About, since: number): Promise<Assessment | null> {
  const [row] = await reader
    .select()
    .from(assessments)
    .where(and(sameLine(about), isNull(assessments.finishedAt), or(isNotNull(assessments.startedFrom), gt(assessments.createdAt, since))))
    .orderBy(desc(assessments.createdAt), desc(assessments.id))
    .limit(1)
  return row ?? null
}

/** The lines that have a finished scan: null for the whole company, and each site with the name of its newest scan. */
export async function linesOf(reader: Reader, organisationId: string): Promise<{ readonly site: string | null; readonly name: string | null; readonly newest: Assessment }[]> {
  const rows = await reader
    .select()
    .from(assessments)
    .where(and(eq(assessments.organisationId, organisationId), alive, isNotNull(assessments.finishedAt)))
    .orderBy(desc(assessments.finishedAt), desc(assessments.id))
  const newest = new Map<string | null, Assessment>()
  for (const row of rows) if (!newest.has(row.site)) newest.set(row.site, row)
  return [...newest.values()].map(one => ({ site: one.site, name: one.name, newest: one })).toSorted((a, b) => Number(a.site !== null) - Number(b.site !== null))
}
