/** What the tests of scans stand on: a database of their own, the real questionnaires, a clock that is moved by hand, browsers with keys. */
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Reader, World } from '#db/open.server.ts'
import { answers, assessments } from '#db/schema.ts'
import { makersTime } from '#db/makers.ts'
import { testDatabase } from '#db/test-database.ts'
import { browserKeyCookie, newBrowserKey } from '#app/auth/browser-key.server.ts'
import { loadCatalogue } from '#app/catalogue/catalogue.server.ts'
import type { Answer } from '#app/core/answers.ts'
import { isScored } from '#app/core/questionnaire.ts'
import { visibleQuestions } from '#app/core/visibility.ts'
import { finishScan } from './finish.server.ts'
import { freezeQuestionnaires } from './questionnaires.server.ts'
import { saveAnswers } from './save.server.ts'
import { evidenceOf, findScan, storedAnswers, type Scan } from './scan.server.ts'
import { startFrom, startScan, type Start } from './start.server.ts'
import { noContent, type Content, type Save } from './answer-content.ts'

export const day = 24 * 60 * 60 * 1000

/** Opens everything. Call it at the top of a test file, and `ready` before the first test. */
export function testWorld() {
  const { database, file, folder } = testDatabase()
  const clock = { at: makersTime }
  const world: World = { database, now: () => clock.at }
  return { world, database, file, folder, clock, ready: () => freezeQuestionnaires(world, loadCatalogue()) }
}

/** The form of the start page as somebody in construction with ten to 49 people in Zeeland sends it, unless said otherwise. */
export function startOf(given: Partial<Start> & { readonly sector?: string } = {}): Start {
  const { sector = 'bouw', ...rest } = given
  return {
    questionnaire: loadCatalogue().questionnaire(sector),
    mode: 'full',
    size: '10-49',
    region: 'zeeland',
    scope: 'company',
    power: null,
    onceKey: randomUUID(),
    ...rest,
  }
}

/** The next request of a browser with this key. */
export function requestOf(key: string): Request {
  return new Request('http://localhost/', { headers: { Cookie: browserKeyCookie(key).split(';')[0] ?? '' } })
}

/** A scan that this browser has just begun. */
export async function begin(world: World, given: Parameters<typeof startOf>[0] = {}, key = newBrowserKey()): Promise<{ key: string; scan: Scan }> {
  const id = await startScan(world, { browserKey: key }, startOf(given))
  return { key, scan: await scanFor(world, key, id) }
}

/** The scan as this browser's next request finds it. Throws where it may not open it. */
export async function scanFor(world: World, key: string, id: string): Promise<Scan> {
  const scan = await findScan(world, requestOf(key), id)
  if (scan === null) throw new Error('this browser may not open the scan')
  return scan
}

/** A save of an answer, with what stands beside it. */
export function saveOf(question: string, answer: Answer | null, version = 0, beside: Partial<Omit<Content, 'answer'>> = {}): Save {
  return { ...noContent, ...beside, question, answer, version }
}

/** Answers all that is scored and visible, also what only then appears, with the first option or with none of the items. */
export async function answerAll(world: World, scan: Scan): Promise<void> {
  for (;;) {
    const stored = await storedAnswers(world, scan.assessment.id)
    const evidence = evidenceOf(scan.assessment, stored)
    const open = visibleQuestions(scan.questionnaire, evidence).filter(question => isScored(question) && evidence.answers[question.id] === undefined)
    if (open.length === 0) return
    const saves = open.map(question => saveOf(question.id, question.type === 'checklist' ? { items: [] } : { option: question.options?.[0]?.id ?? '' }))
    const result = await saveAnswers(world, scan, saves)
    if (!result.ok) throw new Error(result.reason)
  }
}

/** A finished scan, and the one that its browser begins from it so many days later; `clock`: that of the world. */
export async function beginAgain(world: World, clock: { at: number }, days = 200): Promise<{ key: string; first: Scan; next: Scan }> {
  const { key, scan } = await begin(world)
  await answerAll(world, scan)
  await finishScan(world, scan, true)
  clock.at += days * day
  const first = await scanFor(world, key, scan.assessment.id)
  const id = await startFrom(world, key, first, { questionnaire: first.questionnaire, mode: 'full', onceKey: randomUUID() })
  return { key, first, next: await scanFor(world, key, id) }
}

/** The row of one answer, as it is stored. */
export async function rowOf(reader: Reader, scan: Scan, question: string) {
  const rows = await reader.select().from(answers).where(eq(answers.assessmentId, scan.assessment.id))
  return rows.find(row => row.questionId === question)
}

/** The row of the scan itself, as it is stored. */
export async function assessmentRow(reader: Reader, id: string) {
  return (await reader.select().from(assessments).where(eq(assessments.id, id)))[0]
}
