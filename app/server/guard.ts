/** What a request must satisfy before anything else looks at it: host, origin, size. Pure, save reading the body. */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { isThisMachine } from '#app/environment.server.ts'

export const bodyLimit = 256 * 1024

/**
 * Addresses that read no cookie and so may be called from anywhere: the stateless interface, and the link of a letter that turns reminders
 * off, to which mail readers post (RFC 8058). The one list of such exceptions.
 */
const cookieless = [/^\/api\/v1\//, /^(\/en)?\/herinneringen-uit\/[\w-]+$/]

/** True for an address that is given no cookie and sets none, so that whatever is posted to it from elsewhere is posted in nobody's name. */
export function readsNoCookie(pathname: string): boolean {
  return cookieless.some(pattern => pattern.test(pathname))
}

/** The methods that any address here can know; others are refused before a route sees them. */
export const methods: readonly string[] = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** True where the Host header names the configured site; localhost and 127.0.0.1 are one. */
export function hostIsOurs(host: string | undefined, origin: URL): boolean {
  if (host === undefined) return false
  let asked: URL
  try {
    asked = new URL(`${origin.protocol}//${host}`)
  } catch {
    return false
  }
  if (isThisMachine(origin.hostname)) return isThisMachine(asked.hostname)
  return asked.host === origin.host
}

function sameOrigin(value: string, host: string | undefined, origin: URL): boolean {
  if (value === origin.origin) return true
  if (!isThisMachine(origin.hostname)) return false
  return host !== undefined && hostIsOurs(host, origin) && value === `${origin.protocol}//${host}`
}

/**
 * True where an unsafe request may go on: Sec-Fetch-Site says same-origin or none, else Origin equals the configured one.
 * With neither header it may not.
 */
export function originIsOurs(method: string, pathname: string, headers: IncomingHttpHeaders, origin: URL): boolean {
  if (safeMethods.has(method) || readsNoCookie(pathname)) return true
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  return headers.origin !== undefined && sameOrigin(headers.origin, headers.host, origin)
}

/** The visitor's address: the socket's, or the entry that the given number of trusted proxies vouches for. */
export function addressOf(request: IncomingMessage, trustedProxies: number): string {
  const socket = request.socket.remoteAddress ?? 'unknown'
  if (trustedProxies === 0) return socket
  const chain = String(request.headers['x-forwarded-for'] ?? '').split(',').map(part => part.trim()).filter(part => part !== '')
  return chain.at(-trustedProxies) ?? socket
}

/** The whole body, or `tooLarge` as soon as it passes the limit. */
export async function readBody(request: IncomingMessage, limit = bodyLimit): Promise<Buffer | 'tooLarge'> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return 'tooLarge'
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength
    if (size > limit) return 'tooLarge'
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
