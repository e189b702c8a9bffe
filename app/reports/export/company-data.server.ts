/** Reads all that is stored of one company, in the shape of `paraat.json`: nothing of another company, and no code or password. */
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Reader, Writer } from '#db/open.server.ts'
import { invitations, memberships, users } from '#db/people-tables.ts'
import { answerHistory, answers, assessments, organisations, results } from '#db/schema.ts'
import type { Assessment } from '#db/schema.ts'
import { auditLog } from '#db/work-tables.ts'
import type { Question, Questionnaire, Text } from '#app/core/questionnaire.ts'
import { afterData } from './after-data.server.ts'
import { answerText } from './answer-text.ts'

/** The moment of an epoch in milliseconds, as everywhere in the file: ISO 8601 in UTC. */
export function instant(at: number): string {
  return new Date(at).toISOString()
}

function instantOrNull(at: number | null): string | null {
  return at === null ? null : instant(at)
}

type Connection = Reader | Writer

/** Everything of the company with this id. `questionnaires` gives the questions of a scan by their hash. */
export async function companyData(
  connection: Connection,
  organisationId: string,
  at: number,
  questionnaires: (hash: string) => Questionnaire,
) {
  const [organisation] = await connection.select().from(organisations).where(eq(organisations.id, organisationId))
  if (organisation === undefined) throw new Error('there is no such company')
  const scans = await connection
    .select()
    .from(assessments)
    .where(eq(assessments.organisationId, organisationId))
    .orderBy(asc(assessments.createdAt), asc(assessments.id))
  const log = await connection.select().from(auditLog).where(eq(auditLog.organisationId, organisationId)).orderBy(asc(auditLog.id))
  return {
    /** says how to read the rest: a reader that knows another version stops here */
    format: 'paraat-company',
    version: 1,
    exportedAt: instant(at),
    company: {
      id: organisation.id,
      kind: organisation.kind,
      name: organisation.name,
      kvk: organisation.kvk,
      partOfGroup: organisation.partOfGroup,
      countingScan: organisation.chosenAssessmentId,
      example: organisation.example,
      createdAt: instant(organisation.createdAt),
      deletionAt: instantOrNull(organisation.deletionAt),
    },
    members: await membersOf(connection, organisationId),
    invitations: await invitationsOf(connection, organisationId),
    scans: await scansOf(connection, organisationId, scans, questionnaires),
    ...(await afterData(connection, organisationId)),
    log: log.map(({ at: when, event, userId, subjectId }) => ({ at: instant(when), event, by: userId, about: subjectId })),
  }
}

export type CompanyData = Awaited<ReturnType<typeof companyData>>
export type ScanData = CompanyData['scans'][number]

async function membersOf(connection: Connection, organisationId: string) {
  const rows = await connection
    .select({
      id: users.id,
      email: users.email,
      name: users.name,
      role: memberships.role,
      themes: memberships.themes,
      since: memberships.createdAt,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.organisationId, organisationId))
    .orderBy(asc(memberships.createdAt), asc(users.email))
  return rows.map(row => ({ ...row, since: instant(row.since) }))
}

async function invitationsOf(connection: Connection, organisationId: string) {
  const rows = await connection
    .select()
    .from(invitations)
    .where(eq(invitations.organisationId, organisationId))
    .orderBy(asc(invitations.createdAt))
  return rows.map(({ email, role, themes, assessmentId, invitedBy, createdAt, expiresAt }) => ({
    email,
    role,
    themes,
    scan: assessmentId,
    invitedBy,
    createdAt: instant(createdAt),
    expiresAt: instant(expiresAt),
  }))
}

