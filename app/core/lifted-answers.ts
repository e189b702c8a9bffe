/** The answers that a measure changes once it is done, written out so that they can be shown and saved. */
import { round9 } from './numbers.ts'
import { checklistScore, count, inSums } from './counted.ts'
import { checkedItems, existingMeasures } from './lifts.ts'
import type { Answer } from './answers.ts'
import type { Questionnaire } from './questionnaire.ts'
import type { Evidence } from './result.ts'

export type LiftedAnswer = { readonly question: string; readonly before: Answer; readonly after: Answer }

/**
 * Each answer that this measure raises, as it is and as it becomes, in the order of the measure: the same questions, scores and hours as
 * `lift`. Upwards only; empty where the measure does not exist for this company, or raises nothing. Throws as `count` does.
 */
export function liftedAnswers(questionnaire: Questionnaire, evidence: Evidence, measureId: string): LiftedAnswer[] {
  const counted = count(questionnaire, evidence)
  const measure = existingMeasures(counted).find(({ id }) => id === measureId)
  const lifts = questionnaire.measures.find(({ id }) => id === measureId)?.lifts ?? []
  const after = new Map<number, { readonly answer: Answer; readonly value: number }>()
  for (const [position, { question: index, value, items }] of (measure?.lifts ?? []).entries()) {
    const question = counted.prepared.questions[index]!
    if (!inSums(counted, index)) continue
    const earlier = after.get(index)
    if (question.type === 'checklist') {
      const checked = earlier !== undefined && 'items' in earlier.answer ? new Set(earlier.answer.items) : checkedItems(counted, index)
      const all = question.itemIds.filter(item => checked.has(item) || items.includes(item))
      after.set(index, { answer: { items: all }, value: checklistScore(question, all) })
    } else {
      const now = earlier?.value ?? (question.type === 'choice' ? counted.s[index]! : counted.hours[index]!)
      const option = lifts[position]?.option
      if (option !== undefined && round9(value) > round9(now)) after.set(index, { answer: { option }, value })
    }
  }
  return [...after].flatMap(([index, { answer, value }]) => {
    const question = counted.prepared.questions[index]!
    const was = question.type === 'endurance' ? counted.hours[index]! : counted.s[index]!
    return round9(value) > round9(was) ? [{ question: question.id, before: counted.given[index]!, after: answer }] : []
  })
}
