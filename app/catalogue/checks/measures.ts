/** Every lift raises an answer, and nobody is told of a weakness without a way out: measures for each question and each size. */
import type { Lift, Measure, Question, Questionnaire, Size } from '#app/core/questionnaire.ts'
import { isScored, sizes } from '#app/core/questionnaire.ts'
import type { Content, Module, Report } from '../content.ts'
import { quoted } from '../failure.ts'
import { chance, reach } from '../reach.ts'
import type { Chance } from '../reach.ts'
import type { Path } from '../yaml-file.ts'
import { existing, questionsFor } from './names.ts'

/** The most effort, in hours, of a measure that fixes a must. */
export const mustEffort = 4

/** Each lift names an answer of a scored question, and one that can raise something. */
export function checkLifts(content: Content, report: Report): void {
  for (const module of [content.core, ...content.sectors]) {
    const questions = questionsFor(content, module)
    module.measures.forEach((measure, index) => {
      measure.lifts.forEach((lift, at) => checkLift(module, ['measures', index, 'lifts', at], measure, lift, questions, report))
    })
  }
}

function checkLift(
  { file }: Module,
  path: Path,
  measure: Measure,
  lift: Lift,
  questions: readonly Question[],
  report: Report,
): void {
  const subject = `a lift of measure ${quoted(measure.id)}`
  const question = questions.find((entry) => entry.id === lift.question)
  if (question === undefined) {
    report(
      file,
      [...path, 'question'],
      `${subject} names question ${quoted(lift.question)}, which does not exist`,
      existing(
        lift.question,
        questions.map((entry) => entry.id),
        'the file',
      ),
    )
    return
  }
  if (!isScored(question)) {
    report(
      file,
      [...path, 'question'],
      `${subject} names ${quoted(question.id)}, which is not scored`,
      'name a choice, a checklist or an endurance question',
    )
    return
  }
  const wanted = question.type === 'checklist' ? 'items' : 'option'
  if (lift[wanted] === undefined || lift[wanted === 'items' ? 'option' : 'items'] !== undefined) {
    report(
      file,
      path,
      `${subject} on ${question.type} ${quoted(question.id)} does not give ${wanted === 'items' ? 'items' : 'an option'}`,
      wanted === 'items' ? 'give items: [ … ] and no option' : 'give option: … and no items',
    )
    return
  }
  const choices = [...(question.options ?? []), ...(question.items ?? [])].map((choice) => choice.id)
  const missing = [lift.option ?? [], lift.items ?? []].flat().filter((id) => !choices.includes(id))
  for (const id of missing) {
    const place = lift.items === undefined ? [...path, 'option'] : [...path, 'items', lift.items.indexOf(id)]
    report(
      file,
      place,
      `${subject} names ${quoted(id)}, which is no answer to ${quoted(question.id)}`,
      existing(id, choices, `question "${question.id}"`),
    )
  }
  if (missing.length === 0 && lift.option !== undefined && height(question, lift.option) <= 0) {
    report(
      file,
      [...path, 'option'],
      `${subject} names ${quoted(lift.option)} of ${quoted(question.id)}, which raises no answer`,
      'name an option that scores more, or gives more hours',
    )
  }
}

/** The score or the hours of an option: what a lift raises. */
function height(question: Question, id: string): number {
  const option = question.options?.find((entry) => entry.id === id)
  return option?.hours === 'unlimited' ? Infinity : option?.hours ?? option?.score ?? 0
}

/** s(q) of a choice or checklist once this lift is done, from nothing: what decides whether a must is met. */
function scoreAfter(question: Question, lift: Lift): number {
  if (question.type !== 'checklist') return lift.option === undefined ? 0 : height(question, lift.option)
  const items = question.items ?? []
  const all = items.reduce((sum, item) => sum + item.weight, 0)
  return items.filter((item) => lift.items?.includes(item.id)).reduce((sum, item) => sum + item.weight, 0) / all
}

/**
 * For one composed questionnaire: each scored question that a size can see has a measure for that size, each must one of at most
 * four hours that fixes it, and each lift a size for which it makes sense.
 */
export function checkCoverage(content: Content, questionnaire: Questionnaire, report: Report): void {
  const byId = new Map(
    [content.core, ...content.sectors].flatMap((module) =>
      module.questions.map((question, index) => [question.id, { file: module.file, index }] as const),
    ),
  )
  const seenBy = new Map(sizes.map((size) => [size, reach(questionnaire, 'full', size)]))
  const existsFor = new Map(
    sizes.map((size) => [
      size,
      new Set(
        questionnaire.measures.filter(
          (measure) =>
            chance(measure.showIf, {
              sector: questionnaire.sector.id,
              size,
              questions: seenBy.get(size) ?? new Map<string, Chance>(),
            }) !== 'no',
        ),
      ),
    ]),
  )
  for (const question of questionnaire.questions.filter(isScored)) {
    const place = byId.get(question.id)
    if (place === undefined) continue
    const lacking: Size[] = []
    const unfixed: Size[] = []
    for (const size of sizes) {
      if (seenBy.get(size)?.get(question.id) === 'no') continue
      const measures = [...(existsFor.get(size) ?? [])]
      const lifts = (measure: Measure) => measure.lifts.filter((lift) => lift.question === question.id)
      if (!measures.some((measure) => lifts(measure).length > 0)) lacking.push(size)
      else if (
        question.must &&
        !measures.some(
          (measure) => measure.effort <= mustEffort && lifts(measure).some((lift) => scoreAfter(question, lift) >= 0.5),
        )
      )
        unfixed.push(size)
    }
    const path = ['questions', place.index]
    if (lacking.length > 0) {
      report(
        place.file,
        path,
        `question ${quoted(question.id)} has no measure for size ${lacking.join(', ')}`,
        'add a measure that lifts it and exists for that size, or widen the showIf of one',
      )
    }
    if (unfixed.length > 0) {
      report(
        place.file,
        path,
        `must ${quoted(question.id)} is fixed by no measure of at most ${mustEffort} hours for size ${unfixed.join(', ')}`,
        `add a measure with effort up to ${mustEffort} that brings it to half its score or more`,
      )
    }
  }
  checkUseful(content, questionnaire, seenBy, existsFor, report)
}

function checkUseful(
  content: Content,
  questionnaire: Questionnaire,
  seenBy: ReadonlyMap<Size, ReadonlyMap<string, Chance>>,
  existsFor: ReadonlyMap<Size, ReadonlySet<Measure>>,
  report: Report,
): void {
  const own =
    questionnaire.modules.length === 1
      ? content.core
      : content.sectors.find((module) => module.content.id === questionnaire.sector.id)
  own?.measures.forEach((measure, index) => {
    measure.lifts.forEach((lift, at) => {
      if (!questionnaire.questions.some((question) => question.id === lift.question)) return
      const useful = sizes.some((size) => existsFor.get(size)?.has(measure) && seenBy.get(size)?.get(lift.question) !== 'no')
      if (useful) return
      report(
        own.file,
        ['measures', index, 'lifts', at],
        `measure ${quoted(measure.id)} lifts ${quoted(lift.question)}, which no size that the measure is for can see`,
        'take the lift out, or widen the showIf of the measure or the question',
      )
    })
  })
}
