/** Which answers of a scan are old, by what is stored beside them. */
import { eq } from 'drizzle-orm'
import type { World } from '#db/open.server.ts'
import { answers } from '#db/schema.ts'
import type { Assessment } from '#db/schema.ts'
import { dutchDay } from '#app/core/actions.ts'
import { ageing, type Ageing, type Confirmed } from '#app/core/ageing.ts'
import { questionnaireWithHash } from './questionnaires.server.ts'
import { evidenceOf, storedAnswers } from './scan.server.ts'

/** When each answer of a scan was last said to be so. */
export async function confirmedOf(world: World, assessmentId: string): Promise<Record<string, Confirmed>> {
  const rows = await world.database.reader
    .select({ question: answers.questionId, at: answers.confirmedAt, firmness: answers.firmness })
    .from(answers)
    .where(eq(answers.assessmentId, assessmentId))
  return Object.fromEntries(rows.map(({ question, at, firmness }) => [question, { on: dutchDay(at), firmness }]))
}

/** Which answers of this scan are old today, and how much of its score rests on them. */
export async function ageingOf(world: World, assessment: Assessment): Promise<Ageing> {
  const questionnaire = await questionnaireWithHash(world.database, assessment.questionnaireHash)
  const evidence = evidenceOf(assessment, await storedAnswers(world, assessment.id))
  return ageing(questionnaire, evidence, await confirmedOf(world, assessment.id), dutchDay(world.now()))
}
