/** A company that fills in a scan: through the pages, as people do, or straight over HTTP where a spec is about what comes after. */
import { randomUUID } from 'node:crypto'
import { expect, type Page as Tab } from '@playwright/test'
import { isSamePage, openQuestions, pageOf, progressOf, questionsOn, type Page } from '#app/assessments/flow.ts'
import { viewQuestion, type QuestionView } from '#app/assessments/question-view.ts'
import { contentFolder, loadCatalogue } from '#app/catalogue/catalogue.server.ts'
import { evidenceOf, readGolden } from '#app/catalogue/golden.server.ts'
import type { Answer } from '#app/core/answers.ts'
import type { Language, Questionnaire } from '#app/core/questionnaire.ts'
import type { Evidence } from '#app/core/result.ts'
import { visibleQuestions } from '#app/core/visibility.ts'
import { pathsIn } from '#app/paths.ts'

export type Company = { readonly questionnaire: Questionnaire; readonly evidence: Evidence }

/** A golden company by the name of its file, with a part of its profile changed where asked. */
export function goldenCompany(file: string, profile: Partial<Evidence['profile']> = {}): Company {
  const golden = readGolden(contentFolder()).find(one => one.path.endsWith(`/${file}.yaml`))
  if (golden === undefined) throw new Error(`there is no golden company ${file}`)
  const evidence = evidenceOf(golden.content)
  return { questionnaire: loadCatalogue().questionnaire(golden.content.sector), evidence: { ...evidence, profile: { ...evidence.profile, ...profile } } }
}

/** A company of this sector without answers. */
export function newCompany(sector: string, mode: Evidence['mode'], size: NonNullable<Evidence['profile']['size']>): Company {
  return { questionnaire: loadCatalogue().questionnaire(sector), evidence: { mode, profile: { sector, size, region: 'zeeland' }, answers: {} } }
}

/** The same company with "weet ik niet" on all that is still open, as finishing leaves it. */
export function withRestUnknown({ questionnaire, evidence }: Company): Company {
  const open = openQuestions(questionnaire, evidence)
  if (open.length === 0) return { questionnaire, evidence }
  const rest = Object.fromEntries(open.map(question => [question.id, { unknown: true as const }]))
  return withRestUnknown({ questionnaire, evidence: { ...evidence, answers: { ...evidence.answers, ...rest } } })
}

export const words = {
  nl: {
    onward: 'Verder',
    first: 'Eerst: wat moet doorgaan?',
    howLong: 'Hoe lang kan het door zonder …',
    check: 'Nakijken en afronden',
    unknown: 'Weet ik niet',
    notNeeded: 'Hebben we niet nodig',
    notApplicable: 'Niet van toepassing',
    none: 'Geen van deze',
  },
  en: {
    onward: 'Continue',
    first: 'First: what must go on?',
    howLong: 'How long can it go on without …',
    check: 'Check and finish',
    unknown: 'I do not know',
    notNeeded: 'We do not need it',
    notApplicable: 'Does not apply',
    none: 'None of these',
  },
} as const

/** The questions of a page as this company reads them. */
export function questionsFor({ questionnaire, evidence }: Company, page: Page, language: Language): QuestionView[] {
  return questionsOn(page, questionnaire).map(question => viewQuestion(questionnaire, question, language, evidence.profile.size ?? '2-9'))
}

/** What a question is called on its page: on the page of hours the thing that is gone, else its text. */
export function nameOf(question: QuestionView): string {
  return question.resource?.label ?? question.text
}

/** The group of fields of one question. */
export function groupOf(tab: Tab, question: QuestionView) {
  return tab.getByRole('group', { name: nameOf(question), exact: true })
}

/** The labels of what has to be chosen for an answer. */
export function labelsOf(question: QuestionView, answer: Answer, language: Language): string[] {
  const say = words[language]
  if ('unknown' in answer) return [say.unknown]
  if ('notApplicable' in answer) return [question.type === 'endurance' ? say.notNeeded : say.notApplicable]
  if ('option' in answer) return [question.options.find(option => option.id === answer.option)?.label ?? answer.option]
  return answer.items.length === 0 ? [say.none] : answer.items.map(id => question.items.find(item => item.id === id)?.label ?? id)
}

/** Chooses an answer on the page. */
export async function choose(tab: Tab, question: QuestionView, answer: Answer, language: Language): Promise<void> {
  const group = groupOf(tab, question)
  for (const label of labelsOf(question, answer, language)) {
    await group.getByRole(question.type === 'checklist' ? 'checkbox' : 'radio', { name: label, exact: true }).check()
  }
}

