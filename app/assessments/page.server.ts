/** One page of questions on the server: what it shows, and what becomes of it when it is posted. */
import type { World } from '#db/open.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { Language } from '#app/core/questionnaire.ts'
import type { Evidence } from '#app/core/result.ts'
import { visibleQuestions } from '#app/core/visibility.ts'
import { contentIn, noContent } from './answer-content.ts'
import type { Conflict } from './autosave.ts'
import { isEvidenceLink } from './evidence-link.ts'
import { isSamePage, pageAfter, pageOf, questionsOn, type Page } from './flow.ts'
import { fieldNames, questionsIn, savesFrom } from './page-form.ts'
import type { PageView } from './page-view.ts'
import type { PagePosted } from './question-page.tsx'
import { contentOf, saveAnswers } from './save.server.ts'
import { evidenceOf, storedAnswers, type AnswerRow, type Scan } from './scan.server.ts'
import { viewPage } from './view-page.server.ts'

/** What a page shows, from what is stored; `evidence` is made of the same answers. */
export function pageViewOf(scan: Scan, stored: readonly AnswerRow[], evidence: Evidence, page: Page, language: Language): PageView {
  const here = new Set(questionsOn(page, scan.questionnaire).map(question => question.id))
  const rows = stored.filter(row => here.has(row.questionId))
  const contents = new Map(rows.map(row => [row.questionId, contentOf(row)]))
  const versions = new Map(rows.map(row => [row.questionId, row.version]))
  return viewPage(page, scan.questionnaire, evidence, { contents, versions }, language)
}

export type Posted =
  /** saved; go on to this page, or to the check where there is none; `again`: a question on this very page */
  | { readonly kind: 'saved'; readonly next: Page | null; readonly again?: string }
  | { readonly kind: 'again'; readonly posted: PagePosted }
  | { readonly kind: 'finished' | 'gone' | 'badInput' }

/** Saves a posted page. What is clear is saved even where something else on the page is not. */
export async function postPage(world: World, scan: Scan, page: Page, form: FormData): Promise<Posted> {
  const questions = questionsOn(page, scan.questionnaire)
  const { saves: read, unclear } = savesFrom(form, questions)
  const noLink = read.filter(save => save.evidence !== null && !isEvidenceLink(save.evidence))
  const saves = read.filter(save => !noLink.includes(save))
  const cleared = questionsIn(form, questions).find(question => question.id === form.get('clear'))?.id
  const result = await saveAnswers(world, scan, saves.map(save => (save.question === cleared ? { ...save, answer: null, ownWords: null } : save)))
  if (!result.ok) return { kind: result.reason }

  const refused = result.saves.filter(saved => !saved.ok)
  if (refused.length > 0 || unclear.length > 0 || noLink.length > 0) {
    const mine = new Map(read.map(save => [save.question, contentIn(save)]))
    const conflicts: Record<string, Conflict> = {}
    for (const { question, theirs, by } of refused) conflicts[question] = { mine: mine.get(question) ?? noContent, theirs, by, seen: result.at }
    const position = (id: string) => questions.findIndex(question => question.id === id) + 1
    return {
      kind: 'again',
      posted: {
        errors: [
          ...unclear.map(id => ({ id, message: m.scan_error_unclear({ question: position(id) }) })),
          ...noLink.map(({ question }) => ({ id: fieldNames.evidence(question), message: m.scan_error_evidence({ question: position(question) }) })),
        ],
        conflicts,
        versions: Object.fromEntries(result.saves.map(saved => [saved.question, saved.version])),
        typed: Object.fromEntries([...refused, ...noLink].map(one => [one.question, mine.get(one.question) ?? noContent])),
      },
    }
  }

  const evidence = evidenceOf(scan.assessment, await storedAnswers(world, scan.assessment.id))
  if (cleared !== undefined) return { kind: 'saved', next: page, again: cleared }
  const seen = new Set(questionsIn(form, questions).map(question => question.id))
  const appeared = visibleQuestions(scan.questionnaire, evidence).find(question => isSamePage(pageOf(question), page) && !seen.has(question.id))
  if (appeared !== undefined) return { kind: 'saved', next: page, again: appeared.id }
  return { kind: 'saved', next: pageAfter(page, scan.questionnaire, evidence, scan.actor) }
}
