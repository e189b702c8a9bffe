/** What is said about changing a plan: errors at their fields, and what was just done. */
import type { ActionState } from '#app/core/actions.ts'
import type { Answer } from '#app/core/answers.ts'
import { wording, type Question, type Size } from '#app/core/questionnaire.ts'
import { say } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { FieldError } from '#app/ui/error-summary.tsx'
import type { ActionProblem } from './action-form.ts'

const fieldOf: Record<ActionProblem, string> = {
  noTitle: 'title',
  titleTooLong: 'title',
  notAMember: 'owner',
  twoOwners: 'ownerName',
  ownerTooLong: 'ownerName',
  noDay: 'dueOn',
  noteTooLong: 'note',
  noReason: 'reason',
  reasonTooLong: 'reason',
  full: 'title',
}
const words: Record<ActionProblem, () => string> = {
  noTitle: m.plan_problem_noTitle,
  titleTooLong: m.plan_problem_titleTooLong,
  notAMember: m.plan_problem_notAMember,
  twoOwners: m.plan_problem_twoOwners,
  ownerTooLong: m.plan_problem_ownerTooLong,
  noDay: m.plan_problem_noDay,
  noteTooLong: m.plan_problem_noteTooLong,
  noReason: m.plan_problem_noReason,
  reasonTooLong: m.plan_problem_reasonTooLong,
  full: m.plan_problem_full,
}

/** Each problem in words, with the field it stands at. */
export function problemWords(problems: readonly ActionProblem[]): FieldError[] {
  return problems.map(problem => ({ id: fieldOf[problem], message: words[problem]() }))
}

/** What was done last: what a page is told in its address, as `gedaan`. */
export const planDeeds = ['open', 'busy', 'done', 'declined', 'removed', 'back', 'added'] as const
export type PlanDeed = (typeof planDeeds)[number]

/** The deed that an address tells of, or null. */
export function deedIn(text: string | null): PlanDeed | null {
  return planDeeds.find(deed => deed === text) ?? null
}

/** "‘Sleutel bij de buren’ is klaar." */
export function deedInWords(deed: PlanDeed, title: string): string {
  const said: Record<PlanDeed, () => string> = {
    open: () => m.plan_said_open({ title }),
    busy: () => m.plan_said_busy({ title }),
    done: () => m.plan_said_done({ title }),
    declined: () => m.plan_said_declined({ title }),
    removed: () => m.plan_said_removed({ title }),
    back: () => m.plan_said_back({ title }),
    added: () => m.plan_said_added({ title }),
  }
  return said[deed]()
}

/** Whether an action still is as this deed left it: only then can the deed be undone. */
export function stillSo(deed: PlanDeed, action: { readonly state: ActionState; readonly removedAt: number | null }): boolean {
  if (deed === 'removed') return action.removedAt !== null
  return action.removedAt === null && (deed === 'back' || deed === 'added' || deed === action.state)
}

/** An answer in words. */
export function answerSaid(question: Question, answer: Answer, size: Size | undefined): string {
  if ('unknown' in answer) return m.plan_answer_unknown()
  if ('notApplicable' in answer) return m.plan_answer_not_applicable()
  if ('items' in answer) {
    const checked = (question.items ?? []).filter(({ id }) => answer.items.includes(id))
    return checked.length === 0 ? m.plan_answer_no_items() : checked.map(item => say(wording(item.label, item.sizeOne, size))).join(' · ')
  }
  const option = question.options?.find(({ id }) => id === answer.option)
  return option === undefined ? m.plan_answer_none() : say(wording(option.label, option.sizeOne, size))
}
