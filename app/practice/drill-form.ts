/** Reads the form of a drill: its notes, and on closing which answers it exercised and what it puts into the plan. */
import { textIn } from '#app/assessments/form-text.ts'
import { longestNote } from '#app/core/answers.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { FieldError } from '#app/ui/error-summary.tsx'

/** So many own actions come out of one drill, and so long is the line of one. */
export const mostLines = 20
export const longestLine = 200

/** As it was typed. */
export type TypedDrill = {
  readonly notes: Readonly<Record<string, string>>
  readonly exercised: readonly string[]
  readonly actions: string
  readonly measures: readonly string[]
}

/** The name, and so the id, of the field for the note of a step. */
export function noteField(step: string): string {
  return `n.${step}`
}

const unix = (text: string) => text.replace(/\r\n?/g, '\n')

/** What was typed, as far as the drill has such steps, questions and measures; anything else counts for nothing. */
export function typedDrill(form: FormData, known: { readonly steps: readonly string[]; readonly questions: readonly string[]; readonly measures: readonly string[] }): TypedDrill {
  const listed = (name: string, from: readonly string[]) => from.filter(id => form.getAll(name).includes(id))
  const notes = known.steps.map(step => [step, unix(textIn(form, noteField(step))).trim()] as const)
  return {
    notes: Object.fromEntries(notes.filter(([, text]) => text !== '')),
    exercised: listed('exercised', known.questions),
    actions: unix(textIn(form, 'actions')),
    measures: listed('measures', known.measures),
  }
}

/** The own actions: one for each line that is not empty. */
export function actionLines({ actions }: TypedDrill): string[] {
  return actions.split('\n').map(line => line.trim()).filter(line => line !== '')
}

/** What is wrong with it, in words; `labels`: of each step's note. */
export function drillProblems(typed: TypedDrill, labels: (step: string) => string): FieldError[] {
  const long = Object.entries(typed.notes).filter(([, text]) => text.length > longestNote)
  const problems = long.map(([step]): FieldError => ({ id: noteField(step), message: m.drill_error_long({ label: labels(step), n: longestNote }) }))
  const lines = actionLines(typed)
  if (lines.length > mostLines) problems.push({ id: 'actions', message: m.drill_error_many({ n: mostLines }) })
  else if (lines.some(line => line.length > longestLine)) problems.push({ id: 'actions', message: m.drill_error_line({ n: longestLine }) })
  return problems
}
