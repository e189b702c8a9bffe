/** What an action that is done does to the answers of the scan: shown first, and put into the one open new scan once it is confirmed. */
import { createHash } from 'node:crypto'
import type { World } from '#db/open.server.ts'
import type { Action } from '#db/plan-tables.ts'
import { correctAnswers } from '#app/assessments/correct.server.ts'
import { openScanOf } from '#app/assessments/line.server.ts'
import { questionnaireWithHash } from '#app/assessments/questionnaires.server.ts'
import { evidenceOf, storedAnswers, type Scan } from '#app/assessments/scan.server.ts'
import { readableAnswers } from '#app/core/answers.ts'
import { count } from '#app/core/counted.ts'
import { liftedAnswers, type LiftedAnswer } from '#app/core/lifted-answers.ts'
import type { Questionnaire } from '#app/core/questionnaire.ts'
import type { Evidence } from '#app/core/result.ts'
import { overallScore } from '#app/core/score.ts'
import { noteAnswersAfter, type PlanChange } from './change-plan.server.ts'

/** The answers as they stand now: in the open new scan, else in the newest finished one; told in the questions of the next scan. */
export type AnswersNow = {
  readonly questionnaire: Questionnaire
  readonly evidence: Evidence
  /** the open new scan, and the score (0..100, unrounded) it would have if it were finished now; null where there is none */
  readonly next: { readonly id: string; readonly score: number | null } | null
}

/** `scan`: the newest finished one; `newest`: the questionnaire that a new scan would have. */
export async function answersNow(world: World, scan: Scan, newest: Questionnaire): Promise<AnswersNow> {
  const { assessment } = scan
  const open = await openScanOf(world.database.reader, assessment, assessment.finishedAt ?? world.now())
  const questionnaire = open === null ? newest : await questionnaireWithHash(world.database, open.questionnaireHash)
  const stored = evidenceOf(open ?? assessment, await storedAnswers(world, (open ?? assessment).id))
  const evidence = { ...stored, answers: readableAnswers(questionnaire, stored.answers) }
  return { questionnaire, evidence, next: open === null ? null : { id: open.id, score: overallScore(count(questionnaire, evidence)) } }
}

/** The answers that this action raises; none for an own action, or where it raises nothing any more. */
export function changesBy(now: AnswersNow, action: Pick<Action, 'measureId'>): LiftedAnswer[] {
  return action.measureId === null ? [] : liftedAnswers(now.questionnaire, now.evidence, action.measureId)
}

/** Stands in the form, so that only what was shown is confirmed. */
export function markOf(changes: readonly LiftedAnswer[]): string {
  return createHash('sha256').update(JSON.stringify(changes)).digest('hex').slice(0, 16)
}

/** `otherAnswers`: the answers changed since they were shown; `notDone`: the action is not done any more. Nothing was written. */
export type Lifted = PlanChange | { readonly ok: false; readonly reason: 'otherAnswers' } | { readonly ok: false; readonly reason: 'notDone' }

/**
 * Puts what the action raises into the one open new scan, and notes at the action that it was said. `shown`: the mark of the changes that
 * were on the page. A repeat finds nothing left to raise and changes nothing.
 */
export async function liftAnswers(
  world: World,
  browserKey: string | null,
  scan: Scan,
  newest: Questionnaire,
  action: Action,
  asked: { readonly version: number; readonly shown: string },
): Promise<Lifted> {
  if (action.state !== 'done') return { ok: false, reason: 'notDone' }
  if (action.answersAfter === 'lifted') return { ok: true, before: action, action }
  const changes = changesBy(await answersNow(world, scan, newest), action)
  if (changes.length > 0) {
    if (markOf(changes) !== asked.shown) return { ok: false, reason: 'otherAnswers' }
    const corrected = await correctAnswers(world, browserKey, scan, newest, changes.map(({ question, after }) => ({ question, answer: after })))
    if (!corrected.ok) throw new Error(`the answer that ${action.measureId ?? ''} gives to ${corrected.question} is no good one: ${corrected.problem}`)
  }
  return await noteAnswersAfter(world, scan, action.id, asked.version, 'lifted')
}
