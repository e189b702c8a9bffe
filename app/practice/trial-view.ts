/** A trial hour as its reader sees it: when it is, how it stands, the list, and what came out. */
import type { TrialHour } from '#db/plan-tables.ts'
import type { TrialList, TrialPart } from '#app/catalogue/trial-hour.ts'
import { dutchMoment } from '#app/core/dutch-clock.ts'
import { wording, type Size } from '#app/core/questionnaire.ts'
import { language, say, time } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { TrialProblem } from './trial-form.ts'
import type { TrialQuestion } from './trial-questions.ts'

export type TrialState = 'planned' | 'begun' | 'held' | 'cancelled'
export type PointView = { readonly id: string; readonly text: string }
export type ListView = { readonly scope: 'whole' | 'part' } & Readonly<Record<TrialPart, readonly PointView[]>>
/** What came out for one question; `was` is null where nobody knew, `really` where the answer was right. */
export type OutcomeView = { readonly id: string; readonly text: string; readonly was: string | null; readonly really: string | null }

const locales = { nl: 'nl-NL', en: 'en-GB' } as const

/** "dinsdag 1 december 2026" / "Tuesday 1 December 2026" */
export function dayInWords(day: string): string {
  const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(locales[language()], parts).format(Date.parse(`${day}T00:00Z`)).replace(',', '')
}

/** "dinsdag 1 december 2026 om 10:00", as the clock in the Netherlands shows it. */
export function whenInWords(trial: Pick<TrialHour, 'day' | 'time'>): string {
  return m.trial_when({ day: dayInWords(trial.day), time: time(dutchMoment(trial.day, trial.time)) })
}

/** How it stands at `now` (epoch milliseconds): from its start on one can tell what came out. */
export function stateOf(trial: Pick<TrialHour, 'day' | 'time' | 'heldAt' | 'cancelledAt'>, now: number): TrialState {
  if (trial.heldAt !== null) return 'held'
  if (trial.cancelledAt !== null) return 'cancelled'
  return dutchMoment(trial.day, trial.time) <= now ? 'begun' : 'planned'
}

/** The list in the words for a company of this size. */
export function listView({ scope, ...parts }: TrialList, size: Size): ListView {
  const shown = (part: TrialPart) => parts[part].map(({ id, text, sizeOne }) => ({ id, text: say(wording(text, sizeOne, size)) }))
  return { scope, never: shown('never'), not: shown('not'), before: shown('before'), during: shown('during'), after: shown('after') }
}

/** What came out, of the questions as they stood then. */
export function outcomeView(outcome: NonNullable<TrialHour['outcome']>, questions: readonly TrialQuestion[]): OutcomeView[] {
  return questions.flatMap(({ id, text, answer, options }) => {
    const was = outcome[id]
    if (was === undefined) return []
    return [{ id, text, was: answer, really: was === 'right' ? null : (options.find(one => one.id === was.option)?.label ?? was.option) }]
  })
}

/** What is wrong with a field, in words; the id is that of the field. */
export function problemsInWords(problems: readonly TrialProblem[]): { readonly id: string; readonly message: string }[] {
  const words: Record<TrialProblem['problem'], () => string> = {
    noDay: m.trial_error_day,
    past: m.trial_error_past,
    noTime: m.trial_error_time,
    tooLong: m.trial_error_long,
  }
  return problems.map(({ field, problem }) => ({ id: field, message: words[problem]() }))
}
