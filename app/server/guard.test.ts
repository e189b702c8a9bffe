/** Who gets in: host, origin and size of a request. */
import { createServer, request as send, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressOf, bodyLimit, hostIsOurs, originIsOurs, readBody, readsNoCookie } from './guard.ts'

const site = new URL('https://paraat.example')
const here = new URL('http://localhost:3000')

describe('The host', () => {
  it.each(['paraat.example', 'PARAAT.example', 'paraat.example:443'])('takes %s where the site is paraat.example', host => {
    expect(hostIsOurs(host, site)).toBe(true)
  })

  it.each([undefined, '', 'evil.example', 'paraat.example.evil.example', 'paraat.example:8443', 'localhost', 'evil.example@paraat.example:1', 'a b', '['])(
    'refuses %s where the site is paraat.example',
    host => {
      expect(hostIsOurs(host, site)).toBe(false)
    },
  )

  it.each(['localhost:3000', '127.0.0.1:3000', 'localhost', '127.0.0.1:41234'])('takes %s on this machine', host => {
    expect(hostIsOurs(host, here)).toBe(true)
  })

  it.each(['evil.example:3000', 'localhost.evil.example', '127.0.0.2', '0.0.0.0:3000'])('refuses %s on this machine, so that no other name leads to it', host => {
    expect(hostIsOurs(host, here)).toBe(false)
  })
})

