/** Begins a scan: for a new guest, from an earlier scan, or going on from quick to full. */
import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import type { World, Writer } from '#db/open.server.ts'
import { answers, assessments, browserKeyAssessments, browserKeys, organisations } from '#db/schema.ts'
import type { Assessment } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { hashSecret } from '#app/auth/secret.server.ts'
import { checkAnswer, readableAnswers, type Answer } from '#app/core/answers.ts'
import type { Mode, Questionnaire, Region, Size } from '#app/core/questionnaire.ts'
import type { Scan } from './scan.server.ts'

export type Start = {
  readonly questionnaire: Questionnaire
  readonly mode: Mode
  readonly size: Size
  readonly region: Region | null
  readonly scope: 'company' | 'site'
  /** what members call it, such as the name of the site; a guest gives none */
  readonly name?: string | null
  /** the answer of the home page: an option of the endurance question about power */
  readonly power: string | null
  /** comes with the form; the same key begins one scan, however often it is sent */
  readonly onceKey: string
}

/** Opens a scan to a browser. */
export async function admit(writer: Writer, browserKey: string, assessmentId: string, now: number): Promise<void> {
  const keyHash = hashSecret(browserKey)
  await writer.insert(browserKeys).values({ hash: keyHash, createdAt: now, seenAt: now }).onConflictDoUpdate({ target: browserKeys.hash, set: { seenAt: now } })
  await writer.insert(browserKeyAssessments).values({ keyHash, assessmentId, createdAt: now }).onConflictDoNothing()
}

async function alreadyBegun(writer: Writer, onceKey: string): Promise<Assessment | undefined> {
  const [row] = await writer.select().from(assessments).where(eq(assessments.onceKey, onceKey))
  return row
}

/** The question that the home page asks: how long without power. */
export function powerQuestion(questionnaire: Questionnaire) {
  return questionnaire.questions.find(question => question.type === 'endurance' && question.resource === 'power' && question.module === 'core')
}

/** Whose the scan becomes: a guest's, found again by the key of the browser, or a company's with members. */
export type Holder = { readonly browserKey: string } | { readonly organisationId: string }

/** What has to stand with a scan from its beginning is written in the same transaction. */
type Along = (writer: Writer, assessmentId: string, now: number) => Promise<void>

/**
 * Begins a scan: for a guest in a new company without members. Resolves with the scan's id; a repeat gets the first one's. Where `along`
 * fails no scan is begun; a repeat runs it too.
 */
export async function startScan(world: World, holder: Holder, start: Start, along?: Along): Promise<string> {
  const now = world.now()
  return await transact(world.database, async writer => {
    const id = await startIn(writer, holder, start, now)
    await along?.(writer, id, now)
    return id
  })
}

async function startIn(writer: Writer, holder: Holder, start: Start, now: number): Promise<string> {
  const earlier = await alreadyBegun(writer, start.onceKey)
  if (earlier !== undefined) {
    if ('browserKey' in holder) await admitIfOwn(writer, holder.browserKey, earlier.id)
    else if (earlier.organisationId !== holder.organisationId) throw new Response(null, { status: 404 })
    return earlier.id
  }
  const organisationId = 'browserKey' in holder ? randomUUID() : holder.organisationId
  if ('browserKey' in holder) await writer.insert(organisations).values({ id: organisationId, kind: 'company', name: null, createdAt: now })
  const id = randomUUID()
  await writer.insert(assessments).values({
    id,
    organisationId,
    questionnaireHash: start.questionnaire.hash,
    sector: start.questionnaire.sector.id,
    mode: start.mode,
    size: start.size,
    region: start.region,
    scope: start.scope,
    name: 'browserKey' in holder ? null : (start.name ?? null),
    site: start.scope === 'site' ? ((await siteCalled(writer, organisationId, start.name ?? null)) ?? id) : null,
    onceKey: start.onceKey,
    createdAt: now,
    updatedAt: now,
    openedAt: now,
  })
  const question = powerQuestion(start.questionnaire)
  const answer = { option: start.power ?? '' }
  if (question !== undefined && checkAnswer(question, answer) === null) {
    await writer.insert(answers).values({ assessmentId: id, questionId: question.id, answer, version: 1, updatedAt: now, confirmedAt: now })
  }
  if ('browserKey' in holder) await admit(writer, holder.browserKey, id, now)
  return id
}

