/** What an answer was before: who gave it, when, and putting it back. */
import { and, desc, eq, inArray, min } from 'drizzle-orm'
import type { World } from '#db/open.server.ts'
import { memberships, users } from '#db/people-tables.ts'
import { answerHistory, answers } from '#db/schema.ts'
import { auditLog } from '#db/work-tables.ts'
import { contentIn, type Content } from './answer-content.ts'
import { saveAnswers } from './save.server.ts'
import type { Scan } from './scan.server.ts'

/**
 * Who gave an answer: a member or former member by name, else by address; a guest, before the company had members; somebody whose
 * account is gone; or the finishing of the scan, which answers what is open with "weet ik niet".
 */
export type Author = { readonly kind: 'member'; readonly name: string } | { readonly kind: 'guest' | 'gone' | 'finishing' }

/** One version of an answer; `at` in epoch milliseconds. */
export type Version = { readonly version: number; readonly content: Content; readonly author: Author; readonly at: number }

/** Every version that was kept of an answer, newest first; the first is what stands now. Empty where nothing was ever saved. */
export async function historyOf(world: World, scan: Scan, question: string): Promise<Version[]> {
  const { reader } = world.database
  // the column that is never empty comes first: by it drizzle tells whether there is such a user
  const who = { email: users.email, name: users.name }
  const [now] = await reader
    .select({ row: answers, who })
    .from(answers)
    .leftJoin(users, eq(users.id, answers.savedBy))
    .where(and(eq(answers.assessmentId, scan.assessment.id), eq(answers.questionId, question)))
  if (now === undefined) return []
  const earlier = await reader
    .select({ row: answerHistory, who })
    .from(answerHistory)
    .leftJoin(users, eq(users.id, answerHistory.savedBy))
    .where(and(eq(answerHistory.assessmentId, scan.assessment.id), eq(answerHistory.questionId, question)))
    .orderBy(desc(answerHistory.version))
  const since = await firstMemberSince(world, scan.assessment.organisationId)
  const { finishedAt } = scan.assessment
  const authorOf = (user: { name: string | null; email: string | null } | null, at: number): Author => {
    const name = user?.name ?? user?.email ?? null
    if (name !== null) return { kind: 'member', name }
    return { kind: since === null || at < since ? 'guest' : 'gone' }
  }
  const filled = now.row.savedBy === null && now.row.updatedAt === finishedAt && now.row.answer !== null && 'unknown' in now.row.answer
  return [
    { version: now.row.version, content: contentIn(now.row), author: filled ? { kind: 'finishing' } : authorOf(now.who, now.row.updatedAt), at: now.row.updatedAt },
    ...earlier.map(({ row, who }) => ({ version: row.version, content: contentIn(row), author: authorOf(who, row.savedAt), at: row.savedAt })),
  ]
}

/** When the company got its first member, as far as memberships and the audit log remember; null where it never had one. */
async function firstMemberSince(world: World, organisationId: string): Promise<number | null> {
  const { reader } = world.database
  const [member] = await reader.select({ at: min(memberships.createdAt) }).from(memberships).where(eq(memberships.organisationId, organisationId))
  const [noted] = await reader
    .select({ at: min(auditLog.at) })
    .from(auditLog)
    .where(and(eq(auditLog.organisationId, organisationId), inArray(auditLog.event, ['accountMade', 'organisationMade', 'memberJoined'])))
  const moments = [member?.at, noted?.at].filter(at => at !== null && at !== undefined)
  return moments.length === 0 ? null : Math.min(...moments)
}

/** The questions of a scan of which an earlier answer was kept. */
export async function questionsWithHistory(world: World, assessmentId: string): Promise<ReadonlySet<string>> {
  const rows = await world.database.reader
    .selectDistinct({ question: answerHistory.questionId })
    .from(answerHistory)
    .where(eq(answerHistory.assessmentId, assessmentId))
  return new Set(rows.map(row => row.question))
}

/**
 * Saves an earlier version once more, as the newest one. `onto` is the version that was the newest when this was chosen: `changed` where
 * somebody saved another content since. What stood there goes into the history; doing it twice has one effect.
 */
export async function putBack(
  world: World,
  scan: Scan,
  question: string,
  version: number,
  onto: number,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: 'unknown' | 'changed' | 'finished' | 'gone' }> {
  const [row] = await world.database.reader
    .select()
    .from(answerHistory)
    .where(and(eq(answerHistory.assessmentId, scan.assessment.id), eq(answerHistory.questionId, question), eq(answerHistory.version, version)))
  if (row === undefined) return { ok: false, reason: 'unknown' }
  const result = await saveAnswers(world, scan, [{ ...contentIn(row), question, version: onto }], true)
  if (result.ok) return result.saves.every(saved => saved.ok) ? { ok: true } : { ok: false, reason: 'changed' }
  if (result.reason === 'badInput') throw new Error(`version ${version} of ${question} no longer fits its question: ${result.problem}`)
  return { ok: false, reason: result.reason }
}
