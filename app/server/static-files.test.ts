/** Files and answers over the wire: compression, caching, lengths. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request as send, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answer } from './answer.ts'
import { acceptedEncoding, answerFile, loadStaticFiles } from './static-files.ts'

const script = 'console.log(1)\n'.repeat(200)
const folder = mkdtempSync(path.join(tmpdir(), 'paraat-files-'))
mkdirSync(path.join(folder, 'assets'))
writeFileSync(path.join(folder, 'assets/app.js'), script)
writeFileSync(path.join(folder, 'assets/app.js.br'), brotliCompressSync(script))
writeFileSync(path.join(folder, 'assets/app.js.gz'), gzipSync(script))
writeFileSync(path.join(folder, 'favicon.svg'), '<svg/>')
writeFileSync(path.join(folder, 'secret.env'), 'no')
const files = loadStaticFiles(folder)

/** /made answers like a route, everything else from the files. */
const server = createServer((request, response) => {
  const file = files.get(request.url ?? '')
  if (file !== undefined) answerFile(file, request, response)
  else void answer(made(request.url ?? ''), request, response)
})

function made(url: string): Response {
  if (url === '/nothing') return new Response(null, { status: 204 })
  const headers = new Headers({ 'Content-Type': url === '/picture' ? 'image/png' : 'text/html; charset=utf-8' })
  headers.append('Set-Cookie', 'a=1')
  headers.append('Set-Cookie', 'b=2')
  return new Response(url === '/short' ? 'short' : 'é'.repeat(2000), { headers, status: 201 })
}

let port = 0
beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

function ask(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<{ status: number | undefined; headers: IncomingHttpHeaders; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const call = send({ port, path: url, method, headers, agent: false }, response => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }))
    })
    call.on('error', reject)
    call.end()
  })
}

describe('The compression a visitor takes', () => {
  const accepted = (value?: string) => acceptedEncoding({ headers: value === undefined ? {} : { 'accept-encoding': value } } as IncomingMessage)

  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.1, gzip;q=1.0', 'br'],
    ['br;q=0, gzip;q=0', undefined],
    ['identity', undefined],
    ['', undefined],
    ['brotli', undefined],
    [undefined, undefined],
  ])('reads %s as %s', (value, encoding) => {
    expect(accepted(value)).toBe(encoding)
  })
})

describe('A built file', () => {
  it('comes in brotli, gzip or plain, the same each time', async () => {
    const brotli = await ask('/assets/app.js', { 'Accept-Encoding': 'br' })
    const gzip = await ask('/assets/app.js', { 'Accept-Encoding': 'gzip' })
    const plain = await ask('/assets/app.js')
    expect([brotli.headers['content-encoding'], gzip.headers['content-encoding'], plain.headers['content-encoding']]).toEqual(['br', 'gzip', undefined])
    expect([brotliDecompressSync(brotli.body).toString(), gunzipSync(gzip.body).toString(), plain.body.toString()]).toEqual([script, script, script])
    expect(brotli.headers.vary).toBe('Accept-Encoding')
  })

  it('is not sent again to who has it: 304 and no body', async () => {
    const { headers } = await ask('/assets/app.js')
    const again = await ask('/assets/app.js', { 'If-None-Match': String(headers.etag) })
    expect([again.status, again.body.byteLength]).toEqual([304, 0])
    expect((await ask('/assets/app.js', { 'If-None-Match': '"old"' })).status).toBe(200)
  })

  it('is kept for ever under /assets, whose names change with their content, and for an hour elsewhere', async () => {
    expect((await ask('/assets/app.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect((await ask('/favicon.svg')).headers['cache-control']).toBe('public, max-age=3600')
  })

  it('tells its length to HEAD without a body', async () => {
    const head = await ask('/assets/app.js', {}, 'HEAD')
    expect([head.status, head.headers['content-length'], head.body.byteLength]).toEqual([200, String(script.length), 0])
  })

  it('is only what has a known type, never a compressed twin or another file', () => {
    expect([...files.keys()].sort()).toEqual(['/assets/app.js', '/favicon.svg'])
  })
})

describe('An answer of a route', () => {
  it('is compressed once, with the length of what is sent', async () => {
    const page = await ask('/made', { 'Accept-Encoding': 'br' })
    expect(page.status).toBe(201)
    expect(page.headers['content-length']).toBe(String(page.body.byteLength))
    expect(brotliDecompressSync(page.body).toString()).toBe('é'.repeat(2000))
  })

  it('counts bytes, not letters, where it is not compressed', async () => {
    expect((await ask('/made')).headers['content-length']).toBe('4000')
  })

  it('keeps every cookie on a line of its own', async () => {
    expect((await ask('/made')).headers['set-cookie']).toEqual(['a=1', 'b=2'])
  })

  it('is left as it is where compression wins nothing', async () => {
    expect((await ask('/short', { 'Accept-Encoding': 'br' })).headers['content-encoding']).toBeUndefined()
    expect((await ask('/picture', { 'Accept-Encoding': 'br' })).headers['content-encoding']).toBeUndefined()
  })

  it('has no body and no length on 204 and no body on HEAD', async () => {
    const nothing = await ask('/nothing')
    expect([nothing.status, nothing.headers['content-length'], nothing.body.byteLength]).toEqual([204, undefined, 0])
    const head = await ask('/made', {}, 'HEAD')
    expect([head.headers['content-length'], head.body.byteLength]).toEqual(['4000', 0])
  })
})
