/** Later changes to a finished scan, which itself never changes: a corrected answer goes into the one open new scan, a mark stands beside the answer. */
import { randomUUID } from 'node:crypto'
import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { World, Writer } from '#db/open.server.ts'
import { answers } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import type { Answer, Firmness } from '#app/core/answers.ts'
import type { Questionnaire } from '#app/core/questionnaire.ts'
import { newestFinished, openScanOf } from './line.server.ts'
import { problemOf, saveOne } from './save.server.ts'
import type { Scan } from './scan.server.ts'
import { questionnaireWithHash } from './questionnaires.server.ts'
import { admit, copyScan } from './start.server.ts'
import { contentOf } from './save.server.ts'

/** `firmness`: how firm the corrected answer is; without it, as firm as the one that stood there. */
export type Correction = { readonly question: string; readonly answer: Answer; readonly firmness?: Firmness }
export type Corrected =
  | { readonly ok: true; readonly assessmentId: string }
  | { readonly ok: false; readonly reason: 'badInput'; readonly question: string; readonly problem: string }

/**
 * Puts corrected answers into the one open new scan of this scan's line, which is begun from its newest finished one where there is none
 * (`questionnaire`: the newest of the sector). A guest's new scan opens to this browser too. Nothing is written where one is bad input.
 */
export async function correctAnswers(
  world: World,
  browserKey: string | null,
  scan: Scan,
  questionnaire: Questionnaire,
  corrections: readonly Correction[],
): Promise<Corrected> {
  return await transact(world.database, async writer => await correctIn(world, writer, browserKey, scan, questionnaire, corrections))
}

/** As correctAnswers, inside the caller's transaction; where one is bad input nothing of it is written. */
export async function correctIn(
  world: World,
  writer: Writer,
  browserKey: string | null,
  scan: Scan,
  questionnaire: Questionnaire,
  corrections: readonly Correction[],
): Promise<Corrected> {
  const now = world.now()
  const base = (await newestFinished(writer, scan.assessment)) ?? scan.assessment
  const open = await openScanOf(writer, scan.assessment, base.finishedAt ?? now)
  const asked = open === null ? questionnaire : await questionnaireWithHash(world.database, open.questionnaireHash)
  for (const { question, answer } of corrections) {
    const problem = problemOf(asked, { question, answer, version: 0, ownWords: null, note: null, firmness: null, evidence: null })
    if (problem !== null) return { ok: false, reason: 'badInput', question, problem }
  }
  const id = open?.id ?? (await copyScan(writer, base, { questionnaire, mode: base.mode, onceKey: randomUUID() }, now))
  if (scan.user === null && browserKey !== null) await admit(writer, browserKey, id, now)
  const saving = { assessmentId: id, savedBy: scan.user?.id ?? null, now, always: true }
  const stored = await writer.select().from(answers).where(eq(answers.assessmentId, id))
  for (const { question, answer, firmness } of corrections) {
    const row = stored.find(one => one.questionId === question)
    const stands = contentOf(row)
    await saveOne(writer, saving, { ...stands, firmness: firmness ?? stands.firmness, ownWords: null, question, answer, version: row?.version ?? 0 })
  }
  return { ok: true, assessmentId: id }
}

/**
 * Says of stored answers that they still are so, now; `exercised`: that they were exercised. Marks only, in the newest finished scan of
 * the line and in the open new one: no result changes. What has no answer gets no mark, and nobody exercises what nobody knows.
 */
export async function confirmAnswers(world: World, scan: Scan, questions: readonly string[], exercised = false): Promise<void> {
  await transact(world.database, async writer => await confirmIn(writer, world.now(), scan, questions, exercised))
}

/** As confirmAnswers, inside the caller's transaction; `now` in epoch milliseconds. */
export async function confirmIn(writer: Writer, now: number, scan: Scan, questions: readonly string[], exercised: boolean): Promise<void> {
  const base = scan.assessment.finishedAt === null ? scan.assessment : ((await newestFinished(writer, scan.assessment)) ?? scan.assessment)
  const open = base.finishedAt === null ? null : await openScanOf(writer, base, base.finishedAt)
  const set = { confirmedAt: now, ...(exercised ? { firmness: 'exercised' as const } : {}) }
  const known = exercised ? sql`json_extract(${answers.answer}, '$.unknown') is null` : undefined
  for (const id of [base.id, ...(open === null ? [] : [open.id])]) {
    await writer
      .update(answers)
      .set(set)
      .where(and(eq(answers.assessmentId, id), inArray(answers.questionId, [...questions]), isNotNull(answers.answer), known))
  }
}