export function titleOf({ questionnaire }: Company, page: Page | null, language: Language): string {
  if (page === null) return words[language].check
  if (page.kind !== 'theme') return words[language][page.kind]
  return questionnaire.themes.find(theme => theme.id === page.theme)?.title[language] ?? page.theme
}

/** Waits until this page of the scan is open. */
export async function expectPage(tab: Tab, company: Company, page: Page | null, language: Language): Promise<void> {
  await expect(tab.getByRole('heading', { level: 1 })).toHaveText(titleOf(company, page, language))
}

/**
 * Fills in every page from the first to the check, each answer in the order of the page. Questions that an answer brings up are answered
 * where they appear; without JavaScript the page comes back with them.
 */
export async function fillIn(tab: Tab, company: Company, language: Language): Promise<void> {
  const { questionnaire, evidence } = company
  const given: Record<string, Answer> = {}
  const visible = () => new Set(visibleQuestions(questionnaire, { ...evidence, answers: given }).map(question => question.id))
  const pages = () => progressOf(questionnaire, { ...evidence, answers: given }).map(progress => progress.page)
  const script = await tab.evaluate(() => true).catch(() => false)
  for (let page: Page | null = pages()[0] ?? null; page !== null; ) {
    await expectPage(tab, company, page, language)
    const seen = new Set<string>()
    for (;;) {
      const shown = visible()
      for (const question of questionsFor(company, page, language)) {
        const answer = evidence.answers[question.id]
        if (seen.has(question.id) || !(script ? visible() : shown).has(question.id)) continue
        seen.add(question.id)
        if (answer === undefined) continue
        await choose(tab, question, answer, language)
        given[question.id] = answer
      }
      await tab.getByRole('button', { name: words[language].onward, exact: true }).click()
      const appeared = questionsFor(company, page, language).find(question => visible().has(question.id) && !seen.has(question.id))
      if (appeared === undefined) break
      await expect(groupOf(tab, appeared)).toBeVisible()
    }
    const all: Page[] = pages()
    const here: Page = page
    page = all[all.findIndex(one => isSamePage(one, here)) + 1] ?? null
  }
  await expectPage(tab, company, null, language)
}

/** Begins a scan for this browser over HTTP. Resolves with its id. */
export async function beginScan(tab: Tab, { evidence }: Company, baseURL: string): Promise<string> {
  const { sector, size, region } = evidence.profile
  const form = { sector, size: size ?? '2-9', region: region ?? '', scope: 'company', mode: evidence.mode, power: '', once: randomUUID() }
  const answer = await tab.request.post(baseURL + pathsIn('nl').start, { form, headers: { Origin: baseURL }, maxRedirects: 0 })
  const id = /\/scan\/([^/]+)\//.exec(answer.headers()['location'] ?? '')?.[1]
  if (id === undefined) throw new Error(`starting a scan came to ${answer.status()}`)
  return id
}

/** Saves all answers of this company over HTTP. */
export async function saveAll(tab: Tab, scan: string, { evidence }: Company, baseURL: string): Promise<void> {
  const saves = Object.entries(evidence.answers).map(([question, answer]) => ({ question, answer, version: 0, ownWords: null, note: null }))
  if (saves.length === 0) return
  const saved = await tab.request.post(baseURL + pathsIn('nl').answer(scan), { data: { saves }, headers: { Origin: baseURL } })
  expect(saved.status()).toBe(200)
}

/** Begins, answers and finishes a scan over HTTP; what is open becomes "weet ik niet". Resolves with its id. */
export async function finishedScan(tab: Tab, company: Company, baseURL: string): Promise<string> {
  const scan = await beginScan(tab, company, baseURL)
  await saveAll(tab, scan, company, baseURL)
  const done = await tab.request.post(baseURL + pathsIn('nl').check(scan), { form: { rest: 'unknown' }, headers: { Origin: baseURL }, maxRedirects: 0 })
  expect(done.headers()['location']).toContain(pathsIn('nl').report(scan))
  return scan
}

/** The page on which a question of this company stands. */
export function pageWith({ questionnaire }: Company, id: string): Page {
  const question = questionnaire.questions.find(one => one.id === id)
  if (question === undefined) throw new Error(`there is no question ${id}`)
  return pageOf(question)
}

/** One question of this company as it reads it. */
export function questionOf(company: Company, id: string, language: Language = 'nl'): QuestionView {
  const question = questionsFor(company, pageWith(company, id), language).find(one => one.id === id)
  if (question === undefined) throw new Error(`there is no question ${id}`)
  return question
}
