/** Settings: their defaults, and what is refused at start. */
import { describe, expect, it } from 'vitest'
import { readEnvironment } from './environment.server.ts'

describe('The settings', () => {
  it('need nothing: port 3000, data beside the application, this machine', () => {
    expect(readEnvironment({})).toMatchObject({
      PORT: 3000,
      DATA_DIR: './data',
      ORIGIN: 'http://localhost:3000',
      TRUST_PROXY: 0,
      API_RATE_LIMIT: 120,
      LOG_LEVEL: 'info',
    })
    expect(readEnvironment({}).SMTP_URL).toBeUndefined()
  })

  it('let the address follow the port where none is given', () => {
    expect(readEnvironment({ PORT: '8080' }).ORIGIN).toBe('http://localhost:8080')
  })

  it('treat an empty setting as one that is not given', () => {
    expect(readEnvironment({ PORT: '', ORIGIN: '', SMTP_URL: '' })).toMatchObject({ PORT: 3000, ORIGIN: 'http://localhost:3000' })
  })

  it.each(['https://paraat.example', 'https://paraat.example/', 'http://localhost:3000', 'http://127.0.0.1:8080'])('take %s as the address people see', origin => {
    expect(readEnvironment({ ORIGIN: origin }).ORIGIN).toBe(new URL(origin).origin)
  })

  it.each(['http://paraat.example', 'http://192.168.1.10:3000', 'http://localhost.evil.example'])('refuse %s, and say that TLS is missing', origin => {
    expect(() => readEnvironment({ ORIGIN: origin })).toThrow(/must be https/)
  })

  it('name every setting that is wrong at once', () => {
    expect(() => readEnvironment({ PORT: '70000', TRUST_PROXY: '-1', API_RATE_LIMIT: 'many', LOG_LEVEL: 'loud', ORIGIN: 'paraat' })).toThrow(
      /PORT[\s\S]*ORIGIN[\s\S]*TRUST_PROXY[\s\S]*API_RATE_LIMIT[\s\S]*LOG_LEVEL/,
    )
  })
})
