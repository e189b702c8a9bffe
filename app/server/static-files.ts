/** The built files, read into memory once with their compressed forms, and answered from there. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { IncomingMessage, ServerResponse } from 'node:http'

type Encoding = 'br' | 'gzip'
export type StaticFile = {
  readonly type: string
  readonly plain: Buffer
  readonly br: Buffer | undefined
  readonly gzip: Buffer | undefined
  readonly cacheControl: string
  readonly etag: string
}

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.json': 'application/json',
}

/** Files that a build compresses beforehand. */
export const compressible = new Set(['.js', '.css', '.svg', '.txt', '.webmanifest', '.json'])

/** Reads a folder into a table from address (`/assets/x.js`) to file. Beside `x.js` may stand `x.js.br` and `x.js.gz`. */
export function loadStaticFiles(folder: string): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    const type = types[path.extname(entry.name)]
    if (!entry.isFile() || type === undefined) continue
    const address = `/${path.relative(folder, file).split(path.sep).join('/')}`
    const plain = readFileSync(file)
    const compressed = (suffix: string) => (existsSync(file + suffix) ? readFileSync(file + suffix) : undefined)
    files.set(address, {
      type,
      plain,
      br: compressed('.br'),
      gzip: compressed('.gz'),
      cacheControl: address.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    })
  }
  return files
}

/** The compression this visitor takes: brotli where accepted, else gzip, else none. */
export function acceptedEncoding(request: IncomingMessage): Encoding | undefined {
  const accepted = String(request.headers['accept-encoding'] ?? '')
    .split(',')
    .map(part => part.trim().split(/\s*;\s*/))
    .filter(([, quality]) => quality === undefined || Number(quality.replace('q=', '')) > 0)
    .map(([name]) => name)
  return accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : undefined
}

/** Answers with a file; 304 where the visitor has it already. */
export function answerFile(file: StaticFile, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Cache-Control', file.cacheControl)
  response.setHeader('ETag', file.etag)
  response.setHeader('Vary', 'Accept-Encoding')
  if (request.headers['if-none-match'] === file.etag) {
    response.writeHead(304).end()
    return
  }
  const encoding = acceptedEncoding(request)
  const compressed = encoding === undefined ? undefined : file[encoding]
  response.setHeader('Content-Type', file.type)
  if (encoding !== undefined && compressed !== undefined) response.setHeader('Content-Encoding', encoding)
  const body = compressed ?? file.plain
  response.setHeader('Content-Length', body.byteLength)
  response.writeHead(200)
  response.end(request.method === 'HEAD' ? undefined : body)
}
