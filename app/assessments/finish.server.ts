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
    let evidence = evidenceOf(assessment, stored)
    // a condition is false on an unknown answer, so answering one question may hide or show another
    for (let open = openQuestions(questionnaire, evidence); open.length > 0; open = openQuestions(questionnaire, evidence)) {
      if (!restUnknown) return { ok: false as const, reason: 'open' as const, questions: open.map(question => question.id) }
      const filled: Record<string, { unknown: true }> = {}
      for (const question of open) {
        filled[question.id] = { unknown: true }
        const row = stored.find(one => one.questionId === question.id)
        const change = { answer: { unknown: true } as const, version: (row?.version ?? 0) + 1, updatedAt: now }
        await writer
          .insert(answers)
          .values({ assessmentId: assessment.id, questionId: question.id, ...change })
          .onConflictDoUpdate({ target: [answers.assessmentId, answers.questionId], set: change })
      }
      evidence = { ...evidence, answers: { ...evidence.answers, ...filled } }
    }

    const result = evaluate(questionnaire, evidence)
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
