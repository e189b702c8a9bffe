/** What colleagues did with the scans of a company lately: who answered what on which day, and which scans were finished. */
import { and, eq, gte, isNotNull, isNull, ne } from 'drizzle-orm'
import type { World } from '#db/open.server.ts'
import { users } from '#db/people-tables.ts'
import { answers, assessments } from '#db/schema.ts'
import type { Assessment } from '#db/schema.ts'
import { questionnaireWithHash } from './questionnaires.server.ts'

/** One person's answers in one theme of one scan on one day; `theme`: its id, null for questions that stand before the themes. */
export type AnsweredLine = { readonly who: string; readonly theme: string | null; readonly n: number; readonly at: number; readonly assessment: Assessment }

/** What others than this user answered since `since` (epoch milliseconds), the newest first; `dayOf` gives the day of a moment. */
export async function answeredSince(world: World, organisationId: string, notBy: string, since: number, dayOf: (at: number) => string): Promise<AnsweredLine[]> {
  const rows = await world.database.reader
    .select({ question: answers.questionId, at: answers.updatedAt, by: answers.savedBy, name: users.name, email: users.email, assessment: assessments })
    .from(answers)
    .innerJoin(assessments, eq(assessments.id, answers.assessmentId))
    .innerJoin(users, eq(users.id, answers.savedBy))
    .where(and(eq(assessments.organisationId, organisationId), isNull(assessments.removedAt), isNotNull(answers.savedBy), ne(answers.savedBy, notBy), gte(answers.updatedAt, since)))
  const lines = new Map<string, AnsweredLine>()
  for (const { question, at, by, name, email, assessment } of rows) {
    // a copied answer carries the moment of the scan it came from
    if (at < assessment.createdAt) continue
    const { questions } = await questionnaireWithHash(world.database, assessment.questionnaireHash)
    const theme = questions.find(one => one.id === question)?.theme ?? null
    const key = [by, assessment.id, theme, dayOf(at)].join(' ')
    const known = lines.get(key)
    lines.set(key, { who: name ?? email, theme, n: (known?.n ?? 0) + 1, at: Math.max(known?.at ?? 0, at), assessment })
  }
  return [...lines.values()].toSorted((a, b) => b.at - a.at)
}
