/** Which answers made the part of a change that is one's own: each with its points, and together exactly that part. */
import { compareIds, compareNumbers, round9 } from './numbers.ts'
import { newAnswersToOld, overall } from './change.ts'
import type { Answer, Answers } from './answers.ts'
import type { Scan } from './change.ts'
import type { Evidence } from './result.ts'

/** `question` is null for what is no answer: another size, region or kind of scan (quick or full). Points of the overall score, unrounded. */
export type AnswerChange = { readonly question: string | null; readonly points: number }

/** One step from the old evidence to the new: an answer, or all that is no answer. */
type Step = { readonly question: string | null; readonly take: (evidence: Evidence) => Evidence }

/**
 * What each changed answer did to the score on the old questionnaire, S1 − S0 of `change`; those that change nothing are left out, the
 * largest come first, whichever way they work. Null where there is no split.
 *
 * While the same questions count, an answer's points are simply its weight in the score times what s(q) gained. Where an answer also
 * changes what counts (it was "not applicable", it hides a question), they depend on the order in which one changes the answers: we take
 * the mean of the order of the questionnaire and its reverse. Each order adds up, so the mean does too.
 */
export function changedAnswers(old: Scan, now: Scan): readonly AnswerChange[] | null {
  const target: Evidence = { ...now.evidence, answers: newAnswersToOld(old, now) }
  if (overall(old.questionnaire, old.evidence) === null || overall(old.questionnaire, target) === null) return null
  const steps: Step[] = [
    { question: null, take: evidence => ({ ...target, answers: evidence.answers }) },
    ...old.questionnaire.questions
      .filter(({ id }) => !sameAnswer(old.evidence.answers[id], target.answers[id]))
      .map(({ id }): Step => ({ question: id, take: evidence => ({ ...evidence, answers: withAnswer(evidence.answers, id, target.answers[id]) }) })),
  ]
  const forward = walk(old, steps)
  const backward = walk(old, steps.toReversed()).reverse()
  return steps
    .map(({ question }, position) => ({ question, points: (forward[position]! + backward[position]!) / 2 }))
    .filter(({ points }) => round9(points) !== 0)
    .sort((a, b) => compareNumbers(Math.abs(b.points), Math.abs(a.points)) || compareIds(a.question ?? '', b.question ?? ''))
}

/** The points of each step in this order; a step at which no score is left brings nothing, and the next one that has a score brings both. */
function walk(old: Scan, steps: readonly Step[]): number[] {
  let evidence = old.evidence
  let before = overall(old.questionnaire, evidence)!
  return steps.map(({ take }) => {
    evidence = take(evidence)
    const after = overall(old.questionnaire, evidence) ?? before
    const points = after - before
    before = after
    return points
  })
}

function withAnswer(answers: Answers, id: string, answer: Answer | undefined): Answers {
  const { [id]: _, ...rest } = answers
  return answer === undefined ? rest : { ...rest, [id]: answer }
}

/** True where two answers to one question say the same; the order of checked items is nothing. */
export function sameAnswer(one: Answer | undefined, other: Answer | undefined): boolean {
  return spelled(one) === spelled(other)
}

function spelled(answer: Answer | undefined): string {
  return JSON.stringify(answer !== undefined && 'items' in answer ? { items: [...answer.items].sort() } : (answer ?? null))
}
