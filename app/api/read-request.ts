/** Reads the body of a scoring or planning call into evidence, or tells every field of it that is wrong. */
import type { z } from 'zod'
import type { Catalogue } from '#app/catalogue/catalogue.server.ts'
import { checkAnswers, type Answers, type EvidenceProblem } from '#app/core/answers.ts'
import type { Questionnaire } from '#app/core/questionnaire.ts'
import type { Evidence } from '#app/core/result.ts'
import type { Read } from './json.server.ts'
import { fieldsProblem, problem, quoted, type FieldProblem, type Problem } from './problem.ts'
import { plansRequest, scoresRequest } from './request-schemas.ts'

export type Asked = { readonly questionnaire: Questionnaire; readonly evidence: Evidence }

/** Evidence with its questionnaire, from the body of POST /api/v1/scores. */
export function readScoresRequest(catalogue: Catalogue, body: unknown): Read<Asked> {
  const parsed = scoresRequest.safeParse(body)
  if (!parsed.success) return { ok: false, problem: schemaProblem(parsed.error.issues, body) }
  return readEvidence(catalogue, parsed.data, body)
}

/** The same with the budget in hours, from the body of POST /api/v1/plans. */
export function readPlansRequest(catalogue: Catalogue, body: unknown): Read<Asked & { readonly budgetHours: number }> {
  const parsed = plansRequest.safeParse(body)
  if (!parsed.success) return { ok: false, problem: schemaProblem(parsed.error.issues, body) }
  const read = readEvidence(catalogue, parsed.data, body)
  return read.ok ? { ok: true, value: { ...read.value, budgetHours: parsed.data.budgetHours } } : read
}

/** The questionnaire that a sector id of the interface names, or 404. */
export function readSector(catalogue: Catalogue, sector: string): Read<Questionnaire> {
  if (catalogue.sectors.some(({ id }) => id === sector)) return { ok: true, value: catalogue.questionnaire(sector) }
  const detail = `There is no sector "${quoted(sector)}": GET /api/v1/sectors lists those there are.`
  return { ok: false, problem: problem(404, detail, 'sector', 'unknownSector') }
}

/** Answers are read from the body itself, not from zod's copy of it, which leaves out a key like "__proto__". */
function readEvidence(catalogue: Catalogue, data: z.infer<typeof scoresRequest>, body: unknown): Read<Asked> {
  const sector = readSector(catalogue, data.sector)
  if (!sector.ok) return sector
  const { answers } = body as { readonly answers: unknown }
  const wrong = checkAnswers(sector.value, answers)
  if (wrong !== null) return { ok: false, problem: fieldsProblem(400, [{ field: wrong.field, reason: wrong.reason, detail: detailOf(wrong) }]) }
  const evidence: Evidence = { mode: data.mode ?? 'full', profile: { ...data.profile, sector: data.sector }, answers: answers as Answers }
  return { ok: true, value: { questionnaire: sector.value, evidence } }
}

function schemaProblem(issues: readonly z.core.$ZodIssue[], body: unknown): Problem {
  const [first, ...rest] = issues.flatMap(issue => fieldProblems(issue, body))
  return fieldsProblem(400, [first ?? { field: 'body', reason: 'wrongType', detail: 'The body is not what is asked.' }, ...rest])
}

function fieldProblems(issue: z.core.$ZodIssue, body: unknown): FieldProblem[] {
  const field = issue.path.length === 0 ? 'body' : issue.path.join('.')
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.slice(0, 20).map(key => {
        const unknown = [...issue.path, key].join('.')
        return { field: unknown, reason: 'unknownField', detail: `${quoted(unknown)} is not a field of this request.` }
      })
    case 'invalid_type':
      if (valueAt(body, issue.path) === undefined) return [{ field, reason: 'missing', detail: `${field} is missing.` }]
      return [{ field, reason: 'wrongType', detail: `${field} must be ${withArticle(issue.expected)}.` }]
    case 'invalid_value':
      return [{ field, reason: 'unknownValue', detail: `${field} must be one of: ${issue.values.join(', ')}.` }]
    case 'too_small':
    case 'too_big':
      return [{ field, reason: 'outOfRange', detail: `${field} must be at least 0 and at most 40.` }]
    default:
      return [{ field, reason: 'wrongType', detail: `${field} is not what is asked: ${issue.message}.` }]
  }
}

function withArticle(expected: string): string {
  return /^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined), body)
}

/** What is wrong with an answer, as a sentence. */
function detailOf(wrong: EvidenceProblem): string {
  const field = quoted(wrong.field)
  switch (wrong.reason) {
    case 'notAnObject':
      return `${field} must be an object.`
    case 'notOneKey':
      return `${field} must have exactly one of option, items, unknown and notApplicable.`
    case 'unknownKey':
      return `${field} is not a way to answer: give option, items, unknown or notApplicable.`
    case 'notTrue':
      return `${field} must be true.`
    case 'notApplicableNotAllowed':
      return `${field} is not allowed on this question.`
    case 'optionNotAllowed':
      return `${field} is not allowed: this question is a checklist and takes items.`
    case 'itemsNotAllowed':
      return `${field} is not allowed: this question takes one option.`
    case 'notText':
      return `${field} must be a string.`
    case 'notAList':
      return `${field} must be a list.`
    case 'unknownOption':
      return `${field}: there is no option "${quoted(wrong.option)}" in this question.`
    case 'unknownItem':
      return `${field}: there is no item "${quoted(wrong.item)}" in this question.`
    case 'repeatedItem':
      return `${field}: "${quoted(wrong.item)}" stands in the list twice.`
    case 'unknownQuestion':
      return `${field}: there is no such question in this questionnaire.`
    case 'unknownField':
      return `${field} is not a field of this request.`
    case 'unknownValue':
      return `${field} has a value that does not exist.`
  }
}
