/** In a scan that began with the answers of an earlier one: which of them nobody has confirmed or changed yet. */
import { and, eq, isNotNull, lt } from 'drizzle-orm'
import type { World } from '#db/open.server.ts'
import { answers } from '#db/schema.ts'
import type { Assessment } from '#db/schema.ts'
import { evidenceOf, storedAnswers } from './scan.server.ts'
import { visibleQuestions } from '#app/core/visibility.ts'
import { questionnaireWithHash } from './questionnaires.server.ts'

/**
 * By question, seen or not, when the answer was said that is from before this scan, in epoch milliseconds; none where it did not begin with
 * another's answers. "Weet ik niet" does not count.
 */
export async function saidBefore(world: World, assessment: Assessment): Promise<ReadonlyMap<string, number>> {
  if (assessment.startedFrom === null) return new Map()
  const rows = await world.database.reader
    .select({ question: answers.questionId, answer: answers.answer, at: answers.confirmedAt })
    .from(answers)
    .where(and(eq(answers.assessmentId, assessment.id), isNotNull(answers.answer), lt(answers.confirmedAt, assessment.createdAt)))
  return new Map(rows.flatMap(({ question, answer, at }) => (answer !== null && !('unknown' in answer) ? [[question, at] as const] : [])))
}

/** Ids of the visible questions among them. */
export async function unconfirmedOf(world: World, assessment: Assessment): Promise<ReadonlySet<string>> {
  const said = await saidBefore(world, assessment)
  if (said.size === 0) return new Set()
  const questionnaire = await questionnaireWithHash(world.database, assessment.questionnaireHash)
  const shown = new Set(visibleQuestions(questionnaire, evidenceOf(assessment, await storedAnswers(world, assessment.id))).map(question => question.id))
  return new Set([...said.keys()].filter(question => shown.has(question)))
}