describe('The origin of an unsafe request', () => {
  const unsafe = ['POST', 'PUT', 'PATCH', 'DELETE']
  const foreign: Record<string, IncomingHttpHeaders> = {
    'neither header': {},
    'a foreign Origin': { origin: 'https://evil.example' },
    'the Origin null': { origin: 'null' },
    'our name over http': { origin: 'http://paraat.example' },
    'our name on another port': { origin: 'https://paraat.example:8443' },
    'an Origin that only begins like ours': { origin: 'https://paraat.example.evil.example' },
    'Sec-Fetch-Site cross-site': { 'sec-fetch-site': 'cross-site' },
    'Sec-Fetch-Site same-site': { 'sec-fetch-site': 'same-site' },
    'Sec-Fetch-Site cross-site with our Origin': { 'sec-fetch-site': 'cross-site', origin: 'https://paraat.example' },
    'a foreign Origin with X-Forwarded-Host': { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
    'a foreign Origin with the same Host': { origin: 'https://evil.example', host: 'evil.example' },
    'only a Referer of ours': { referer: 'https://paraat.example/start' },
  }
  const ours: Record<string, IncomingHttpHeaders> = {
    'Sec-Fetch-Site same-origin': { 'sec-fetch-site': 'same-origin' },
    'Sec-Fetch-Site none': { 'sec-fetch-site': 'none' },
    'our Origin': { origin: 'https://paraat.example' },
  }

  for (const method of unsafe) {
    it.each(Object.entries(foreign))(`refuses a ${method} with %s`, (_, headers) => {
      expect(originIsOurs(method, '/start', headers, site)).toBe(false)
    })
    it.each(Object.entries(ours))(`takes a ${method} with %s`, (_, headers) => {
      expect(originIsOurs(method, '/start', headers, site)).toBe(true)
    })
  }

  it.each(['GET', 'HEAD', 'OPTIONS'])('lets every %s through, for it changes nothing', method => {
    for (const headers of Object.values(foreign)) expect(originIsOurs(method, '/start', headers, site)).toBe(true)
  })

  it('lets anyone call the stateless interface, which reads no cookie', () => {
    expect(originIsOurs('POST', '/api/v1/scores', { origin: 'https://evil.example' }, site)).toBe(true)
  })

  it.each(['/herinneringen-uit/a-_Z9', '/en/herinneringen-uit/a-_Z9'])('lets a mail reader post to %s, which turns reminders off and is given no cookie', pathname => {
    expect(originIsOurs('POST', pathname, {}, site)).toBe(true)
    expect(readsNoCookie(pathname)).toBe(true)
  })

  it.each(['/', '/start', '/account', '/health'])('gives %s its cookies', pathname => {
    expect(readsNoCookie(pathname)).toBe(false)
  })

  const alike = ['/herinneringen-uit', '/herinneringen-uit/', '/herinneringen-uit/a/b', '/herinneringen-uit/a.data', '/de/herinneringen-uit/a', '/herinneringen-uit/a%2fb']
  it.each(['/api/v2/scores', '/api/v1', '/en/api/v1/scores', '/start/api/v1/scores', '/API/v1/scores', ...alike])('makes no such exception for %s', pathname => {
    expect(originIsOurs('POST', pathname, { origin: 'https://evil.example' }, site)).toBe(false)
  })

  it('takes localhost and 127.0.0.1 as one, each with the port it was asked on', () => {
    expect(originIsOurs('POST', '/start', { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' }, here)).toBe(true)
    expect(originIsOurs('POST', '/start', { host: 'localhost:8080', origin: 'http://localhost:8080' }, here)).toBe(true)
    expect(originIsOurs('POST', '/start', { host: 'localhost:3000', origin: 'http://localhost:9999' }, here)).toBe(false)
    expect(originIsOurs('POST', '/start', { host: 'evil.example', origin: 'http://evil.example' }, here)).toBe(false)
  })
})

describe("The visitor's address", () => {
  const from = (remoteAddress: string | undefined, forwarded?: string) =>
    ({ socket: { remoteAddress }, headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage

  it("is the socket's where no proxy is trusted, whatever a header claims", () => {
    expect(addressOf(from('192.0.2.1', '198.51.100.7'), 0)).toBe('192.0.2.1')
  })

  it('is the entry that the trusted proxies vouch for, so that a longer list cannot hide anybody', () => {
    expect(addressOf(from('192.0.2.1', '203.0.113.9, 198.51.100.7'), 1)).toBe('198.51.100.7')
    expect(addressOf(from('192.0.2.1', '203.0.113.9, 198.51.100.7, 192.0.2.50'), 2)).toBe('198.51.100.7')
  })

  it("falls back on the socket's where the proxy says nothing", () => {
    expect(addressOf(from('192.0.2.1'), 1)).toBe('192.0.2.1')
    expect(addressOf(from('192.0.2.1', '198.51.100.7'), 2)).toBe('192.0.2.1')
    expect(addressOf(from(undefined), 0)).toBe('unknown')
  })
})

describe('The body', () => {
  const server = createServer((request, response) => {
    void readBody(request).then(body => {
      if (!response.destroyed) response.writeHead(body === 'tooLarge' ? 413 : 200, { Connection: 'close' }).end(body)
    })
  })
  let port = 0
  beforeAll(async () => {
    await new Promise<void>(resolve => server.listen(0, resolve))
    port = (server.address() as AddressInfo).port
  })
  afterAll(() => void server.close())

  /** Posts bytes, with their length told beforehand or in pieces. */
  function post(bytes: number, told: boolean): Promise<{ status: number | undefined; body: string }> {
    return new Promise((resolve, reject) => {
      const call = send({ port, method: 'POST', headers: told ? { 'Content-Length': bytes } : { 'Transfer-Encoding': 'chunked' } }, response => {
        let body = ''
        response.setEncoding('utf8').on('data', (part: string) => (body += part))
        response.on('end', () => resolve({ status: response.statusCode, body }))
      })
      call.on('error', reject)
      call.end('x'.repeat(bytes))
    })
  }

  it('is read whole up to 256 KB', async () => {
    const { status, body } = await post(bodyLimit, true)
    expect([status, body.length]).toEqual([200, 262_144])
  })

  it('is refused one byte later when the length is told', async () => {
    expect((await post(bodyLimit + 1, true)).status).toBe(413)
  })

  it('is refused with an answer when it comes in pieces and passes the limit', async () => {
    expect((await post(bodyLimit + 1, false)).status).toBe(413)
  })
})
