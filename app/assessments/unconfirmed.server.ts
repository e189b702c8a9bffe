/** In a scan that began with the answers of an earlier one: which of them nobody has confirmed or changed yet. */
import { and, eq, isNotNull, lt } from 'drizzle-orm'
import type { World } from '#db/open.server.ts'
import { answers } from '#db/schema.ts'
import type { Assessment } from '#db/schema.ts'
import { evidenceOf, storedAnswers } from './scan.server.ts'
import { visibleQuestions } from '#app/core/visibility.ts'
import { questionnaireWithHash } from './questionnaires.server.ts'

/** Ids of the visible questions with an answer from before this scan; none where it did not begin with another's answers. "Weet ik niet" does not count. */
export async function unconfirmedOf(world: World, assessment: Assessment): Promise<ReadonlySet<string>> {
  if (assessment.startedFrom === null) return new Set()
  const rows = await world.database.reader
    .select({ question: answers.questionId, answer: answers.answer })
    .from(answers)
    .where(and(eq(answers.assessmentId, assessment.id), isNotNull(answers.answer), lt(answers.confirmedAt, assessment.createdAt)))
  const questionnaire = await questionnaireWithHash(world.database, assessment.questionnaireHash)
  const shown = new Set(visibleQuestions(questionnaire, evidenceOf(assessment, await storedAnswers(world, assessment.id))).map(question => question.id))
  return new Set(rows.filter(({ question, answer }) => answer !== null && !('unknown' in answer) && shown.has(question)).map(({ question }) => question))
}
