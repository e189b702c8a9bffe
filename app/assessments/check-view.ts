/** All visible questions of a scan with their answers, page by page: what is checked before finishing. */
import type { Language, Questionnaire } from '#app/core/questionnaire.ts'
import type { Evidence } from '#app/core/result.ts'
import { visibleQuestions } from '#app/core/visibility.ts'
import { noContent, type Content } from './answer-content.ts'
import { isSamePage, pageOf, progressOf, type Page } from './flow.ts'
import { viewQuestion, type QuestionView } from './question-view.ts'

export type CheckGroup = {
  readonly page: Page
  /** of a theme; empty for the two other pages */
  readonly title: string
  readonly answers: readonly { readonly question: QuestionView; readonly content: Content }[]
}

export function answersByPage(questionnaire: Questionnaire, evidence: Evidence, contents: ReadonlyMap<string, Content>, language: Language): CheckGroup[] {
  const visible = visibleQuestions(questionnaire, evidence)
  return progressOf(questionnaire, evidence).map(({ page }) => ({
    page,
    title: page.kind === 'theme' ? (questionnaire.themes.find(theme => theme.id === page.theme)?.title[language] ?? '') : '',
    answers: visible
      .filter(question => isSamePage(pageOf(question), page))
      .map(question => ({ question: viewQuestion(questionnaire, question, language, evidence.profile.size ?? '2-9'), content: contents.get(question.id) ?? noContent })),
  }))
}
