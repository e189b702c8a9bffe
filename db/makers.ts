/** Makes rows for tests and for the seed: every maker fills in what it is not told, makes the parents it is not given, and returns the row. */
import type { Questionnaire } from '#app/core/questionnaire.ts'
import type { Result } from '#app/core/result.ts'
import type { Writer } from './open.server.ts'
import * as people from './people-tables.ts'
import * as schema from './schema.ts'

/** The clock of the makers, in epoch milliseconds: 6 January 2026, 9.00 in the Netherlands. */
export const makersTime = Date.UTC(2026, 0, 6, 8)

/** A new random id. */
export function makeId(): string {
  return crypto.randomUUID()
}

/** A random SHA-256 in lower-case hex, for a row that needs one and whose secret nobody asks for. */
export function makeHash(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(32)), byte => byte.toString(16).padStart(2, '0')).join('')
}

export async function makeOrganisation(writer: Writer, given: Partial<schema.Organisation> = {}): Promise<schema.Organisation> {
  const row: schema.Organisation = {
    id: makeId(),
    kind: 'company',
    name: null,
    kvk: null,
    partOfGroup: false,
    chosenAssessmentId: null,
    deletionAt: null,
    example: false,
    createdAt: makersTime,
    ...given,
  }
  await writer.insert(schema.organisations).values(row)
  return row
}

/** A user whose password nobody knows, unless its hash is given. */
export async function makeUser(writer: Writer, given: Partial<people.User> = {}): Promise<people.User> {
  const id = given.id ?? makeId()
  const row: people.User = {
    id,
    email: `${id}@example.nl`,
    name: null,
    passwordHash: 'none',
    language: 'nl',
    operator: false,
    totpSecret: null,
    totpStep: null,
    reminders: true,
    createdAt: makersTime,
    deletionAt: null,
    ...given,
  }
  await writer.insert(people.users).values(row)
  return row
}

/** An owner, in an organisation of their own unless one is given. */
export async function makeMembership(writer: Writer, given: Partial<people.Membership> = {}): Promise<people.Membership> {
  const row: people.Membership = {
    organisationId: given.organisationId ?? (await makeOrganisation(writer)).id,
    userId: given.userId ?? (await makeUser(writer)).id,
    role: 'owner',
    themes: [],
    createdAt: makersTime,
    ...given,
  }
  await writer.insert(people.memberships).values(row)
  return row
}

/** A questionnaire of one question without a weight, unless its content is given; its hash is random unless given with the content. */
export async function makeQuestionnaire(
  writer: Writer,
  given: { content?: Questionnaire; createdAt?: number } = {},
): Promise<schema.StoredQuestionnaire> {
  const content = given.content ?? smallQuestionnaire(makeHash())
  const row: schema.StoredQuestionnaire = {
    hash: content.hash,
    sector: content.sector.id,
    content,
    createdAt: given.createdAt ?? makersTime,
  }
  await writer.insert(schema.questionnaires).values(row).onConflictDoNothing()
  return row
}

/** A quick scan of a company of 2–9 people, just begun. */
export async function makeAssessment(writer: Writer, given: Partial<schema.Assessment> = {}): Promise<schema.Assessment> {
  const createdAt = given.createdAt ?? makersTime
  const row: schema.Assessment = {
    id: makeId(),
    organisationId: given.organisationId ?? (await makeOrganisation(writer, { createdAt })).id,
    questionnaireHash: given.questionnaireHash ?? (await makeQuestionnaire(writer, { createdAt })).hash,
    sector: 'algemeen',
    mode: 'quick',
    size: '2-9',
    region: null,
    scope: 'company',
    name: null,
    site: null,
    archivedAt: null,
    removedAt: null,
    startedFrom: null,
    onceKey: makeId(),
    version: 1,
    createdAt,
    updatedAt: createdAt,
    finishedAt: null,
    openedAt: createdAt,
    ...given,
  }
  await writer.insert(schema.assessments).values(row)
  return row
}

