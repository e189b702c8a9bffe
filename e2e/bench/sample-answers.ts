/** Companies for measuring: the largest questionnaire, and answers to it that are random but the same in every run. */
import { loadCatalogue } from '#app/catalogue/catalogue.server.ts'
import { pick, type Random } from '#app/catalogue/simulation/random.ts'
import type { Answer } from '#app/core/answers.ts'
import { sizes } from '#app/core/questionnaire.ts'
import type { Question, Questionnaire } from '#app/core/questionnaire.ts'
import type { Evidence } from '#app/core/result.ts'
import { visibleQuestions } from '#app/core/visibility.ts'

/** The questionnaire with the most questions. */
export function largestQuestionnaire(): Questionnaire {
  const catalogue = loadCatalogue()
  return catalogue.sectors
    .map(sector => catalogue.questionnaire(sector.id))
    .reduce((largest, one) => (one.questions.length > largest.questions.length ? one : largest))
}

/** A good answer to a question; one in ten is "weet ik niet", one in twenty "niet van toepassing" where that is allowed. */
export function answerTo(question: Question, random: Random): Answer {
  const chance = random()
  if (chance < 0.1) return { unknown: true }
  if (chance < 0.15 && question.allowNotApplicable) return { notApplicable: true }
  if (question.type === 'checklist') return { items: question.items!.filter(() => random() < 0.5).map(item => item.id) }
  return { option: pick(random, question.options!).id }
}

/** A company that answered every question that it sees. */
export function companyOf(questionnaire: Questionnaire, random: Random, size = pick(random, sizes)): Evidence {
  const profile = { sector: questionnaire.sector.id, size, region: 'zeeland' as const }
  const answers = Object.fromEntries(questionnaire.questions.map(question => [question.id, answerTo(question, random)]))
  const visible = visibleQuestions(questionnaire, { mode: 'full', profile, answers })
  return { mode: 'full', profile, answers: Object.fromEntries(visible.map(question => [question.id, answers[question.id]!])) }
}

/** The theme with the most questions for this company: the heaviest page. */
export function fullestTheme(questionnaire: Questionnaire, company: Evidence): string {
  const visible = visibleQuestions(questionnaire, company)
  const questionsIn = (theme: string) => visible.filter(question => question.theme === theme).length
  return questionnaire.themes.map(theme => theme.id).reduce((fullest, one) => (questionsIn(one) > questionsIn(fullest) ? one : fullest))
}