/** The site that scans of this company have under this name already, or null. */
async function siteCalled(writer: Writer, organisationId: string, name: string | null): Promise<string | null> {
  if (name === null) return null
  const rows = await writer
    .select({ site: assessments.site, name: assessments.name })
    .from(assessments)
    .where(and(eq(assessments.organisationId, organisationId), eq(assessments.scope, 'site'), isNull(assessments.removedAt)))
  const called = (given: string | null) => given?.trim().toLowerCase()
  return rows.find(row => called(row.name) === called(name))?.site ?? null
}

/** A repeated form comes from the browser that sent the first; another browser that knows the once-key gets in nowhere. */
async function admitIfOwn(writer: Writer, browserKey: string, assessmentId: string): Promise<void> {
  const [row] = await writer
    .select({ keyHash: browserKeyAssessments.keyHash })
    .from(browserKeyAssessments)
    .where(eq(browserKeyAssessments.assessmentId, assessmentId))
  if (row?.keyHash !== hashSecret(browserKey)) throw new Response(null, { status: 404 })
}

/**
 * Begins a new scan with the answers of this one: to change them after it was finished, or (mode full) to go on from a quick scan.
 * It is asked on the newest questionnaire of the sector; answers that no longer fit are left behind. The old scan stays as it is. A guest's
 * scan opens to the browser with this key; members need none.
 */
export async function startFrom(
  world: World,
  browserKey: string | null,
  scan: Scan,
  next: { readonly questionnaire: Questionnaire; readonly mode: Mode; readonly onceKey: string },
): Promise<string> {
  const now = world.now()
  return await transact(world.database, async writer => {
    const earlier = await alreadyBegun(writer, next.onceKey)
    if (earlier !== undefined) {
      if (earlier.organisationId !== scan.assessment.organisationId) throw new Response(null, { status: 404 })
      return earlier.id
    }
    const id = await copyScan(writer, scan.assessment, next, now)
    if (scan.user === null && browserKey !== null) await admit(writer, browserKey, id, now)
    return id
  })
}

/** A new scan with the answers of an old one that still fit, inside the caller's transaction; the dates at which they were confirmed stay. */
export async function copyScan(
  writer: Writer,
  old: Assessment,
  next: { readonly questionnaire: Questionnaire; readonly mode: Mode; readonly onceKey: string },
  now: number,
): Promise<string> {
  const id = randomUUID()
  await writer.insert(assessments).values({
    id,
    organisationId: old.organisationId,
    questionnaireHash: next.questionnaire.hash,
    sector: old.sector,
    mode: next.mode,
    size: old.size,
    region: old.region,
    scope: old.scope,
    name: old.name,
    site: old.site,
    startedFrom: old.id,
    onceKey: next.onceKey,
    createdAt: now,
    updatedAt: now,
    openedAt: now,
  })
  const rows = await writer.select().from(answers).where(eq(answers.assessmentId, old.id))
  const given: Record<string, Answer> = {}
  for (const row of rows) if (row.answer !== null) given[row.questionId] = row.answer
  const readable = readableAnswers(next.questionnaire, given)
  const asked = new Set(next.questionnaire.questions.map(question => question.id))
  for (const row of rows) {
    const answer = readable[row.questionId] ?? null
    if (!asked.has(row.questionId) || (answer === null && row.note === null)) continue
    await writer.insert(answers).values({ ...row, assessmentId: id, answer, ownWords: answer === null ? null : row.ownWords, version: 1 })
  }
  return id
}
