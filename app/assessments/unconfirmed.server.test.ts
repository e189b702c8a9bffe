/** A scan that begins with the answers of last time: each is confirmed or changed. */
import { beforeAll, describe, expect, it } from 'vitest'
import { confirmAnswers } from './correct.server.ts'
import { saveAnswers } from './save.server.ts'
import { beginAgain, rowOf, saveOf, testWorld } from './test-scan.ts'
import { unconfirmedOf } from './unconfirmed.server.ts'

const { world, database, clock, ready } = testWorld()
beforeAll(ready)

const again = () => beginAgain(world, clock)

describe('the answers of last time', () => {
  it('wait to be confirmed in the new scan alone', async () => {
    const { first, next } = await again()
    const waiting = await unconfirmedOf(world, next.assessment)
    expect(waiting.size).toBeGreaterThan(20)
    expect(waiting).toContain('zonder-power')
    expect((await unconfirmedOf(world, first.assessment)).size).toBe(0)
  })

  it('no longer wait once they are confirmed, or answered anew with something else', async () => {
    const { next } = await again()
    const before = await unconfirmedOf(world, next.assessment)
    await confirmAnswers(world, next, ['zonder-ict'])
    const row = await rowOf(database.reader, next, 'zonder-power')
    await saveAnswers(world, next, [saveOf('zonder-power', { option: 'h48' }, row!.version)])
    const after = await unconfirmedOf(world, next.assessment)
    expect([...before].filter(id => !after.has(id)).sort()).toEqual(['zonder-ict', 'zonder-power'])
    expect((await rowOf(database.reader, next, 'zonder-power'))?.confirmedAt).toBe(clock.at)
  })

  it('keep the day on which they were given where nobody confirms them', async () => {
    const { first, next } = await again()
    expect((await rowOf(database.reader, next, 'zonder-ict'))?.confirmedAt).toBe((await rowOf(database.reader, first, 'zonder-ict'))?.confirmedAt)
  })
})
