/** One page of questions as data: the questions it may show, what is answered, and what their conditions need to know. */
import type { Answer } from '#app/core/answers.ts'
import { holds, type Facts } from '#app/core/visibility.ts'
import type { Content } from './answer-content.ts'
import type { QuestionView } from './question-view.ts'

/** A question with the reason for asking it, as HTML; `lastTime`: the day on which its answer was said, in words, where that waits to be confirmed. */
export type AskedQuestion = QuestionView & { readonly reason: string | null; readonly lastTime?: string }

export type PageView = {
  /** in order, those included that are hidden now and may appear while the page is filled in */
  readonly questions: readonly AskedQuestion[]
  readonly contents: Readonly<Record<string, Content>>
  readonly versions: Readonly<Record<string, number>>
  /** what conditions look at outside this page: the profile, and answers to visible questions elsewhere */
  readonly facts: { readonly sector: string; readonly size: string | undefined; readonly region: string | undefined; readonly answers: Readonly<Record<string, Answer>> }
}

/** The questions of a page that are visible with these answers on it: the same pass as core's, over one page. */
export function visibleOnPage(view: PageView, answers: Readonly<Record<string, Answer | null>>): AskedQuestion[] {
  const shown = new Map<string, AskedQuestion>()
  const facts: Facts = {
    sector: view.facts.sector,
    size: view.facts.size,
    region: view.facts.region,
    answerOf: question => (shown.has(question) ? (answers[question] ?? undefined) : view.facts.answers[question]),
  }
  for (const question of view.questions) {
    if (question.showIf === null || holds(question.showIf, facts)) shown.set(question.id, question)
  }
  return [...shown.values()]
}

/** Whether the answer of last time to this question still waits: saving anything for it, or finding that somebody did, makes a new version. */
export function stillWaits(view: PageView, question: AskedQuestion, versions: Readonly<Record<string, number>>): boolean {
  return question.lastTime !== undefined && versions[question.id] === view.versions[question.id]
}
