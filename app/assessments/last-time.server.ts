/** A scan that began with the answers of last time: how each page shows and confirms them, and what is asked now that was not asked then. */
import type { World } from '#db/open.server.ts'
import { eq } from 'drizzle-orm'
import { assessments } from '#db/schema.ts'
import type { Assessment } from '#db/schema.ts'
import { date } from '#app/i18n/format.ts'
import type { Questionnaire } from '#app/core/questionnaire.ts'
import type { Evidence } from '#app/core/result.ts'
import { visibleQuestions } from '#app/core/visibility.ts'
import { confirmAnswers } from './correct.server.ts'
import { isSamePage, pageOf, questionsOn, type Page } from './flow.ts'
import { fieldNames } from './page-form.ts'
import type { PageView } from './page-view.ts'
import { questionnaireWithHash } from './questionnaires.server.ts'
import type { Scan } from './scan.server.ts'
import { saidBefore, unconfirmedOf } from './unconfirmed.server.ts'

/** The ids of the answers of last time on this page that nobody has confirmed or changed yet, in order. */
export async function lastTimeOn(world: World, { assessment, questionnaire }: Pick<Scan, 'assessment' | 'questionnaire'>, page: Page): Promise<string[]> {
  if (assessment.startedFrom === null) return []
  const waiting = await unconfirmedOf(world, assessment)
  return questionsOn(page, questionnaire).flatMap(({ id }) => (waiting.has(id) ? [id] : []))
}

/** The page with, at each question whose answer is from last time, when that was said: also at those that may yet appear on it. */
export async function withLastTime(world: World, assessment: Assessment, view: PageView): Promise<PageView> {
  const said = await saidBefore(world, assessment)
  if (!view.questions.some(({ id }) => said.has(id))) return view
  return { ...view, questions: view.questions.map(question => (said.has(question.id) ? { ...question, lastTime: date(said.get(question.id)!) } : question)) }
}

/** Says of the answers of last time that were on the page when it was posted that they still are so; an answer just given is no such answer any more. */
export async function confirmPage(world: World, scan: Scan, page: Page, form: FormData): Promise<void> {
  const waiting = await lastTimeOn(world, scan, page)
  await confirmAnswers(world, scan, waiting.filter(id => form.has(fieldNames.version(id))))
}

/** What waits on one page of a scan that began with the answers of last time. */
export type PageAgain = { readonly unconfirmed: number; readonly added: number }

/**
 * How many answers of each page wait to be confirmed, and how many questions were not asked last time because its questionnaire did not
 * have them. Null where a scan did not begin with another's answers.
 */
export async function againByPage(world: World, { assessment, questionnaire }: Pick<Scan, 'assessment' | 'questionnaire'>, evidence: Evidence): Promise<((page: Page) => PageAgain) | null> {
  if (assessment.startedFrom === null) return null
  const waiting = await unconfirmedOf(world, assessment)
  const before = await questionnaireBefore(world, assessment.startedFrom)
  const known = new Set((before ?? questionnaire).questions.map(question => question.id))
  const visible = visibleQuestions(questionnaire, evidence)
  return page => {
    const here = visible.filter(question => isSamePage(pageOf(question), page))
    return { unconfirmed: here.filter(({ id }) => waiting.has(id)).length, added: here.filter(({ id }) => !known.has(id)).length }
  }
}

async function questionnaireBefore(world: World, scan: string): Promise<Questionnaire | null> {
  const [row] = await world.database.reader.select({ hash: assessments.questionnaireHash }).from(assessments).where(eq(assessments.id, scan))
  return row === undefined ? null : await questionnaireWithHash(world.database, row.hash)
}
