/** How many calls one address may make. */
import { describe, expect, it } from 'vitest'
import { answerSectors } from './endpoints.server.ts'
import { apiWorld, call, problemOf } from './test-calls.ts'

describe('The limit per address', () => {
  it('lets the named number of calls through, then answers 429 and when to come back', async () => {
    const world = apiWorld(3)
    for (const left of ['2', '1', '0']) {
      const response = await answerSectors(call('/api/v1/sectors'), world)
      expect(response.status).toBe(200)
      expect(response.headers.get('RateLimit-Limit')).toBe('3')
      expect(response.headers.get('RateLimit-Remaining')).toBe(left)
      expect(Number(response.headers.get('RateLimit-Reset'))).toBeGreaterThan(0)
    }
    const refused = await answerSectors(call('/api/v1/sectors'), world)
    const wait = Number(refused.headers.get('Retry-After'))
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(60)
    expect(refused.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(await problemOf(refused)).toMatchObject({ status: 429, title: 'Too Many Requests' })
  })

  it('counts each address for itself', async () => {
    const world = apiWorld(1)
    expect((await answerSectors(call('/api/v1/sectors', {}, '192.0.2.1'), world)).status).toBe(200)
    expect((await answerSectors(call('/api/v1/sectors', {}, '192.0.2.2'), world)).status).toBe(200)
    expect((await answerSectors(call('/api/v1/sectors', {}, '192.0.2.1'), world)).status).toBe(429)
  })

  it('counts refused calls too, but not the question beforehand whether a page may call', async () => {
    const world = apiWorld(2)
    for (let n = 0; n < 5; n += 1) expect((await answerSectors(call('/api/v1/sectors', { method: 'OPTIONS' }), world)).status).toBe(204)
    for (const status of [405, 405, 429]) expect((await answerSectors(call('/api/v1/sectors', { method: 'DELETE' }), world)).status).toBe(status)
  })
})
