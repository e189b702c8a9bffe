/** Writes a Response of Remix to the socket: whole, with its length, compressed once. */
import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { acceptedEncoding } from './static-files.ts'

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

/** Below this many bytes compression costs more than it wins. */
const smallest = 860

/** Up to this many bytes compressing takes less time than handing it to another thread. */
const largestAtOnce = 64 * 1024

const compressibleTypes = /^(text\/(?!event-stream)|application\/(json|problem\+json|javascript|manifest\+json)|image\/svg\+xml|text\/x-script)/

/** Sends the response, with the body that is given or its own. Bodies are buffered; an event stream would have to be piped instead. */
export async function answer(result: Response, request: IncomingMessage, response: ServerResponse, rendered?: Buffer): Promise<void> {
  const plain = rendered ?? Buffer.from(await result.arrayBuffer())
  for (const [name, value] of result.headers) if (name !== 'set-cookie') response.setHeader(name, value)
  const cookies = result.headers.getSetCookie()
  if (cookies.length > 0) response.setHeader('Set-Cookie', cookies)

  const body = await compressed(plain, result, request, response)
  // a body that was left out for HEAD has a length that nobody knows here
  const lengthKnown = request.method !== 'HEAD' || body.byteLength > 0
  if (lengthKnown && result.status !== 204 && result.status !== 304) response.setHeader('Content-Length', body.byteLength)
  response.writeHead(result.status)
  response.end(request.method === 'HEAD' ? undefined : body)
}

async function compressed(plain: Buffer, result: Response, request: IncomingMessage, response: ServerResponse): Promise<Buffer> {
  if (!compressibleTypes.test(result.headers.get('Content-Type') ?? '')) return plain
  response.appendHeader('Vary', 'Accept-Encoding')
  if (plain.byteLength < smallest) return plain
  const encoding = acceptedEncoding(request)
  if (encoding === undefined) return plain
  response.setHeader('Content-Encoding', encoding)
  // a window no larger than the page: making a large one costs more than compressing
  const window = Math.min(22, Math.max(16, Math.ceil(Math.log2(plain.byteLength))))
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 2, [constants.BROTLI_PARAM_LGWIN]: window, [constants.BROTLI_PARAM_SIZE_HINT]: plain.byteLength } }
  if (plain.byteLength <= largestAtOnce) return encoding === 'gzip' ? gzipSync(plain, { level: 6 }) : brotliCompressSync(plain, brotli)
  return encoding === 'gzip' ? toGzip(plain, { level: 6 }) : toBrotli(plain, brotli)
}
