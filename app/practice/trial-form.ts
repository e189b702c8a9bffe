/** Reads the forms of a trial hour: when it is and what was written about it, and what came out. */
import { z } from 'zod'
import { longestNote } from '#app/core/answers.ts'
import { isDay } from '#app/core/actions.ts'
import { isTime } from '#app/core/dutch-clock.ts'
import { textIn } from '#app/assessments/form-text.ts'
import type { Outcome } from './trial-hold.server.ts'
import type { TrialFields } from './trial.server.ts'

/** What was typed, as it was typed. */
export type TypedTrial = { readonly day: string; readonly time: string; readonly tell: string; readonly keepOn: string }
/** A field, and what is wrong with it. */
export type TrialProblem = { readonly field: 'day' | 'time' | 'tell' | 'keepOn' | 'note'; readonly problem: 'noDay' | 'past' | 'noTime' | 'tooLong' }

const lines = (form: FormData, name: string) => textIn(form, name).replace(/\r\n/g, '\n')

export function typedTrial(form: FormData): TypedTrial {
  return { day: lines(form, 'day'), time: lines(form, 'time'), tell: lines(form, 'tell'), keepOn: lines(form, 'keepOn') }
}

const tidy = z.string().trim().transform(text => (text === '' ? null : text))

/** `today`: the day in the Netherlands; a trial hour is planned for today or later. `stands`: the day it has, which may stay. */
export function readTrial(typed: TypedTrial, today: string, stands: string | null = null): { readonly problems: readonly TrialProblem[]; readonly fields: TrialFields } {
  const fields = { day: typed.day.trim(), time: typed.time.trim().slice(0, 5), tell: tidy.parse(typed.tell), keepOn: tidy.parse(typed.keepOn) }
  const wrong: readonly (readonly [boolean, TrialProblem])[] = [
    [!isDay(fields.day), { field: 'day', problem: 'noDay' }],
    [isDay(fields.day) && fields.day < today && fields.day !== stands, { field: 'day', problem: 'past' }],
    [!isTime(fields.time), { field: 'time', problem: 'noTime' }],
    [(fields.keepOn?.length ?? 0) > longestNote, { field: 'keepOn', problem: 'tooLong' }],
    [(fields.tell?.length ?? 0) > longestNote, { field: 'tell', problem: 'tooLong' }],
  ]
  return { problems: wrong.flatMap(([is, problem]) => (is ? [problem] : [])), fields }
}

/** The names of the fields about one question. */
export const outcomeFields = { was: (question: string) => `q.${question}`, really: (question: string) => `to.${question}` }

/** What was chosen, per question: `right`, `skip` or `other` with an option; empty where nothing was. */
export type TypedOutcome = Readonly<Record<string, { readonly was: string; readonly really: string }>>
export type OutcomeProblem = { readonly question: string; readonly problem: 'nothing' | 'which' }

/** What came out, of these questions and no others; what was not tried is left out. */
export function readOutcome(
  form: FormData,
  questions: readonly { readonly id: string; readonly answer: string | null; readonly options: readonly { readonly id: string }[] }[],
): { readonly typed: TypedOutcome; readonly outcome: Outcome; readonly note: string; readonly problems: readonly OutcomeProblem[]; readonly noteTooLong: boolean } {
  const typed: Record<string, { was: string; really: string }> = {}
  const outcome: Record<string, 'right' | { option: string }> = {}
  const problems: OutcomeProblem[] = []
  for (const { id, answer, options } of questions) {
    const one = { was: textIn(form, outcomeFields.was(id)), really: textIn(form, outcomeFields.really(id)) }
    typed[id] = one
    if (one.was === 'right' && answer !== null) outcome[id] = 'right'
    else if (one.was === 'other') {
      if (options.some(option => option.id === one.really)) outcome[id] = { option: one.really }
      else problems.push({ question: id, problem: 'which' })
    } else if (one.was !== 'skip') problems.push({ question: id, problem: 'nothing' })
  }
  const note = lines(form, 'note')
  return { typed, outcome, note, problems, noteTooLong: note.trim().length > longestNote }
}
