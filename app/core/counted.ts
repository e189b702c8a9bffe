/** How each answer counts: s(q), the hours of an endurance answer, and the tolerance. Everything else in core is sums over this. */
import { decideVisibility, standing } from './visibility.ts'
import { prepare } from './prepared.ts'
import type { Answer } from './answers.ts'
import type { Prepared, PreparedQuestion } from './prepared.ts'
import type { Scoring } from './scoring-only.ts'
import type { Evidence } from './result.ts'
import type { Facts } from './visibility.ts'

export type Counted = {
  readonly prepared: Prepared
  readonly facts: Facts
  /** by question, its answer where it is visible and has one */
  readonly given: readonly (Answer | undefined)[]
  /** hours: 0 where the question is unanswered, `unknown`, `notApplicable` or hidden, or there is none */
  readonly tolerance: number
  /** by question, a value of `standing` */
  readonly standings: readonly number[]
  /** by question, 0..1; 0 for `unknown` and where it does not count */
  readonly s: readonly number[]
  /** by question, hours of an endurance answer; `unlimited` is Infinity, `unknown` is 0 */
  readonly hours: readonly number[]
}

/**
 * How many hours a company has to last in a disruption of `target` hours. "Een storing duurt 72 uur. Jij kunt 24 uur stilliggen.
 * Dus 48 uur moet je volhouden": needed(72, 24) is 48. Never less than 8 (one working day), never more than the target.
 */
export function needed(target: number, tolerance: number): number {
  return Math.min(target, Math.max(8, target - tolerance))
}

/** s(q) of an endurance answer. */
export function enduranceScore(hours: number, target: number, tolerance: number): number {
  return Math.min(1, hours / needed(target, tolerance))
}

/** s(q) of a checklist: the checked items' weights, in the order of the items, over all weights. Throws on an item it does not have. */
export function checklistScore(question: PreparedQuestion, checked: readonly string[]): number {
  const { itemIds, itemWeights } = question
  let sum = 0
  let found = 0
  for (let position = 0; position < itemIds.length; position++) {
    if (!checked.includes(itemIds[position]!)) continue
    sum += itemWeights[position]!
    found++
  }
  if (found !== checked.length) throw new Error(`the answer to ${question.id} holds an item twice, or one that it does not have`)
  return sum / question.itemsWeight
}

/** Counts evidence that `checkEvidence` found good. Throws on an option or item that the questionnaire does not have. */
export function count(questionnaire: Scoring, evidence: Evidence): Counted {
  const prepared = prepare(questionnaire)
  const { questions } = prepared
  const { standings, given, facts } = decideVisibility(prepared, evidence)
  const asked = questions[prepared.tolerance]
  const still = given[prepared.tolerance]
  const tolerance = asked !== undefined && still !== undefined && 'option' in still ? valueOf(asked, still) : 0
  const s = new Array<number>(questions.length).fill(0)
  const hours = new Array<number>(questions.length).fill(0)
  for (let index = 0; index < questions.length; index++) {
    const question = questions[index]!
    if (standings[index] !== standing.answered || !question.scored) continue
    const answer = given[index]!
    if (question.type === 'checklist') {
      s[index] = checklistScore(question, itemsOf(question, answer))
    } else if (question.type === 'choice') {
      s[index] = valueOf(question, answer)
    } else {
      const value = valueOf(question, answer)
      hours[index] = value
      s[index] = enduranceScore(value, question.target, tolerance)
    }
  }
  return { prepared, facts, given, tolerance, standings, s, hours }
}

function valueOf(question: PreparedQuestion, answer: Answer): number {
  const value = 'option' in answer ? question.values.get(answer.option) : undefined
  if (value === undefined) throw new Error(`the answer to ${question.id} is none of its options`)
  return value
}

function itemsOf(question: PreparedQuestion, answer: Answer): readonly string[] {
  if (!('items' in answer)) throw new Error(`the answer to ${question.id} is no list of items`)
  return answer.items
}

/** Whether a question is visible, applicable and answered (`unknown` is an answer), and scored: whether it is in the sums. */
export function inSums(counted: Counted, index: number): boolean {
  return counted.standings[index]! >= standing.unknown && counted.prepared.questions[index]!.scored
}
