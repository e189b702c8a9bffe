/** Finishes a scan: freezes its answers and stores its result, computed once. */
import { and, eq, isNull } from 'drizzle-orm'
import type { World } from '#db/open.server.ts'
import { answers, assessments, results } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { evaluate } from '#app/core/evaluate.ts'
import { openQuestions } from './flow.ts'
import { evidenceOf, type Scan } from './scan.server.ts'

export type Finished = { readonly ok: true } | { readonly ok: false; readonly reason: 'open'; readonly questions: readonly string[] } | { readonly ok: false; readonly reason: 'gone' }

/**
 * Finishes the scan. Where questions are open: with `restUnknown` all of them are answered "weet ik niet" first, else nothing
 * happens and they are named. A scan that is finished already stays as it is, which is no failure.
 */
export async function finishScan(world: World, scan: Scan, restUnknown: boolean): Promise<Finished> {
  const now = world.now()
  const { questionnaire } = scan
  return await transact(world.database, async writer => {
    const [assessment] = await writer.select().from(assessments).where(eq(assessments.id, scan.assessment.id))
    if (assessment === undefined) return { ok: false as const, reason: 'gone' as const }
    if (assessment.finishedAt !== null) return { ok: true as const }

    const stored = await writer.select().from(answers).where(eq(answers.assessmentId, assessment.id))
    const evidence = evidenceOf(assessment, stored)
    const open = openQuestions(questionnaire, evidence)
    if (open.length > 0 && !restUnknown) return { ok: false as const, reason: 'open' as const, questions: open.map(question => question.id) }
    // conditions are as false on an unknown answer as on none, so this hides and shows nothing
    for (const question of open) {
      const row = stored.find(one => one.questionId === question.id)
      const change = { answer: { unknown: true } as const, savedBy: null, version: (row?.version ?? 0) + 1, updatedAt: now, confirmedAt: now }
      await writer
        .insert(answers)
        .values({ assessmentId: assessment.id, questionId: question.id, ...change })
        .onConflictDoUpdate({ target: [answers.assessmentId, answers.questionId], set: change })
    }
    const filled = Object.fromEntries(open.map(question => [question.id, { unknown: true } as const]))

    const result = evaluate(questionnaire, { ...evidence, answers: { ...evidence.answers, ...filled } })
    await writer.insert(results).values({
      assessmentId: assessment.id,
      scoringVersion: result.scoringVersion,
      questionnaireHash: questionnaire.hash,
      result,
      createdAt: now,
    })
    await writer
      .update(assessments)
      .set({ finishedAt: now, updatedAt: now, openedAt: now, version: assessment.version + 1 })
      .where(and(eq(assessments.id, assessment.id), isNull(assessments.finishedAt)))
    return { ok: true as const }
  })
}
