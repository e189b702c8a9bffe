/** Autosave when somebody else changed the same answer: both are shown, and nothing goes on before one of them was chosen. */
import { beforeEach, describe, expect, it } from 'vitest'
import { changed, makeAutosave, no, rest, somebody, stored, unknown, yes } from './test-autosave.ts'

let { fake, autosave } = makeAutosave()
const last = () => fake.requests.at(-1)!

describe('When somebody else changed the same answer', () => {
  beforeEach(async () => {
    ;({ fake, autosave } = makeAutosave())
    autosave.edit('a', yes, rest)
    autosave.edit('b', yes, rest)
    await fake.pass(rest)
    await last().answer(changed(last().saves, 'a', unknown, 7))
  })

  it('both are shown, the other answers are saved, and nothing more is sent of this one', async () => {
    expect(autosave.conflicts()).toEqual({ a: { mine: yes, theirs: unknown, by: somebody, seen: 1000 } })
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
