/** Everything a report is told from: the frozen questionnaire, the answers under the result, and the result itself. */
import type { Question, Questionnaire, Size, Text } from '#app/core/questionnaire.ts'
import { wording } from '#app/core/questionnaire.ts'
import { count, type Counted } from '#app/core/counted.ts'
import type { Evidence, Result } from '#app/core/result.ts'
import { say } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { citationsOf, type Citations } from './citations.ts'
import { atStart } from './moments.ts'
import { baselineSource } from './national-baseline.ts'

export type Told = {
  readonly questionnaire: Questionnaire
  readonly evidence: Evidence
  readonly result: Result
  readonly counted: Counted
  readonly citations: Citations
  readonly question: (id: string) => Question
  /** a text in the reader's language and the wording for the size of the company */
  readonly words: (text: Text, sizeOne?: Text) => string
}

export function toldFrom(questionnaire: Questionnaire, evidence: Evidence, result: Result): Told {
  const size: Size | undefined = evidence.profile.size
  const questions = new Map(questionnaire.questions.map(question => [question.id, question]))
  const known = questionnaire.sources.some(source => source.id === baselineSource.id)
  return {
    questionnaire,
    evidence,
    result,
    counted: count(questionnaire, evidence),
    citations: citationsOf(known ? questionnaire.sources : [...questionnaire.sources, baselineSource], m.report_source_judgement()),
    question: id => {
      const question = questions.get(id)
      if (question === undefined) throw new Error(`the questionnaire has no question ${id}`)
      return question
    },
    words: (text, sizeOne) => say(wording(text, sizeOne, size)),
  }
}

/** A question by name: the few words of a must, else the question itself. */
export function nameOf(told: Told, question: Question): string {
  return question.short === undefined ? told.words(question.text, question.sizeOne) : atStart(say(question.short))
}

/** A question as a point that stands or is open: an endurance question is what it goes without ("Zonder stroom"). */
export function pointName(told: Told, question: Question): string {
  const resource = question.type === 'endurance' ? told.questionnaire.resources.find(one => one.id === question.resource) : undefined
  return resource === undefined ? nameOf(told, question) : atStart(say(resource.without))
}

/** The label of a resource: "Internet en telefoon". */
export function resourceLabel(told: Told, id: string): string {
  const resource = told.questionnaire.resources.find(one => one.id === id)
  return resource === undefined ? id : say(resource.label)
}