/** These scans of the company with every answer, its history and the result, in the order in which they are given. */
export async function scansOf(
  connection: Connection,
  organisationId: string,
  scans: readonly Assessment[],
  questionnaires: (hash: string) => Questionnaire,
) {
  const own = scans.map(scan => scan.id)
  const given = await connection.select().from(answers).where(inArray(answers.assessmentId, own))
  const earlier = await connection
    .select()
    .from(answerHistory)
    .where(inArray(answerHistory.assessmentId, own))
    .orderBy(asc(answerHistory.version))
  const outcomes = await connection.select().from(results).where(inArray(results.assessmentId, own))
  const answersOf = grouped(given, row => row.assessmentId)
  const earlierOf = grouped(earlier, row => `${row.assessmentId} ${row.questionId}`)
  const savers = [...given, ...earlier].flatMap(row => (row.savedBy === null ? [] : [row.savedBy]))
  const names = await saversOf(connection, organisationId, savers)
  const by = (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? null })

  return scans.map(scan => {
    const questionnaire = questionnaires(scan.questionnaireHash)
    const order = new Map(questionnaire.questions.map((question, index) => [question.id, { question, index }]))
    const outcome = outcomes.find(one => one.assessmentId === scan.id)
    const placeOf = (id: string) => order.get(id)?.index ?? order.size
    const rows = (answersOf.get(scan.id) ?? []).sort((a, b) => placeOf(a.questionId) - placeOf(b.questionId))
    return {
      id: scan.id,
      name: scan.name,
      sector: scan.sector,
      sectorTitle: questionnaire.sector.title,
      size: scan.size,
      region: scan.region,
      scope: scan.scope,
      site: scan.site,
      mode: scan.mode,
      questionnaire: { hash: scan.questionnaireHash, modules: questionnaire.modules },
      startedFrom: scan.startedFrom,
      createdAt: instant(scan.createdAt),
      updatedAt: instant(scan.updatedAt),
      openedAt: instant(scan.openedAt),
      finishedAt: instantOrNull(scan.finishedAt),
      archivedAt: instantOrNull(scan.archivedAt),
      removedAt: instantOrNull(scan.removedAt),
      answers: rows.map(row => {
        const question = order.get(row.questionId)?.question
        const history = earlierOf.get(`${scan.id} ${row.questionId}`) ?? []
        return {
          question: row.questionId,
          theme: question?.theme ?? null,
          text: textOf(question, scan),
          answer: row.answer,
          words: answerText(question, row.answer, scan.size),
          ownWords: row.ownWords,
          note: row.note,
          firmness: row.firmness,
          evidence: row.evidence,
          savedBy: by(row.savedBy),
          savedAt: instant(row.updatedAt),
          confirmedAt: instant(row.confirmedAt),
          version: row.version,
          history: history.map(one => ({
            version: one.version,
            answer: one.answer,
            words: answerText(question, one.answer, scan.size),
            ownWords: one.ownWords,
            note: one.note,
            firmness: one.firmness,
            evidence: one.evidence,
            savedBy: by(one.savedBy),
            savedAt: instant(one.savedAt),
          })),
        }
      }),
      result: outcome === undefined ? null : { ...outcome.result, scoredAt: instant(outcome.createdAt) },
    }
  })
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group === undefined) groups.set(keyOf(row), [row])
    else group.push(row)
  }
  return groups
}

/** The words that this company was asked. */
function textOf(question: Question | undefined, scan: Assessment): Text | null {
  return question === undefined ? null : scan.size === '1' ? (question.sizeOne ?? question.text) : question.text
}

/** The names of who saved an answer; of who is no longer a member the name alone, never the address. */
async function saversOf(
  connection: Connection,
  organisationId: string,
  ids: readonly string[],
): Promise<Map<string, string | null>> {
  if (ids.length === 0) return new Map()
  const rows = await connection
    .select({ id: users.id, name: users.name, email: users.email, member: memberships.userId })
    .from(users)
    .leftJoin(memberships, and(eq(memberships.userId, users.id), eq(memberships.organisationId, organisationId)))
    .where(inArray(users.id, [...new Set(ids)]))
  return new Map(rows.map(row => [row.id, row.name ?? (row.member === null ? null : row.email)]))
}
