/** The web server: guards every request, answers files from memory, hands the rest to Remix, and stops gently. */
import { randomBytes, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import path from 'node:path'
import { createRequestHandler, installGlobals, type AppLoadContext, type ServerBuild } from '@remix-run/node'
import { openHeaders, problem, problemType } from '#app/api/problem.ts'
import { languageOf } from '#app/paths.ts'
import type * as Entry from '#app/entry.server.tsx'
import { addressOf, hostIsOurs, methods, originIsOurs, readBody, readsNoCookie } from './guard.ts'
import { answer } from './answer.ts'
import { contentSecurityPolicy, securityHeaders } from './headers.ts'
import { buildOf, partOf, parts, type Part } from './parts.ts'
import { answerFile, loadStaticFiles } from './static-files.ts'

if (Number(process.versions.node.split('.')[0]) < 24) throw new Error('Paraat runs on Node 24: start it with "npm start".')

const root = path.resolve(import.meta.dirname, '../..')

installGlobals({ nativeFetch: true })
const build = (await import(path.join(root, 'build/server/index.js'))) as ServerBuild
const entry = build.entry.module as unknown as typeof Entry
const world = await entry.openWorld()
const { environment, log } = world
const origin = new URL(environment.ORIGIN)
const fixedHeaders = Object.entries(securityHeaders(origin.protocol === 'https:'))
const files = loadStaticFiles(path.join(root, 'build/client'))
const handlers = Object.fromEntries(parts.map(part => [part, createRequestHandler(buildOf(build, part), 'production')])) as Record<Part, ReturnType<typeof createRequestHandler>>

/** What the guard has judged; Remix would hold them against each other once more, by other rules. */
const judged = new Set(['host', 'x-forwarded-host', 'origin'])

/** The request as Remix reads it: its address is always the configured one, whatever the Host header says. */
function toRequest(request: IncomingMessage, response: ServerResponse, address: URL, body: Buffer | undefined): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (judged.has(name) || (name === 'cookie' && readsNoCookie(address.pathname))) continue
    if (Array.isArray(value)) for (const one of value) headers.append(name, one)
    else if (value !== undefined) headers.set(name, value)
  }
  // also when all went well: what still waits for this request (a timer of Remix's, for one) is let go
  const controller = new AbortController()
  response.on('close', () => controller.abort('the answer has gone out'))
  return new Request(address, {
    method: request.method ?? 'GET',
    headers,
    signal: controller.signal,
    ...(body === undefined ? {} : { body: new Uint8Array(body) }),
  })
}

/** The same refusal for a program: problem+json, readable from any page. */
function refuseCall(status: 400 | 403 | 413 | 421 | 500, response: ServerResponse): void {
  const detail = {
    400: 'The request could not be read.',
    500: 'Something went wrong on our side.',
    403: 'The request did not come from this site.',
    413: 'The body is larger than 256 KB.',
    421: `The interface is at ${origin.origin}.`,
  }[status]
  response.writeHead(status, { ...openHeaders, 'Content-Type': problemType, 'Cache-Control': 'no-store', Connection: 'close' })
  response.end(JSON.stringify(problem(status, detail, status === 413 ? 'body' : undefined)))
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const requestId = randomUUID()
  for (const [name, value] of fixedHeaders) response.setHeader(name, value)
  // put together, not resolved: `//elsewhere/x` is a path of ours, and leads nowhere
  const target = request.url ?? '/'
  const address = target.startsWith('/') && URL.canParse(origin.origin + target) ? new URL(origin.origin + target) : null
  const pathname = address?.pathname ?? '/'
  const language = languageOf(pathname)
  const refuse = (status: 400 | 403 | 413 | 421 | 500) => {
    if (pathname.startsWith('/api/v1/')) return refuseCall(status, response)
    const page = entry.withLanguage(language, () => entry.plainPage(status, requestId, origin.origin))
    response.setHeader('Content-Security-Policy', contentSecurityPolicy(''))
    response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', Connection: 'close' })
    response.end(page)
  }

  if (address === null) return refuse(400)
  if (!hostIsOurs(request.headers.host, origin)) return refuse(421)
  const method = request.method ?? 'GET'
  if (!methods.includes(method)) {
    response.writeHead(405, { Allow: methods.join(', '), Connection: 'close' }).end()
    return
  }
  const onlyReads = method === 'GET' || method === 'HEAD'
  const file = onlyReads ? files.get(pathname) : undefined
  if (file !== undefined) return answerFile(file, request, response)
  if (!originIsOurs(method, pathname, request.headers, origin)) return refuse(403)

  const body = onlyReads ? undefined : await readBody(request)
  if (body === 'tooLarge') return refuse(413)

  const nonce = randomBytes(16).toString('base64')
  const context: AppLoadContext = { nonce, address: addressOf(request, environment.TRUST_PROXY), requestId }
  const handle = () => handlers[partOf(pathname)](toRequest(request, response, address, body), context)
  const result = await entry.withLanguage(language, () => (onlyReads ? entry.withOneLookUp(handle) : handle()))
  // a page that could not even be rendered: Remix answers in plain English then
  if (result.status === 500 && result.headers.get('Content-Type') === 'text/plain') return refuse(500)
  if (result.headers.get('Content-Type')?.startsWith('text/html')) result.headers.set('Content-Security-Policy', contentSecurityPolicy(nonce))
  if (readsNoCookie(pathname)) result.headers.delete('Set-Cookie')
  // pages, their data, redirects and refusals: what does not say how long it may be kept is kept by nobody
  if (!result.headers.has('Cache-Control')) result.headers.set('Cache-Control', 'no-store')
  await answer(result, request, response, entry.renderedBodies.get(result))
}

let stopping = false
const server = createServer((request, response) => {
  if (stopping) response.setHeader('Connection', 'close')
  serve(request, response).catch((error: unknown) => {
    if (response.destroyed || request.errored !== null) return
    log.error({ err: error, path: request.url }, 'request failed')
    if (response.headersSent) response.destroy()
    else response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end('500')
  })
})
server.requestTimeout = 30_000
server.headersTimeout = 15_000
server.keepAliveTimeout = 65_000

server.on('error', (error: NodeJS.ErrnoException) => {
  const why = error.code === 'EADDRINUSE' ? `Port ${environment.PORT} is in use: choose another one with PORT=… npm start` : error.message
  process.stderr.write(`${why}\n`)
  process.exit(1)
})
server.listen(environment.PORT, () => {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : environment.PORT
  process.stdout.write(`Paraat: ${environment.PORT === port ? origin.origin : `http://localhost:${port}`}\n`)
})

/** Takes no new requests, finishes those under way, closes the database; after ten seconds it goes anyway. */
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  setTimeout(() => process.exit(1), 10_000).unref()
  const sweep = setInterval(() => server.closeIdleConnections(), 50) // what is busy now is kept alive by its client afterwards
  await new Promise(resolve => server.close(resolve))
  clearInterval(sweep)
  await entry.closeWorld()
  process.exit(0)
}
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())
process.on('unhandledRejection', error => log.error({ err: error }, 'unhandled rejection'))
