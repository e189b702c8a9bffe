/** Autosave in a world that is moved by hand: what is sent when, what it says of itself, and that nothing is lost on the way. */
import { beforeEach, describe, expect, it } from 'vitest'
import { noContent, type Content, type Save, type Saved } from './answer-content.ts'
import { createAutosave, type Autosave, type SendOutcome } from './autosave.ts'

const yes: Content = { ...noContent, answer: { option: 'ja' } }
const no: Content = { ...noContent, answer: { option: 'nee' } }
const unknown: Content = { ...noContent, answer: { unknown: true } }
const rest = 500

/** Requests that wait for an answer, and a clock. */
function makeWorld() {
  let now = 0
  let timers: { at: number; call: () => void }[] = []
  const requests: { readonly saves: readonly Save[]; readonly answer: (outcome: SendOutcome) => Promise<void> }[] = []
  const settled = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
  }
  return {
    requests,
    settled,
    world: {
      send: (saves: readonly Save[]) =>
        new Promise<SendOutcome>(resolve => {
          requests.push({
            saves,
            answer: async outcome => {
              resolve(outcome)
              await settled()
            },
          })
        }),
      later: (milliseconds: number, call: () => void) => {
        const timer = { at: now + milliseconds, call }
        timers.push(timer)
        return () => void (timers = timers.filter(one => one !== timer))
      },
      changed: () => undefined as void,
    },
    /** lets time go by, and calls what comes due */
    async pass(milliseconds: number) {
      now += milliseconds
      for (;;) {
        const due = timers.filter(timer => timer.at <= now).sort((one, other) => one.at - other.at)[0]
        if (due === undefined) return
        timers = timers.filter(timer => timer !== due)
        due.call()
        await settled()
      }
    },
    timers: () => timers.length,
  }
}

/** The server's word that all of it is stored. */
function stored(saves: readonly Save[]): SendOutcome {
  return { ok: true, at: 1000, saves: saves.map((save): Saved => ({ ok: true, question: save.question, version: save.version + 1 })) }
}

/** The server's word that somebody else changed `question`; the rest is stored. */
function changed(saves: readonly Save[], question: string, theirs: Content, version: number): SendOutcome {
  return { ok: true, at: 1000, saves: saves.map((save): Saved => (save.question === question ? { ok: false, reason: 'changed', question, version, theirs } : { ok: true, question: save.question, version: save.version + 1 })) }
}

let fake: ReturnType<typeof makeWorld>
let autosave: Autosave
const last = () => fake.requests.at(-1)!
const sent = () => fake.requests.map(({ saves }) => saves.map(({ question, answer }) => [question, answer]))

beforeEach(() => {
  fake = makeWorld()
  autosave = createAutosave(fake.world, { a: noContent, b: noContent }, { a: 0, b: 4 })
})

describe('An answer', () => {
  it('is sent after a short rest, with the version it was made on', async () => {
    autosave.edit('b', yes, rest)
    await fake.pass(rest - 1)
    expect(fake.requests).toHaveLength(0)
    await fake.pass(1)
    expect(last().saves).toEqual([{ question: 'b', answer: { option: 'ja' }, ownWords: null, note: null, version: 4 }])
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

describe('When somebody else changed the same answer', () => {
  beforeEach(async () => {
    autosave.edit('a', yes, rest)
    autosave.edit('b', yes, rest)
    await fake.pass(rest)
    await last().answer(changed(last().saves, 'a', unknown, 7))
  })

  it('both are shown, the other answers are saved, and nothing more is sent of this one', async () => {
    expect(autosave.conflicts()).toEqual({ a: { mine: yes, theirs: unknown } })
    expect(autosave.status()).toEqual({ kind: 'saved', at: 1000, questions: ['b'] })
    await fake.pass(60_000)
    expect(fake.requests).toHaveLength(1)
  })

  it('mine can be kept: it is saved over theirs, on their version', async () => {
    autosave.resolve('a', 'mine')
    expect(autosave.conflicts()).toEqual({})
    await fake.pass(0)
    expect(last().saves).toMatchObject([{ question: 'a', answer: { option: 'ja' }, version: 7 }])
    await last().answer(stored(last().saves))
    expect(autosave.waiting()).toBe(0)
    expect(autosave.versions()).toMatchObject({ a: 8 })
  })

  it('theirs can be kept: nothing has to be saved, and the next edit goes on from there', async () => {
    autosave.resolve('a', 'theirs')
    await fake.pass(0)
    expect(autosave.waiting()).toBe(0)
    expect(fake.requests).toHaveLength(1)
    autosave.edit('a', no, rest)
    await fake.pass(rest)
    expect(last().saves).toMatchObject([{ question: 'a', answer: { option: 'nee' }, version: 7 }])
  })

  it('what is edited before choosing is what "mine" means then', async () => {
    autosave.edit('a', no, rest)
    await fake.pass(rest)
    expect(fake.requests).toHaveLength(1)
    expect(autosave.conflicts()).toMatchObject({ a: { mine: no } })
    autosave.resolve('a', 'mine')
    await fake.pass(0)
    expect(last().saves).toMatchObject([{ answer: { option: 'nee' }, version: 7 }])
  })

  it('choosing for a question without a conflict does nothing', () => {
    autosave.resolve('b', 'theirs')
    expect(Object.keys(autosave.conflicts())).toEqual(['a'])
  })

  it('the page does not go on before one of the two was chosen', async () => {
    expect(await autosave.settle()).toBe(false)
    autosave.resolve('a', 'mine')
    const settled = autosave.settle()
    await fake.settled()
    await last().answer(stored(last().saves))
    expect(await settled).toBe(true)
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
