/** What every address of the stateless interface does alike: open to all pages, limited per address, methods, and errors as problem+json. */
import type { Catalogue } from '#app/catalogue/catalogue.server.ts'
import { openHeaders, problem, problemResponse } from './problem.ts'
import { newRateLimit, type RateLimit } from './rate-limit.server.ts'

/** What the interface needs of the world. */
export type ApiWorld = {
  readonly environment: { readonly API_RATE_LIMIT: number }
  readonly catalogue: Catalogue
  readonly log: { error(fields: object, message: string): void }
}
/** The call: its request, and the address and id that the server gave it. */
export type Call = { readonly request: Request; readonly context: { readonly address: string; readonly requestId: string } }

type Handler = () => Response | Promise<Response>

/** One count per process and setting. */
const limits = new WeakMap<object, RateLimit>()

function limitOf({ environment }: ApiWorld): RateLimit {
  const limit = limits.get(environment) ?? newRateLimit(environment.API_RATE_LIMIT)
  limits.set(environment, limit)
  return limit
}

/** Only the versioned interface is open to every page. */
function openTo(request: Request): Readonly<Record<string, string>> {
  return new URL(request.url).pathname.startsWith('/api/v1/') ? openHeaders : {}
}

/** Answers a call with the handler for its method; HEAD is answered as GET is, OPTIONS tells what is allowed. Never throws. */
export async function respond({ request, context }: Call, world: ApiWorld, handlers: { GET?: Handler; POST?: Handler }): Promise<Response> {
  const allow = [...(handlers.GET ? ['GET', 'HEAD'] : []), ...(handlers.POST ? ['POST'] : []), 'OPTIONS'].join(', ')
  if (request.method === 'OPTIONS') return preflight(request, allow)
  const { allowed, headers } = await limitOf(world)(context.address)
  const answer = allowed ? await handle(request.method) : problemResponse(problem(429, 'Too many calls from this address: wait and try again.'))
  for (const [name, value] of Object.entries({ ...openTo(request), ...headers })) answer.headers.set(name, value)
  return answer

  async function handle(method: string): Promise<Response> {
    const handler = method === 'POST' ? handlers.POST : method === 'GET' || method === 'HEAD' ? handlers.GET : undefined
    if (handler === undefined) return problemResponse(problem(405, `This address answers ${allow}.`), { Allow: allow })
    try {
      return await handler()
    } catch (error) {
      world.log.error({ err: error, requestId: context.requestId, path: new URL(request.url).pathname }, 'api call failed')
      return problemResponse(problem(500, `Something went wrong here. Name this number when you ask: ${context.requestId}`))
    }
  }
}

function preflight(request: Request, allow: string): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...openTo(request),
      Allow: allow,
      'Access-Control-Allow-Methods': allow,
      'Access-Control-Allow-Headers': 'Content-Type, If-None-Match',
      'Access-Control-Max-Age': '86400',
      'Cache-Control': 'no-store',
    },
  })
}
