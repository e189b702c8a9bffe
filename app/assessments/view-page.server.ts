/** Makes the view of a page of questions from what is stored of a scan. */
import type { Answer } from '#app/core/answers.ts'
import type { Condition, Language, Question, Questionnaire, Size } from '#app/core/questionnaire.ts'
import type { Evidence } from '#app/core/result.ts'
import { visibleQuestions } from '#app/core/visibility.ts'
import { noContent, type Content } from './answer-content.ts'
import { questionsOn, type Page } from './flow.ts'
import type { AskedQuestion, PageView } from './page-view.ts'
import { questionsNamedIn, viewQuestion } from './question-view.ts'
import { reasonOf } from './reason.server.tsx'

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
    questions: asked.map(question => askedQuestion(questionnaire, question, language, evidence.profile.size ?? '2-9')),
    contents: Object.fromEntries(asked.map(question => [question.id, stored.contents.get(question.id) ?? noContent])),
    versions: Object.fromEntries(asked.map(question => [question.id, stored.versions.get(question.id) ?? 0])),
    facts: { sector: evidence.profile.sector, size: evidence.profile.size, region: evidence.profile.region, answers },
  }
}

/** A question is frozen with its questionnaire, so each is made once for a language and size. */
const made = new WeakMap<Question, Map<string, AskedQuestion>>()

function askedQuestion(questionnaire: Questionnaire, question: Question, language: Language, size: Size): AskedQuestion {
  const known = made.get(question) ?? new Map<string, AskedQuestion>()
  made.set(question, known)
  const key = `${language} ${size}`
  const asked = known.get(key) ?? { ...viewQuestion(questionnaire, question, language, size), reason: reasonOf(questionnaire, question, language, size) }
  known.set(key, asked)
  return asked
}
