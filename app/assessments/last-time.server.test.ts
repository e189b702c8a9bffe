/** What a page of a scan that began with the answers of last time says of them. */
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { assessments } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { confirmAnswers } from './correct.server.ts'
import { againByPage, confirmPage, lastTimeOn, withLastTime } from './last-time.server.ts'
import { fieldNames } from './page-form.ts'
import { pageViewOf } from './page.server.ts'
import { evidenceOf, storedAnswers, type Scan } from './scan.server.ts'
import { begin, beginAgain, testWorld } from './test-scan.ts'

const { world, database, clock, ready } = testWorld()
beforeAll(ready)

const howLong = { kind: 'howLong' } as const

const again = () => beginAgain(world, clock)

async function shown(scan: Scan) {
  const stored = await storedAnswers(world, scan.assessment.id)
  const evidence = evidenceOf(scan.assessment, stored)
  const plain = pageViewOf(scan, stored, evidence, howLong, 'nl')
  return { evidence, plain, view: await withLastTime(world, scan.assessment, plain) }
}

describe('a page of a scan done again', () => {
  it('says at each answer of last time when it was said, until it is confirmed', async () => {
    const { next } = await again()
    const marked = (await shown(next)).view.questions.filter(question => /^\d+ \S+ \d{4}$/.test(question.lastTime ?? ''))
    expect(marked.map(question => question.id)).toEqual(await lastTimeOn(world, next, howLong))
    expect(marked.length).toBeGreaterThan(3)
    await confirmAnswers(world, next, await lastTimeOn(world, next, howLong))
    const { plain, view } = await shown(next)
    expect(view).toBe(plain)
  })

  it('confirms with its button only what was on the page when that was pressed, not what a last answer brings up', async () => {
    const { next } = await again()
    const form = new FormData()
    for (const id of ['zonder-ict', 'zonder-power']) form.set(fieldNames.version(id), '1')
    const before = await lastTimeOn(world, next, howLong)
    await confirmPage(world, next, howLong, form)
    const after = await lastTimeOn(world, next, howLong)
    expect(before.filter(id => !after.includes(id)).sort()).toEqual(['zonder-ict', 'zonder-power'])
  })

  it('is as it was in a scan that began with nothing', async () => {
    const { first } = await again()
    const { plain, view, evidence } = await shown(first)
    expect(view).toBe(plain)
    expect(await againByPage(world, first, evidence)).toBeNull()
  })
})

describe('the overview of a scan done again', () => {
  it('counts page by page what waits, and nothing as new where the questions are the same', async () => {
    const { next } = await again()
    const { evidence } = await shown(next)
    const page = (await againByPage(world, next, evidence))!(howLong)
    expect(page).toEqual({ unconfirmed: (await lastTimeOn(world, next, howLong)).length, added: 0 })
  })

  it('counts the questions that last time were not there', async () => {
    const { first, next } = await again()
    const other = (await begin(world, { sector: 'zorg-welzijn' })).scan
    // as if last time had been asked with other questions: those of its own trade are new then
    await transact(database, async writer => {
      await writer.update(assessments).set({ questionnaireHash: other.assessment.questionnaireHash }).where(eq(assessments.id, first.assessment.id))
    })
    const asked = new Set(other.questionnaire.questions.map(question => question.id))
    const { plain, evidence } = await shown(next)
    const own = plain.questions.filter(question => !asked.has(question.id))
    expect(own.length).toBeGreaterThan(0)
    expect((await againByPage(world, next, evidence))!(howLong).added).toBe(own.length)
  })
})
