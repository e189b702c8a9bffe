/** The golden companies as reports, for the tests of this folder. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { contentFolder, loadCatalogue } from '#app/catalogue/catalogue.server.ts'
import { evidenceOf, readGolden } from '#app/catalogue/golden.server.ts'
import type { Language, Questionnaire } from '#app/core/questionnaire.ts'
import { evaluate } from '#app/core/evaluate.ts'
import type { Answers } from '#app/core/answers.ts'
import type { Evidence, Result } from '#app/core/result.ts'
import { keepLanguageIn, withLanguage } from '#app/i18n/language.ts'
import { reportView, type ReportContext, type ReportView } from './report-view.ts'

keepLanguageIn(new AsyncLocalStorage<Language>())
export { withLanguage }

export type TestCompany = { readonly questionnaire: Questionnaire; readonly evidence: Evidence; readonly result: Result; readonly context: ReportContext }

/** The golden company in this file, without ".yaml"; `answers` replace its own. */
export function company(name: string, answers: Answers = {}): TestCompany {
  const golden = readGolden(contentFolder()).find(one => one.path.endsWith(`/${name}.yaml`))
  if (golden === undefined) throw new Error(`there is no golden company ${name}`)
  const questionnaire = loadCatalogue().questionnaire(golden.content.sector)
  const own = evidenceOf(golden.content)
  const evidence = { ...own, answers: { ...own.answers, ...answers } }
  return {
    questionnaire,
    evidence,
    result: evaluate(questionnaire, evidence),
    context: { finishedAt: Date.UTC(2026, 10, 24, 12), scope: 'company', ownWords: {} },
  }
}

/** Its report in one language. */
export function reportOf(one: TestCompany, language: Language = 'nl'): ReportView {
  return withLanguage(language, () => reportView(one.questionnaire, one.evidence, one.result, one.context))
}
