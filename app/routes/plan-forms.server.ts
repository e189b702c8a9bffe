/** What the plan and the page of one action do alike: states, taking out and putting back, and telling what was just done. */
import type { Action } from '#db/plan-tables.ts'
import { textIn } from '#app/assessments/form-text.ts'
import type { Scan } from '#app/assessments/scan.server.ts'
import { actionStates } from '#app/core/actions.ts'
import { points } from '#app/core/numbers.ts'
import { wording } from '#app/core/questionnaire.ts'
import { say } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { Paths } from '#app/paths.ts'
import { readReason, typedAction, type ActionProblem } from '#app/plans/action-form.ts'
import { answerSaid, deedIn, deedInWords, stillSo, type PlanDeed } from '#app/plans/action-words.ts'
import { answersNow, changesBy, markOf } from '#app/plans/answers-after.server.ts'
import type { AnswersAfterView } from '#app/plans/answers-after.tsx'
import { putActionBack, removeAction, setActionState, type PlanChange } from '#app/plans/change-plan.server.ts'
import type { Said } from '#app/plans/plan-page.tsx'
import { titleOf, type PlanContext } from '#app/plans/plan-view.ts'
import { world } from '#app/world.server.ts'

/** The version of the action that the form was made for; throws a 400 where it is no number. */
export function versionIn(form: FormData): number {
  const text = textIn(form, 'version')
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Response(null, { status: 400 })
  return Number(text)
}

/** `deed`: what is told afterwards; `problems`: what was wrong with the form. */
export type Handled = { readonly deed: PlanDeed; readonly change: PlanChange } | { readonly problems: readonly ActionProblem[] }

/** Does what the buttons about an action ask; throws a 400 for anything else. */
export async function handleButton(scan: Scan, id: string, form: FormData): Promise<Handled> {
  const version = versionIn(form)
  switch (textIn(form, 'do')) {
    case 'remove':
      return { deed: 'removed', change: await removeAction(world(), scan, id, version) }
    case 'putBack':
      return { deed: 'back', change: await putActionBack(world(), scan, id, version) }
    case 'state': {
      const state = actionStates.find(one => one === textIn(form, 'state'))
      if (state === undefined) throw new Response(null, { status: 400 })
      const { problems, reason } = readReason(typedAction(form))
      if (problems.length > 0) return { problems }
      const change = await setActionState(world(), scan, id, version, state, reason)
      return !change.ok && change.reason === 'reason' ? { problems: ['noReason'] } : { deed: state, change }
    }
    default:
      throw new Response(null, { status: 400 })
  }
}

/** What was just done, as an address tells it: `gedaan`, of which action, and how it was before. */
export function toldInAddress(deed: PlanDeed, change: Extract<PlanChange, { ok: true }>): Record<string, string> {
  return { gedaan: deed, actie: change.action.id, ...(change.before.state === change.action.state ? {} : { was: change.before.state }) }
}

/** What an address says was just done, while it still is so, with the form that undoes it. */
export function saidIn(query: URLSearchParams, action: Action | undefined, measures: PlanContext['measures']): Said | null {
  const deed = deedIn(query.get('gedaan'))
  if (deed === null || action === undefined || !stillSo(deed, action)) return null
  const was = actionStates.find(one => one === query.get('was'))
  const about = { action: action.id, version: String(action.version) }
  const undo = (): Record<string, string> | null => {
    if (deed === 'removed') return { do: 'putBack', ...about }
    if (deed === 'added' || deed === 'back') return { do: 'remove', ...about }
    return was === undefined ? null : { do: 'state', state: was, ...about }
  }
  return { text: deedInWords(deed, titleOf(action, measures)), undo: undo(), answers: null }
}

/** What there is to say about the answers of an action; null where there is nothing. `scan`: the newest finished one, with its score. */
export async function answersAfterView(scan: Scan, action: Action, score: number | null, paths: Paths): Promise<AnswersAfterView | null> {
  if (action.state !== 'done') return null
  if (action.answersAfter === 'left') return { kind: 'left' }
  const now = await answersNow(world(), scan, world().catalogue.questionnaire(scan.assessment.sector))
  if (action.answersAfter === 'lifted') {
    if (now.next === null) return null
    const better = now.next.score !== null && score !== null && points(now.next.score) > points(score)
    const words = better ? m.plan_answers_lifted_points({ points: points(now.next.score), old: points(score) }) : null
    return { kind: 'lifted', next: paths.scan(now.next.id), points: words }
  }
  const changes = changesBy(now, action)
  if (changes.length === 0) return null
  const { size } = scan.assessment
  const told = changes.map(({ question: id, before, after }) => {
    const question = now.questionnaire.questions.find(one => one.id === id)!
    return { question: say(wording(question.text, question.sizeOne, size)), now: answerSaid(question, before, size), after: answerSaid(question, after, size) }
  })
  return { kind: 'ask', changes: told, shown: markOf(changes) }
}
