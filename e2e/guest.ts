/** A guest who walks through a scan over HTTP as a browser without JavaScript would, and saves answers as the page does. */
import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import type { Save, SaveResult } from '#app/assessments/answer-content.ts'
import type { Mode, Size } from '#app/core/questionnaire.ts'
import { pathsIn } from '#app/paths.ts'

export type Reply = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string }
type Call = { readonly method?: string; readonly path: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }

/** One way to the server that keeps its connections: at most so many at a time. */
export type Line = {
  readonly port: number
  /** A header that is empty is left out, also Origin. Rejects when the connection breaks or no reply comes within 15 seconds. */
  readonly call: (call: Call) => Promise<Reply>
  readonly close: () => void
}

export type Guest = { readonly cookie: string; readonly scan: string }

/** Opens a line to the server on 127.0.0.1. `from`: the address of this machine that it comes from, such as 127.0.0.2. */
export function openLine(port: number, connections: number, from?: string): Line {
  const agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'fifo' })
  const call = ({ method = 'GET', path, headers, body }: Call) =>
    new Promise<Reply>((resolve, reject) => {
      const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }
      const all = Object.entries({ Origin: `http://127.0.0.1:${port}`, ...headers, ...length }).filter(([, value]) => value !== '')
      const sent = request(
        { host: '127.0.0.1', port, agent, method, path, localAddress: from, headers: Object.fromEntries(all) },
        reply => {
          let text = ''
          reply.setEncoding('utf8')
          reply.on('data', (part: string) => (text += part))
          reply.on('end', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: text }))
          reply.on('error', reject)
          reply.on('aborted', () => reject(new Error('the reply broke off')))
        },
      )
      sent.setTimeout(15_000, () => sent.destroy(new Error('no reply within 15 seconds')))
      sent.on('error', reject)
      sent.end(body)
    })
  return { port, call, close: () => agent.destroy() }
}

/** Posts a form as a browser does. */
export async function postForm(line: Line, path: string, fields: Readonly<Record<string, string>>, cookie?: string): Promise<Reply> {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', ...(cookie === undefined ? {} : { Cookie: cookie }) }
  return await line.call({ method: 'POST', path, headers, body: new URLSearchParams(fields).toString() })
}

const paths = pathsIn('nl')

/** Begins a scan through the form of /start. Throws when the server answers anything but the way into it. */
export async function startGuest(line: Line, chosen: { sector: string; size?: Size; mode?: Mode }): Promise<Guest> {
  const { sector, size = '10-49', mode = 'full' } = chosen
  const reply = await postForm(line, paths.start, { sector, size, region: 'zeeland', scope: 'company', mode, power: '', once: randomUUID() })
  const scan = /\/scan\/([^/]+)\//.exec(reply.headers.location ?? '')?.[1]
  const cookie = reply.headers['set-cookie']?.[0]?.split(';')[0]
  if (scan === undefined || cookie === undefined) throw new Error(`Starting a scan came to ${reply.status}: ${reply.body.slice(0, 300)}`)
  return { cookie, scan }
}

/** The request that the page's autosave makes. */
export function saveCall(guest: Guest, saves: readonly Save[]): Call {
  return {
    method: 'POST',
    path: paths.answer(guest.scan),
    headers: { Cookie: guest.cookie, 'Content-Type': 'application/json' },
    body: JSON.stringify({ saves }),
  }
}

/** Saves as autosave does. Throws when the server does not answer with what became of it. */
export async function save(line: Line, guest: Guest, saves: readonly Save[]): Promise<SaveResult> {
  const reply = await line.call(saveCall(guest, saves))
  if (!String(reply.headers['content-type']).startsWith('application/json')) throw new Error(`Saving came to ${reply.status}.`)
  return JSON.parse(reply.body) as SaveResult
}

/** Finishes the scan; what is open becomes "weet ik niet". Throws when that does not lead to the report. */
export async function finish(line: Line, guest: Guest): Promise<void> {
  const reply = await postForm(line, paths.check(guest.scan), { rest: 'unknown' }, guest.cookie)
  if (!reply.headers.location?.endsWith(paths.report(guest.scan))) throw new Error(`Finishing came to ${reply.status}: ${reply.body.slice(0, 300)}`)
}
