/** JSON out, with an ETag for what stays the same, and JSON in, or what is wrong with it. */
import { createHash } from 'node:crypto'
import { problem, type Problem } from './problem.ts'

export type Kept = { readonly text: string; readonly etag: string }

/** Something that is answered many times, written out once. The mark is weak: compressed and plain forms share it. */
export function keep(value: unknown): Kept {
  const text = JSON.stringify(value)
  return { text, etag: `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` }
}

/** Answers what was kept; 304 to whoever has it already. Anyone may keep it for `seconds`. */
export function keptResponse(request: Request, { text, etag }: Kept, seconds = 300): Response {
  const headers = { ETag: etag, 'Cache-Control': `public, max-age=${seconds}` }
  const known = (request.headers.get('If-None-Match') ?? '').split(',').map(part => part.trim().replace(/^W\//, ''))
  if (known.includes(etag.replace(/^W\//, '')) || known.includes('*')) return new Response(null, { status: 304, headers })
  return new Response(text, { headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' } })
}

/** Answers something made for this call alone. */
export function freshResponse(value: unknown): Response {
  return new Response(JSON.stringify(value), { headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' } })
}

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

/** The JSON in a request's body. A body that says it is something else is 415, one that cannot be read 400. */
export async function readJson(request: Request): Promise<Read<unknown>> {
  const type = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== undefined && type !== 'application/json' && !/^application\/[\w.-]+\+json$/.test(type)) {
    return { ok: false, problem: problem(415, 'The body must be JSON: send it as application/json.', 'Content-Type', 'notJson') }
  }
  if ((request.headers.get('Content-Encoding') ?? 'identity') !== 'identity') {
    return { ok: false, problem: problem(415, 'The body must not be compressed.', 'Content-Encoding', 'compressed') }
  }
  const text = await request.text()
  try {
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch {
    const detail = text.trim() === '' ? 'The body is empty: send a JSON object.' : 'The body is not JSON that can be read.'
    return { ok: false, problem: problem(400, detail, 'body', 'notJson') }
  }
}
