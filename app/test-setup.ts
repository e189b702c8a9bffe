/** Fails a test that writes to console.error or console.warn without expecting it. */
import { afterEach, beforeEach, vi } from 'vitest'

const spies = new Map<'error' | 'warn', ReturnType<typeof vi.spyOn>>()

beforeEach(() => {
  for (const level of ['error', 'warn'] as const) spies.set(level, vi.spyOn(console, level))
})

afterEach(() => {
  for (const [level, spy] of spies) {
    const calls = spy.mock.calls.map((call: unknown[]) => call.join(' '))
    spy.mockRestore()
    if (calls.length > 0) throw new Error(`console.${level} was called: ${calls.join('\n')}`)
  }
})
