/** Finds a scan: a member's by the session, a guest's by the key of the browser. What belongs to somebody else is as if it were not there. */
import { and, desc, eq, isNull, lt, notExists, sql } from 'drizzle-orm'
import type { Reader, World } from '#db/open.server.ts'
import { prepared } from '#db/prepared.ts'
import { answers, assessments, browserKeyAssessments, browserKeys, organisations, results } from '#db/schema.ts'
import { memberships } from '#db/people-tables.ts'
import type { Assessment, StoredAnswer } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { readBrowserKey } from '#app/auth/browser-key.server.ts'
import { hashSecret } from '#app/auth/secret.server.ts'
import { refuse } from '#app/auth/guards.server.ts'
import { readSession, type SignedInUser } from '#app/auth/session.server.ts'
import type { Answer, Answers } from '#app/core/answers.ts'
import { may, type Actor, type Permission } from '#app/core/permissions.ts'
import type { Questionnaire } from '#app/core/questionnaire.ts'
import type { Evidence, Result } from '#app/core/result.ts'
import { questionnaireWithHash } from './questionnaires.server.ts'

const day = 24 * 60 * 60 * 1000

/** A scan, and who works on it: a member by name, or a guest. */
export type Scan = {
  readonly assessment: Assessment
  readonly questionnaire: Questionnaire
  readonly actor: Actor
  /** null for a guest */
  readonly user: SignedInUser | null
}

/** Who has a scan in a company without members. */
export const guest: Actor = { role: 'guest', themes: [] }

/** A guest's scan belongs to a company without members; once it has one, its members alone open it. */
const scanOfKey = prepared((reader: Reader) =>
  reader
    .select({ assessment: assessments })
    .from(browserKeyAssessments)
    .innerJoin(assessments, eq(assessments.id, browserKeyAssessments.assessmentId))
    .where(
      and(
        eq(browserKeyAssessments.keyHash, sql.placeholder('keyHash')),
        eq(assessments.id, sql.placeholder('id')),
        isNull(assessments.removedAt),
        notExists(reader.select({ one: sql`1` }).from(memberships).where(eq(memberships.organisationId, assessments.organisationId))),
      ),
    )
    .prepare(),
)

const scanOfMember = prepared((reader: Reader) =>
  reader
    .select({ assessment: assessments, role: memberships.role, themes: memberships.themes })
    .from(assessments)
    .innerJoin(memberships, eq(memberships.organisationId, assessments.organisationId))
    .where(and(eq(assessments.id, sql.placeholder('id')), eq(memberships.userId, sql.placeholder('user')), isNull(assessments.removedAt)))
    .prepare(),
)

/** What is stored of one answer, without what no page shows. */
export type AnswerRow = Pick<StoredAnswer, 'questionId' | 'answer' | 'ownWords' | 'note' | 'firmness' | 'evidence' | 'version'>

const answersOf = prepared((reader: Reader) =>
  reader
    .select({
      questionId: answers.questionId,
      answer: answers.answer,
      ownWords: answers.ownWords,
      note: answers.note,
      firmness: answers.firmness,
      evidence: answers.evidence,
      version: answers.version,
    })
    .from(answers)
    .where(eq(answers.assessmentId, sql.placeholder('id')))
    .prepare(),
)

/** The scan with this id and who works on it, if this request may know of it. */
export async function findScan(world: World, request: Request, id: string): Promise<Scan | null> {
  const { reader } = world.database
  const signedIn = await readSession(world, request)
  if (signedIn !== null) {
    const [row] = await scanOfMember(reader).execute({ id, user: signedIn.user.id })
    if (row !== undefined) return await withQuestionnaire(world, row.assessment, { role: row.role, themes: row.themes }, signedIn.user)
  }
  const key = readBrowserKey(request)
  if (key === null) return null
  const [row] = await scanOfKey(reader).execute({ keyHash: hashSecret(key), id })
  return row === undefined ? null : await withQuestionnaire(world, row.assessment, guest, null)
}

async function withQuestionnaire(world: World, assessment: Assessment, actor: Actor, user: SignedInUser | null): Promise<Scan> {
  return { assessment, questionnaire: await questionnaireWithHash(world.database, assessment.questionnaireHash), actor, user }
}

/**
 * The scan of this request, for somebody who may do this with it (`theme`: the id of the one theme it is about). Else a thrown 404:
 * unknown and somebody else's look the same; or, for a member who may not, a 403 that is noted in the audit log.
 */
export async function requireScan(
  world: World,
  request: Request,
  params: { scan?: string | undefined },
  permission: Permission,
  theme: string | null | undefined = null,
): Promise<Scan> {
  const scan = await findScan(world, request, params.scan ?? '')
  if (scan === null) throw new Response(null, { status: 404 })
  if (may(scan.actor, permission, theme ?? null)) return scan
  return await refuseScan(world, scan)
}

/** Throws what comes of doing what is not for this actor: a 403 for a member; what a guest cannot do does not exist. */
export async function refuseScan(world: World, { user, assessment }: Scan): Promise<never> {
  if (user === null) throw new Response(null, { status: 404 })
  return await refuse(world, user, assessment.organisationId)
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

/** The guest's scans of this browser, newest first. */
export async function scansOf(world: World, request: Request): Promise<Assessment[]> {
  const key = readBrowserKey(request)
  if (key === null) return []
  const rows = await world.database.reader
    .select({ assessment: assessments })
    .from(browserKeyAssessments)
    .innerJoin(assessments, eq(assessments.id, browserKeyAssessments.assessmentId))
    .where(
      and(
        eq(browserKeyAssessments.keyHash, hashSecret(key)),
        notExists(world.database.reader.select({ one: sql`1` }).from(memberships).where(eq(memberships.organisationId, assessments.organisationId))),
      ),
    )
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
