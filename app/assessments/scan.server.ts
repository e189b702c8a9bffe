/** Finds a guest's scan by the key of the browser; what belongs to somebody else is as if it were not there. */
import { and, desc, eq, lt, sql } from 'drizzle-orm'
import type { Reader, World } from '#db/open.server.ts'
import { prepared } from '#db/prepared.ts'
import { answers, assessments, browserKeyAssessments, browserKeys, organisations, results } from '#db/schema.ts'
import type { Assessment, StoredAnswer } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { hashSecret, readBrowserKey } from '#app/auth/browser-key.server.ts'
import type { Answer, Answers } from '#app/core/answers.ts'
import type { Questionnaire } from '#app/core/questionnaire.ts'
import type { Evidence, Result } from '#app/core/result.ts'
import { questionnaireWithHash } from './questionnaires.server.ts'

const day = 24 * 60 * 60 * 1000

/** A scan that this browser may open. */
export type Scan = { readonly assessment: Assessment; readonly questionnaire: Questionnaire }

const scanOfKey = prepared((reader: Reader) =>
  reader
    .select({ assessment: assessments })
    .from(browserKeyAssessments)
    .innerJoin(assessments, eq(assessments.id, browserKeyAssessments.assessmentId))
    .where(and(eq(browserKeyAssessments.keyHash, sql.placeholder('keyHash')), eq(assessments.id, sql.placeholder('id'))))
    .prepare(),
)

/** What is stored of one answer, without what no page shows. */
export type AnswerRow = Pick<StoredAnswer, 'questionId' | 'answer' | 'ownWords' | 'note' | 'version'>

const answersOf = prepared((reader: Reader) =>
  reader
    .select({ questionId: answers.questionId, answer: answers.answer, ownWords: answers.ownWords, note: answers.note, version: answers.version })
    .from(answers)
    .where(eq(answers.assessmentId, sql.placeholder('id')))
    .prepare(),
)

/** The scan with this id, if this browser may open it. */
export async function findScan(world: World, request: Request, id: string): Promise<Scan | null> {
  const key = readBrowserKey(request)
  if (key === null) return null
  const [row] = await scanOfKey(world.database.reader).execute({ keyHash: hashSecret(key), id })
  if (row === undefined) return null
  return { assessment: row.assessment, questionnaire: await questionnaireWithHash(world.database, row.assessment.questionnaireHash) }
}

/** The scan of this request, or a thrown 404: unknown and somebody else's look the same. */
export async function requireScan(world: World, request: Request, params: { scan?: string | undefined }): Promise<Scan> {
  const scan = await findScan(world, request, params.scan ?? '')
  if (scan === null) throw new Response(null, { status: 404 })
  return scan
}

/** All stored answers of a scan, hidden ones included. */
export async function storedAnswers(world: World, assessmentId: string): Promise<AnswerRow[]> {
  return await answersOf(world.database.reader).execute({ id: assessmentId })
}

/** What scoring reads of a scan. */
export function evidenceOf(assessment: Assessment, stored: readonly Pick<StoredAnswer, 'questionId' | 'answer'>[]): Evidence {
  const given: Record<string, Answer> = {}
  for (const row of stored) if (row.answer !== null) given[row.questionId] = row.answer
  return { mode: assessment.mode, profile: profileOf(assessment), answers: given satisfies Answers }
}

/** The profile of a scan: sector, size and, where given, region. */
export function profileOf(assessment: Assessment): Evidence['profile'] {
  return { sector: assessment.sector, size: assessment.size, ...(assessment.region === null ? {} : { region: assessment.region }) }
}

/** The stored result of a finished scan, or null while it is not finished. */
export async function storedResult(world: World, assessmentId: string): Promise<Result | null> {
  const [row] = await world.database.reader.select({ result: results.result }).from(results).where(eq(results.assessmentId, assessmentId))
  return row?.result ?? null
}

/** The scans of this browser, newest first. */
export async function scansOf(world: World, request: Request): Promise<Assessment[]> {
  const key = readBrowserKey(request)
  if (key === null) return []
  const rows = await world.database.reader
    .select({ assessment: assessments })
    .from(browserKeyAssessments)
    .innerJoin(assessments, eq(assessments.id, browserKeyAssessments.assessmentId))
    .where(eq(browserKeyAssessments.keyHash, hashSecret(key)))
    .orderBy(desc(assessments.createdAt))
  return rows.map(row => row.assessment)
}

/** Notes, at most once a day, that a scan was opened and its browser seen: how long both are kept counts from there. */
export async function noteVisit(world: World, request: Request, assessment: Assessment): Promise<void> {
  const now = world.now()
  if (assessment.openedAt > now - day) return
  const keyHash = hashSecret(readBrowserKey(request) ?? '')
  await transact(world.database, async writer => {
    await writer.update(assessments).set({ openedAt: now }).where(and(eq(assessments.id, assessment.id), lt(assessments.openedAt, now)))
    await writer.update(browserKeys).set({ seenAt: now }).where(and(eq(browserKeys.hash, keyHash), lt(browserKeys.seenAt, now)))
  })
}

/** True for a scan of a seeded company, which is marked as an example wherever it is shown. */
export async function isExample(world: World, { organisationId }: Assessment): Promise<boolean> {
  const [row] = await world.database.reader.select({ example: organisations.example }).from(organisations).where(eq(organisations.id, organisationId))
  return row?.example === true
}
