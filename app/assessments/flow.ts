/** The order in which a scan is filled in: first what must go on, then how long, then the themes, then the check. */
import type { Answers } from '#app/core/answers.ts'
import { may, type Actor } from '#app/core/permissions.ts'
import { isScored, type Question, type Questionnaire, type Theme } from '#app/core/questionnaire.ts'
import type { Evidence } from '#app/core/result.ts'
import { visibleQuestions } from '#app/core/visibility.ts'

/** A page of questions: what must go on (all that is not scored), how long (all endurance), or one theme's other questions. */
export type Page = { readonly kind: 'first' } | { readonly kind: 'howLong' } | { readonly kind: 'theme'; readonly theme: string }

/** How far a page is: `asked` counts the visible questions, `left` those without an answer. */
export type Progress = { readonly page: Page; readonly asked: number; readonly left: number }

/** The page on which a question stands. */
export function pageOf(question: Question): Page {
  if (!isScored(question)) return { kind: 'first' }
  return question.type === 'endurance' ? { kind: 'howLong' } : { kind: 'theme', theme: question.theme }
}

/** The id of the one theme that a page is about; null for the first page and the page of hours, which are about all. */
export function themeIn(page: Page): string | null {
  return page.kind === 'theme' ? page.theme : null
}

/** True where both are the same page. */
export function isSamePage(one: Page, other: Page): boolean {
  return keyOf(one) === keyOf(other)
}

/** A questionnaire is frozen, so its questions are laid out on their pages once. */
const laidOut = new WeakMap<Questionnaire, ReadonlyMap<string, readonly Question[]>>()

/** All questions of a page, hidden ones included, in the questionnaire's order. */
export function questionsOn(page: Page, questionnaire: Questionnaire): readonly Question[] {
  const pages = laidOut.get(questionnaire) ?? layOut(questionnaire)
  laidOut.set(questionnaire, pages)
  return pages.get(keyOf(page)) ?? []
}

function layOut({ questions }: Questionnaire): ReadonlyMap<string, readonly Question[]> {
  const pages = new Map<string, Question[]>()
  for (const question of questions) {
    const key = keyOf(pageOf(question))
    pages.set(key, [...(pages.get(key) ?? []), question])
  }
  return pages
}

/** The pages that have something to ask this company now, in order, each with how much of it is left. */
export function progressOf(questionnaire: Questionnaire, evidence: Evidence): Progress[] {
  const visible = new Set(visibleQuestions(questionnaire, evidence))
  const pages: Page[] = [{ kind: 'first' }, { kind: 'howLong' }, ...questionnaire.themes.map(theme => ({ kind: 'theme' as const, theme: theme.id }))]
  return pages.flatMap(page => {
    const asked = questionsOn(page, questionnaire).filter(question => visible.has(question))
    const left = asked.filter(question => evidence.answers[question.id] === undefined)
    return asked.length === 0 ? [] : [{ page, asked: asked.length, left: left.length }]
  })
}

function keyOf(page: Page): string {
  return page.kind === 'theme' ? `theme ${page.theme}` : page.kind
}

/** Those of them that this actor fills in: all, or only the themes that were given. */
export function progressFor(actor: Actor, questionnaire: Questionnaire, evidence: Evidence): Progress[] {
  return progressOf(questionnaire, evidence).filter(({ page }) => may(actor, 'scan.fill', themeIn(page)))
}

/** The page after this one that has something to ask this actor, or null at the end. */
export function pageAfter(page: Page, questionnaire: Questionnaire, evidence: Evidence, actor: Actor): Page | null {
  const pages = progressFor(actor, questionnaire, evidence).map(progress => progress.page)
  const here = pages.findIndex(other => isSamePage(other, page))
  return pages[here + 1] ?? null
}

/** The visible scored questions that have no answer yet: what stands between this scan and its report. */
export function openQuestions(questionnaire: Questionnaire, evidence: { readonly answers: Answers } & Evidence): Question[] {
  return visibleQuestions(questionnaire, evidence).filter(question => isScored(question) && evidence.answers[question.id] === undefined)
}

/** The theme with this id, if the questionnaire has it. */
export function themeOf(questionnaire: Questionnaire, id: string | undefined): Theme | undefined {
  return questionnaire.themes.find(theme => theme.id === id)
}
