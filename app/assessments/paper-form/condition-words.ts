/** Says in words when a question on the form is to be answered. */
import { regionName } from '#app/catalogue/regions.ts'
import { regions, sizes, type Condition, type Size } from '#app/core/questionnaire.ts'
import { m } from '#app/i18n/paraglide/messages.js'

/** How the questions that a condition looks at are called on the form. `options`: of options or items, in order. */
export type Named = { readonly code: string; readonly options: readonly { readonly id: string; readonly label: string }[] }
export type Naming = (question: string) => Named

/**
 * "Alleen als je bij A5 ‘Dak’ of ‘Gevel’ koos." or "Sla over als je bij A5 ‘Kantoor’ koos.": true to the condition, also for who said
 * "weet ik niet" or nothing. The condition is one that `remaining` left: `not` stands on answers and regions only.
 */
export function whenInWords(condition: Condition, naming: Naming): string {
  const parts = 'all' in condition ? condition.all : [condition]
  const skip = parts.filter(part => 'not' in part)
  const only = parts.filter(part => !('not' in part))
  return [
    ...(only.length === 0 ? [] : [m.form_when_only({ clause: only.map(part => bracketed(part, naming, only.length > 1)).join(m.form_and()) })]),
    ...skip.map(part => m.form_when_skip({ clause: clauseOf(part.not, naming) })),
  ].join(' ')
}

/** The condition as a clause after "als". */
function clauseOf(condition: Condition, naming: Naming): string {
  if ('all' in condition) return condition.all.map(part => bracketed(part, naming, true)).join(m.form_and())
  if ('any' in condition) return condition.any.map(part => bracketed(part, naming, true)).join(m.form_or())
  if ('answer' in condition) return answerClause(naming(condition.answer.question), condition.answer.in)
  if ('profile' in condition) return profileClause(condition.profile.in, condition.profile.field === 'region', false)
  const inner = condition.not
  if ('answer' in inner) {
    const named = naming(inner.answer.question)
    return m.form_clause_not_chosen({ code: named.code, options: listed(labelsOf(named, inner.answer.in)) })
  }
  if ('profile' in inner) return profileClause(inner.profile.in, true, true)
  throw new Error('a condition for the form has "not" on an answer or a region only')
}

function bracketed(part: Condition, naming: Naming, inside: boolean): string {
  const clause = clauseOf(part, naming)
  return inside && ('all' in part || 'any' in part) ? `(${clause})` : clause
}

/** Where more than half of the options count, the few that do not are named instead. */
function answerClause(named: Named, chosen: readonly string[]): string {
  const { code, options } = named
  const others = options.filter(option => !chosen.includes(option.id)).map(option => option.id)
  if (others.length === 0) return m.form_clause_chosen_any({ code })
  if (others.length < chosen.length && others.length <= 2) return m.form_clause_chosen_other({ code, options: listed(labelsOf(named, others)) })
  return m.form_clause_chosen({ code, options: listed(labelsOf(named, chosen)) })
}

function labelsOf({ options }: Named, ids: readonly string[]): string[] {
  return options.filter(option => ids.includes(option.id)).map(option => m.form_quoted({ text: shortLabel(option, options) }))
}

/** The label up to its colon, without "namelijk": what tells it from the others. */
export function shortLabel(option: { readonly label: string }, options: readonly { readonly label: string }[]): string {
  const short = (label: string) => label.split(':')[0]!.replace(/, (namelijk|namely).*$/, '')
  const mine = short(option.label)
  return options.filter(other => short(other.label) === mine).length === 1 ? mine : option.label
}

function profileClause(values: readonly string[], isRegion: boolean, negated: boolean): string {
  if (!isRegion) return m.form_clause_size({ sizes: listed(sizeRanges(sizes.filter(size => values.includes(size)))) })
  const names = listed(regions.filter(region => values.includes(region)).map(regionName))
  return negated ? m.form_clause_not_region({ regions: names }) : m.form_clause_region({ regions: names })
}

const bounds: Readonly<Record<Size, readonly [number, number | null]>> = { '1': [1, 1], '2-9': [2, 9], '10-49': [10, 49], '50-249': [50, 249], '250+': [250, null] }

/** Neighbouring size classes as one range: "10 mensen of meer". */
function sizeRanges(held: readonly Size[]): string[] {
  const ranges: [number, number | null][] = []
  for (const size of held) {
    const [from, to] = bounds[size]
    const last = ranges.at(-1)
    if (last !== undefined && last[1] === from - 1) last[1] = to
    else ranges.push([from, to])
  }
  return ranges.map(([from, to]) => (to === null ? m.form_size_from({ n: from }) : m.form_size_between({ from, to })))
}

/** "a, b of c" */
function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')}${m.form_or()}${words.at(-1)}`
}
