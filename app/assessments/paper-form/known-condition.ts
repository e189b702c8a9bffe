/** What is left of a condition once sector and sizes are known: what the form still has to say in words. Pure. */
import { sizes, type Condition, type Size } from '#app/core/questionnaire.ts'

export type KnownOnPaper = {
  readonly sector: string
  /** the sizes that this form is for */
  readonly sizes: readonly Size[]
  /** whether a question stands on the form */
  readonly asked: (question: string) => boolean
}

/**
 * True or false where that holds whatever is answered, for each of the sizes; else the condition without the parts that are decided.
 * An answer to a question that is not on the form never comes. Options of one question under `any` are put together.
 */
export function remaining(condition: Condition, known: KnownOnPaper): boolean | Condition {
  if ('profile' in condition) return remainingProfile(condition, known)
  if ('answer' in condition) return known.asked(condition.answer.question) ? condition : false
  if ('not' in condition) {
    const inner = remaining(condition.not, known)
    return typeof inner === 'boolean' ? !inner : opposite(inner, known)
  }
  if ('all' in condition) return together(condition.all, known, false, parts => ({ all: parts }))
  return together(condition.any, known, true, parts => ({ any: merged(parts) }))
}

function remainingProfile(condition: Extract<Condition, { profile: unknown }>, known: KnownOnPaper): boolean | Condition {
  const { field, in: values } = condition.profile
  if (field === 'sector') return values.includes(known.sector)
  if (field === 'region') return condition
  const held = known.sizes.filter(size => values.includes(size))
  if (held.length === 0 || held.length === known.sizes.length) return held.length > 0
  return { profile: { field, in: held } }
}

/** Joins parts: one that equals `deciding` decides, one that equals its opposite is left out. */
function together(conditions: readonly Condition[], known: KnownOnPaper, deciding: boolean, join: (parts: readonly Condition[]) => Condition): boolean | Condition {
  const parts = conditions.map(part => remaining(part, known))
  if (parts.includes(deciding)) return deciding
  const open = parts.filter(part => typeof part !== 'boolean')
  const [only] = open
  if (only === undefined) return !deciding
  if (open.length === 1) return only
  const joined = join(open)
  const left = 'any' in joined ? joined.any : 'all' in joined ? joined.all : []
  return left.length === 1 && left[0] !== undefined ? left[0] : joined
}

/** `not` goes down to the answers and regions; the opposite of sizes is the other sizes. */
function opposite(condition: Condition, known: KnownOnPaper): Condition {
  if ('all' in condition) return { any: condition.all.map(part => opposite(part, known)) }
  if ('any' in condition) return { all: condition.any.map(part => opposite(part, known)) }
  if ('not' in condition) return condition.not
  if ('profile' in condition && condition.profile.field === 'size') {
    const { in: values } = condition.profile
    return { profile: { field: 'size', in: sizes.filter(size => known.sizes.includes(size) && !values.includes(size)) } }
  }
  return { not: condition }
}

/** One of these options of a question or one of those: one of all of them. */
function merged(parts: readonly Condition[]): Condition[] {
  const left: Condition[] = []
  for (const part of parts) {
    const index = left.findIndex(one => 'answer' in one && 'answer' in part && one.answer.question === part.answer.question)
    const same = left[index]
    if (same === undefined || !('answer' in same) || !('answer' in part)) left.push(part)
    else left[index] = { answer: { question: part.answer.question, in: [...new Set([...same.answer.in, ...part.answer.in])] } }
  }
  return left
}
