/** Autosave in a world that is moved by hand: what is sent when, what it says of itself, and that nothing is lost on the way. */
import { beforeEach, describe, expect, it } from 'vitest'
import { noContent } from './answer-content.ts'
import { createAutosave } from './autosave.ts'
import { makeAutosave, no, rest, stored, unknown, yes } from './test-autosave.ts'

let { fake, autosave } = makeAutosave()
const last = () => fake.requests.at(-1)!
const sent = () => fake.requests.map(({ saves }) => saves.map(({ question, answer }) => [question, answer]))

beforeEach(() => void ({ fake, autosave } = makeAutosave()))

describe('An answer', () => {
  it('is sent after a short rest, with the version it was made on', async () => {
    autosave.edit('b', yes, rest)
    await fake.pass(rest - 1)
    expect(fake.requests).toHaveLength(0)
    await fake.pass(1)
    expect(last().saves).toEqual([{ question: 'b', answer: { option: 'ja' }, ownWords: null, note: null, firmness: null, evidence: null, version: 4 }])
    expect(autosave.status()).toEqual({ kind: 'busy' })
    await last().answer(stored(last().saves))
    expect(autosave.status()).toEqual({ kind: 'saved', at: 1000, questions: ['b'] })
    expect(autosave.versions()).toEqual({ a: 0, b: 5 })
    expect(autosave.waiting()).toBe(0)
    expect(fake.timers()).toBe(0)
  })

  it('is sent once where the arrow keys pass over others', async () => {
    for (const content of [no, unknown, yes]) {
      autosave.edit('a', content, rest)
      await fake.pass(rest - 1)
    }
    await fake.pass(1)
    expect(sent()).toEqual([[['a', { option: 'ja' }]]])
  })

  it('goes together with the others that wait', async () => {
    autosave.edit('a', yes, rest)
    await fake.pass(100)
    autosave.edit('b', no, rest)
    await fake.pass(rest)
    expect(sent()).toEqual([[['a', { option: 'ja' }], ['b', { option: 'nee' }]]])
  })

  it('is not sent where nothing changed, nor where it was taken back in time', async () => {
    autosave.edit('a', noContent, rest)
    expect(fake.timers()).toBe(0)
    autosave.edit('a', yes, rest)
    autosave.edit('a', noContent, rest)
    await fake.pass(rest)
    expect(fake.requests).toHaveLength(0)
    expect(autosave.status()).toEqual({ kind: 'idle' })
  })

  it('that changes while a request is under way follows right after it, on the new version', async () => {
    autosave.edit('a', yes, rest)
    await fake.pass(rest)
    autosave.edit('a', no, rest)
    await fake.pass(rest)
    expect(fake.requests).toHaveLength(1)
    await last().answer(stored(last().saves))
    expect(autosave.waiting()).toBe(1)
    await fake.pass(0)
    expect(last().saves).toMatchObject([{ question: 'a', answer: { option: 'nee' }, version: 1 }])
    await last().answer(stored(last().saves))
    expect(autosave.versions()).toMatchObject({ a: 2 })
    expect(autosave.waiting()).toBe(0)
  })

  it('of a question that only now appeared is sent like any other', async () => {
    autosave = createAutosave(fake.world, { a: noContent, later: noContent }, { a: 0, later: 0 })
    autosave.edit('later', yes, rest)
    await fake.pass(rest)
    expect(sent()).toEqual([[['later', { option: 'ja' }]]])
  })
})

