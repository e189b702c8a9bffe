/** Saves answers of a scan: only good ones, only while it is not finished, and never over somebody else's without showing it. */
import { eq, sql } from 'drizzle-orm'
import type { World, Writer } from '#db/open.server.ts'
import { prepared } from '#db/prepared.ts'
import { answers, assessments } from '#db/schema.ts'
import type { StoredAnswer } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { checkAnswer, longestNote, longestOwnWords } from '#app/core/answers.ts'
import type { Questionnaire } from '#app/core/questionnaire.ts'
import { noContent, sameContent, type Content, type Save, type SaveResult, type Saved } from './answer-content.ts'
import type { Scan } from './scan.server.ts'

const rowOf = prepared((writer: Writer) =>
  writer
    .select()
    .from(answers)
    .where(sql`${answers.assessmentId} = ${sql.placeholder('assessmentId')} and ${answers.questionId} = ${sql.placeholder('questionId')}`)
    .prepare(),
)

const upsert = prepared((writer: Writer) =>
  writer
    .insert(answers)
    .values({
      assessmentId: sql.placeholder('assessmentId'),
      questionId: sql.placeholder('questionId'),
      answer: sql.placeholder('answer'),
      ownWords: sql.placeholder('ownWords'),
      note: sql.placeholder('note'),
      version: sql.placeholder('version'),
      updatedAt: sql.placeholder('now'),
    })
    .onConflictDoUpdate({
      target: [answers.assessmentId, answers.questionId],
      set: {
        answer: sql`excluded.answer`,
        ownWords: sql`excluded.own_words`,
        note: sql`excluded.note`,
        version: sql`excluded.version`,
        updatedAt: sql`excluded.updated_at`,
      },
    })
    .prepare(),
)

const finishedAtOf = prepared((writer: Writer) =>
  writer.select({ finishedAt: assessments.finishedAt }).from(assessments).where(eq(assessments.id, sql.placeholder('id'))).prepare(),
)

/** Why a save is bad input, or null. The question must be one of the scan's, and own words stand only where there is room for them. */
export function problemOf(questionnaire: Questionnaire, save: Save): string | null {
  const question = questionnaire.questions.find(one => one.id === save.question)
  if (question === undefined) return 'unknownQuestion'
  const chosen = save.answer !== null && 'option' in save.answer ? save.answer.option : null
  if (save.ownWords !== null && !question.options?.some(option => option.id === chosen && option.ownWords === true)) return 'ownWordsNotAsked'
  if ((save.ownWords?.length ?? 0) > longestOwnWords || (save.note?.length ?? 0) > longestNote) return 'tooLong'
  if (save.answer === null) return null
  return checkAnswer(question, save.answer)?.reason ?? null
}

/**
 * Saves all or, where one is bad input, none. Each save stands alone against its version: the others are written also when one
 * of them finds that somebody changed the same answer. When this resolves, what it calls saved is on disk.
 */
export async function saveAnswers(world: World, scan: Scan, saves: readonly Save[]): Promise<SaveResult> {
  for (const save of saves) {
    const problem = problemOf(scan.questionnaire, save)
    if (problem !== null) return { ok: false, reason: 'badInput', question: save.question, problem }
  }
  const now = world.now()
  const assessmentId = scan.assessment.id
  return await transact(world.database, async writer => {
    const [state] = await finishedAtOf(writer).execute({ id: assessmentId })
    if (state === undefined) return { ok: false as const, reason: 'gone' as const }
    if (state.finishedAt !== null) return { ok: false as const, reason: 'finished' as const }
    const done: Saved[] = []
    for (const save of saves) done.push(await saveOne(writer, assessmentId, save, now))
    return { ok: true as const, at: now, saves: done }
  })
}

async function saveOne(writer: Writer, assessmentId: string, save: Save, now: number): Promise<Saved> {
  const [row] = await rowOf(writer).execute({ assessmentId, questionId: save.question })
  const stands = contentOf(row)
  if (sameContent(stands, save)) return { ok: true, question: save.question, version: row?.version ?? 0 }
  if ((row?.version ?? 0) !== save.version) {
    return { ok: false, reason: 'changed', question: save.question, version: row?.version ?? 0, theirs: stands }
  }
  const version = save.version + 1
  await upsert(writer).execute({
    assessmentId,
    questionId: save.question,
    answer: save.answer,
    ownWords: save.ownWords,
    note: save.note,
    version,
    now,
  })
  return { ok: true, question: save.question, version }
}

/** What a stored row says; nothing where there is no row. */
export function contentOf(row: Pick<StoredAnswer, 'answer' | 'ownWords' | 'note'> | undefined): Content {
  return row === undefined ? noContent : { answer: row.answer, ownWords: row.ownWords, note: row.note }
}
