/** One page of questions as data: the questions it may show, what is answered, and what their conditions need to know. */
import type { Answer } from '#app/core/answers.ts'
import type { Condition, Language, Questionnaire } from '#app/core/questionnaire.ts'
import type { Evidence } from '#app/core/result.ts'
import { holds, visibleQuestions, type Facts } from '#app/core/visibility.ts'
import { noContent, type Content } from './answer-content.ts'
import { questionsOn, type Page } from './flow.ts'
import { questionsNamedIn, viewQuestion, type QuestionView } from './question-view.ts'

export type PageView = {
  /** in order, those included that are hidden now and may appear while the page is filled in */
  readonly questions: readonly QuestionView[]
  readonly contents: Readonly<Record<string, Content>>
  readonly versions: Readonly<Record<string, number>>
  /** what conditions look at outside this page: the profile, and answers to visible questions elsewhere */
  readonly facts: { readonly sector: string; readonly size: string | undefined; readonly region: string | undefined; readonly answers: Readonly<Record<string, Answer>> }
}

/** The view of a page from a scan's stored contents and their versions. */
export function viewPage(
  page: Page,
  questionnaire: Questionnaire,
  evidence: Evidence,
  stored: { readonly contents: ReadonlyMap<string, Content>; readonly versions: ReadonlyMap<string, number> },
  language: Language,
): PageView {
  const visible = new Set(visibleQuestions(questionnaire, evidence).map(question => question.id))
  const here = new Set(questionsOn(page, questionnaire).map(question => question.id))
  // what is hidden now can appear only by an answer on this very page
  const mayAppear = (showIf: Condition | undefined) => showIf !== undefined && questionsNamedIn(showIf).some(named => here.has(named))
  const asked = questionsOn(page, questionnaire).filter(
    question => visible.has(question.id) || (mayAppear(question.showIf) && (evidence.mode === 'full' || question.quick)),
  )
  const answers: Record<string, Answer> = {}
  for (const question of asked) {
    for (const named of question.showIf === undefined ? [] : questionsNamedIn(question.showIf)) {
      const answer = evidence.answers[named]
      if (!here.has(named) && visible.has(named) && answer !== undefined) answers[named] = answer
    }
  }
  return {
    questions: asked.map(question => viewQuestion(questionnaire, question, language, evidence.profile.size ?? '2-9')),
    contents: Object.fromEntries(asked.map(question => [question.id, stored.contents.get(question.id) ?? noContent])),
    versions: Object.fromEntries(asked.map(question => [question.id, stored.versions.get(question.id) ?? 0])),
    facts: { sector: evidence.profile.sector, size: evidence.profile.size, region: evidence.profile.region, answers },
  }
}

/** The questions of a page that are visible with these answers on it: the same pass as core's, over one page. */
export function visibleOnPage(view: PageView, answers: Readonly<Record<string, Answer | null>>): QuestionView[] {
  const shown = new Map<string, QuestionView>()
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