describe('Without a connection', () => {
  it('says how many wait, tries again after longer and longer waits, and is through at last', async () => {
    autosave.edit('a', yes, rest)
    autosave.edit('b', yes, rest)
    await fake.pass(rest)
    for (const [tries, wait] of [1000, 2000, 4000, 8000, 15_000, 30_000, 30_000].entries()) {
      expect(fake.requests).toHaveLength(tries + 1)
      await last().answer('noConnection')
      expect(autosave.status()).toEqual({ kind: 'waiting', count: 2 })
      await fake.pass(wait - 1)
      expect(fake.requests).toHaveLength(tries + 1)
      await fake.pass(1)
    }
    await last().answer(stored(last().saves))
    expect(autosave.status()).toEqual({ kind: 'saved', at: 1000, questions: ['a', 'b'] })
  })

  it('sends what was answered meanwhile along with the rest', async () => {
    autosave.edit('a', yes, rest)
    await fake.pass(rest)
    await last().answer('noConnection')
    autosave.edit('b', no, rest)
    expect(autosave.waiting()).toBe(2)
    await fake.pass(rest)
    expect(last().saves.map(({ question }) => question)).toEqual(['a', 'b'])
  })

  it('tries at once when the connection is back, and begins with short waits again', async () => {
    autosave.edit('a', yes, rest)
    await fake.pass(rest)
    for (const wait of [1000, 2000]) {
      await last().answer('noConnection')
      await fake.pass(wait)
    }
    await last().answer('noConnection')
    autosave.retry()
    expect(fake.requests).toHaveLength(4)
    await last().answer('noConnection')
    await fake.pass(1000)
    expect(fake.requests).toHaveLength(5)
  })

  it('sends nothing when the connection comes back and nothing waits', () => {
    autosave.retry()
    expect(fake.requests).toHaveLength(0)
  })

  it('does not save twice what the server had stored although its word was lost', async () => {
    autosave.edit('a', yes, rest)
    await fake.pass(rest)
    await last().answer('noConnection')
    await fake.pass(1000)
    // the server finds the same content and answers with the version that stands
    await last().answer({ ok: true, at: 2000, saves: [{ ok: true, question: 'a', version: 1 }] })
    expect(autosave.versions()).toMatchObject({ a: 1 })
    expect(autosave.waiting()).toBe(0)
  })
})

describe('A failure', () => {
  it('of the server is said, and tried again by itself', async () => {
    autosave.edit('a', yes, rest)
    await fake.pass(rest)
    await last().answer('serverError')
    expect(autosave.status()).toEqual({ kind: 'failed', reason: 'server' })
    expect(autosave.waiting()).toBe(1)
    await fake.pass(1000)
    await last().answer(stored(last().saves))
    expect(autosave.status()).toMatchObject({ kind: 'saved' })
  })

  it.each([{ ok: false, reason: 'finished' } as const, { ok: false, reason: 'gone' } as const, { ok: false, reason: 'badInput', question: 'a', problem: 'tooLong' } as const])(
    'that will not get better is said, and not tried again by itself: $reason',
    async outcome => {
      autosave.edit('a', yes, rest)
      await fake.pass(rest)
      await last().answer(outcome)
      expect(autosave.status()).toEqual({ kind: 'failed', reason: outcome.reason })
      expect(autosave.waiting()).toBe(1)
      await fake.pass(10 * 60_000)
      expect(fake.requests).toHaveLength(1)
    },
  )

  it('can be tried again by hand, and mended by another answer', async () => {
    autosave.edit('a', yes, rest)
    await fake.pass(rest)
    await last().answer({ ok: false, reason: 'badInput', question: 'a', problem: 'tooLong' })
    autosave.retry()
    expect(fake.requests).toHaveLength(2)
    await last().answer({ ok: false, reason: 'badInput', question: 'a', problem: 'tooLong' })
    autosave.edit('a', no, rest)
    await fake.pass(rest)
    await last().answer(stored(last().saves))
    expect(autosave.status()).toMatchObject({ kind: 'saved' })
  })
})

describe('Before going on', () => {
  it('everything is sent at once, without the rest', async () => {
    autosave.edit('a', yes, rest)
    const settled = autosave.settle()
    await fake.settled()
    expect(fake.requests).toHaveLength(1)
    await last().answer(stored(last().saves))
    expect(await settled).toBe(true)
    await fake.pass(rest)
    expect(fake.requests).toHaveLength(1)
  })

  it('a request that is under way is waited for, and what changed meanwhile is sent after it', async () => {
    autosave.edit('a', yes, rest)
    await fake.pass(rest)
    autosave.edit('a', no, rest)
    const settled = autosave.settle()
    await last().answer(stored(last().saves))
    await fake.settled()
    expect(fake.requests).toHaveLength(2)
    await last().answer(stored(last().saves))
    expect(await settled).toBe(true)
    expect(autosave.waiting()).toBe(0)
  })

  it('nothing is left behind: without a connection one stays', async () => {
    autosave.edit('a', yes, rest)
    const settled = autosave.settle()
    await fake.settled()
    await last().answer('noConnection')
    expect(await settled).toBe(false)
    expect(autosave.waiting()).toBe(1)
  })

  it('one goes on at once where everything is saved', async () => {
    expect(await autosave.settle()).toBe(true)
    expect(fake.requests).toHaveLength(0)
  })
})
