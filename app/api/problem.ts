/** Errors of the stateless interface, as application/problem+json (RFC 9457): what is wrong, and in which field. */

const titles = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  421: 'Misdirected Request',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
} as const

export type ProblemStatus = keyof typeof titles

/** One thing that is wrong. `field` is the path from the top, such as `answers.noodplan.option`; `body` for the whole. */
export type FieldProblem = { readonly field: string; readonly reason: string; readonly detail: string }

export type Problem = {
  readonly type: 'about:blank'
  readonly title: string
  readonly status: ProblemStatus
  readonly detail: string
  readonly field?: string
  readonly reason?: string
  /** every field that is wrong, where it is more than one; the first of them stands above too */
  readonly errors?: readonly FieldProblem[]
}

/** Longest text of the caller's that is repeated to them. */
const longest = 200

/** A text of the caller's, cut where it is long. */
export function quoted(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`
}

/** What is wrong with a request as a whole. */
export function problem(status: ProblemStatus, detail: string, field?: string, reason?: string): Problem {
  return {
    type: 'about:blank',
    title: titles[status],
    status,
    detail,
    ...(field === undefined ? {} : { field: quoted(field) }),
    ...(reason === undefined ? {} : { reason }),
  }
}

/** What is wrong with the fields of a request, at least one; the first gives the problem its name. */
export function fieldsProblem(status: ProblemStatus, errors: readonly [FieldProblem, ...FieldProblem[]]): Problem {
  const [first] = errors
  const all = errors.map(error => ({ ...error, field: quoted(error.field) }))
  return { ...problem(status, first.detail, first.field, first.reason), ...(all.length > 1 ? { errors: all } : {}) }
}

/** Headers that let a page anywhere read an answer of the interface. */
export const openHeaders: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Allow, ETag, RateLimit-Limit, RateLimit-Policy, RateLimit-Remaining, RateLimit-Reset, Retry-After',
}

export const problemType = 'application/problem+json; charset=utf-8'

/** The answer that tells a problem. */
export function problemResponse(told: Problem, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(told), {
    status: told.status,
    headers: { 'Content-Type': problemType, 'Cache-Control': 'no-store', ...headers },
  })
}
