/** Holds a file against its schema and says in the writer's words what does not fit. */
import type { z } from 'zod'
import type { Failure } from './failure.ts'
import { quoted } from './failure.ts'
import { nearest } from './nearness.ts'
import type { Path, YamlFile } from './yaml-file.ts'

/** What to do when a value under this key does not fit. */
const adviceByKey: Readonly<Record<string, string>> = {
  id: 'give it an id of lower-case letters, digits and hyphens, such as noodkaart-ophangen',
  score: 'give a score between 0 and 1',
  weight: 'give a weight above 0',
  target: 'give a number of hours above 0',
  at: 'give the hour at which it falls away, 0 or more',
  hours: 'give a number of hours, 0 or more, or unlimited',
  effort: 'give the hours for the whole in halves, at least 0.5',
  minutes: 'give the minutes that the first step takes, above 0',
  version: 'give a version of three numbers, such as 1.0.0',
  url: 'give an address that begins with https://, or a page of our own such as /over#oordeel',
  nl: 'write the Dutch text; put it between double quotes',
  en: 'write the English text; put it between double quotes',
  sources: 'name at least one id from sources.yaml (oordeel for our own judgement)',
  lifts: 'name at least one question whose answer gets better',
  marks: 'give hours of 0 or more, and unlimited for two weeks or longer',
  in: 'list ids between square brackets; put a size between double quotes: ["1", "2-9"]',
  must: 'write true or false',
  quick: 'write true or false',
  allowNotApplicable: 'write true or false',
}

/** The content when the file fits `schema`, else what does not fit. */
export function fit<Schema extends z.ZodType>(
  file: YamlFile,
  schema: Schema,
): { content?: z.infer<Schema>; failures: Failure[] } {
  if (file.data === undefined) return { failures: [] }
  const result = schema.safeParse(file.data)
  if (result.success) return { content: result.data, failures: [] }
  return { failures: result.error.issues.flatMap((issue) => failuresOf(file, issue)) }
}

type Issue = z.core.$ZodIssue

function failuresOf(file: YamlFile, issue: Issue): Failure[] {
  const path = issue.path as (string | number)[]
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(file, path, key, issue.message.split(' ')))
  const { subject, key } = named(file, path)
  const value = valueAt(file.data, path)
  const advice = adviceFor(issue, key)
  if (issue.code === 'custom') {
    return [
      {
        file: file.name,
        ...file.place(path),
        message: `${subject}${key && ` has ${article(key)}`} that does not fit`,
        advice: `give ${issue.message}`,
      },
    ]
  }
  const message =
    value === undefined || value === null
      ? `${subject} has no ${key}`
      : Array.isArray(value) && value.length === 0
      ? `${subject} has an empty ${key}`
      : `${subject} has ${key} ${quoted(value)}`
  return [{ file: file.name, ...file.place(path), message, advice }]
}

function unknownKey(file: YamlFile, path: Path, key: string, known: readonly string[]): Failure {
  const inText = known.includes('nl') && known.includes('en') && known.length === 2
  const similar = nearest(key, known)
  const advice =
    inText && valueAt(file.data, [...path, key]) === null
      ? 'put the text before it between double quotes: a comma between { } begins a new key'
      : similar !== undefined
      ? `did you mean ${similar}?`
      : `take it out; known here are ${known.join(', ')}`
  return {
    file: file.name,
    ...file.placeOfKey(path, key),
    message: `${subjectOf(file, path)} has an unknown key ${quoted(key)}`,
    advice,
  }
}

function adviceFor(issue: Issue, key: string): string {
  if (issue.code === 'invalid_value' && !(key === 'hours' || key === 'marks'))
    return `choose one of ${issue.values.map(String).join(', ')}`
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)) {
    return `choose one of ${issue.options.map(String).join(', ')}`
  }
  const own = adviceByKey[key]
  if (own !== undefined) return own
  if (issue.code === 'invalid_type') {
    if (issue.expected === 'array') return `write ${key} as a list`
    if (issue.expected === 'object') return `write ${key} as a block of keys; a text as { nl: "…", en: "…" }`
    if (issue.expected === 'string') return 'put it between double quotes'
    return `write a ${issue.expected}`
  }
  if (issue.code === 'too_small')
    return issue.origin === 'array' ? `give at least ${issue.minimum}` : `give more than ${issue.minimum}`
  return 'see questionnaires/README.md for what may stand here'
}

/** A key or an entry of a list in words, and whose it is. */
function named(file: YamlFile, path: Path): { subject: string; key: string } {
  const last = path.at(-1)
  if (typeof last === 'string') return { subject: subjectOf(file, path.slice(0, -1)), key: last }
  const list = path.at(-2)
  if (typeof last === 'number' && typeof list === 'string') return { subject: subjectOf(file, path.slice(0, -2)), key: list }
  return { subject: subjectOf(file, path), key: '' }
}

/**
 * What a path points at, as a writer would say it: `option "ja" of "noodplan"`, `lift 2 of measure "noodkaart"`,
 * `the text of "noodplan"`, or `the file` for the whole. Inside a condition it is the condition as a whole.
 */
export function subjectOf(file: YamlFile, path: Path): string {
  const parts: string[] = []
  for (let index = 0; index < path.length; index++) {
    const key = path[index]
    const next = path[index + 1]
    if (typeof key === 'string' && typeof next === 'number') {
      const entry = valueAt(file.data, path.slice(0, index + 2))
      const name =
        typeof entry === 'object' && entry !== null && 'id' in entry && typeof entry.id === 'string'
          ? `"${entry.id}"`
          : String(next + 1)
      parts.unshift(`${singular(key)} ${name}`)
      index++
    } else if (typeof key === 'string') {
      parts.unshift(`the ${key}`)
      if (key === 'showIf' || key === 'when') break
    }
  }
  if (parts.length === 0) return 'the file'
  return parts.map((part, index) => (index > 0 ? part.replace(/^question "/, '"') : part)).join(' of ')
}

function singular(list: string): string {
  return list === 'timelineSteps' || list === 'timeline' ? 'step' : list === 'in' ? 'entry' : list.replace(/s$/, '')
}

function article(key: string): string {
  return /^[aeiou]/.test(key) ? `an ${key}` : `a ${key}`
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined),
    data,
  )
}
