/** Ends a trial hour: what was right is marked as exercised, what was not goes into the one open new scan. A finished scan never changes. */
import { eq } from 'drizzle-orm'
import type { World } from '#db/open.server.ts'
import { trialHours, type TrialHour } from '#db/plan-tables.ts'
import { transact } from '#db/transact.server.ts'
import { confirmIn, correctIn } from '#app/assessments/correct.server.ts'
import type { Scan } from '#app/assessments/scan.server.ts'
import { dutchMoment } from '#app/core/dutch-clock.ts'
import type { Questionnaire } from '#app/core/questionnaire.ts'
import { trialOf } from './trial.server.ts'

/** Per question that was tried: the answer was right, or the option that it really is. */
export type Outcome = Readonly<Record<string, 'right' | { readonly option: string }>>

/**
 * `cancelled` and `early`: it did not happen, or not yet. `held`: somebody told already, and something else. `badInput`: the question
 * whose option the new scan does not know. In all of these nothing was written.
 */
export type Held =
  | { readonly ok: true; readonly trial: TrialHour }
  | { readonly ok: false; readonly reason: 'notFound' | 'cancelled' | 'early' | 'held' }
  | { readonly ok: false; readonly reason: 'badInput'; readonly question: string }

/** Whether it has begun at `now` (epoch milliseconds) and so can be told about. */
export function hasBegun({ day, time, cancelledAt }: Pick<TrialHour, 'day' | 'time' | 'cancelledAt'>, now: number): boolean {
  return cancelledAt === null && dutchMoment(day, time) <= now
}

/**
 * Tells what came out of a trial hour, of questions of this scan's report. `questionnaire`: the newest of the sector, for a new scan that
 * has to be begun. A repeat in the same words changes nothing any more.
 */
export async function holdTrial(
  world: World,
  browserKey: string | null,
  scan: Scan,
  questionnaire: Questionnaire,
  id: string,
  outcome: Outcome,
  note: string | null,
): Promise<Held> {
  const now = world.now()
  return await transact(world.database, async (writer): Promise<Held> => {
    const row = await trialOf(writer, scan.assessment, id)
    if (row === null) return { ok: false, reason: 'notFound' }
    if (row.heldAt !== null) {
      const same = row.note === note && JSON.stringify(sorted(row.outcome ?? {})) === JSON.stringify(sorted(outcome))
      return same ? { ok: true, trial: row } : { ok: false, reason: 'held' }
    }
    if (row.cancelledAt !== null) return { ok: false, reason: 'cancelled' }
    if (!hasBegun(row, now)) return { ok: false, reason: 'early' }
    const right = Object.entries(outcome).flatMap(([question, was]) => (was === 'right' ? [question] : []))
    const wrong = Object.entries(outcome).flatMap(([question, was]) => (was === 'right' ? [] : [{ question, answer: { option: was.option }, firmness: 'exercised' as const }]))
    if (wrong.length > 0) {
      const corrected = await correctIn(world, writer, browserKey, scan, questionnaire, wrong)
      if (!corrected.ok) return { ok: false, reason: 'badInput', question: corrected.question }
    }
    if (right.length > 0) await confirmIn(writer, now, scan, right, true)
    const [trial] = await writer
      .update(trialHours)
      .set({ outcome, note, heldAt: now, assessmentId: scan.assessment.id, version: row.version + 1 })
      .where(eq(trialHours.id, row.id))
      .returning()
    return { ok: true, trial: trial! }
  })
}

function sorted(outcome: Outcome): unknown {
  return Object.entries(outcome).toSorted(([a], [b]) => (a < b ? -1 : 1))
}
