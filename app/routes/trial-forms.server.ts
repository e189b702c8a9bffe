/** The forms on the page of a trial hour: reads what was sent, does it, and says what came of it. */
import type { TrialHour } from '#db/plan-tables.ts'
import { readBrowserKey } from '#app/auth/browser-key.server.ts'
import { evidenceOf, storedAnswers, type Scan } from '#app/assessments/scan.server.ts'
import { textIn } from '#app/assessments/form-text.ts'
import { dutchDay } from '#app/core/actions.ts'
import type { Language } from '#app/core/questionnaire.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { outcomeFields, readOutcome, readTrial, typedTrial } from '#app/practice/trial-form.ts'
import { holdTrial } from '#app/practice/trial-hold.server.ts'
import type { TrialConflict, TrialRefused } from '#app/practice/trial-page.tsx'
import { trialQuestions, type TrialQuestion } from '#app/practice/trial-questions.ts'
import { listView, problemsInWords, whenInWords } from '#app/practice/trial-view.ts'
import { cancelTrial, changeTrial, putTrialBack, tickTrial, type TrialChange } from '#app/practice/trial.server.ts'
import { world } from '#app/world.server.ts'

/** `done`: what the page says next; else what was typed, beside what is wrong or what somebody else saved. */
export type TrialAnswer = { readonly done: 'move' | 'tick' | 'cancel' | 'putBack' | 'hold' } | { readonly refused: TrialRefused | null; readonly conflict: TrialConflict | null }

const nothing: TrialRefused = { errors: [], fields: null, ticked: null, outcome: null }

/** Does what the form asks for. Throws a 400 where it is none of ours, and a 404 where the trial hour is gone. */
export async function answerTrialForm(request: Request, scan: Scan, trial: TrialHour, form: FormData, language: Language): Promise<TrialAnswer> {
  const version = Number(textIn(form, 'version'))
  switch (textIn(form, 'do')) {
    case 'move':
      return await move(scan, trial, version, form)
    case 'tick':
      return await tick(scan, trial, version, form)
    case 'cancel':
      return answerTo(await cancelTrial(world(), scan, trial.id, version), 'cancel', scan, nothing)
    case 'putBack':
      return answerTo(await putTrialBack(world(), scan, trial.id, version), 'putBack', scan, nothing)
    case 'hold':
      return await hold(request, scan, trial, form, language)
    default:
      throw new Response(null, { status: 400 })
  }
}

async function move(scan: Scan, trial: TrialHour, version: number, form: FormData): Promise<TrialAnswer> {
  const typed = typedTrial(form)
  const { problems, fields } = readTrial(typed, dutchDay(world().now()), trial.day)
  if (problems.length > 0) return { refused: { ...nothing, errors: problemsInWords(problems), fields: typed }, conflict: null }
  return answerTo(await changeTrial(world(), scan, trial.id, version, fields), 'move', scan, { ...nothing, fields: typed })
}

async function tick(scan: Scan, trial: TrialHour, version: number, form: FormData): Promise<TrialAnswer> {
  const { before, during, after } = world().catalogue.trialHour(scan.assessment.sector)
  const known = [...before, ...during, ...after].map(point => point.id)
  const ticked = form.getAll('tick').filter(id => typeof id === 'string' && known.includes(id)) as string[]
  return answerTo(await tickTrial(world(), scan, trial.id, version, ticked), 'tick', scan, { ...nothing, ticked })
}

/** What a change came to; `typed` is kept where it was not saved. */
function answerTo(change: TrialChange, done: 'move' | 'tick' | 'cancel' | 'putBack', scan: Scan, typed: TrialRefused): TrialAnswer {
  if (change.ok) return { done }
  if (change.reason === 'notFound') throw new Response(null, { status: 404 })
  if (change.reason === 'held') return { refused: { ...typed, errors: [{ id: 'main', message: m.trial_error_held() }] }, conflict: null }
  return { refused: typed, conflict: { lines: typed.ticked === null ? standsNow(change.now) : ticksNow(change.now, typed.ticked, scan) } }
}

function standsNow(now: TrialHour): string[] {
  return [
    now.cancelledAt === null ? m.trial_conflict_back({ when: whenInWords(now) }) : m.trial_conflict_cancelled(),
    ...(now.keepOn === null ? [] : [m.trial_ics_keep_on({ text: now.keepOn })]),
    ...(now.tell === null ? [] : [m.trial_ics_tell({ text: now.tell })]),
  ]
}

/** What stands otherwise than what was sent; where nothing does, how the trial hour stands. */
function ticksNow(now: TrialHour, sent: readonly string[], { assessment }: Scan): string[] {
  const { before, during, after } = listView(world().catalogue.trialHour(assessment.sector), assessment.size)
  const lines = [...before, ...during, ...after].flatMap(({ id, text }) => {
    if (now.ticked.includes(id) === sent.includes(id)) return []
    return [now.ticked.includes(id) ? m.trial_conflict_on({ text }) : m.trial_conflict_off({ text })]
  })
  return lines.length > 0 ? lines : standsNow(now)
}

async function hold(request: Request, scan: Scan, trial: TrialHour, form: FormData, language: Language): Promise<TrialAnswer> {
  const { assessment, questionnaire } = scan
  const questions = trialQuestions(questionnaire, evidenceOf(assessment, await storedAnswers(world(), assessment.id)), language)
  const { typed, outcome, note, problems, noteTooLong } = readOutcome(form, questions)
  const errors = [
    ...problems.map(({ question, problem }) =>
      problem === 'nothing'
        ? { id: outcomeFields.was(question), message: m.trial_error_nothing({ question: textOf(questions, question) }) }
        : { id: outcomeFields.really(question), message: m.trial_error_which({ question: textOf(questions, question) }) },
    ),
    ...(noteTooLong ? problemsInWords([{ field: 'note', problem: 'tooLong' }]) : []),
  ]
  const refused = (more: TrialRefused['errors']): TrialAnswer => ({ refused: { ...nothing, errors: more, outcome: { typed, note } }, conflict: null })
  if (errors.length > 0) return refused(errors)
  const newest = world().catalogue.questionnaire(assessment.sector)
  const held = await holdTrial(world(), readBrowserKey(request), scan, newest, trial.id, outcome, note.trim() || null)
  if (held.ok) return { done: 'hold' }
  switch (held.reason) {
    case 'notFound':
      throw new Response(null, { status: 404 })
    case 'badInput':
      return refused([{ id: outcomeFields.really(held.question), message: m.trial_error_gone({ question: textOf(questions, held.question) }) }])
    case 'held':
      return refused([{ id: 'main', message: m.trial_error_held() }])
    case 'early':
      return refused([{ id: 'main', message: m.trial_error_early() }])
    case 'cancelled':
      return refused([{ id: 'main', message: m.trial_error_cancelled() }])
  }
}

function textOf(questions: readonly TrialQuestion[], id: string): string {
  return questions.find(one => one.id === id)?.text ?? id
}
