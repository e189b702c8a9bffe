/** What answers hold once measures are done: lifts go upwards only, the best option wins, items unite. */
import { round9 } from './numbers.ts'
import { checklistScore, enduranceScore, inSums } from './counted.ts'
import { holds, standing } from './visibility.ts'
import type { Counted } from './counted.ts'
import type { PreparedMeasure } from './prepared.ts'

/** The measures that exist for this company, in the order of the questionnaire. */
export function existingMeasures(counted: Counted): PreparedMeasure[] {
  return counted.prepared.measures.filter((one) => one.showIf === undefined || holds(one.showIf, counted.facts))
}

/**
 * The answers as they are with these measures done. Touches only questions that are visible, applicable and answered; what is visible,
 * which steps and measures hold, and the tolerance stay as they were.
 */
export function lift(counted: Counted, measures: readonly PreparedMeasure[]): Counted {
  const { questions } = counted.prepared
  const s = counted.s.slice()
  const hours = counted.hours.slice()
  const standings = counted.standings.slice()
  const checked = new Map<number, Set<string>>()
  for (const measure of measures) {
    for (const { question: index, value, items } of measure.lifts) {
      if (!inSums(counted, index)) continue
      const question = questions[index]!
      if (question.type === 'checklist') {
        const all = checked.get(index) ?? checkedItems(counted, index)
        for (const item of items) all.add(item)
        checked.set(index, all)
      } else if (question.type === 'choice') {
        if (round9(value) <= round9(s[index]!)) continue
        s[index] = value
        standings[index] = standing.answered
      } else {
        if (round9(value) <= round9(hours[index]!)) continue
        hours[index] = value
        s[index] = enduranceScore(value, question.target, counted.tolerance)
        standings[index] = standing.answered
      }
    }
  }
  for (const [index, all] of checked) {
    const score = checklistScore(questions[index]!, [...all])
    if (round9(score) <= round9(s[index]!)) continue
    s[index] = score
    standings[index] = standing.answered
  }
  return { ...counted, s, hours, standings }
}

/** The checked items of a checklist as it was answered; none for `unknown`. */
export function checkedItems(counted: Counted, index: number): Set<string> {
  const answer = counted.given[index]
  return new Set(answer !== undefined && 'items' in answer ? answer.items : [])
}

/** Whether the lift raised s(q) of a question, or the hours of an endurance question. */
export function raisesAnything(before: Counted, after: Counted, measure: PreparedMeasure): boolean {
  return measure.lifts.some(
    ({ question: index }) =>
      round9(after.s[index]!) > round9(before.s[index]!) || round9(after.hours[index]!) > round9(before.hours[index]!),
  )
}
