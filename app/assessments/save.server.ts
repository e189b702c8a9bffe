/** Saves answers of a scan: only good ones, only while it is not finished, and never over somebody else's without showing it. */
import { eq, sql } from 'drizzle-orm'
import type { World, Writer } from '#db/open.server.ts'
import { prepared } from '#db/prepared.ts'
import { users } from '#db/people-tables.ts'
import { answerHistory, answers, assessments } from '#db/schema.ts'
import type { StoredAnswer } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { checkAnswer, longestNote, longestOwnWords } from '#app/core/answers.ts'
import type { Questionnaire } from '#app/core/questionnaire.ts'
import { contentIn, noContent, sameContent, type ChangedBy, type Content, type Save, type SaveResult, type Saved } from './answer-content.ts'
import { isEvidenceLink } from './evidence-link.ts'
import type { Scan } from './scan.server.ts'

/** What one person changes again and again with less than this between is one change, in milliseconds. */
export const oneChange = 10 * 60 * 1000

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
      firmness: sql.placeholder('firmness'),
      evidence: sql.placeholder('evidence'),
      savedBy: sql.placeholder('savedBy'),
      version: sql.placeholder('version'),
      updatedAt: sql.placeholder('now'),
      confirmedAt: sql.placeholder('now'),
    })
    .onConflictDoUpdate({
      target: [answers.assessmentId, answers.questionId],
      set: {
        answer: sql`excluded.answer`,
        ownWords: sql`excluded.own_words`,
        note: sql`excluded.note`,
        firmness: sql`excluded.firmness`,
        evidence: sql`excluded.evidence`,
        savedBy: sql`excluded.saved_by`,
        version: sql`excluded.version`,
        updatedAt: sql`excluded.updated_at`,
        confirmedAt: sql`excluded.confirmed_at`,
      },
    })
    .prepare(),
)

const keep = prepared((writer: Writer) =>
  writer
    .insert(answerHistory)
    .values({
      assessmentId: sql.placeholder('assessmentId'),
      questionId: sql.placeholder('questionId'),
      version: sql.placeholder('version'),
      answer: sql.placeholder('answer'),
      ownWords: sql.placeholder('ownWords'),
      note: sql.placeholder('note'),
      firmness: sql.placeholder('firmness'),
      evidence: sql.placeholder('evidence'),
      savedBy: sql.placeholder('savedBy'),
      savedAt: sql.placeholder('savedAt'),
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
  if (save.evidence !== null && !isEvidenceLink(save.evidence)) return 'notALink'
  if (save.answer === null) return null
  return checkAnswer(question, save.answer)?.reason ?? null
}

/**
 * Saves all or, where one is bad input, none, in the name of whoever works on the scan. Each save stands alone against its version: the
 * others are written also when one of them finds that somebody changed the same answer. What was there before goes into the history,
 * unless the same person wrote it just now (`always`: then too). When this resolves, what it calls saved is on disk.
 */
export async function saveAnswers(world: World, scan: Scan, saves: readonly Save[], always = false): Promise<SaveResult> {
  for (const save of saves) {
    const problem = problemOf(scan.questionnaire, save)
    if (problem !== null) return { ok: false, reason: 'badInput', question: save.question, problem }
  }
  const now = world.now()
  const assessmentId = scan.assessment.id
  const saving = { assessmentId, savedBy: scan.user?.id ?? null, now, always }
  return await transact(world.database, async writer => {
    const [state] = await finishedAtOf(writer).execute({ id: assessmentId })
    if (state === undefined) return { ok: false as const, reason: 'gone' as const }
    if (state.finishedAt !== null) return { ok: false as const, reason: 'finished' as const }
    const done: Saved[] = []
    for (const save of saves) done.push(await saveOne(writer, saving, save))
    return { ok: true as const, at: now, saves: done }
  })
}

/** In whose name answers are saved, in which scan; `always`: what was there before goes into the history in any case. */
export type Saving = { readonly assessmentId: string; readonly savedBy: string | null; readonly now: number; readonly always: boolean }

/** Saves one answer inside the caller's transaction, which has seen to it that the input is good and the scan not finished. */
export async function saveOne(writer: Writer, { assessmentId, savedBy, now, always }: Saving, save: Save): Promise<Saved> {
  const [row] = await rowOf(writer).execute({ assessmentId, questionId: save.question })
  const stands = contentOf(row)
  if (sameContent(stands, save)) return { ok: true, question: save.question, version: row?.version ?? 0 }
  if ((row?.version ?? 0) !== save.version) {
    const by = await whoChanged(writer, row, savedBy)
    return { ok: false, reason: 'changed', question: save.question, version: row?.version ?? 0, theirs: stands, by }
  }
  if (row !== undefined && (always || row.savedBy !== savedBy || now - row.updatedAt > oneChange)) {
    await keep(writer).execute({ assessmentId, questionId: save.question, version: row.version, ...stands, savedBy: row.savedBy, savedAt: row.updatedAt })
  }
  const version = save.version + 1
  await upsert(writer).execute({ assessmentId, questionId: save.question, ...contentIn(save), savedBy, version, now })
  return { ok: true, question: save.question, version }
}

async function whoChanged(writer: Writer, row: StoredAnswer | undefined, me: string | null): Promise<ChangedBy> {
  const at = row?.updatedAt ?? 0
  if (row === undefined || row.savedBy === null) return { name: null, you: false, at }
  const [user] = await writer.select({ name: users.name, email: users.email }).from(users).where(eq(users.id, row.savedBy))
  return { name: user?.name ?? user?.email ?? null, you: row.savedBy === me, at }
}

/** What a stored row says; nothing where there is no row. */
export function contentOf(row: Content | undefined): Content {
  return row === undefined ? noContent : contentIn(row)
}