/** The answer "yes" to the question "q", of a scan of its own unless one is given. */
export async function makeAnswer(writer: Writer, given: Partial<schema.StoredAnswer> = {}): Promise<schema.StoredAnswer> {
  const row: schema.StoredAnswer = {
    assessmentId: given.assessmentId ?? (await makeAssessment(writer)).id,
    questionId: 'q',
    answer: { option: 'yes' },
    ownWords: null,
    note: null,
    firmness: null,
    evidence: null,
    savedBy: null,
    version: 1,
    updatedAt: makersTime,
    confirmedAt: makersTime,
    ...given,
  }
  await writer.insert(schema.answers).values(row)
  return row
}

/** The result of a finished scan in which nothing was asked that counts. */
export async function makeResult(writer: Writer, given: Partial<schema.StoredResult> = {}): Promise<schema.StoredResult> {
  const assessment =
    given.assessmentId !== undefined && given.questionnaireHash !== undefined
      ? { id: given.assessmentId, questionnaireHash: given.questionnaireHash }
      : await makeAssessment(writer, { finishedAt: makersTime })
  const row: schema.StoredResult = {
    assessmentId: assessment.id,
    scoringVersion: 1,
    questionnaireHash: assessment.questionnaireHash,
    result: emptyResult(assessment.questionnaireHash),
    createdAt: makersTime,
    ...given,
  }
  await writer.insert(schema.results).values(row)
  return row
}

export async function makeBrowserKey(writer: Writer, given: Partial<schema.BrowserKey> = {}): Promise<schema.BrowserKey> {
  const row: schema.BrowserKey = { hash: makeHash(), createdAt: makersTime, seenAt: makersTime, ...given }
  await writer.insert(schema.browserKeys).values(row)
  return row
}

export async function makeBrowserKeyAssessment(
  writer: Writer,
  given: Partial<schema.BrowserKeyAssessment> = {},
): Promise<schema.BrowserKeyAssessment> {
  const row: schema.BrowserKeyAssessment = {
    keyHash: given.keyHash ?? (await makeBrowserKey(writer)).hash,
    assessmentId: given.assessmentId ?? (await makeAssessment(writer)).id,
    createdAt: given.createdAt ?? makersTime,
  }
  await writer.insert(schema.browserKeyAssessments).values(row)
  return row
}

/** An unused code for another device, good for 14 days. */
export async function makePassOnCode(writer: Writer, given: Partial<schema.PassOnCode> = {}): Promise<schema.PassOnCode> {
  const createdAt = given.createdAt ?? makersTime
  const row: schema.PassOnCode = {
    hash: makeHash(),
    assessmentId: given.assessmentId ?? (await makeAssessment(writer)).id,
    kind: 'device',
    onceKey: null,
    createdAt,
    expiresAt: createdAt + 14 * 24 * 60 * 60 * 1000,
    usedAt: null,
    ...given,
  }
  await writer.insert(schema.passOnCodes).values(row)
  return row
}

function smallQuestionnaire(hash: string): Questionnaire {
  return {
    hash,
    sector: { id: 'algemeen', title: { nl: 'Algemeen', en: 'General' } },
    modules: [{ id: 'core', version: '1' }],
    themes: [{ id: 'kern', title: { nl: 'Kern', en: 'Core' }, intro: { nl: 'Wat door moet.', en: 'What must go on.' }, weight: 1 }],
    topics: [],
    resources: [],
    questions: [
      {
        id: 'q',
        module: 'core',
        theme: 'kern',
        type: 'info',
        text: { nl: 'Ja of nee?', en: 'Yes or no?' },
        sources: [],
        weight: 0,
        must: false,
        quick: true,
        allowNotApplicable: false,
        topics: [],
        scenarios: [],
        options: [
          { id: 'yes', label: { nl: 'Ja', en: 'Yes' } },
          { id: 'no', label: { nl: 'Nee', en: 'No' } },
        ],
      },
    ],
    scenarios: [],
    measures: [],
    sources: [],
  }
}

function emptyResult(questionnaire: string): Result {
  return {
    scoringVersion: 1,
    questionnaire,
    tolerance: 24,
    overall: { score: null, level: null, capped: false, unmetMusts: 0, musts: 0 },
    themes: [],
    completeness: 1,
    certainty: 1,
    unknownCount: 0,
    scenarios: [],
    measures: [],
    first: [],
  }
}
